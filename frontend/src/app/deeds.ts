// The decisions that people take, in the terms of the API. Each names its thing by an id, or by the
// words themselves where it has none.
import type { Decision, Words } from './api';
import type { Stance, Statement } from './nodes';

const words = (span: Words): Words => ({ report: span.report, start: span.start, end: span.end });

export const accept = (ref: string, why = ''): Decision => ({ action: 'accept', refs: [ref], why });
export const reject = (ref: string, why = ''): Decision => ({ action: 'reject', refs: [ref], why });

export const note = (span: Words, why: string): Decision => ({
  action: 'note', about: 'passage', at: [words(span)], why,
});
export const pin = (span: Words): Decision => ({ action: 'pin', about: 'passage', at: [words(span)] });

export const moveEdges = (statement: Statement, to: Words, why = ''): Decision => ({
  action: 'correct', refs: [statement.id], part: 'boundaries', words: words(to), why,
});
/** A statement that no rule found; `who` is null where the report speaks in its own voice. */
export const newStatement = (said: Words, who: Words | null, stance: Stance, why = ''): Decision => ({
  action: 'state', about: 'statement', at: [words(said)], words: who && words(who), word: stance, why,
});
/** `to` is null where the report speaks in its own voice. */
export const setSpeaker = (statement: Statement, to: Words | null, why = ''): Decision => ({
  action: 'correct', refs: [statement.id], part: 'speaker', words: to && words(to), why,
});
export const setStance = (statement: Statement, stance: Stance, why = ''): Decision => ({
  action: 'correct', refs: [statement.id], part: 'stance', word: stance, why,
});
export const setAnswer = (
  span: Words, question: string, part: 'value' | 'time' | 'place',
  given: Record<string, unknown>, answer: string, why = '',
): Decision => ({
  action: 'correct', about: 'answer', at: [words(span)], named: question, part, given, answer, why,
});

export const merge = (one: string, other: string, why = ''): Decision => ({
  action: 'merge', refs: [one, other], why,
});
export const split = (one: Words, other: Words, why = ''): Decision => ({
  action: 'split', about: 'entity', at: [words(one), words(other)], why,
});
export const relate = (one: string, other: string, word: string, why = ''): Decision => ({
  action: 'relate', refs: [one, other], word, why,
});
