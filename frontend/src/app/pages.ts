// The pages of a case, each its own file that is loaded when it is first opened. A page is
// `src/pages/<name>/Page.svelte`, a component that takes the case's slug.
import type { Component } from 'svelte';
import { PAGES, type Page } from './router.svelte';

export type CasePage = Component<{ caseSlug: string }>;

const found = import.meta.glob<{ default: CasePage }>('../pages/*/Page.svelte');

export function loader(page: Page): (() => Promise<{ default: CasePage }>) | undefined {
  return found[`../pages/${page}/Page.svelte`];
}

/** The pages that this build has, in the order of the rail. */
export const built: Page[] = PAGES.filter((page) => loader(page) !== undefined);

export const EVENT_PAGES: Page[] = ['brief', 'reader', 'claims', 'timeline', 'map', 'lineage', 'hypotheses'];
export const DESK_PAGES: Page[] = ['review', 'audit', 'sources', 'settings'];
