/** A rule on reports whose breach is an alert (domain.md §4, X9). */
export interface ReportRule {
  readonly code: string;
  readonly severity: 'red' | 'amber';
  readonly test: string;
  readonly source: string;
}

/** Every rule on what a county reports; limits are those of the dated policy. */
export const reportRules = [
  {
    code: 'X9',
    severity: 'amber',
    test: 'a reported rate, count or amount differs from the details by more than 0.05 pp (0.05 %); red above 1 pp (1 %)',
    source: 'domain.md §4, X9',
  },
] as const satisfies readonly ReportRule[];

export type ReportRuleCode = (typeof reportRules)[number]['code'];
