/** How a case's reports are called: S1, S2 in the order of the brief, and their names. */
import type { ReportCard } from '../app/nodes';

export interface Called {
  labels: Record<string, string>;
  names: Record<string, string>;
}

export function called(reports: readonly ReportCard[]): Called {
  return {
    labels: Object.fromEntries(reports.map((one) => [one.id, one.label])),
    names: Object.fromEntries(reports.map((one) => [one.id, one.name])),
  };
}
