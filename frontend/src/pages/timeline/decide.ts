import type { Decision } from '../../app/api';
import type { Span } from '../../app/nodes';
import type { Dated } from '../../figures/timeline';
import type { Domain } from '../../figures/timescale';
import { intervalWords } from '../../figures/zone';

/** The decisions that put a time in the place of what some words were read as. */
export function timeDecisions(
  dated: Dated,
  spans: readonly Span[],
  run: Domain,
  zone: string,
  why: string,
): Decision[] {
  // Without milliseconds, as the case file writes a moment.
  const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00');
  const words = `${intervalWords(run.start, run.end, zone, 'en-GB')} (${zone})`;
  return spans.map((span) => ({
    action: 'correct',
    refs: [dated.id],
    at: [{ report: span.report, start: span.start, end: span.end }],
    part: 'time',
    given: {
      type: 'interval',
      start: iso(run.start),
      end: iso(run.end),
      printed: span.quote,
      zone_basis: 'place',
    },
    answer: words,
    why: why.trim(),
  }));
}
