/**
 * Windows and limits of the money rules, part of the dated policy. † published rule, P our proposal, K programme
 * knowledge without a source at hand (domain.md §3, §5.3, §5.4). Money in 分.
 */

/** What the fund rates, identities and detectors are held against. */
export interface FundLimits {
  /** K: management 前期管理费 may take so many percent of what a source's budget issued. */
  readonly managementPercent: number;
  /** P: projects count in the settlement rate from so many months after acceptance. */
  readonly settledAfterMonths: number;
  /** †: money that has lain in an account for so many months is idle (amber, red). */
  readonly idleMonths: { readonly amber: number; readonly red: number };
  /** † (local practice): days from a receipt to the first payment of its money. */
  readonly slowPassDays: number;
  /** P: payments of one amount to one payee within so many days are suspected duplicates. */
  readonly duplicateDays: number;
  /**
   * P windows, K threshold: so many payments to one payee inside so many days (first and last counted), each
   * below the tender threshold and at or above a share of it.
   */
  readonly split: {
    readonly payments: number;
    readonly days: number;
    readonly tenderFrom: number;
    readonly fromPercent: number;
  };
  /** P: advances may be paid so many days before the project starts; nothing before it is filed. */
  readonly advanceDays: number;
  /** P: days after the last settlement of a project in which payments still count as part of it. */
  readonly settlementGraceDays: number;
  /** †: what a household may be asked to raise: per person, and at most per household. */
  readonly selfRaised: { readonly perPerson: number; readonly perHousehold: number };
  /** †: square metres per person, with the tolerance of measuring in thousandths of one. */
  readonly housingArea: { readonly perPerson: number; readonly toleranceThousandths: number };
  /** P: a difference between book and bank turns red above so much money, or after so many days. */
  readonly unreconciled: { readonly redAbove: number; readonly redAfterDays: number };
  /** P: by how many percent self-raised receipts may differ from what households say they raised (I10). */
  readonly selfRaisedTolerancePercent: number;
}

/** What the rates and rules on shares are held against. */
export interface ShareLimits {
  /** P: principal due within so many months counts as coming due. */
  readonly maturityMonths: number;
  /** P: from so many holders on, equal dividends are suspected to be a hand-out 一分了之. */
  readonly handoutHolders: number;
  /** P: the last day of the dividend year by which dividends are due, unless an agreement says otherwise. */
  readonly dividendDueBy: string;
  /** P: dividends above so many percent of the principal are checked. */
  readonly yieldCheckPercent: number;
  /** P: thousandths by which a stated ownership ratio may differ from the recomputed one (0.5 pp). */
  readonly ownershipThousandths: number;
  /** P: a household in more projects than this is checked. */
  readonly projectsPerHousehold: number;
}

export const fundLimits2016: FundLimits = {
  managementPercent: 2,
  settledAfterMonths: 12,
  idleMonths: { amber: 12, red: 24 },
  slowPassDays: 30,
  duplicateDays: 7,
  split: { payments: 3, days: 10, tenderFrom: 200_000_000, fromPercent: 90 },
  advanceDays: 30,
  settlementGraceDays: 0,
  selfRaised: { perPerson: 300_000, perHousehold: 1_000_000 },
  housingArea: { perPerson: 25, toleranceThousandths: 5 },
  unreconciled: { redAbove: 10_000, redAfterDays: 5 },
  selfRaisedTolerancePercent: 1,
};

export const shareLimits2016: ShareLimits = {
  maturityMonths: 12,
  handoutHolders: 10,
  dividendDueBy: '12-31',
  yieldCheckPercent: 20,
  ownershipThousandths: 5,
  projectsPerHousehold: 3,
};
