/** A rule on the plan of a year whose breach is an alert. */
export interface RelocRule {
  readonly code: string;
  readonly severity: 'red' | 'amber';
  /** What is tested, in words. */
  readonly test: string;
  readonly source: string;
}

/** Every rule on the 334 plan and the annual task; nodes and limits are those of the dated policy and the catalogue. */
export const relocRules = [
  {
    code: 'BEHIND_334',
    severity: 'amber',
    test: 'households started of a plan year are fewer than the 334 plan has due by the linear reading; red: by the step reading',
    source: 'domain.md §1 (8), §2',
  },
  {
    code: 'TARGET_AT_RISK',
    severity: 'amber',
    test: 'at the pace of the last three ten-day periods less than 97 % of a plan year are completed by its deadline',
    source: 'domain.md §1 (28), §5.1',
  },
  {
    code: 'ANNUAL_TARGET_MISSED',
    severity: 'red',
    test: 'on 31 December of the plan year or later fewer registered persons have moved in than its task asks for',
    source: 'domain.md §1 (28), §5.1',
  },
] as const satisfies readonly RelocRule[];

export type RelocRuleCode = (typeof relocRules)[number]['code'];
