/** A test of entries, accounts or households whose failure is an alert (domain.md §5.4). */
export interface Detector {
  readonly code: string;
  /** What is tested, in words; windows and limits are those of the dated policy. */
  readonly test: string;
  readonly severity: 'red' | 'amber';
  readonly source: string;
}

const source = 'domain.md §5.4';
const rule = 'domain.md §5.4, §3 †';

/** Every detector within a county. `ORPHAN` turns red when it is older than the policy's days. */
export const detectors = [
  {
    code: 'OUTSIDE_ACCOUNT',
    test: 'payer is no dedicated account valid on that day',
    severity: 'red',
    source,
  },
  {
    code: 'PERSONAL_ACCOUNT',
    test: 'a dedicated account, or the account of a payee that is no household, is personal',
    severity: 'red',
    source: rule,
  },
  { code: 'PAYEE_UNKNOWN', test: 'payee is not among the registered parties', severity: 'red', source },
  {
    code: 'PURPOSE_NOT_ALLOWED',
    test: 'purpose is not one its source may pay for, or management above its ceiling',
    severity: 'red',
    source,
  },
  {
    code: 'ORPHAN',
    test: 'payment or allocation without a resolvable filed project; red after 30 days',
    severity: 'amber',
    source,
  },
  {
    code: 'NO_ROOM',
    test: 'payment above what is left of the allocation to its project',
    severity: 'amber',
    source,
  },
  {
    code: 'EXCEEDS_RECEIPT',
    test: 'payment above what its source has received and opened with',
    severity: 'red',
    source,
  },
  { code: 'DUP_EXACT', test: 'the same entry again under another number', severity: 'amber', source },
  {
    code: 'DUP_SUSPECT',
    test: 'same amount and payee within 7 days, or same invoice, under another voucher',
    severity: 'amber',
    source,
  },
  {
    code: 'SPLIT',
    test: 'at least 3 payments to one payee within 10 days, each just below the tender threshold',
    severity: 'amber',
    source,
  },
  {
    code: 'BEFORE_FILING',
    test: 'payment before the project was filed, or long before it started',
    severity: 'amber',
    source,
  },
  {
    code: 'AFTER_SETTLE',
    test: 'payment after the last settlement of the project',
    severity: 'amber',
    source,
  },
  { code: 'CASH', test: 'paid in cash', severity: 'amber', source },
  {
    code: 'ROUND_TRIP',
    test: 'most of a payment comes back from the payee within 30 days',
    severity: 'red',
    source,
  },
  { code: 'NO_VOUCHER', test: 'payment without a voucher number', severity: 'amber', source },
  {
    code: 'IDLE_12',
    test: 'money in the account for more than 12 months, first in first out',
    severity: 'amber',
    source: rule,
  },
  {
    code: 'IDLE_24',
    test: 'money in the account for more than 24 months, first in first out',
    severity: 'red',
    source: rule,
  },
  {
    code: 'SLOW_PASS',
    test: 'more than 30 days from a receipt to the first payment of its source from the account',
    severity: 'amber',
    source: rule,
  },
  {
    code: 'OVERCAP_SELF',
    test: 'household raised more than 3,000 yuan a person or 10,000 yuan',
    severity: 'red',
    source: rule,
  },
  {
    code: 'ECONOMIC_AREA',
    test: 'housing paid for in a project and more than 25 square metres a person in the home',
    severity: 'red',
    source: rule,
  },
] as const satisfies readonly Detector[];

export type DetectorCode = (typeof detectors)[number]['code'];

/** Severity of a detector's alerts. */
export function severityOf(code: DetectorCode): 'red' | 'amber' {
  return detectors.find((detector) => detector.code === code)?.severity ?? 'amber';
}
