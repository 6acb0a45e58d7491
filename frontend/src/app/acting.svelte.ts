// What is selected, as it was found, and which dialogue on it is open.
import { live } from './live.svelte';
import { selection } from './selection.svelte';
import { resolve, type Subject } from './subject';

export type Deed = 'correct' | 'merge' | 'split' | 'note' | 'relate';

let current = $state.raw<Subject | null>(null);
let deed = $state<Deed | null>(null);
let busy = $state(false);
let waiting: { id: string; deed: Deed } | null = null;

/** Follow the selection; called once by the shell of a case. */
export function followSelection(slug: () => string): void {
  const found = live(() => resolve(slug(), selection.id));
  $effect(() => {
    busy = found.loading;
    if (found.loading) return;
    current = found.data ?? null;
    if (waiting && current?.id === waiting.id) {
      deed = waiting.deed;
      waiting = null;
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
  begin(wanted: Deed): void {
    deed = wanted;
  },
  /** Select a thing and open a dialogue on it as soon as it was found. */
  beginOn(id: string, wanted: Deed): void {
    if (current?.id === id && selection.id === id) deed = wanted;
    else {
      waiting = { id, deed: wanted };
      selection.select(id);
    }
  },
  end(): void {
    deed = null;
  },
};
