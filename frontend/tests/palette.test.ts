import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../src/styles/tokens.css'), 'utf8');
const standard = css.slice(0, css.indexOf("[data-palette='strong']"));
const pairs = [...standard.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const colours = Object.fromEntries(pairs.map(([, name, light, dark]) => [name, [light, dark]])) as Record<string, [string, string]>;
const MARKS = ['asserted', 'denied', 'hedged', 'disputed', 'unknown'];

type Triple = [number, number, number];
const linear = (colour: string): Triple =>
  [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Triple;
const luminance = (colour: string) => {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
// Machado, Oliveira and Fernandes 2009, severity 1.
const SEEN: Record<string, number[][]> = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
function oklab(colour: string, matrix: number[][]): Triple {
  const raw = linear(colour);
  const [r, g, b] = matrix.map((row) =>
    Math.min(1, Math.max(0, row.reduce((sum, weight, at) => sum + weight * (raw[at] ?? 0), 0))),
  ) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
const distance = (a: Triple, b: Triple) => 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe.each([['light', 0], ['dark', 1]] as const)('the colours of the %s theme', (_, theme) => {
  const of = (name: string) => colours[name]?.[theme] ?? '';
  it('stand out from paper and card as text', () => {
    for (const name of ['ink', 'ink-2', 'ink-3', ...MARKS])
      for (const ground of ['paper', 'card', 'sunk'])
        expect(contrast(of(name), of(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
  it('carry text on every wash', () => {
    for (const name of [...MARKS.map((one) => `${one}-wash`), 'found'])
      expect(contrast(of('ink'), of(name)), name).toBeGreaterThanOrEqual(5.2);
  });
  it('show the edges of controls', () => {
    expect(contrast(of('edge'), of('paper'))).toBeGreaterThanOrEqual(3);
  });
  it.each(Object.keys(SEEN))('keep the marks apart for eyes of the kind %s', (kind) => {
    const seen = MARKS.map((name) => oklab(of(name), SEEN[kind] ?? []));
    for (let one = 0; one < seen.length; one += 1)
      for (let other = 0; other < one; other += 1)
        expect(distance(seen[one]!, seen[other]!), `${MARKS[one]} and ${MARKS[other]}`).toBeGreaterThan(7);
  });
});
