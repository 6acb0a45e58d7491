/** How a case's reports are called: S1, S2 in the order of the brief, and their names. */
import type { ReportHead } from '../app/nodes';
import { labels as numbered } from '../app/marks';

export interface Called {
  labels: Record<string, string>;
  names: Record<string, string>;
}

export function called(reports: readonly ReportHead[]): Called {
  const names = Object.fromEntries(reports.map((one) => [one.id, one.publisher ?? one.file]));
  return { labels: numbered(reports.map((one) => one.id)), names };
}
