import { newAlertLog } from '../alerts.ts';
import type { BatchInput, FamilyInput, FamilyResult, TracedComponent } from '../facts.ts';
import { newFindingLog } from '../publication-findings.ts';
import { isSilent } from '../rows.ts';
import { cadreLoads } from './cadres.ts';
import {
  householdCadreCoverage,
  type Logs,
  letterSignedRate,
  originLeaderCoverage,
  siteLeaderCoverage,
} from './coverage.ts';
import { delinkViolations } from './delink.ts';
import { readDutyHouseholds } from './households.ts';
import { type Link, readLinks } from './links.ts';
import { nodeCounts, nodesOf } from './nodes.ts';

/**
 * Responsibility (resp, domain.md §5.6) of one county: from its links in force at their data date, held against the
 * projects and households files in force. What lacks a file it reads, or a column, has no data.
 */
export function computeResp({ batches, policy }: FamilyInput): FamilyResult {
  const batch = batches.responsibilities?.at(-1);
  if (!batch) return { components: [], findings: [] };
  const links = readLinks(batch);
  const logs: Logs = { findings: newFindingLog(batches), alerts: newAlertLog() };
  const projects = batches.projects?.at(-1);
  const householdsBatch = batches.households?.at(-1);
  const components: TracedComponent[] = [
    ...(isSilent(batch, 'letterSignedDate') ? [] : letterSignedRate(links)),
    ...nodes(batch, links, logs),
    ...cadreLoads(links),
  ];
  if (projects) components.push(siteLeaderCoverage(links, projects, logs));
  if (householdsBatch) {
    const households = readDutyHouseholds(householdsBatch);
    components.push(householdCadreCoverage(links, households, logs.findings));
    if (!isSilent(householdsBatch, 'originPointId'))
      components.push(originLeaderCoverage(links, householdsBatch));
    if (!isSilent(householdsBatch, 'moveInDate') && !isSilent(householdsBatch, 'outOfPovertyYear'))
      components.push(delinkViolations(links, households, batch.dataDate, policy.duties, logs.alerts));
  }
  return { components, findings: logs.findings.list(), alerts: logs.alerts.list() };
}

/** Nodes have no data where none of the tasks says when it is due, or when it was ticked off. */
function nodes(batch: BatchInput, links: readonly Link[], { alerts }: Logs): readonly TracedComponent[] {
  const tasks = links.filter(({ objectType }) => objectType === 'task');
  const isSaid = tasks.some(({ due }) => due !== null) && !isSilent(batch, 'closedDate');
  return tasks.length > 0 && !isSaid ? [] : nodeCounts(nodesOf(tasks), batch.dataDate, alerts);
}
