/** The timeline as data: what the reports date, and when each of them appeared. */
import type { Contradiction, Span, Timeline } from '../app/nodes';
import type { Called } from './reports';

type DatedNode = Timeline['events'][number];

/** One dated answer. Times are milliseconds; `null` where its words give no day. */
export interface Dated {
  id: string;
  question: string;
  questionId: string;
  answer: string;
  start: number | null;
  end: number | null;
  precision: string;
  approximate: boolean;
  relation: string;
  zoneBasis: string;
  /** Whether another version collides with it. */
  disputed: boolean;
  /** Why it collides, in the words of the contradiction. */
  collision: string;
  reports: string[];
  spans: Span[];
  statements: string[];
}

/** When a report appeared. */
export interface Appeared {
  report: string;
  label: string;
  name: string;
  start: number;
  end: number;
  basis: string;
  printed: string;
}

export interface TimelineModel {
  dated: Dated[];
  unplaced: Dated[];
  appeared: Appeared[];
  undatedReports: string[];
}

/** The dated answers in the order of their times, and the publications in theirs. */
export function timelineOf(
  nodes: Timeline,
  contradictions: readonly Contradiction[],
  called: Called,
): TimelineModel {
  const reasons = new Map<string, string>();
  for (const one of contradictions) {
    for (const side of one.sides) for (const claim of side.claims) reasons.set(claim, one.reason);
  }
  const found = nodes.events.map((one) => datedFrom(one, reasons.get(one.claim) ?? ''));
  const order = (one: Dated): number => one.start ?? Infinity;
  found.sort((a, b) => order(a) - order(b) || (a.end ?? 0) - (b.end ?? 0) || (a.id < b.id ? -1 : 1));
  const appeared = nodes.reports.map((one) => ({
    report: one.report,
    label: called.labels[one.report] ?? '',
    name: called.names[one.report] ?? '',
    start: Date.parse(one.interval.start),
    end: Date.parse(one.interval.end),
    basis: one.basis,
    printed: one.at,
  }));
  appeared.sort((a, b) => a.start - b.start);
  const known = new Set(appeared.map((one) => one.report));
  return {
    dated: found.filter((one) => one.start !== null),
    unplaced: found.filter((one) => one.start === null),
    appeared,
    undatedReports: Object.keys(called.labels).filter((id) => !known.has(id)),
  };
}

function datedFrom(node: DatedNode, collision: string): Dated {
  return {
    id: node.claim,
    question: node.text,
    questionId: node.question,
    answer: node.answer,
    start: node.interval ? Date.parse(node.interval.start) : null,
    end: node.interval ? Date.parse(node.interval.end) : null,
    precision: node.precision ?? '',
    approximate: node.approximate,
    relation: node.relation ?? 'at',
    zoneBasis: node.interval?.zone_basis ?? '',
    disputed: node.disputed,
    collision,
    reports: [...new Set(node.reports)],
    spans: node.spans,
    statements: node.statements,
  };
}

/** The answers by question, each group where its first answer stands. */
export function byQuestion(dated: readonly Dated[]): { question: string; id: string; rows: Dated[] }[] {
  const groups = new Map<string, { question: string; id: string; rows: Dated[] }>();
  for (const one of dated) {
    const group = groups.get(one.questionId) ?? { question: one.question, id: one.questionId, rows: [] };
    group.rows.push(one);
    groups.set(one.questionId, group);
  }
  return [...groups.values()];
}

/** Both ends of what a timeline shows, with a margin; null where nothing has a time. */
export function extentOf(model: TimelineModel): [number, number] | null {
  const starts = [...model.dated.map((one) => one.start ?? 0), ...model.appeared.map((a) => a.start)];
  const ends = [...model.dated.map((one) => one.end ?? 0), ...model.appeared.map((a) => a.end)];
  if (starts.length === 0) return null;
  const start = starts.reduce((a, b) => Math.min(a, b));
  const end = ends.reduce((a, b) => Math.max(a, b));
  const margin = Math.max((end - start) / 24, 15 * 60_000);
  return [start - margin, end + margin];
}
