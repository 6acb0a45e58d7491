/** The map's projection, its range rings, and where its words have room. */
import { geoAzimuthalEquidistant, geoDistance, type GeoProjection } from 'd3-geo';

import type { Leg, Point } from './map';

/** Mean radius of the Earth in kilometres (IUGG). */
export const EARTH = 6371.0088;
const RINGS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const LEAST_REACH = 12;
/** Pixels around words on a ring: with fewer they would stand in other words. */
const LEAST_ROOM = 40;

export interface Size {
  width: number;
  height: number;
}

/** What part of the ground is shown: kilometres for a pixel, and the middle moved by pixels. */
export interface View {
  perPixel: number;
  x: number;
  y: number;
}

/** Distances from the middle are true, so that every range ring is a circle. */
export function projectionFor(centre: Point, size: Size, view: View): GeoProjection {
  return geoAzimuthalEquidistant()
    .rotate([-centre.longitude, -centre.latitude])
    .scale(EARTH / view.perPixel)
    .translate([size.width / 2 + view.x, size.height / 2 + view.y])
    .clipAngle(179)
    .clipExtent([
      [-40, -40],
      [size.width + 40, size.height + 40],
    ])
    .precision(0.6);
}

/** Great-circle kilometres between two places on a sphere. */
export function kilometres(a: Point, b: Point): number {
  return EARTH * geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]);
}

/** The view that shows every place, the printed distances around their ends included. */
export function fitted(centre: Point, points: readonly Point[], legs: readonly Leg[], size: Size): View {
  const flat = projectionFor(centre, { width: 0, height: 0 }, { perPixel: 1, x: 0, y: 0 }).clipExtent(null);
  const spots = points.map((one): [number, number] => flat([one.longitude, one.latitude]) ?? [0, 0]);
  const reach = Math.max(
    LEAST_REACH,
    ...legs.map((leg) => (leg.measured ?? 0) * 0.2),
    ...points.map((one) => one.radius),
  );
  const left = Math.min(-reach, ...spots.map(([x]) => x));
  const right = Math.max(reach, ...spots.map(([x]) => x));
  const top = Math.min(-reach, ...spots.map(([, y]) => y));
  const bottom = Math.max(reach, ...spots.map(([, y]) => y));
  const room = { width: Math.max(80, size.width - 190), height: Math.max(80, size.height - 110) };
  const perPixel = Math.max((right - left) / room.width, (bottom - top) / room.height, 0.01);
  return { perPixel, x: -(left + right) / 2 / perPixel, y: -(top + bottom) / 2 / perPixel };
}

/** The view closer by a factor below 1, or further, with what is at a point kept there. */
export function nearer(view: View, factor: number, x: number, y: number, size: Size): View {
  const perPixel = Math.max(0.002, Math.min(40, view.perPixel * factor));
  const kept = view.perPixel / perPixel;
  const [right, down] = [x - size.width / 2, y - size.height / 2];
  return { perPixel, x: right - (right - view.x) * kept, y: down - (down - view.y) * kept };
}

/** At most four rings that are round numbers of kilometres and can be told apart. */
export function ringsFor(size: Size, view: View): { km: number; radius: number }[] {
  const most = Math.hypot(size.width / 2 + Math.abs(view.x), size.height / 2 + Math.abs(view.y));
  return RINGS.map((km) => ({ km, radius: km / view.perPixel }))
    .filter((one) => one.radius > 44 && one.radius < most)
    .slice(0, 4);
}

export interface Label {
  id: string;
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const LINE = 16;
const LETTER = 7.2;

export interface Spot {
  id: string;
  x: number;
  y: number;
  name: string;
}

/** Where the name of each place stands so that names stay apart and off the lines; first come, first placed. */
export function labelled(spots: readonly Spot[], size: Size, lines: readonly [Spot, Spot][] = []): Label[] {
  const taken: Box[] = [...spots.map((one) => around(one, 6)), ...lines.flatMap(([a, b]) => along(a, b))];
  return spots.map((spot) => {
    const long = spot.name.length * LETTER;
    const choices = [
      label(spot, 11, 4, 'start'),
      label(spot, -11, 4, 'end'),
      label(spot, 0, -13, 'middle'),
      label(spot, 0, 22, 'middle'),
      label(spot, 11, 22, 'start'),
      label(spot, 11, -14, 'start'),
      label(spot, -11, -14, 'end'),
      label(spot, 0, 40, 'middle'),
    ];
    const free = choices.find((one) => fits(boxOf(one, long), taken, size)) ?? choices[0]!;
    taken.push(boxOf(free, long));
    return free;
  });
}

/** The point of a ring with most room for its words: far from what else has words. */
export function roomiest(
  ring: readonly [number, number][],
  others: readonly { x: number; y: number }[],
  size: Size,
): { x: number; y: number } | null {
  const inside = ring.filter(([x, y]) => x > 80 && x < size.width - 80 && y > 46 && y < size.height - 18);
  const free = ([x, y]: [number, number]): number =>
    others.reduce((least, one) => Math.min(least, Math.hypot(one.x - x, (one.y - y) * 2)), Infinity);
  const best = inside.reduce<[number, number] | null>(
    (found, one) => (found === null || free(one) > free(found) ? one : found),
    null,
  );
  return best && free(best) >= LEAST_ROOM ? { x: best[0], y: best[1] } : null;
}

function around(spot: { x: number; y: number }, by: number): Box {
  return { left: spot.x - by, right: spot.x + by, top: spot.y - by, bottom: spot.y + by };
}

/** Boxes along a line, and one for the words in its middle. */
function along(a: Spot, b: Spot): Box[] {
  const steps = Math.min(60, Math.floor(Math.hypot(b.x - a.x, b.y - a.y) / 10));
  const points = Array.from({ length: steps }, (_, n) => {
    const share = n / steps;
    return around({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }, 2);
  });
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return [...points, { left: middle.x - 34, right: middle.x + 34, top: middle.y - 22, bottom: middle.y }];
}

function label(spot: Spot, right: number, down: number, anchor: Label['anchor']): Label {
  return { id: spot.id, x: spot.x + right, y: spot.y + down, anchor };
}

function boxOf(one: Label, long: number): Box {
  const left = one.anchor === 'start' ? one.x : one.anchor === 'end' ? one.x - long : one.x - long / 2;
  return { left, right: left + long, top: one.y - LINE + 3, bottom: one.y + 5 };
}

function fits(box: Box, taken: readonly Box[], size: Size): boolean {
  if (box.left < 2 || box.right > size.width - 2 || box.top < 2 || box.bottom > size.height - 2) return false;
  return taken.every(
    (one) => box.right < one.left || box.left > one.right || box.bottom < one.top || box.top > one.bottom,
  );
}
