import { describe, expect, it } from 'vitest';

import type { Finding, ReportCard } from '../../src/app/nodes';
import { near } from '../../src/figures/atlas';
import { countedOnce, drawn, followable, lineageOf, type Edge } from '../../src/figures/lineage';
import { mapOf } from '../../src/figures/map';
import { fitted, kilometres, labelled, nearer, projectionFor, ringsFor } from '../../src/figures/projection';

const words = { report: 'rp-a', start: 0, end: 3, quote: 'far' };
const finding = (inputs: Record<string, string>, check = 'distance'): Finding => ({
  ref: 'finding-0',
  check,
  version: 1,
  verdict: 'fails',
  spans: [words],
  inputs,
  reason: '',
  suggestion: null,
});
const far = finding({
  from: 'Port (10.0, 20.0)',
  to: 'Cape (-11.5) (11.0, 20.0)',
  measured: '111 km',
  printed: 'None to 75.0 km',
});
const size = { width: 800, height: 500 };

describe('the map', () => {
  const model = mapOf(null, [far, finding({ from: 'nowhere' }), finding({}, 'daylight')], []);

  it('draws the checks whose two ends have a position', () => {
    expect(model.legs).toHaveLength(1);
    expect(model.legs[0]).toMatchObject({ measured: 111, printed: [null, 75], bearings: null });
    expect(model.points.map((one) => one.name)).toEqual(['Port', 'Cape (-11.5)']);
  });

  it('keeps distances from the middle true', () => {
    const [port, cape] = [model.points[0]!, model.points[1]!];
    const view = fitted(port, model.points, model.legs, size);
    const place = projectionFor(port, size, view);
    const a = place([port.longitude, port.latitude])!;
    const b = place([cape.longitude, cape.latitude])!;
    const drawnKm = Math.hypot(a[0] - b[0], a[1] - b[1]) * view.perPixel;
    expect(drawnKm).toBeCloseTo(kilometres(port, cape), 3);
    for (const [x, y] of [a, b]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(size.height);
    }
  });

  it('shows rings that are round and can be told apart', () => {
    const rings = ringsFor(size, { perPixel: 0.5, x: 0, y: 0 });
    expect(rings.map((one) => one.km)).toEqual([50, 100, 200]);
    expect(rings[0]?.radius).toBe(100);
  });

  it('comes nearer with what is under the pointer kept there', () => {
    const view = { perPixel: 2, x: 10, y: 0 };
    const near = nearer(view, 0.5, 500, 250, size);
    expect(near.perPixel).toBe(1);
    // Kilometres east of the middle at that point, before and after.
    expect((500 - 400 - near.x) * near.perPixel).toBeCloseTo((500 - 400 - view.x) * view.perPixel);
  });

  it('keeps names apart', () => {
    const spots = [1, 2, 3].map((n) => ({ id: `${n}`, x: 300 + n, y: 200, name: 'Harbour' }));
    const places = labelled(spots, size).map((one) => `${one.anchor} ${one.y}`);
    expect(new Set(places).size).toBe(3);
  });

  it('leaves out borders on the other side of the world, not those beyond the date line', () => {
    const lines = (east: number) => ({
      type: 'MultiLineString' as const,
      coordinates: [[[east, 0]]],
    });
    expect(near(lines(-179), 0, 179, 5).coordinates).toHaveLength(1);
    expect(near(lines(0), 0, 179, 5).coordinates).toHaveLength(0);
  });
});

const report = (id: string): ReportCard =>
  ({ id, file: `${id}.txt`, publisher: null, published: null }) as ReportCard;
const tie = (from: string, to: string, direction: 'known' | 'unknown' = 'known'): Edge => ({
  ref: 'lineage-0',
  from,
  to,
  kind: 'copies',
  direction,
  score: 0.5,
  runs: [],
  citation: null,
  reason: '',
});

describe('the lineage', () => {
  const reports = ['rp-a', 'rp-b', 'rp-c'].map(report);
  const outside = [{ id: 'or-x', name: '', spans: [] }];
  const model = lineageOf([tie('or-x', 'rp-a'), tie('rp-a', 'rp-b', 'unknown')], reports, outside, new Map());

  it('has outside origins as nodes, and reports without a tie apart', () => {
    expect(model.nodes.map((one) => one.sort)).toEqual(['outside', 'report', 'report']);
    expect(model.alone.map((one) => one.id)).toEqual(['rp-c']);
  });

  it('is drawn with what was first on the left, and an arrow only where that is known', () => {
    const drawing = drawn(model, false);
    const [x, a, b] = drawing.nodes.map((one) => one.x);
    expect(x).toBeLessThan(a!);
    expect(a).toBeLessThan(b!);
    expect(drawing.ties.map((one) => one.end !== null)).toEqual([true, false]);
    expect(drawing.ties.every((one) => one.path.startsWith('M'))).toBe(true);
  });

  it('is drawn where reports are tied in a ring, and where nothing is tied', () => {
    const ring = lineageOf([tie('rp-a', 'rp-b'), tie('rp-b', 'rp-a')], reports, [], new Map());
    expect(drawn(ring, true).ties).toHaveLength(2);
    expect(drawn(lineageOf([], reports, [], new Map()), false).nodes).toEqual([]);
  });

  it('sets what does not hang together below each other, so that it needs little width', () => {
    const pairs = lineageOf(
      [tie('rp-a', 'rp-b'), tie('or-x', 'rp-c')],
      reports,
      outside,
      new Map(),
    );
    const drawing = drawn(pairs, true);
    expect(drawing.width).toBeLessThan(200);
    const [x, a, b, c] = ['or-x', 'rp-a', 'rp-b', 'rp-c'].map(
      (id) => drawing.nodes.find((one) => one.id === id)!.y,
    );
    expect([x! < c!, a! < b!, c! < a! || b! < x!]).toEqual([true, true, true]);
  });

  it('draws of a large one what is selected and what has most ties', () => {
    const ids = Array.from({ length: 30 }, (_, n) => `rp-${n}`);
    const star = ids.slice(1).map((id) => ({ ...tie('rp-0', id), ref: `lineage-${id}` }));
    const large = lineageOf(star, ids.map(report), [], new Map());
    const part = followable(large, 'rp-29', 5);
    expect(part.nodes).toHaveLength(5);
    expect(part.nodes.map((one) => one.id)).toEqual(expect.arrayContaining(['rp-0', 'rp-29']));
    expect(part.ties).toHaveLength(4);
    expect(followable(large, null, 30)).toBe(large);
  });

  it('counts origins, not reports, and shows the widest gap first', () => {
    const claim = (id: string, reports: string[]) => ({
      claim: id,
      question: '',
      question_id: 'qu-1',
      answer: '',
      reports,
      origins: ['or-x', 'or-gone'],
      independent: 1,
      reason: '',
    });
    const rows = countedOnce(
      [claim('few', ['rp-a']), claim('many', ['rp-a', 'rp-b', 'rp-c'])],
      [{ id: 'or-x', name: 'Pilot', kind: 'witness', interested: false, spans: [] }],
    );
    expect(rows.map((one) => one.claim)).toEqual(['many', 'few']);
    expect(rows[0]).toMatchObject({ reports: ['rp-a', 'rp-b', 'rp-c'], independent: 1 });
    expect(rows[0]?.origins).toHaveLength(1);
  });
});
