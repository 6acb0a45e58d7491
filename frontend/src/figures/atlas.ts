/** The editions of borders that the map can draw, loaded when a map is first opened. */
import { merge, mesh } from 'topojson-client';
import world from 'virtual:atlas';
import { unpacked, type Atlas } from './packed';

export type Lines = GeoJSON.MultiLineString;

export interface Borders {
  /** Borders between countries. */
  inner: Lines;
  coasts: Lines;
  /** Dry land, whoever holds it; null where the edition draws lines only. */
  land: GeoJSON.MultiPolygon | null;
}

export const EDITIONS = ['visionscarto', 'ground', 'none'] as const;
export type Edition = (typeof EDITIONS)[number];

const NONE: Lines = { type: 'MultiLineString', coordinates: [] };
const loaded = new Map<Edition, Promise<Borders>>();

/** The lines of an edition; a load that fails can be tried again. */
export function bordersOf(edition: Edition): Promise<Borders> {
  const known = loaded.get(edition);
  if (known) return known;
  const asked = load(edition);
  loaded.set(edition, asked);
  asked.catch(() => loaded.delete(edition));
  return asked;
}

async function load(edition: Edition): Promise<Borders> {
  if (edition === 'none') return { inner: NONE, coasts: NONE, land: null };
  if (edition === 'visionscarto') return meshed(unpacked(new Uint8Array(await (await fetched(world)).arrayBuffer())));
  // The table of the checks has lines alone; dry land is the same in every edition.
  const [answer, { land }] = await Promise.all([fetched('/api/borders'), bordersOf('visionscarto')]);
  return { inner: (await answer.json()) as Lines, coasts: NONE, land };
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

type Shape = Parameters<typeof mesh>[1];

function meshed(atlas: Atlas): Borders {
  const countries = atlas.objects.countries as Shape & { geometries: Parameters<typeof merge>[1] };
  return {
    inner: mesh(atlas, countries, (a, b) => a !== b),
    coasts: mesh(atlas, countries, (a, b) => a === b),
    land: merge(atlas, countries.geometries),
  };
}

/** The lines that come near a place, so that moving the map does not draw the whole world. */
export function near(lines: Lines, latitude: number, longitude: number, degrees: number): Lines {
  if (degrees >= 90) return lines;
  const wide = degrees / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  return {
    type: 'MultiLineString',
    coordinates: lines.coordinates.filter((run) =>
      run.some(([east = 0, north = 0]) => {
        const apart = Math.abs(((east - longitude + 540) % 360) - 180);
        return Math.abs(north - latitude) < degrees && apart < wide;
      }),
    ),
  };
}
