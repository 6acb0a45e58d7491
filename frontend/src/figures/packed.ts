/** The atlas of the map as `atlas.ts` packs it when the pages are built, read as a topology. */
import type { mesh } from 'topojson-client';

export type Atlas = Parameters<typeof mesh>[0];
type Arc = Atlas['arcs'][number];

/** Parts of a degree that the size of a step and the corner of the world are told in. */
export const DEGREE = 1000;

export function unpacked(bytes: Uint8Array): Atlas {
  const read = new Reading(bytes);
  const [step = 0, west = 0, south = 0] = [read.next(), read.next(), read.next()].map((one) => one / DEGREE);
  const arcs = read.list((): Arc => read.list(() => [read.next(), read.next()]));
  let arc = 0;
  const geometries = read.list(() => ({
    type: 'MultiPolygon' as const,
    arcs: read.list(() => read.list(() => read.list(() => (arc += read.next())))),
  }));
  return {
    type: 'Topology',
    transform: { scale: [step, step], translate: [west, south] },
    objects: { countries: { type: 'GeometryCollection', geometries } },
    arcs,
  };
}

/** Whole numbers out of bytes: seven bits a byte, the lowest first; 0, 1, 2, 3 stand for 0, -1, 1, -2. */
class Reading {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    let [whole, shift, byte] = [0, 0, 128];
    for (; byte > 127; shift += 7) {
      byte = this.bytes[this.#at++] ?? 0;
      whole += (byte & 127) << shift;
    }
    return whole % 2 ? -(whole + 1) / 2 : whole / 2;
  }

  list<T>(each: () => T): T[] {
    return Array.from({ length: this.next() }, each);
  }
}
