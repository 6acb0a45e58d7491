/**
 * Which hypothesis stands best, what tells them apart, what it all hangs on.
 *
 * The same rules as `twosource.hypotheses.analysis`, so that a table that is edited is ranked
 * while it is edited. `tests/figures/fixtures/ranking.json` holds values that the Python gave; both are tested
 * on it. Only counted items weigh; the least evidence against stands first; what nothing puts to
 * a test stands behind what is tested.
 */
import type { EvidenceItem, Hypothesis, Span } from '../app/nodes';
import { spanKey } from './spans';

export type Rating = EvidenceItem['rating'];

export const RATINGS: readonly Rating[] = ['CC', 'C', 'N', 'I', 'II'];

const WEIGHTS: Record<string, number> = { CC: 2, C: 1, N: 0, I: -1, II: -2 };
const SPREAD = 4;

export interface Standing {
  /** Id of the hypothesis; null for "none of these". */
  hypothesis: string | null;
  against: number;
  supported: number;
  tested: boolean;
}

export interface Item {
  span: Span;
  origin: string;
  diagnosticity: number;
  /** Whether another hypothesis would stand best without it. */
  decides: boolean;
}

export interface Analysis {
  ranking: Standing[];
  items: Item[];
  decidingOrigins: string[];
}

/** What is supposed not to hold, to see what the order hangs on. */
export interface Fallen {
  spans: ReadonlySet<string>;
  origins: ReadonlySet<string>;
}

interface Row {
  span: Span;
  origin: string;
  weights: Map<string, number>;
}

const NOTHING: Fallen = { spans: new Set(), origins: new Set() };

/** Read the table of hypotheses and evidence. */
export function analysed(hypotheses: readonly Hypothesis[], fallen = NOTHING): Analysis {
  const rows = rowsOf(hypotheses).filter(
    (row) => !fallen.spans.has(spanKey(row.span)) && !fallen.origins.has(row.origin),
  );
  const ranking = rankedBy(hypotheses, rows);
  const leader = ranking[0]?.hypothesis;
  const origins = [...new Set(rows.map((row) => row.origin))].sort(byCodePoint);
  const falls = (goes: (row: Row) => boolean): boolean => {
    const left = rankedBy(
      hypotheses,
      rows.filter((row) => !goes(row)),
    );
    return left.length > 0 && left[0]?.hypothesis !== leader;
  };
  const items = rows.map((row) => ({
    span: row.span,
    origin: row.origin,
    diagnosticity: diagnosticity(row, hypotheses.length),
    decides: falls((other) => spanKey(other.span) === spanKey(row.span)),
  }));
  items.sort(
    (a, b) =>
      b.diagnosticity - a.diagnosticity ||
      byCodePoint(a.span.report, b.span.report) ||
      a.span.start - b.span.start ||
      byCodePoint(a.origin, b.origin),
  );
  return {
    ranking: [...ranking, { hypothesis: null, against: 0, supported: 0, tested: false }],
    items,
    decidingOrigins: origins.filter((origin) => falls((row) => row.origin === origin)),
  };
}

/** The hypotheses with an item rated as a person rates it; N takes it off both sides. */
export function withRating(
  hypotheses: readonly Hypothesis[],
  id: string,
  item: EvidenceItem,
  rating: Rating,
): Hypothesis[] {
  return hypotheses.map((one) => (one.id === id ? ratedIn(one, item, rating) : one));
}

/** How an item is rated on a hypothesis; N where it is on neither side. */
export function ratingOf(hypothesis: Hypothesis, span: Span): EvidenceItem | null {
  const key = spanKey(span);
  const items = [...hypothesis.for, ...hypothesis.against];
  return items.find((one) => spanKey(one.span) === key) ?? null;
}

function ratedIn(one: Hypothesis, item: EvidenceItem, rating: Rating): Hypothesis {
  const found = ratingOf(one, item.span);
  const kept = (side: EvidenceItem[]): EvidenceItem[] => side.filter((other) => other !== found);
  const sides = { for: kept(one.for), against: kept(one.against) };
  if (rating !== 'N') {
    const side = (WEIGHTS[rating] ?? 0) > 0 ? 'for' : 'against';
    // An origin counts once on a side.
    const counted = !sides[side].some((other) => other.counted && other.origin === item.origin);
    sides[side] = [...sides[side], { ...(found ?? { ...item, counted }), rating }];
  }
  return { ...one, ...sides };
}

function rowsOf(hypotheses: readonly Hypothesis[]): Row[] {
  const rows = new Map<string, Row>();
  for (const one of hypotheses) {
    for (const item of [...one.for, ...one.against]) {
      if (!item.counted) continue;
      const key = `${spanKey(item.span)} ${item.origin}`;
      const row = rows.get(key) ?? { span: item.span, origin: item.origin, weights: new Map() };
      row.weights.set(one.id, WEIGHTS[item.rating] ?? 0);
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

function rankedBy(hypotheses: readonly Hypothesis[], rows: readonly Row[]): Standing[] {
  const labels = new Map(hypotheses.map((one) => [one.id, one.label]));
  const standings = hypotheses.map((one) => standing(one.id, rows));
  const label = (one: Standing): string => labels.get(one.hypothesis ?? '') ?? '';
  return standings.sort(
    (a, b) =>
      Number(b.tested) - Number(a.tested) ||
      (a.tested ? a.against - b.against : 0) ||
      b.supported - a.supported ||
      byCodePoint(label(a), label(b)),
  );
}

function standing(id: string, rows: readonly Row[]): Standing {
  let against = 0;
  let supported = 0;
  let withstood = false;
  for (const row of rows) {
    const weight = row.weights.get(id) ?? 0;
    if (weight < 0) against -= weight;
    if (weight > 0) supported += weight;
    // An item for it that shuts another out could have shut it out instead.
    withstood ||= weight > 0 && Math.min(...row.weights.values()) < 0;
  }
  return { hypothesis: id, against, supported, tested: withstood || (against > 0 && supported > 0) };
}

function diagnosticity(row: Row, hypotheses: number): number {
  const weights = [...row.weights.values(), ...(row.weights.size < hypotheses ? [0] : [])];
  return (Math.max(...weights) - Math.min(...weights)) / SPREAD;
}

/** Order of two strings by code point, as Python orders them. */
function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const step = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (step !== 0) return step;
  }
  return left.length - right.length;
}
