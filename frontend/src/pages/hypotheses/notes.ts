import type { Hypothesis } from '../../app/nodes';
import type { RemarkNode } from '../../figures/nodes';

/** What a note on a hypothesis is about. */
export type NoteSort = 'likelihood' | 'confidence' | 'note';
export const SORTS: readonly NoteSort[] = ['likelihood', 'confidence', 'note'];

/** Terms of likelihood, from least to most: Intelligence Community Directive 203, D.6.e(2)(a). */
export const LIKELIHOOD = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;

/** Levels of confidence, which the directive keeps out of a sentence that states a likelihood. */
export const CONFIDENCE = ['low', 'moderate', 'high'] as const;

export interface Note {
  seq: number;
  at: string;
  actor: string;
  sort: NoteSort;
  text: string;
}

/** The notes on a hypothesis, the earliest first: those that point to words which raise it. */
export function remarksOn(hypothesis: Hypothesis, remarks: readonly RemarkNode[]): Note[] {
  const raised = new Set(hypothesis.raised.map((one) => `${one.report}:${one.start}`));
  return remarks
    .filter(
      (one) =>
        one.named === hypothesis.label || one.pointers.some((at) => raised.has(`${at.report}:${at.start}`)),
    )
    .map((one) => ({ seq: one.seq, at: one.at, actor: one.actor, sort: sortOf(one.word), text: one.why }))
    .sort((a, b) => a.seq - b.seq);
}

function sortOf(word: string): NoteSort {
  return SORTS.find((one) => one === word) ?? 'note';
}
