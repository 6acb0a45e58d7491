// How a statement or a line looks: one mark for each way of holding a claim.
import type { CellMark, QuestionState, Standing, Statement } from './nodes';

export type Mark =
  | 'own'
  | 'attributed'
  | 'denied'
  | 'accused'
  | 'hedged'
  | 'disputed'
  | 'within'
  | 'mixed'
  | 'unknown'
  | 'absent'
  | 'known';

/** The mark of a statement: what is done with it first, then who speaks. */
export function markOf(statement: Pick<Statement, 'stance' | 'speaker'>): Mark {
  switch (statement.stance) {
    case 'denies':
      return 'denied';
    case 'hedges':
    case 'predicts':
      return 'hedged';
    case 'declines':
      return 'unknown';
    case 'accuses':
      return 'accused';
    default:
      return statement.speaker === null ? 'own' : 'attributed';
  }
}

const CELLS: Record<CellMark, Mark> = {
  'own-voice': 'own',
  attributed: 'attributed',
  denies: 'denied',
  hedged: 'hedged',
  declines: 'unknown',
  mixed: 'mixed',
};

/** The mark of a cell of the grid; a report that does not answer has none. */
export function markOfCell(kind: CellMark | undefined): Mark {
  return kind ? CELLS[kind] : 'absent';
}

const STATES: Record<QuestionState, Mark | 'one-origin'> = {
  clash: 'disputed',
  open: 'unknown',
  agree: 'known',
  'one-side': 'one-origin',
  'one-origin': 'one-origin',
  single: 'absent',
};

/** The sign of how the answers to a question stand. */
export function markOfState(state: QuestionState): Mark | 'one-origin' {
  return STATES[state];
}

const STANDINGS: Record<Standing, Mark> = {
  known: 'known',
  claimed: 'attributed',
  disputed: 'disputed',
  unknown: 'unknown',
};

export function markOfStanding(standing: Standing): Mark {
  return STANDINGS[standing];
}

/** The short name of a report in the order of the brief: S1, S2. */
export function labels(reports: readonly string[]): Record<string, string> {
  return Object.fromEntries(reports.map((id, place) => [id, `S${place + 1}`]));
}
