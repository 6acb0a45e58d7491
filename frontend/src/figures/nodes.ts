/** What the figures read of a case, and how a decision is put. */
import { api } from '../app/api';
import type { Contradiction, LogItem, Original, Review, Timeline } from '../app/nodes';

const MOST = 1000;

export async function readTimeline(
  slug: string,
): Promise<{ timeline: Timeline; contradictions: Contradiction[] }> {
  const [timeline, found] = await Promise.all([api.timeline(slug), api.contradictions(slug)]);
  return { timeline, contradictions: found.items };
}

/** A pointer of a decision as the chain keeps it. */
export interface Pointed {
  report: string;
  start: number;
  quote: string;
}

/** What a review decides, as the chain keeps it. */
export interface Decided {
  action: string;
  about: string;
  pointers: Pointed[];
  named: string;
  part: string | null;
  word: string;
  answer: string;
  why: string;
  earlier: string[];
}

export type ReviewNode = Omit<Review, 'decision'> & { decision: Decided };

export async function readReviews(slug: string): Promise<ReviewNode[]> {
  const { items } = await api.reviews(slug, { limit: MOST });
  return items as unknown as ReviewNode[];
}

export async function readLog(slug: string): Promise<LogItem[]> {
  return (await api.log(slug, { limit: MOST })).items;
}

export async function readOriginals(slug: string): Promise<Original[]> {
  return (await api.originals(slug)).items;
}

export interface RemarkNode {
  seq: number;
  at: string;
  actor: string;
  named: string;
  word: string;
  why: string;
  pointers: Pointed[];
}

/** Notes that nobody took back; they point to words, such as those that raise a hypothesis. */
export async function readRemarks(slug: string): Promise<RemarkNode[]> {
  const reviews = await readReviews(slug);
  return reviews
    .filter(({ state, decision }) => decision.action === 'note' && state !== 'withdrawn')
    .map(({ seq, at, actor, decision }) => {
      const { named, word, why, pointers } = decision;
      return { seq, at, actor, named, word, why, pointers };
    });
}
