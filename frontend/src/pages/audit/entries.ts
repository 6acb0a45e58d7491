/** The log and the reviews of a case as one list, the latest first. */
import type { LogItem } from '../../app/nodes';
import type { ReviewNode } from '../../figures/nodes';

export interface Entry {
  key: string;
  at: string;
  actor: string;
  sort: 'review' | 'custody';
  action: string;
  /** What it was done to, in words: a quotation, or the name of a file. */
  what: string;
  review: ReviewNode | null;
  log: LogItem | null;
}

export interface Filter {
  sort: 'all' | 'review' | 'custody' | 'withdrawn';
  actor: string;
  words: string;
}

export function entriesOf(reviews: readonly ReviewNode[], log: readonly LogItem[]): Entry[] {
  const decided = reviews.map((one) => ({
    key: `review-${one.seq}`,
    at: one.at,
    actor: one.actor,
    sort: 'review' as const,
    action: one.decision.action,
    what: one.decision.pointers.map((pointer) => pointer.quote).join(' · ') || one.decision.named,
    review: one,
    log: null,
  }));
  const kept = log.map((one) => ({
    key: `log-${one.seq}`,
    at: one.at,
    actor: one.actor,
    sort: 'custody' as const,
    action: one.action,
    what: one.name,
    review: null,
    log: one,
  }));
  // Entries of one second keep the order of their chain.
  const number = (one: Entry): number => one.review?.seq ?? one.log?.seq ?? 0;
  return [...decided, ...kept].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || number(b) - number(a) || (a.key < b.key ? -1 : 1),
  );
}

export function filtered(entries: readonly Entry[], filter: Filter): Entry[] {
  const words = filter.words.trim().toLowerCase();
  return entries.filter((one) => {
    if (filter.sort === 'withdrawn') {
      if (one.review?.state !== 'withdrawn') return false;
    } else if (filter.sort !== 'all' && one.sort !== filter.sort) return false;
    if (filter.actor && one.actor !== filter.actor) return false;
    const text = `${one.what} ${one.actor} ${one.action} ${one.review?.decision.why ?? ''} ${one.log?.object ?? ''}`;
    return words === '' || text.toLowerCase().includes(words);
  });
}

/** The states that can be compared: after each decision, and after each examination. */
export function momentsOf(entries: readonly Entry[]): { name: string; n: number; entry: Entry }[] {
  return entries.flatMap((entry) => {
    if (entry.review) return [{ name: `review-${entry.review.seq}`, n: entry.review.seq, entry }];
    const run = entry.action === 'examined' ? Number(/^run (\d+)$/.exec(entry.what)?.[1]) : 0;
    return run ? [{ name: `run-${run}`, n: run, entry }] : [];
  });
}

/** Whether a review can be undone: it decided something, and nobody took it back. */
export function undoable(review: ReviewNode): boolean {
  const events = new Set(['withdraw', 'restore']);
  return !events.has(review.decision.action) && review.state !== 'withdrawn' && review.state !== 'replaced';
}

/** The numbers of the reviews to undo so that the case stands as it did right after one of them. */
export function sinceThen(reviews: readonly ReviewNode[], seq: number): number[] {
  return reviews.filter((one) => one.seq > seq && undoable(one)).map((one) => one.seq);
}

/** Numbers of the reviews that an undo or a redo names. */
export function namedBy(event: ReviewNode, reviews: readonly ReviewNode[]): number[] {
  const byHash = new Map(reviews.map((one) => [one.hash, one.seq]));
  return event.decision.earlier.flatMap((hash) => byHash.get(hash) ?? []);
}

/** Entries by the day on which they were made, as the reader's clock has it. */
export function byDay(entries: readonly Entry[]): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const date = new Date(entry.at);
    const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
