import { projectName, type Reads, references } from './common.ts';

/** A link that has begun and not ended. */
const active = ['objectType', 'level', 'startDate', 'endDate'] as const;
const nodes: Reads = { responsibilities: ['objectType', 'objectId', 'dueDate', 'closedDate'] };
const loads: Reads = { responsibilities: [...active, ...references, 'officialRef'] };
const sites = [...projectName, 'mode'] as const;

/** An issue by its number, received by the day, that found something. */
const issue = ['issueNo', 'receivedDate', 'found'] as const;
const due = [...issue, 'dueDate', 'extended'] as const;
const dueClosed: Reads = { issues: [...due, 'closedDate'] };

/** What the figures of responsibility, petitions and inspections read (domain.md §5.6, §5.7). */
export const dutyReads: Readonly<Record<string, Reads>> = {
  'resp.site_leader_coverage': { responsibilities: [...active, 'objectId'], projects: sites },
  'resp.origin_leader_coverage': {
    responsibilities: [...active, 'objectId'],
    households: ['originPointId'],
  },
  'resp.household_cadre_coverage': {
    responsibilities: [...active, ...references],
    households: references,
  },
  'resp.letter_signed_rate': { responsibilities: [...active, 'letterSignedDate'] },
  'resp.delink_violations': {
    responsibilities: ['objectType', 'startDate', 'endDate', ...references],
    households: [...references, 'moveInDate', 'outOfPovertyYear'],
  },
  'resp.closeout_rate': nodes,
  'resp.overdue_nodes': nodes,
  'resp.cadre_load': loads,
  'resp.cadre_load_max': loads,
  'issue.assigned_rate': { issues: [...issue, 'assignedDate'] },
  'issue.response_rate': { issues: [...due, 'respondedDate'] },
  'issue.closure_rate': dueClosed,
  'issue.ontime_rate': dueClosed,
  'issue.overdue': dueClosed,
  'issue.repeat_rate': { issues: [...issue, 'repeatOf'] },
  'issue.median_days': { issues: [...issue, 'closedDate'] },
  'issue.rectified_rate': { issues: [...due, 'closedDate', 'issueType'] },
  'issue.inspection_coverage': {
    issues: ['issueNo', 'receivedDate', 'issueType', 'projectId'],
    projects: sites,
  },
};
