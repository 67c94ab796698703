/** A rule on shares whose breach is an alert (domain.md §5.3). */
export interface ShareRule {
  readonly code: string;
  readonly severity: 'red' | 'amber';
  /** What is tested, in words. */
  readonly test: string;
  readonly source: string;
}

const source = 'domain.md §5.3';

/** Every rule on industry projects and shares; severities are ours where the papers give none. */
export const shareRules = [
  {
    code: 'QUANTIFIED_ABOVE_CONVERTED',
    severity: 'red',
    test: 'principal quantified to households of a project > its amount converted to shares',
    source,
  },
  {
    code: 'OWNERSHIP_MISMATCH',
    severity: 'amber',
    test: 'stated ownership ratio differs from converted ÷ (converted + own capital) by more than 0.5 pp',
    source,
  },
  {
    code: 'NO_LINKAGE',
    severity: 'red',
    test: 'fiscal money in a project without an agreement or without any share',
    source,
  },
  { code: 'PRINCIPAL_OVERDUE', severity: 'red', test: 'agreement ended, principal still out', source },
  {
    code: 'EQUAL_HANDOUT',
    severity: 'amber',
    test: 'many holders, equal dividends whatever the principal, or paid in one year and never since',
    source,
  },
  { code: 'YIELD_HIGH', severity: 'amber', test: 'dividends of a project > 20 % of its principal', source },
  { code: 'CERTIFICATE_TWICE', severity: 'amber', test: 'one certificate number for two holdings', source },
  {
    code: 'MANY_HOLDINGS',
    severity: 'amber',
    test: 'one household with principal in more than 3 projects',
    source,
  },
  { code: 'CASH_DIVIDEND', severity: 'amber', test: 'dividend paid in cash', source },
  {
    code: 'ENTITY_IS_CONTRACTOR',
    severity: 'amber',
    test: 'the operating entity of a project is registered as a contractor that is paid from the relocation funds',
    source,
  },
] as const satisfies readonly ShareRule[];

export type ShareRuleCode = (typeof shareRules)[number]['code'];
