// What is selected, as it was found, and which dialogue on it is open.
import { untrack } from 'svelte';
import { acceptSubject } from './carry';
import { live } from './live.svelte';
import { selection } from './selection.svelte';
import { resolve, type Subject } from './subject';

export type Deed = 'correct' | 'merge' | 'split' | 'note' | 'relate';
type Wanted = Deed | 'accept';

let current = $state.raw<Subject | null>(null);
let deed = $state<Deed | null>(null);
let busy = $state(false);
let waiting: { id: string; deed: Wanted } | null = null;

/** Follow the selection; called once by the shell of a case. */
export function followSelection(slug: () => string): void {
  const found = live(() => resolve(slug(), selection.id));
  $effect(() => {
    busy = found.loading;
    if (found.loading) return;
    current = found.data ?? null;
    const asked = untrack(() => selection.id);
    if (!current) return;
    if (asked?.startsWith('st-') && current.id !== asked && current.sort === 'statement') {
      untrack(() => selection.select(current?.id ?? null));
    }
    if (waiting && (current.id === waiting.id || asked === waiting.id)) {
      const wanted = waiting.deed;
      waiting = null;
      untrack(() => acting.begin(wanted));
    }
  });
}

export const acting = {
  /** What is selected, once it was found. */
  get subject(): Subject | null {
    return current && current.id === selection.id ? current : null;
  },
  get busy() {
    return busy;
  },
  get deed() {
    return deed;
  },
  begin(wanted: Wanted): void {
    if (wanted !== 'accept') deed = wanted;
    else if (current) void acceptSubject(current);
  },
  /** Select a thing and act on it, or open a dialogue on it as soon as it was found. */
  beginOn(id: string, wanted: Wanted): void {
    if (current?.id === id && selection.id === id && !busy) acting.begin(wanted);
    else {
      waiting = { id, deed: wanted };
      selection.select(id);
    }
  },
  end(): void {
    deed = null;
  },
};
