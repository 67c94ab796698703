import { addDays, type Day } from '../../programme/calendar.ts';
import type { PetitionLimits } from '../../programme/duty-limits.ts';
import type { BatchInput, TracedComponent } from '../facts.ts';
import { partCount } from '../part-count.ts';
import { indexProjects } from '../project-index.ts';
import type { FindingLog } from '../publication-findings.ts';
import { readSites } from '../sites.ts';
import { groupByKey } from '../union.ts';
import type { Issue } from './issues.ts';

/**
 * Concentrated sites inspected in the days up to `day` over all of them (domain.md §5.7, §9): inspections only,
 * whether they found something or not. No data where inspections are listed and none says of which site. An issue
 * whose project is not found is a finding.
 */
export function inspectionCoverage(
  issues: readonly Issue[],
  projects: BatchInput,
  day: Day,
  { inspectionDays }: PetitionLimits,
  findings: FindingLog,
): readonly TracedComponent[] {
  const sites = readSites(projects);
  const siteOf = indexProjects(sites);
  const from = addDays(day, -inspectionDays);
  for (const { projectId, origin } of issues) {
    if (projectId !== null && siteOf(projectId) === null)
      findings.add('UNRESOLVED_PROJECT', 'warning', 'issues', origin);
  }
  const inspections = issues.filter(({ issueType }) => issueType === 'inspection');
  if (inspections.length > 0 && inspections.every(({ projectId }) => projectId === null)) return [];
  const recent = inspections.filter(({ received }) => received >= from);
  const inspected = groupByKey(recent, ({ projectId }) => (projectId === null ? null : siteOf(projectId)));
  const active = sites.filter(({ mode }) => mode === 'concentrated');
  return [
    partCount('issue.inspection_coverage', active, (site) => inspected.has(site), {
      personal: false,
      beside: (site) => (inspected.get(site) ?? []).map(({ origin }) => origin),
    }),
  ];
}
