// The lines that the page of a large brief leaves out, section by section, as they are asked for.
import { api } from '../../app/api';
import { changes } from '../../app/changes.svelte';
import type { Brief, FurtherLine, Line, Section } from '../../app/nodes';

type Told = Line | FurtherLine;
const AT_ONCE = 100;

export interface Rest {
  /** Lines of a section that were fetched, without those that the page holds. */
  lines(section: Section): Told[];
  /** How many lines of a section are not there yet. */
  left(section: Section): number;
  fetch(section: Section): Promise<void>;
}

/** Call it while a component is set up. What was fetched is forgotten when the case changes. */
export function useRest(caseSlug: () => string, brief: () => Brief): Rest {
  let fetched = $state.raw(new Map<number, Told[]>());
  let seen = 0;
  $effect(() => {
    if (changes.count !== seen) fetched = new Map();
    seen = changes.count;
  });
  const known = (section: Section) => fetched.get(brief().sections.indexOf(section)) ?? [];
  return {
    lines: (section) => {
      const held = new Set(section.lines);
      return known(section).filter((one) => !held.has(one.id));
    },
    left: (section) => Math.max(0, section.total - section.lines.length - known(section).length),
    async fetch(section) {
      const place = brief().sections.indexOf(section);
      const offset = section.lines.length + known(section).length;
      const items = await api.briefLines(caseSlug(), { section: place, offset, limit: AT_ONCE });
      fetched = new Map(fetched).set(place, [...known(section), ...items]);
    },
  };
}
