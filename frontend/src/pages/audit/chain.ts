/** Checking the chain of the custody log in the browser, by the rule that the reference gives. */
import type { LogItem } from '../../app/nodes';

const FIELDS = ['seq', 'at', 'actor', 'action', 'object', 'name', 'tool', 'version', 'prev'] as const;

/** JSON without spaces and with all but ASCII escaped. */
export function canonical(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The hash of an entry: SHA-256 of its fields, in their order, as a list. */
export async function hashOf(entry: LogItem): Promise<string> {
  const text = canonical(FIELDS.map((name) => entry[name]));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Number of the first entry that does not fit the one before it; null where all do. */
export async function brokenAt(log: readonly LogItem[]): Promise<number | null> {
  const entries = [...log].sort((a, b) => a.seq - b.seq);
  let before: LogItem | null = null;
  for (const entry of entries) {
    if (before && (entry.seq !== before.seq + 1 || entry.prev !== (await hashOf(before)))) return entry.seq;
    before = entry;
  }
  return null;
}
