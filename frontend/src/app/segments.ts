// Cutting a text into segments, so that statements that overlap can be shown and clicked. Elements
// nest and spans do not: wherever a span starts or ends a segment starts, and it knows all that
// cover it. Joined, the segments are the text again.

export interface Cover {
  id: string;
  start: number;
  end: number;
}

export interface Segment<C extends Cover> {
  start: number;
  end: number;
  /** What covers it, the longest first; the last is the innermost. */
  covers: C[];
  /** What starts here. */
  opening: C[];
}

/**
 * Cut the code points from 0 to `length` at the edges of covers and at further cuts.
 * Covers that are empty or lie outside are left out.
 */
export function segments<C extends Cover>(length: number, covers: readonly C[], cuts: readonly number[] = []): Segment<C>[] {
  const held = covers.filter((one) => one.start < one.end && one.start >= 0 && one.end <= length);
  const edges = new Set<number>([0, length]);
  for (const one of held) edges.add(one.start).add(one.end);
  for (const cut of cuts) if (cut > 0 && cut < length) edges.add(cut);
  const sorted = [...edges].sort((a, b) => a - b);
  const starting = new Map<number, C[]>();
  for (const one of [...held].sort((a, b) => b.end - a.end)) {
    const list = starting.get(one.start);
    if (list) list.push(one);
    else starting.set(one.start, [one]);
  }
  const made: Segment<C>[] = [];
  let active: C[] = [];
  for (let place = 0; place + 1 < sorted.length; place += 1) {
    const start = sorted[place] ?? 0;
    const end = sorted[place + 1] ?? length;
    const opening = starting.get(start) ?? [];
    active = active.filter((one) => one.end > start);
    if (opening.length > 0) {
      active = [...active, ...opening].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    }
    made.push({ start, end, covers: active, opening });
  }
  return made;
}

export interface Paragraph<C extends Cover> {
  start: number;
  segments: Segment<C>[];
}

/** Segments in paragraphs: a paragraph ends with its line breaks. */
export function paragraphs<C extends Cover>(text: string, length: number, covers: readonly C[], further: readonly number[] = []): Paragraph<C>[] {
  const starts = [0];
  let point = 0;
  let broke = false;
  for (const sign of text) {
    if (broke && sign !== '\n') starts.push(point);
    broke = sign === '\n';
    point += 1;
  }
  const cut = segments(length, covers, [...starts, ...further]);
  const made: Paragraph<C>[] = starts.map((start) => ({ start, segments: [] }));
  let at = 0;
  for (const segment of cut) {
    while (at + 1 < starts.length && segment.start >= (starts[at + 1] ?? Infinity)) at += 1;
    made[at]?.segments.push(segment);
  }
  return made.filter((one) => one.segments.length > 0);
}

/**
 * Where an end of a statement comes to stand when it is moved by a word. A start stands before a
 * word, an end behind one.
 */
export function nextEdge(text: string, at: number, end: 'start' | 'end', step: 1 | -1): number {
  const signs = [...text];
  const word = (place: number) => /[\p{L}\p{N}\p{M}’'-]/u.test(signs[place] ?? '');
  const stands = (place: number) =>
    end === 'start' ? word(place) && !word(place - 1) : word(place - 1) && !word(place);
  let place = at + step;
  while (place > 0 && place < signs.length && !stands(place)) place += step;
  return Math.max(0, Math.min(signs.length, place));
}
