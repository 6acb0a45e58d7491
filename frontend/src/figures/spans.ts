import type { Span } from '../app/nodes';

/** What tells one run of words from another. */
export function spanKey(span: Span): string {
  return `${span.report}:${span.start}-${span.end}`;
}
