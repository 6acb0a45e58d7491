// Texts of reports with their tables of code points, and short extracts around spans.
import { api } from './api';
import { Points } from './codepoints';
import type { Mark } from './marks';
import type { ReportPage, Span } from './nodes';

const tables = new WeakMap<ReportPage, Points>();

/** The table of code points of a report, made once. */
export function pointsOf(page: ReportPage): Points {
  const known = tables.get(page);
  if (known) return known;
  const made = new Points(page.report.text);
  tables.set(page, made);
  return made;
}

/** Several reports at once, by id; one that is gone is left out. */
export async function reportsOf(slug: string, ids: Iterable<string>): Promise<Map<string, ReportPage>> {
  const wanted = [...new Set(ids)];
  const found = await Promise.all(wanted.map((id) => api.report(slug, id).catch(() => null)));
  const pages = new Map<string, ReportPage>();
  found.forEach((page, place) => {
    const id = wanted[place];
    if (page && id) pages.set(id, page);
  });
  return pages;
}

export interface Marked extends Pick<Span, 'report' | 'start' | 'end'> {
  mark: Mark | 'quiet';
}

export interface Piece {
  text: string;
  mark: Mark | 'quiet' | null;
}

export interface Extract {
  report: string;
  start: number;
  end: number;
  cutBefore: boolean;
  cutAfter: boolean;
  pieces: Piece[];
}

const NEAR = 160;
const AROUND = 64;

/** Extracts that show marked spans with what stands around them; near spans share one. */
export function extracts(points: Points, marked: readonly Marked[]): Extract[] {
  const sorted = [...marked].sort((a, b) => a.start - b.start || b.end - a.end);
  const groups: Marked[][] = [];
  let reach = -Infinity;
  for (const one of sorted) {
    const group = groups.at(-1);
    if (group && one.start - reach <= NEAR) group.push(one);
    else groups.push([one]);
    reach = Math.max(group && one.start - reach <= NEAR ? reach : -Infinity, one.end);
  }
  return groups.map((group) => extract(points, group));
}

function extract(points: Points, group: Marked[]): Extract {
  const first = Math.min(...group.map((one) => one.start));
  const last = Math.max(...group.map((one) => one.end));
  const from = startOf(points, first);
  const to = endOf(points, last);
  const edges = new Set([from, to]);
  for (const one of group) edges.add(one.start).add(one.end);
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let place = 0; place + 1 < cuts.length; place += 1) {
    const start = cuts[place] ?? 0;
    const end = cuts[place + 1] ?? start;
    const over = group.filter((one) => one.start <= start && one.end >= end);
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    const loud = over.find((one) => one.mark !== 'quiet') ?? over[0];
    pieces.push({ text: points.slice(start, end).replace(/\s+/g, ' '), mark: loud?.mark ?? null });
  }
  return {
    report: group[0]?.report ?? '',
    start: first,
    end: last,
    cutBefore: from > 0 && !/\n\s*$/.test(points.slice(Math.max(0, from - 2), from)),
    cutAfter: to < points.length && !/^\s*\n/.test(points.slice(to, to + 2)),
    pieces,
  };
}

function startOf(points: Points, first: number): number {
  const before = points.slice(Math.max(0, first - AROUND), first);
  const line = before.lastIndexOf('\n');
  if (line >= 0) return first - [...before.slice(line + 1)].length;
  if (first <= AROUND) return 0;
  const word = before.indexOf(' ');
  return word < 0 ? first : first - [...before.slice(word + 1)].length;
}

function endOf(points: Points, last: number): number {
  const after = points.slice(last, last + AROUND);
  const line = after.indexOf('\n');
  if (line >= 0) return last + [...after.slice(0, line)].length;
  if (last + AROUND >= points.length) return points.length;
  const word = after.lastIndexOf(' ');
  return word < 0 ? last : last + [...after.slice(0, word)].length;
}
