/** What the figures ask the server for, beyond what the shell asks for already. */
import { ApiError } from '../app/api';
import { changes } from '../app/changes.svelte';
import type { Contradiction, Finding, Hypothesis, LineageEdge, Origin, Place, Span } from '../app/nodes';
import type { TimelineNodes } from './timeline';

/** Words in a report, as a decision names them. */
export interface Passage {
  report: string;
  start: number;
  end: number;
}

/** What a person decides: the thing by its id or ref, and the words where it has several. */
export interface DecisionIn {
  action: 'accept' | 'reject' | 'correct' | 'merge' | 'split' | 'relate' | 'rate' | 'note' | 'pin';
  refs?: string[];
  at?: Passage[];
  about?: string;
  named?: string;
  part?: string;
  word?: string;
  given?: Record<string, unknown>;
  answer?: string;
  why?: string;
}

export interface OutsideOrigin {
  id: string;
  name: string;
  spans: Span[];
}

export interface SourcedClaim {
  claim: string;
  question: string;
  question_id: string;
  answer: string;
  reports: string[];
  origins: string[];
  independent: number;
  reason: string;
}

export interface LineageNodes {
  edges: (LineageEdge & { ref: string })[];
  outside: OutsideOrigin[];
  origins: Origin[];
}

export interface PointNode {
  place: Place;
  certain: boolean;
  answers: { question: string; claim: string; report: string; statement: string | null; span: Span }[];
}

export type FindingItem = Finding & { ref: string };

const kept = new Map<string, { count: number; asked: Promise<unknown> }>();

/** Read something of a case; asked for anew after every change of the case. */
async function read<T>(slug: string, path: string): Promise<T> {
  const url = `/api/cases/${encodeURIComponent(slug)}/${path}`;
  const known = kept.get(url);
  if (known && known.count === changes.count) return known.asked as Promise<T>;
  const asked = ask<T>(url);
  kept.set(url, { count: changes.count, asked });
  asked.catch(() => kept.delete(url));
  return asked;
}

async function ask<T>(url: string): Promise<T> {
  const answer = await fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body as T;
  const said = (body as { error?: { code?: string; message?: string; hint?: string } } | null)?.error;
  throw new ApiError(
    answer.status,
    said?.code ?? '',
    said?.message ?? answer.statusText,
    said?.hint ?? '',
    body,
  );
}

const MOST = 1000;

export async function readTimeline(
  slug: string,
): Promise<{ timeline: TimelineNodes; contradictions: Contradiction[] }> {
  const [timeline, found] = await Promise.all([
    read<TimelineNodes>(slug, 'timeline'),
    read<{ items: Contradiction[] }>(slug, `contradictions?limit=${MOST}`),
  ]);
  return { timeline, contradictions: found.items };
}

export const readLineage = (slug: string): Promise<LineageNodes> => read(slug, 'lineage');

export const readSourcing = (slug: string): Promise<{ total: number; items: SourcedClaim[] }> =>
  read(slug, `sourcing?limit=${MOST}`);

export const readPlaces = (slug: string): Promise<{ event: Place | null; points: PointNode[] }> =>
  read(slug, 'places');

export const readFindings = (slug: string): Promise<{ items: FindingItem[] }> =>
  read(slug, `findings?limit=${MOST}`);

export const readHypotheses = (slug: string): Promise<{ items: Hypothesis[] }> => read(slug, 'hypotheses');

export interface ReviewNode {
  seq: number;
  at: string;
  actor: string;
  hash: string;
  state: 'applied' | 'remark' | 'pending' | 'unfit' | 'withdrawn' | 'replaced' | 'event';
  reason: string;
  group: number;
  decision: {
    action: string;
    about: string;
    pointers: { report: string; file?: string; start: number; quote: string }[];
    named: string;
    part: string | null;
    word: string;
    answer: string;
    why: string;
    earlier: string[];
  };
}

export interface RemarkNode {
  seq: number;
  at: string;
  actor: string;
  named: string;
  word: string;
  why: string;
  pointers: { report: string; start: number }[];
}

export const readReviews = (
  slug: string,
  offset = 0,
  limit = 200,
): Promise<{ total: number; head: string; items: ReviewNode[] }> =>
  read(slug, `reviews?offset=${offset}&limit=${limit}`);

/** Notes on hypotheses that nobody took back. */
export async function readRemarks(slug: string): Promise<RemarkNode[]> {
  const { items } = await readReviews(slug, 0, 500);
  return items
    .filter(
      ({ state, decision }) =>
        state !== 'withdrawn' && decision.action === 'note' && decision.about === 'hypothesis',
    )
    .map(({ seq, at, actor, decision }) => {
      const { named, word, why, pointers } = decision;
      return { seq, at, actor, named, word, why, pointers };
    });
}

export interface LogNode {
  seq: number;
  at: string;
  actor: string;
  action: string;
  object: string;
  name: string;
  tool: string;
  version: string;
  prev: string;
  hash: string;
}

export const readLog = (
  slug: string,
  offset = 0,
  limit = 200,
): Promise<{ total: number; items: LogNode[] }> => read(slug, `log?offset=${offset}&limit=${limit}`);

export interface OriginalNode {
  sha256: string;
  name: string;
  size: number;
  seq: number;
}

export const readOriginals = (slug: string): Promise<{ items: OriginalNode[] }> => read(slug, 'originals');
