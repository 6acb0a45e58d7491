// Every request of the workbench. Reads are kept until the case changes, so that moving between
// pages costs nothing; writes carry the header that the server asks for.
import type {
  Brief,
  Claim,
  Contradiction,
  Entity,
  EventNode,
  Finding,
  Hypothesis,
  LineageEdge,
  Loss,
  Origin,
  Place,
  Question,
  Relation,
  Report,
  ReportHead,
  Sourcing,
  Span,
  Statement,
  Wording,
} from './nodes';

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly body: unknown = null,
  ) {
    super(message);
  }
}

export interface Session {
  actor: string;
  role: 'reader' | 'analyst' | 'lead';
  version: string;
  readOnly: boolean;
  fetchAllowed: boolean;
  accounts: boolean;
}

export interface CaseHead {
  slug: string;
  name: string;
  place: string;
  reports: number;
  statements: number;
  run: string | null;
  updated: string | null;
}

export interface CaseInfo {
  slug: string;
  name: string;
  run: string | null;
  head: string;
  counts: Record<string, number>;
  reports: ReportHead[];
  event: EventNode | null;
  undoable: number[];
  redoable: number[];
  waiting: number;
}

export type CellKind = 'says' | 'denies' | 'own-voice' | 'hedged' | 'attributed' | 'absent';

export interface QuestionRow {
  question: Question;
  cells: Record<string, CellKind>;
  claims: Claim[];
  contradiction: Contradiction | null;
  origins: number;
}

export interface QuestionFull {
  question: Question;
  claims: Claim[];
  relations: Relation[];
  contradiction: Contradiction | null;
  sourcing: Sourcing[];
}

export interface Page<T> {
  total: number;
  items: T[];
}

export interface Hit {
  sort: 'sentence' | 'statement' | 'claim';
  id: string | null;
  report: string | null;
  span: Span | null;
  text: string;
}

export interface Words {
  report: string;
  start: number;
  end: number;
}

export interface Decision {
  action: string;
  about: string;
  pointers: Words[];
  named?: string;
  part?: string | null;
  words?: Words | null;
  word?: string;
  given?: Record<string, unknown> | null;
  answer?: string;
  why?: string;
}

export interface Pointer extends Words {
  quote: string;
}

export interface Review {
  seq: number;
  at: string;
  actor: string;
  hash: string;
  decision: Decision & { pointers: Pointer[]; earlier?: string[] };
  undone?: boolean;
}

export interface LogEntry {
  seq: number;
  at: string;
  actor: string;
  action: string;
  object: string;
  name: string;
  tool: string;
  version: string;
  prev: string;
}

export interface Settings {
  palette: string;
  density: string;
  locale: string;
  letterKeys: boolean;
}

export interface BriefPage {
  brief: Brief;
  pins: string[];
  order: string[];
  notes: { line: string | null; text: string; seq: number; actor: string }[];
}

type Query = Record<string, string | number | boolean | null | undefined>;

const kept = new Map<string, Promise<unknown>>();

/** Forget what was read of a case (or of everything), because it changed. */
export function forget(slug?: string): void {
  const mark = slug === undefined ? '/api/' : `/api/cases/${encodeURIComponent(slug)}`;
  for (const url of kept.keys()) if (url.startsWith(mark)) kept.delete(url);
}

function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const tail = params.toString();
  return `/api${path}${tail ? `?${tail}` : ''}`;
}

async function failure(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => null);
  const said = (body as { error?: { code?: string; message?: string; hint?: string } } | null)?.error;
  const message = said?.message ?? `${answer.status} ${answer.statusText}`;
  return new ApiError(answer.status, said?.code ?? String(answer.status), message, said?.hint ?? '', body);
}

async function send<T>(method: string, url: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-Twosource'] = '1';
  let payload: BodyInit | undefined;
  if (body instanceof FormData) payload = body;
  else if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    payload = JSON.stringify(body);
  }
  let answer: Response;
  try {
    answer = await fetch(url, { method, headers, body: payload ?? null, credentials: 'same-origin' });
  } catch {
    throw new ApiError(0, 'offline', 'The server does not answer.', 'Is it still running?');
  }
  if (!answer.ok) throw await failure(answer);
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

function read<T>(path: string, query?: Query): Promise<T> {
  const url = address(path, query);
  const known = kept.get(url);
  if (known) return known as Promise<T>;
  const asked = send<T>('GET', url);
  kept.set(url, asked);
  asked.catch(() => kept.delete(url));
  return asked;
}

const write = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  send<T>(method, address(path), body);

const of = (slug: string, rest = ''): string => `/cases/${encodeURIComponent(slug)}${rest}`;

export const api = {
  session: () => read<Session>('/session'),
  login: (name: string, password: string) => write<void>('POST', '/login', { name, password }),
  logout: () => write<void>('POST', '/logout'),
  settings: () => read<Settings>('/settings'),
  saveSettings: (settings: Settings) => write<Settings>('PUT', '/settings', settings),

  cases: () => read<CaseHead[]>('/cases'),
  createCase: (name: string) => write<CaseHead>('POST', '/cases', { name }),
  openExample: () => write<CaseHead>('POST', '/cases/example'),
  info: (slug: string) => read<CaseInfo>(of(slug)),

  brief: (slug: string) => read<BriefPage>(of(slug, '/brief')),
  report: (slug: string, id: string) => read<Report>(of(slug, `/reports/${id}`)),
  statements: (slug: string, query: Query = {}) =>
    read<Page<Statement>>(of(slug, '/statements'), query),
  questions: (slug: string, query: Query = {}) =>
    read<Page<QuestionRow>>(of(slug, '/questions'), query),
  question: (slug: string, id: string) => read<QuestionFull>(of(slug, `/questions/${id}`)),
  contradictions: (slug: string) => read<Contradiction[]>(of(slug, '/contradictions')),
  entities: (slug: string) => read<Entity[]>(of(slug, '/entities')),
  lineage: (slug: string) =>
    read<{ nodes: unknown[]; edges: LineageEdge[]; outside_origins: Origin[]; origins: Origin[] }>(
      of(slug, '/lineage'),
    ),
  findings: (slug: string) => read<Finding[]>(of(slug, '/findings')),
  hypotheses: (slug: string) => read<Hypothesis[]>(of(slug, '/hypotheses')),
  timeline: (slug: string) => read<unknown>(of(slug, '/timeline')),
  places: (slug: string) => read<{ points: Place[]; distances: unknown[] }>(of(slug, '/places')),
  wordings: (slug: string) => read<Wording[]>(of(slug, '/wordings')),
  losses: (slug: string) => read<Loss[]>(of(slug, '/losses')),
  search: (slug: string, q: string, limit = 30) => read<Hit[]>(of(slug, '/search'), { q, limit }),

  reviews: (slug: string, query: Query = {}) => read<Page<Review>>(of(slug, '/reviews'), query),
  decide: (slug: string, head: string, decisions: Decision[]) =>
    write<{ head: string }>('POST', of(slug, '/reviews'), { head, decisions }),
  undo: (slug: string, head: string, reviews: number[]) =>
    write<{ head: string }>('POST', of(slug, '/reviews/undo'), { head, reviews }),
  redo: (slug: string, head: string, reviews: number[]) =>
    write<{ head: string }>('POST', of(slug, '/reviews/redo'), { head, reviews }),
  log: (slug: string, query: Query = {}) => read<Page<LogEntry>>(of(slug, '/log'), query),
  originals: (slug: string) => read<unknown[]>(of(slug, '/originals')),

  addFiles: (slug: string, files: File[]) => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    return write<{ job: string }>('POST', of(slug, '/reports'), form);
  },
  addText: (slug: string, name: string, text: string) =>
    write<{ job: string }>('POST', of(slug, '/text'), { name, text }),
  addUrl: (slug: string, url: string) => write<{ job: string }>('POST', of(slug, '/url'), { url }),
  update: (slug: string) => write<{ job: string }>('POST', of(slug, '/update')),
  cancel: (job: string) => write<void>('DELETE', `/jobs/${job}`),

  exportUrl: (slug: string, format: string) => address(of(slug, '/export'), { format }),
  originalUrl: (slug: string, sha256: string) => address(of(slug, `/originals/${sha256}`)),
  streamUrl: (slug: string) => address(of(slug, '/stream')),
  jobUrl: (job: string) => address(`/jobs/${job}/events`),
};
