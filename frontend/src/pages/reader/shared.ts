// What two reports have in common, word for word or as one utterance in two wordings.
import type { LineageEdge, Span, Wording } from '../../app/nodes';

export interface SharedRun {
  left: Span;
  right: Span;
}

/** Runs that stand in both reports, in the order of the left one. */
export function sharedRuns(left: string, right: string, edges: readonly LineageEdge[], wordings: readonly Wording[]): SharedRun[] {
  const made: SharedRun[] = [];
  const put = (one: Span | undefined, other: Span | undefined) => {
    if (!one || !other) return;
    if (one.report === left && other.report === right) made.push({ left: one, right: other });
    else if (one.report === right && other.report === left) made.push({ left: other, right: one });
  };
  for (const edge of edges) for (const run of edge.runs) put(run[0], run[1]);
  for (const wording of wordings) {
    const here = wording.spans.filter((span) => span.report === left);
    const there = wording.spans.filter((span) => span.report === right);
    if (here[0] && there[0]) put(here[0], there[0]);
  }
  made.sort((a, b) => a.left.start - b.left.start || b.left.end - a.left.end);
  // A wording that lies inside a longer run says nothing more.
  return made.filter(
    (one, place) => !made.slice(0, place).some((other) => other.left.start <= one.left.start && other.left.end >= one.left.end),
  );
}
