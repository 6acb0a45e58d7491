/** The columns of the table of hypotheses: each item of evidence once, grouped by its origin. */
import type { EvidenceItem, Hypothesis } from '../app/nodes';
import type { Analysis } from './ranking';
import { spanKey } from './spans';

export interface Column {
  /** Words and origin: what makes it one item. */
  key: string;
  /** E1, E2 in the order in which it is shown. */
  name: string;
  item: EvidenceItem;
  diagnosticity: number;
  /** How well it tells hypotheses apart, for a word: none, some or much. */
  level: 'none' | 'some' | 'much';
  decides: boolean;
  /** Whether it counts for its origin on any hypothesis. */
  weighs: boolean;
}

/**
 * Every item of evidence, those seen before included, those that count first within their origin. Origins stand in the order of
 * their most diagnostic item, and keep it while cells are rated, so that columns do not jump.
 */
export function columnsOf(
  hypotheses: readonly Hypothesis[],
  analysis: Analysis,
  seen: readonly EvidenceItem[] = [],
): Column[] {
  const found = new Map(analysis.items.map((one) => [`${spanKey(one.span)} ${one.origin}`, one]));
  const items = new Map<string, EvidenceItem>();
  for (const hypothesis of hypotheses) {
    for (const item of [...hypothesis.for, ...hypothesis.against]) {
      const key = `${spanKey(item.span)} ${item.origin}`;
      const known = items.get(key);
      if (!known || (item.counted && !known.counted)) items.set(key, item);
    }
  }
  // What was rated as neither stands on no side any more, and can still be rated anew.
  for (const item of seen) {
    const key = `${spanKey(item.span)} ${item.origin}`;
    if (!items.has(key)) items.set(key, item);
  }
  const columns = [...items].map(([key, item]) => {
    const read = found.get(key);
    const diagnosticity = read?.diagnosticity ?? 0;
    return {
      key,
      item,
      diagnosticity,
      level: levelOf(diagnosticity),
      decides: read?.decides ?? false,
      weighs: item.counted,
    };
  });
  const best = new Map<string, number>();
  for (const one of columns) {
    best.set(one.item.origin, Math.max(best.get(one.item.origin) ?? 0, one.diagnosticity));
  }
  columns.sort(
    (a, b) =>
      (best.get(b.item.origin) ?? 0) - (best.get(a.item.origin) ?? 0) ||
      (a.item.origin < b.item.origin ? -1 : a.item.origin > b.item.origin ? 1 : 0) ||
      Number(b.item.counted) - Number(a.item.counted) ||
      b.diagnosticity - a.diagnosticity ||
      a.item.span.start - b.item.span.start,
  );
  return columns.map((one, number) => ({ ...one, name: `E${number + 1}` }));
}

function levelOf(diagnosticity: number): Column['level'] {
  if (diagnosticity === 0) return 'none';
  return diagnosticity >= 0.5 ? 'much' : 'some';
}

/** Columns in the order of earlier ones; what is new comes last. */
export function inOrderOf(columns: Column[], earlier: readonly string[]): Column[] {
  const place = new Map(earlier.map((key, number) => [key, number]));
  const at = (one: Column): number => place.get(one.key) ?? earlier.length;
  return [...columns]
    .sort((a, b) => at(a) - at(b))
    .map((one, number) => ({ ...one, name: `E${number + 1}` }));
}
