// The address is the state: page, case, selection and reports all stand in it, so that every view
// can be linked to and the browser's own back works.

export const PAGES = [
  'brief',
  'reader',
  'claims',
  'timeline',
  'map',
  'lineage',
  'hypotheses',
  'review',
  'audit',
  'sources',
  'settings',
] as const;
export type Page = (typeof PAGES)[number];

export interface Route {
  name: 'library' | 'login' | 'case' | 'missing';
  slug: string;
  page: Page;
  query: URLSearchParams;
}

/** Read an address of the workbench. */
export function parse(path: string, search: string): Route {
  const query = new URLSearchParams(search);
  const found: Route = { name: 'missing', slug: '', page: 'brief', query };
  if (path === '/' || path === '') return { ...found, name: 'library' };
  if (path === '/login') return { ...found, name: 'login' };
  const match = /^\/c\/([^/]+)(?:\/([a-z]+))?\/?$/.exec(path);
  if (!match) return found;
  const page = (match[2] ?? 'brief') as Page;
  if (!PAGES.includes(page)) return found;
  return { name: 'case', slug: decodeURIComponent(match[1] ?? ''), page, query };
}

// Each part is its own signal: what reads the page is not told of a new selection.
const first = parse(location.pathname, location.search);
let name = $state(first.name);
let slug = $state(first.slug);
let page = $state(first.page);
let query = $state.raw(first.query);
const parts = $state<Record<string, string | null>>({});

function take(found: Route): void {
  name = found.name;
  slug = found.slug;
  page = found.page;
  query = found.query;
  for (const key of new Set([...Object.keys(parts), ...found.query.keys()])) parts[key] = found.query.get(key);
}
take(first);

export const route = {
  get name() {
    return name;
  },
  get slug() {
    return slug;
  },
  get page() {
    return page;
  },
  get query() {
    return query;
  },
  /** One part of the query; who reads it is told only when that part changes. */
  part(key: string): string | null {
    return parts[key] ?? null;
  },
};

/** The address of a page, with the parts of a selection that it should open on. */
export function at(slug: string, page: Page, query: Record<string, string | null> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  const tail = params.toString();
  return `/c/${encodeURIComponent(slug)}/${page}${tail ? `?${tail}` : ''}`;
}

export function go(href: string, { replace = false } = {}): void {
  const url = new URL(href, location.href);
  const path = url.pathname + url.search + url.hash;
  if (replace) history.replaceState(null, '', path);
  else if (path !== location.pathname + location.search + location.hash) history.pushState(null, '', path);
  take(parse(url.pathname, url.search));
}

/** Change parts of the query and leave the rest; null takes a part out. */
export function setQuery(changes: Record<string, string | null>, replace = true): void {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const tail = params.toString();
  go(location.pathname + (tail ? `?${tail}` : ''), { replace });
}

/** Follow links inside the workbench without loading the page anew. */
export function listen(): void {
  addEventListener('popstate', () => {
    take(parse(location.pathname, location.search));
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest('a');
    if (!link || link.target || link.hasAttribute('download')) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
    if (url.pathname === location.pathname && url.hash) return;
    event.preventDefault();
    go(link.href);
  });
}
