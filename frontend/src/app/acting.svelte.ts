// What is selected, as it was found, and which dialogue on it is open.
import { live } from './live.svelte';
import { selection } from './selection.svelte';
import { resolve, type Subject } from './subject';

export type Deed = 'correct' | 'merge' | 'split' | 'note' | 'relate';

let current = $state.raw<Subject | null>(null);
let deed = $state<Deed | null>(null);
let busy = $state(false);

/** Follow the selection; called once by the shell of a case. */
export function followSelection(slug: () => string): void {
  const found = live(() => resolve(slug(), selection.id));
  $effect(() => {
    busy = found.loading;
    if (!found.loading) current = found.data ?? null;
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
  end(): void {
    deed = null;
  },
};
