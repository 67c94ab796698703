/** A rule on responsibilities whose breach is an alert (domain.md §1, §5.6). */
export interface RespRule {
  readonly code: string;
  readonly severity: 'red' | 'amber';
  /** What is tested, in words; days are those of the dated policy. */
  readonly test: string;
  readonly source: string;
}

/** Every rule on the links between officials and what they answer for. */
export const respRules = [
  {
    code: 'SITE_WITHOUT_LEADER',
    severity: 'amber',
    test: 'concentrated site without an active county leader',
    source: 'domain.md §1 (17), §5.6',
  },
  {
    code: 'EARLY_DELINK',
    severity: 'red',
    test: 'official released before the household moved in and was out of poverty, no successor within 15 days',
    source: 'domain.md §1 (20), §5.6',
  },
  {
    code: 'NODE_OVERDUE',
    severity: 'amber',
    test: 'node of the battle map due and not ticked off',
    source: 'domain.md §1 (9, 15), §5.6',
  },
] as const satisfies readonly RespRule[];

export type RespRuleCode = (typeof respRules)[number]['code'];
