// How a statement or a line looks: one mark for each way of holding a claim.
import type { CellKind } from './api';
import type { Line, Standing, Statement } from './nodes';

export type Mark =
  | 'own'
  | 'attributed'
  | 'denied'
  | 'accused'
  | 'hedged'
  | 'disputed'
  | 'within'
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

const CELLS: Record<CellKind, Mark> = {
  says: 'attributed',
  denies: 'denied',
  'own-voice': 'own',
  hedged: 'hedged',
  attributed: 'attributed',
  absent: 'absent',
};

export function markOfCell(kind: CellKind | undefined): Mark {
  return kind ? CELLS[kind] : 'absent';
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

export function markOfLine(line: Line): Mark {
  return line.standing ? STANDINGS[line.standing] : 'attributed';
}

/** The short name of a report in the order of the brief: S1, S2. */
export function labels(reports: readonly string[]): Record<string, string> {
  return Object.fromEntries(reports.map((id, place) => [id, `S${place + 1}`]));
}
