// Where the claim of a statement stands in other reports.
import { api } from '../../app/api';
import type { ReportPage } from '../../app/nodes';

export interface Elsewhere {
  report: string;
  claim: string;
  statement: string | null;
  start: number;
  end: number;
}

/**
 * The next report, in the order of the brief, that answers the question which a statement answers:
 * with the same answer if there is one, else with another.
 */
export async function sameClaim(slug: string, page: ReportPage, statement: string, order: readonly string[], step: 1 | -1): Promise<Elsewhere | null> {
  const value = page.values.find((one) => one.statement === statement);
  if (!value) return null;
  const question = await api.question(slug, value.question);
  const own = question.claims.find((one) => one.id === value.claim);
  const others = question.claims.filter((one) => one !== own);
  const here = order.indexOf(page.report.id);
  for (const claims of [own ? [own] : [], others]) {
    for (let far = 1; far < order.length; far += 1) {
      const report = order[(here + step * far + order.length * far) % order.length];
      for (const claim of claims) {
        const given = claim.given.find((one) => one.report === report);
        if (given && report) {
          return { report, claim: claim.id, statement: given.statement, start: given.span.start, end: given.span.end };
        }
      }
    }
  }
  return null;
}
