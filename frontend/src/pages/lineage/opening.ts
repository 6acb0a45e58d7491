const MOST = 80;

/** The first line of a report that has words, in code points: what a tie between reports points to. */
export function opening(text: string): { start: number; end: number } {
  const points = [...text];
  let start = 0;
  while (start < points.length && /\s/.test(points[start] ?? '')) start += 1;
  let end = start;
  while (end < points.length && end - start < MOST && points[end] !== '\n') end += 1;
  return { start, end };
}
