import { addDays, type Day } from '../../programme/calendar.ts';
import type { PetitionLimits } from '../../programme/duty-limits.ts';
import { newAlertLog } from '../alerts.ts';
import type { Alert, BatchInput, Component, FamilyInput, FamilyResult } from '../facts.ts';
import { newFindingLog } from '../publication-findings.ts';
import { ageBand, handlingRates, isOverdue } from './handling.ts';
import { inspectionCoverage } from './inspections.ts';
import { areSilent, type Issue, readIssues } from './issues.ts';

/**
 * Petitions and inspections (issue, domain.md §5.7) of one county: its issues of all periods as the newest file has
 * them, on the newest day those files speak of; the sites to be inspected from the projects file.
 */
export function computeIssue({ batches, policy }: FamilyInput): FamilyResult {
  const own = batches.issues ?? [];
  const day = own.reduce<Day | null>(
    (last, { dataDate }) => (last && last >= dataDate ? last : dataDate),
    null,
  );
  if (day === null) return { components: [], findings: [] };
  const { petitions } = policy;
  const findings = newFindingLog(batches);
  const issues = readIssues(own, day, petitions);
  const projects = batches.projects?.at(-1);
  const components = handlingRates(issues, day, petitions).filter(speaksOf(own));
  return {
    components: projects
      ? [...components, ...inspectionCoverage(issues, projects, day, petitions, findings)]
      : components,
    findings: findings.list(),
    alerts: areSilent(own, 'closedDate') ? [] : overdueAlerts(issues, day, petitions),
  };
}

const columns: Readonly<Record<string, string>> = {
  'issue.assigned_rate': 'assignedDate',
  'issue.response_rate': 'respondedDate',
  'issue.closure_rate': 'closedDate',
  'issue.ontime_rate': 'closedDate',
  'issue.overdue': 'closedDate',
  'issue.median_days': 'closedDate',
  'issue.rectified_rate': 'closedDate',
  'issue.repeat_rate': 'repeatOf',
};

/** No data, not 0, of what the county's files say in no row. */
function speaksOf(batches: readonly BatchInput[]): (component: Component) => boolean {
  return ({ indicator }) => {
    const column = columns[indicator];
    return column === undefined || !areSilent(batches, column);
  };
}

/** Overdue issues, one alert for each age band: what is longest overdue is cleared first. */
function overdueAlerts(
  issues: readonly Issue[],
  day: Day,
  { overdueBands }: PetitionLimits,
): readonly Alert[] {
  const alerts = newAlertLog();
  for (const issue of issues) {
    if (!issue.found || !isOverdue(issue, day)) continue;
    const age = ageBand(issue, day, overdueBands);
    alerts.raise('ISSUE_OVERDUE', age === 'over_90' ? 'red' : 'amber', {
      object: { age },
      since: addDays(issue.due, 1),
      amount: null,
      dataset: 'issues',
      origins: [issue.origin],
    });
  }
  return alerts.list();
}
