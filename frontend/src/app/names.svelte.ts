// Names of entities and labels of reports of the open case, asked for once.
import { api } from './api';
import { desk } from './desk.svelte';
import { live, type Live } from './live.svelte';
import type { Entity, ReportCard } from './nodes';

const MOST = 1000;

export interface Names {
  readonly entities: Entity[];
  readonly ready: boolean;
  entity(id: string | null): string | undefined;
  label(report: string): string;
  report(id: string): string;
}

/** Call it while a component is set up. */
export function useNames(caseSlug: () => string): Names {
  const found: Live<{ items: Entity[] }> = live(() => api.entities(caseSlug(), { limit: MOST }));
  const byId = $derived(new Map((found.data?.items ?? []).map((one) => [one.id, one.name])));
  const cards = $derived(new Map<string, ReportCard>((desk.info?.reports ?? []).map((one) => [one.id, one])));
  return {
    get entities() {
      return found.data?.items ?? [];
    },
    get ready() {
      return found.data !== undefined;
    },
    entity: (id) => (id === null ? undefined : byId.get(id)),
    label: (report) => cards.get(report)?.label ?? '?',
    report: (id) => cards.get(id)?.name ?? '',
  };
}
