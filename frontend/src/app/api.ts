// Every request of the workbench. Reads are kept until the case changes, so that moving between
// pages costs nothing; writes carry the header that the server asks for.
import type {
  Brief,
  CaseCard,
  CaseInfo,
  Comparison,
  Contradiction,
  Edition,
  Entity,
  Finding,
  FurtherLine,
  Hit,
  Hypotheses,
  Line,
  Lineage,
  LogItem,
  NamedPlace,
  Loss,
  Original,
  Places,
  QuestionPage,
  ReportPage,
  Review,
  Row,
  Session,
  SourcedClaim,
  Statement,
  Timeline,
  WatchPage,
  WatchedCase,
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

export interface Page<T> {
  total: number;
  items: T[];
}

export interface Words {
  report: string;
  start: number;
  end: number;
}

/**
 * What a person decides. The thing is named by `refs` (ids, or `finding-1`, `loss-1`, `lineage-1`),
 * or by the words `at`; the server finds it again by its words after another run.
 */
export interface Decision {
  action: string;
  refs?: string[];
  at?: Words[];
  about?: string;
  named?: string;
  part?: string;
  words?: Words | null;
  word?: string;
  given?: Record<string, unknown>;
  answer?: string;
  why?: string;
}

export interface Decided {
  head: string;
  reviews: number[];
  settled: boolean;
}

export interface Started {
  job: string | null;
  added: string[];
  repeated: string[];
  versions: string[];
  unreadable: { name: string; what: string; remedy: string }[];
}

export interface Preferences {
  palette: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  locale: string;
  keys: boolean;
  motion: 'system' | 'reduced';
  borders: string;
}

export interface Format {
  name: string;
  suffix: string;
  holds: string;
  cannot_hold: string[];
  available: boolean;
}

export interface Account {
  name: string;
  role: Session['role'];
  disabled: boolean;
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

// A case is prepared when it is first asked for, and after decisions that touch much of it.
const TRIES = 60;
const PAUSE_MILLISECONDS = 1500;

async function patiently<T>(url: string): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send<T>('GET', url);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'preparing' || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}

function read<T>(path: string, query?: Query): Promise<T> {
  const url = address(path, query);
  const known = kept.get(url);
  if (known) return known as Promise<T>;
  const asked = patiently<T>(url);
  kept.set(url, asked);
  asked.catch(() => kept.delete(url));
  return asked;
}

const write = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  send<T>(method, address(path), body);

const of = (slug: string, rest = ''): string => `/cases/${encodeURIComponent(slug)}${rest}`;

type FullLine = Omit<Line, 'cut'> | Omit<FurtherLine, 'cut'>;
const uncut = (one: FullLine) => ({ ...one, cut: false }) as Line | FurtherLine;

export const api = {
  session: () => read<Session>('/session'),
  link: () => write<{ url: string }>('POST', '/session/link'),
  login: (name: string, password: string) => write<void>('POST', '/login', { name, password }),
  logout: () => write<void>('POST', '/logout'),
  changePassword: (old: string, now: string) => write<void>('POST', '/password', { old, new: now }),
  accounts: () => read<{ items: Account[] }>('/accounts'),
  addAccount: (name: string, password: string, role: Session['role']) =>
    write<Account>('POST', '/accounts', { name, password, role }),
  changeAccount: (name: string, change: Partial<Account> & { password?: string }) =>
    write<Account>('PATCH', `/accounts/${encodeURIComponent(name)}`, change),
  settings: () => read<Preferences>('/settings'),
  saveSettings: (settings: Preferences) => write<Preferences>('PUT', '/settings', settings),
  formats: () => read<{ items: Format[] }>('/formats'),

  cases: () => read<{ items: CaseCard[] }>('/cases'),
  createCase: (name: string) => write<CaseCard>('POST', '/cases', { name }),
  openExample: () => write<{ slug: string; job: string | null }>('POST', '/cases/example'),
  watched: () => patiently<{ items: WatchedCase[] }>(address('/watched')),
  watch: (slug: string) => read<WatchPage>(of(slug, '/watch')),
  info: (slug: string) => read<CaseInfo>(of(slug)),

  brief: (slug: string) => read<Brief>(of(slug, '/brief')),
  briefLines: async (slug: string, query: Query) =>
    (await read<Page<FullLine>>(of(slug, '/brief/lines'), query)).items.map(uncut),
  briefLine: async (slug: string, id: string) =>
    uncut(await read<FullLine>(of(slug, `/brief/lines/${id}`))),
  report: (slug: string, id: string) => read<ReportPage>(of(slug, `/reports/${id}`)),
  statements: (slug: string, query: Query = {}) =>
    read<Page<Statement>>(of(slug, '/statements'), query),
  statement: (slug: string, id: string) => read<Statement>(of(slug, `/statements/${id}`)),
  questions: (slug: string, query: Query = {}) => read<Page<Row>>(of(slug, '/questions'), query),
  question: (slug: string, id: string) => read<QuestionPage>(of(slug, `/questions/${id}`)),
  contradictions: (slug: string) => read<Page<Contradiction>>(of(slug, '/contradictions')),
  entities: (slug: string, query: Query = {}) => read<Page<Entity>>(of(slug, '/entities'), query),
  entity: (slug: string, id: string) => read<Entity>(of(slug, `/entities/${id}`)),
  lineage: (slug: string, query: Query = {}) => read<Lineage>(of(slug, '/lineage'), query),
  sourcing: (slug: string, query: Query = {}) =>
    read<Page<SourcedClaim>>(of(slug, '/sourcing'), query),
  findings: (slug: string) => read<Page<Finding>>(of(slug, '/findings')),
  hypotheses: (slug: string) => read<Hypotheses>(of(slug, '/hypotheses')),
  timeline: (slug: string) => read<Timeline>(of(slug, '/timeline')),
  places: (slug: string) => read<Places>(of(slug, '/places')),
  namedPlaces: (slug: string) => read<{ items: NamedPlace[] }>(of(slug, '/places/named')),
  wordings: (slug: string) => read<Page<Wording>>(of(slug, '/wordings')),
  losses: (slug: string) => read<Page<Loss>>(of(slug, '/losses')),
  search: (slug: string, q: string, limit = 30) =>
    read<{ items: Hit[] }>(of(slug, '/search'), { q, limit }),

  reviews: (slug: string, query: Query = {}) =>
    read<Page<Review> & { head: string }>(of(slug, '/reviews'), query),
  decide: (slug: string, head: string, decisions: Decision[]) =>
    write<Decided>('POST', of(slug, '/reviews'), { head, decisions }),
  undo: (slug: string, head: string, reviews: number[]) =>
    write<Decided>('POST', of(slug, '/reviews/undo'), { head, reviews }),
  redo: (slug: string, head: string, reviews: number[]) =>
    write<Decided>('POST', of(slug, '/reviews/redo'), { head, reviews }),
  compare: (slug: string, one: string, other: string) =>
    read<Comparison>(of(slug, '/compare'), { one, other }),
  editions: (slug: string) => read<{ items: Edition[] }>(of(slug, '/editions')),
  log: (slug: string, query: Query = {}) => read<Page<LogItem>>(of(slug, '/log'), query),
  originals: (slug: string) => read<{ items: Original[] }>(of(slug, '/originals')),

  addFiles: (slug: string, files: File[]) => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    return write<Started>('POST', of(slug, '/reports'), form);
  },
  addText: (slug: string, name: string, text: string) =>
    write<Started>('POST', of(slug, '/text'), { name, text }),
  addUrl: (slug: string, url: string) => write<Started>('POST', of(slug, '/url'), { url }),
  update: (slug: string) => write<Started>('POST', of(slug, '/update')),
  cancel: (job: string) => write<void>('DELETE', `/jobs/${job}`),

  exportUrl: (slug: string, format: string) => address(of(slug, '/export'), { format }),
  originalUrl: (slug: string, sha256: string) => address(of(slug, `/originals/${sha256}`)),
  streamUrl: (slug: string) => address(of(slug, '/stream')),
  watchedUrl: () => address('/watched/stream'),
  jobUrl: (job: string) => address(`/jobs/${job}/events`),
};
