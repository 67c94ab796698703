/** A rule on issues whose breach is an alert (domain.md §5.7). */
export interface IssueRule {
  readonly code: string;
  readonly severity: 'red' | 'amber';
  /** What is tested, in words; days are those of the dated policy. */
  readonly test: string;
  readonly source: string;
}

/** Every rule on issues. `ISSUE_OVERDUE` turns red in the last age band. */
export const issueRules = [
  {
    code: 'ISSUE_OVERDUE',
    severity: 'amber',
    test: 'petition or finding still open after the day it was due; red after 90 days',
    source: 'domain.md §5.7',
  },
] as const satisfies readonly IssueRule[];

export type IssueRuleCode = (typeof issueRules)[number]['code'];
