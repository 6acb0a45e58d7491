/** Where everything of the timeline stands: rows above the axis, publications below it. */
import { byQuestion, type Appeared, type Dated, type TimelineModel } from './timeline';
import { timeScale, type Domain } from './timescale';

export type Shape = 'point' | 'bar' | 'before' | 'after';

export interface Mark {
  dated: Dated;
  shape: Shape;
  x: number;
  width: number;
  y: number;
  /** Where its words begin or end, and which. */
  words: { x: number; anchor: 'start' | 'end'; room: number };
}

export interface Group {
  question: string;
  id: string;
  /** The question in lines that fit their column. */
  lines: string[];
  y: number;
  height: number;
  marks: Mark[];
}

export interface Dot {
  appeared: Appeared;
  x: number;
  y: number;
  words: { x: number; anchor: 'start' | 'end' };
}

export interface Layout {
  width: number;
  height: number;
  /** Left edge of the drawing; questions stand left of it where there is room. */
  left: number;
  axis: number;
  groups: Group[];
  dots: Dot[];
  /** Answers that have no row, because there are too many. */
  hidden: number;
  /** Whether there are too many reports for a row each. */
  strip: boolean;
}

export const SIZES = {
  top: 34,
  mark: 40,
  dot: 27,
  axis: 24,
  gutter: 168,
  narrow: 720,
  letter: 6.7,
  most: 24,
  rows: 60,
};
const LINE = 18;
const LEAST = 7;

export function layoutOf(model: TimelineModel, domain: Domain, width: number, small = false): Layout {
  const wide = width >= SIZES.narrow && !small;
  const left = wide ? SIZES.gutter : 0;
  const scale = timeScale(domain, width - left);
  const x = (at: number): number => left + scale.x(at);
  let y = SIZES.top;
  const within = model.dated.filter((one) => (one.end ?? 0) >= domain.start && (one.start ?? 0) <= domain.end);
  const shown = within.slice(0, SIZES.rows);
  const groups = byQuestion(shown).map((group) => {
    const lines = wrapped(group.question, wide ? 21 : Math.floor(width / 8));
    const head = wide ? 0 : lines.length * LINE + 4;
    const marks = group.rows.map((dated, row) =>
      markOf(dated, x, y + head + row * SIZES.mark + SIZES.mark / 2, left, width),
    );
    const height = Math.max(head + marks.length * SIZES.mark, lines.length * LINE + 12) + 8;
    const placed = { question: group.question, id: group.id, lines, y, height, marks };
    y += height;
    return placed;
  });
  const axis = y + 6;
  const strip = model.appeared.length > SIZES.most;
  const dots = model.appeared.map((appeared, row) => {
    const at = x((appeared.start + appeared.end) / 2);
    const down = strip ? axis + SIZES.axis + 26 : axis + SIZES.axis + 24 + row * SIZES.dot;
    return { appeared, x: at, y: down, words: besides(at, 9, appeared.name.length + 10, left, width) };
  });
  const below = strip ? 56 : dots.length * SIZES.dot + 20;
  const hidden = within.length - shown.length;
  return { width, height: axis + SIZES.axis + below, left, axis, groups, dots, hidden, strip };
}

function markOf(dated: Dated, x: (at: number) => number, y: number, left: number, width: number): Mark {
  const from = x(dated.start ?? 0);
  const to = x(dated.end ?? 0);
  const narrow = to - from < 2 * LEAST;
  const middle = (from + to) / 2;
  const open = openShape(dated.relation);
  const shape = open ?? (narrow ? 'point' : 'bar');
  const box = narrow ? { x: middle - LEAST, width: 2 * LEAST } : { x: from, width: to - from };
  const long = Math.max(dated.answer.length, 16) * SIZES.letter;
  return { dated, shape, ...box, y, words: wordsOf(box, long, left, width) };
}

function openShape(relation: string): Shape | null {
  if (relation === 'before' || relation === 'until') return 'before';
  return relation === 'after' || relation === 'since' ? 'after' : null;
}

/** Words stand behind a mark, before it where there is no room, else within its bar. */
function wordsOf(
  box: { x: number; width: number },
  long: number,
  left: number,
  width: number,
): Mark['words'] {
  const end = box.x + box.width;
  const behind = width - end - 14;
  const before = box.x - left - 14;
  if (behind >= long || (behind >= before && behind > 120))
    return { x: end + 9, anchor: 'start', room: behind };
  if (before > 120) return { x: box.x - 9, anchor: 'end', room: before };
  return {
    x: Math.max(left, box.x) + 8,
    anchor: 'start',
    room: Math.min(width, end) - Math.max(left, box.x) - 12,
  };
}

function besides(x: number, gap: number, letters: number, left: number, width: number): Dot['words'] {
  const fits = x + gap + letters * SIZES.letter < width || x - left < width - x;
  return fits ? { x: x + gap, anchor: 'start' } : { x: x - gap, anchor: 'end' };
}

/** A text in lines of so many letters; words longer than a line stand alone. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text cut to the room it has, with an ellipsis. */
export function shortened(text: string, room: number, letter = SIZES.letter): string {
  const letters = [...text];
  const most = Math.max(3, Math.floor(room / letter));
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** A curve from an answer to the report that prints it. */
export function thread(mark: Mark, dot: Dot): string {
  const x = mark.x + mark.width / 2;
  const y = mark.y + 8;
  const bend = (dot.y - y) * 0.55;
  return `M${x.toFixed(1)} ${y}C${x.toFixed(1)} ${(y + bend).toFixed(1)} ${dot.x.toFixed(1)} ${(dot.y - bend).toFixed(1)} ${dot.x.toFixed(1)} ${dot.y - 6}`;
}
