/** What changed between two versions of a text, line by line. */

export interface Change {
  sort: 'same' | 'gone' | 'new';
  text: string;
}

const MOST_LINES = 2000;

/** The lines of both, in order; null where there are too many to compare at once. */
export function changes(before: string, after: string): Change[] | null {
  const old = before.split('\n');
  const now = after.split('\n');
  if (old.length > MOST_LINES || now.length > MOST_LINES) return null;
  const table = lengths(old, now);
  const found: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const here = old[i];
    const there = now[j];
    if (here !== undefined && here === there) {
      found.push({ sort: 'same', text: here });
      i += 1;
      j += 1;
    } else if (there === undefined || (here !== undefined && at(table, i + 1, j) >= at(table, i, j + 1))) {
      found.push({ sort: 'gone', text: here ?? '' });
      i += 1;
    } else {
      found.push({ sort: 'new', text: there });
      j += 1;
    }
  }
  return found;
}

/** Changed lines with one line of what stands around them; runs of equal lines are left out. */
export function around(all: readonly Change[]): (Change | null)[] {
  const near = all.map((_, n) =>
    [all[n - 1], all[n], all[n + 1]].some((one) => one !== undefined && one.sort !== 'same'),
  );
  const found: (Change | null)[] = [];
  all.forEach((one, n) => {
    if (near[n]) found.push(one);
    else if (found.at(-1) !== null && found.length > 0) found.push(null);
  });
  if (found.at(-1) === null) found.pop();
  return found;
}

/** Lengths of the longest runs that both share from each pair of lines on. */
function lengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      rows[i]![j] =
        old[i] === now[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
