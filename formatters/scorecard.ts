import type { Context, Result } from './eslint.js';
import { reportOf } from './report.js';
import { page } from './scorecard/page.js';
import { trendFromEnvironment } from './trend.js';

/**
 * ESLint formatter: the findings as one HTML page. `ARCHPRINCIPLES_BASELINE` may name saved results to compare with.
 *
 * @param results what ESLint found
 * @param context the folder it ran in and the metadata of its rules
 * @returns the page
 */
export default function scorecard(results: readonly Result[], context: Context = {}): string {
  const report = reportOf(results, context);
  return page(report, trendFromEnvironment(report, context));
}
