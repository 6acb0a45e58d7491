// One selection for all views. It stands in the address (`?sel=st-...`), so a view that is opened
// later, or by somebody else from a link, shows the same thing.
import { route, setQuery } from './router.svelte';

export type Sort = 'statement' | 'line' | 'question' | 'claim' | 'contradiction' | 'entity' | 'report'
  | 'hypothesis' | 'wording' | 'origin' | 'other';

const SORTS: Record<string, Sort> = {
  st: 'statement', ln: 'line', qu: 'question', cl: 'claim', co: 'contradiction', en: 'entity',
  rp: 'report', hy: 'hypothesis', wo: 'wording', or: 'origin',
};

/** What sort of thing an id names, by its prefix. */
export function sortOf(id: string | null): Sort | null {
  if (!id) return null;
  return SORTS[id.slice(0, 2)] ?? 'other';
}

export const selection = {
  /** Id of what is selected, or null. */
  get id(): string | null {
    return route.part('sel');
  },
  get sort(): Sort | null {
    return sortOf(this.id);
  },
  /** The report that the reader shows, and the one beside it. */
  get report(): string | null {
    return route.part('r');
  },
  get beside(): string | null {
    return route.part('r2');
  },
  is(id: string): boolean {
    return this.id === id;
  },
  select(id: string | null): void {
    setQuery({ sel: id });
  },
  toggle(id: string): void {
    setQuery({ sel: this.id === id ? null : id });
  },
  show(report: string | null, beside: string | null = null): void {
    setQuery({ r: report, r2: beside });
  },
};
