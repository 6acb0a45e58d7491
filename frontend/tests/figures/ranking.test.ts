import { describe, expect, it } from 'vitest';

import tables from './fixtures/ranking.json';
import type { Hypothesis } from '../../src/app/nodes';
import { analysed, ratingOf, withRating } from '../../src/figures/ranking';

interface Table {
  name: string;
  hypotheses: Hypothesis[];
  ranking: unknown[];
  items: unknown[];
  decidingOrigins: string[];
}
const all = tables as unknown as Table[];
const named = (name: string): Hypothesis[] => all.find((one) => one.name === name)?.hypotheses ?? [];

describe('the ranking gives what the Python gives', () => {
  it.each(all)('$name', (table) => {
    const found = analysed(table.hypotheses);
    expect(found.ranking.map((s) => [s.hypothesis, s.against, s.supported, s.tested])).toEqual(table.ranking);
    expect(found.items.map((i) => [i.span.start, i.origin, i.diagnosticity, i.decides])).toEqual(table.items);
    expect(found.decidingOrigins).toEqual(table.decidingOrigins);
  });
});

describe('a rating that a person gives', () => {
  const before = named('strong and weak');
  const item = before[0]!.for[0]!;

  it('moves the item to the other side', () => {
    const after = withRating(before, before[0]!.id, item, 'II');
    expect(ratingOf(after[0]!, item.span)?.rating).toBe('II');
    expect(after[0]!.for).not.toContain(item);
    expect(after[1]).toBe(before[1]);
  });

  it('takes the item off both sides where it is N', () => {
    const after = withRating(before, before[0]!.id, item, 'N');
    expect(ratingOf(after[0]!, item.span)).toBeNull();
  });

  it('puts an item on a hypothesis that had none of it', () => {
    const after = withRating(before, before[2]!.id, item, 'CC');
    expect(ratingOf(after[2]!, item.span)?.counted).toBe(true);
  });

  it('counts an origin once on a side', () => {
    const other = { ...item, span: { ...item.span, start: 90, end: 91 } };
    const after = withRating(before, before[0]!.id, other, 'C');
    expect(ratingOf(after[0]!, other.span)?.counted).toBe(false);
  });
});

describe('what if it falls', () => {
  it('leaves the evidence of an origin out of the ranking', () => {
    const table = named('strong and weak');
    const whole = analysed(table);
    for (const origin of whole.decidingOrigins) {
      const rest = analysed(table, { spans: new Set(), origins: new Set([origin]) });
      expect(rest.ranking[0]?.hypothesis).not.toBe(whole.ranking[0]?.hypothesis);
      expect(rest.items.every((one) => one.origin !== origin)).toBe(true);
    }
  });
});
