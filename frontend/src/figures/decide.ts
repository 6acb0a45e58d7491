import type { Decision } from '../app/api';
import { desk } from '../app/desk.svelte';
import type { DecisionIn } from './nodes';

/** Take decisions, all or none. Returns whether they were taken. */
export function decide(decisions: DecisionIn[], said: string): Promise<boolean> {
  return desk.decide(decisions as unknown as Decision[], said);
}
