// A report laid out for reading: paragraphs of segments, each with the statements that cover it.
import { controlCuts } from '../../app/controls';
import { markOf, type Mark } from '../../app/marks';
import type { ReportPage, Statement } from '../../app/nodes';
import { paragraphs, type Cover, type Paragraph } from '../../app/segments';
import { pointsOf } from '../../app/texts';

export interface Said extends Cover {
  mark: Mark;
  /** Whether this is the first of a statement's parts. */
  head: boolean;
}

export interface Laid {
  paragraphs: (Paragraph<Said> & { furniture: boolean; layer: string; statements: Statement[] })[];
  /** Whether a code point stands in a header line, a caption, a byline and the like. */
  furniture: (point: number) => boolean;
  /** Statements in the order in which they stand in the report. */
  order: Statement[];
}

export interface Draft {
  id: string;
  start: number;
  end: number;
}

const FURNITURE = new Set(['header', 'byline', 'dateline', 'caption', 'promotion', 'link-mark', 'link-target', 'separator']);

/** Lay a report out; a draft stands in for the edges of the statement that is being moved. */
export function lay(page: ReportPage, draft: Draft | null): Laid {
  const text = page.report.text;
  const points = pointsOf(page);
  const covers = page.statements.flatMap((one) => coversOf(one, draft));
  const regions = page.report.regions.flatMap((one) => [one.start, one.end]);
  const cut = paragraphs(text, points.length, covers, [...regions, ...controlCuts(text), ...tails(text)]);
  const furniture = (point: number) =>
    page.report.regions.some((r) => FURNITURE.has(r.kind) && r.start <= point && point < r.end);
  const order = [...page.statements].sort(
    (a, b) => a.content.start - b.content.start || b.content.end - a.content.end,
  );
  let next = 0;
  const made = cut.map((one, place) => {
    const end = cut[place + 1]?.start ?? points.length;
    const statements: Statement[] = [];
    for (let said = order[next]; said && said.content.start < end; said = order[next]) {
      statements.push(said);
      next += 1;
    }
    const sentence = page.sentences.find((s) => s.span.start < end && s.span.end > one.start);
    return {
      ...one, statements,
      furniture: one.segments.every(
        (s) => furniture(s.start) || points.slice(s.start, s.end).trim() === '',
      ),
      layer: sentence?.layer ?? 'unknown',
    };
  });
  return { paragraphs: made, order, furniture };
}

/** Where the line breaks at the end of a paragraph begin: they are kept and not shown. */
function tails(text: string): number[] {
  const cuts: number[] = [];
  let point = 0;
  let before = '';
  for (const sign of text) {
    if (sign === '\n' && before !== '\n') cuts.push(point);
    before = sign;
    point += 1;
  }
  return cuts;
}

function coversOf(statement: Statement, draft: Draft | null): Said[] {
  const mark = markOf(statement);
  const content = draft?.id === statement.id ? draft : statement.content;
  const parts = [content, ...statement.more];
  return parts.map((part, place) => ({
    id: statement.id, start: part.start, end: part.end, mark, head: place === 0,
  }));
}
