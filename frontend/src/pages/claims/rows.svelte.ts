// The rows of the grid, fetched in pages as they come into view.
import { api, type ApiError } from '../../app/api';
import { changes } from '../../app/changes.svelte';
import type { Row } from '../../app/nodes';

const PAGE = 100;

export interface Filter {
  state: string;
  kind: string;
  q: string;
}

export interface Rows {
  readonly total: number;
  readonly ready: boolean;
  readonly fault: ApiError | undefined;
  /** A row, or undefined while its page is on its way. */
  at(index: number): Row | undefined;
  /** Ask for the pages that hold these rows. */
  need(first: number, last: number): void;
  find(test: (row: Row) => boolean): Row | undefined;
}

/** Call it while a component is set up. */
export function useRows(slug: () => string, filter: () => Filter): Rows {
  let total = $state(0);
  let ready = $state(false);
  let fault = $state.raw<ApiError>();
  let pages = $state.raw<Map<number, Row[]>>(new Map());
  let asked = new Set<number>();
  let round = 0;

  function ask(page: number): void {
    if (asked.has(page)) return;
    asked.add(page);
    const mine = round;
    api.questions(slug(), { ...filter(), offset: page * PAGE, limit: PAGE }).then(
      (found) => {
        if (mine !== round) return;
        total = found.total;
        pages = new Map(pages).set(page, found.items);
        ready = true;
        fault = undefined;
      },
      (error: ApiError) => {
        if (mine === round) fault = error;
      },
    );
  }
  let kind = '';
  $effect(() => {
    void changes.count;
    const now = JSON.stringify([slug(), filter()]);
    round += 1;
    // After a decision what is on view stays until the new pages have come.
    const again = now === kind ? [...asked] : [0];
    if (now !== kind) pages = new Map();
    kind = now;
    asked = new Set();
    for (const page of again.length > 0 ? again : [0]) ask(page);
  });
  return {
    get total() {
      return total;
    },
    get ready() {
      return ready;
    },
    get fault() {
      return fault;
    },
    at: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    need(first, last) {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) ask(page);
    },
    find(test) {
      for (const items of pages.values()) {
        const found = items.find(test);
        if (found) return found;
      }
      return undefined;
    },
  };
}
