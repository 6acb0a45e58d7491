/** The map as data: places, and what was printed against what was measured between them. */
import type { Finding, Place, Span } from '../app/nodes';

type PointNode = { place: Place; answers: { span: Span }[] };

export interface Point {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  /** Kilometres within which it lies; 0 where nothing says. */
  radius: number;
  kind: string;
  main: boolean;
  /** Where it is printed. */
  spans: Span[];
}

/** One check of a distance or of a direction between two places. */
export interface Leg {
  id: string;
  check: string;
  verdict: string;
  from: string;
  to: string;
  /** Kilometres, or null for a direction. */
  measured: number | null;
  /** Kilometres, least and most; null is an open bound. */
  printed: [number | null, number | null] | null;
  /** Degrees from north, measured and printed, for a direction. */
  bearings: [number, number] | null;
  words: Span[];
  reason: string;
  suggestion: string | null;
}

export interface MapModel {
  centre: Point | null;
  points: Point[];
  legs: Leg[];
}

const ENDS = new Set(['distance', 'border', 'direction']);
const NAMED = /^(.+) \((-?\d+(?:\.\d+)?), (-?\d+(?:\.\d+)?)\)$/;

/** Put together what can be drawn: the event's place, checked ends, answers that are places. */
export function mapOf(
  event: Place | null,
  findings: readonly Finding[],
  answers: readonly PointNode[],
): MapModel {
  const points = new Map<string, Point>();
  if (event) add(points, fromPlace(event, true));
  const legs = findings.flatMap((one) => legOf(one, points));
  for (const { place, answers: given } of answers) {
    add(points, { ...fromPlace(place, false), spans: given.map((one) => one.span) });
  }
  const all = [...points.values()];
  return { centre: all.find((one) => one.main) ?? all[0] ?? null, points: all, legs };
}

function fromPlace(place: Place, main: boolean): Point {
  const { name, latitude, longitude, radius, kind } = place;
  return {
    id: placeKey(name, latitude, longitude),
    name,
    latitude,
    longitude,
    radius,
    kind,
    main,
    spans: [],
  };
}

/** Places are the same where their names and their positions to a kilometre are. */
export function placeKey(name: string, latitude: number, longitude: number): string {
  return `${name}@${latitude.toFixed(2)},${longitude.toFixed(2)}`;
}

function add(points: Map<string, Point>, point: Point): string {
  const known = points.get(point.id);
  if (known) known.spans.push(...point.spans);
  else points.set(point.id, { ...point, spans: [...point.spans] });
  return point.id;
}

function legOf(finding: Finding, points: Map<string, Point>): Leg[] {
  if (!ENDS.has(finding.check)) return [];
  const from = pointIn(finding.inputs.from);
  const to = pointIn(finding.inputs.to);
  if (!from || !to) return [];
  const { measured, printed, bearing } = finding.inputs;
  const turned = finding.check === 'direction';
  return [
    {
      id: finding.ref,
      check: finding.check,
      verdict: finding.verdict,
      from: add(points, from),
      to: add(points, to),
      measured: turned ? null : numberIn(measured),
      printed: turned ? null : boundsIn(printed),
      bearings: turned ? [numberIn(bearing) ?? 0, numberIn(printed) ?? 0] : null,
      words: finding.spans,
      reason: finding.reason,
      suggestion: finding.suggestion,
    },
  ];
}

function pointIn(text: string | undefined): Point | null {
  const match = NAMED.exec(text ?? '');
  if (!match) return null;
  const [, name = '', north = '0', east = '0'] = match;
  const latitude = Number(north);
  const longitude = Number(east);
  const id = placeKey(name, latitude, longitude);
  return { id, name, latitude, longitude, radius: 0, kind: '', main: false, spans: [] };
}

function numberIn(text: string | undefined): number | null {
  const match = /-?\d+(?:\.\d+)?/.exec(text ?? '');
  return match ? Number(match[0]) : null;
}

function boundsIn(text: string | undefined): [number | null, number | null] | null {
  const match = /^(None|-?[\d.]+) to (None|-?[\d.]+)/.exec(text ?? '');
  if (!match) return null;
  const bound = (one: string | undefined): number | null => (one === 'None' ? null : Number(one));
  return [bound(match[1]), bound(match[2])];
}
