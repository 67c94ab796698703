import { newAlertLog } from '../alerts.ts';
import type { FamilyInput, FamilyResult } from '../facts.ts';
import { newFindingLog } from '../publication-findings.ts';
import { readReport } from './progress-report.ts';
import { recomputed } from './recomputed.ts';
import { reportGaps } from './report-gap.ts';

/**
 * What a county reports beside what its own details come to (rpt, domain.md §5.9, X9). Facts exist where a progress
 * report does; progress reports feed nothing else.
 */
export function computeRpt(input: FamilyInput): FamilyResult {
  const report = input.batches.progressReports?.at(-1);
  if (!report) return { components: [], findings: [] };
  const logs = { findings: newFindingLog(input.batches), alerts: newAlertLog() };
  const { reports } = input.policy;
  const components = reportGaps(report, readReport(report), recomputed(report, input), reports, logs);
  return { components, findings: logs.findings.list(), alerts: logs.alerts.list() };
}
