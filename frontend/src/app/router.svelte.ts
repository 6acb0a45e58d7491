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

let current = $state.raw(parse(location.pathname, location.search));

export const route = {
  get name() {
    return current.name;
  },
  get slug() {
    return current.slug;
  },
  get page() {
    return current.page;
  },
  get query() {
    return current.query;
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
  current = parse(url.pathname, url.search);
}

/** Change parts of the query and leave the rest; null takes a part out. */
export function setQuery(changes: Record<string, string | null>, replace = true): void {
  const params = new URLSearchParams(current.query);
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
    current = parse(location.pathname, location.search);
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
