// The names of the case, asked for once by the page and used by every card in its margin.
import { getContext, setContext } from 'svelte';
import type { Names } from '../../app/names.svelte';

const KEY = Symbol('names');

export function setNames(names: Names): void {
  setContext(KEY, names);
}

export function getNames(): Names {
  return getContext<Names>(KEY);
}
