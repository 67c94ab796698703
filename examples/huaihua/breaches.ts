import type { BetweenRuleCode } from '../../shared/indicators/between-counties.ts';
import type { DetectorCode } from '../../shared/indicators/fund/detectors.ts';
import type { IdentityId } from '../../shared/indicators/fund/identities.ts';
import {
  type Break,
  type Broken,
  budgetShort,
  carriedWrong,
  changedBy,
  found,
  type LedgerMonth,
  listedAgain,
  notYetFiled,
  paidTo,
  partOfPayment,
  roundTrip,
  split,
  transferred,
  withoutMoney,
} from './break-ledger.ts';

type Rule = DetectorCode | IdentityId | BetweenRuleCode;

/** A small sum on purpose against one rule, in one month of one county. */
export interface Breach {
  readonly county: string;
  readonly month: string;
  readonly rule: Rule;
  /** What else is bound to be found with it. */
  readonly besides?: readonly Rule[];
  readonly what: string;
  readonly breakIn: Break;
}

/** Every breach of the ledgers; sums are small, so that the counties' figures stay what they were. */
export const breaches: readonly Breach[] = [
  {
    county: '431221',
    month: '2016-11',
    rule: 'PERSONAL_ACCOUNT',
    what: 'the supervisor is paid 30,000 yuan on the account of a person',
    breakIn: partOfPayment(30_000, (part, { parties }) => ({
      ...part,
      ...paidTo(
        found(
          parties.find(({ personal }) => personal),
          'personal account',
        ),
      ),
    })),
  },
  {
    county: '431229',
    month: '2017-04',
    rule: 'ORPHAN',
    besides: ['I9'],
    what: '20,000 yuan are paid for no project',
    breakIn: partOfPayment(20_000, (part) => ({ ...part, project: null })),
  },
  {
    county: '431222',
    month: '2017-04',
    rule: 'NO_ROOM',
    besides: ['I7'],
    what: '6,000 yuan are booked on a site without an allocation',
    breakIn: partOfPayment(6_000, (part, month) => ({ ...part, project: withoutMoney(part, month) })),
  },
  {
    county: '431225',
    month: '2016-12',
    rule: 'EXCEEDS_RECEIPT',
    besides: ['I11'],
    what: '900 yuan are paid as money of a source that never arrived',
    breakIn: partOfPayment(900, (part) => ({ ...part, source: 'other' })),
  },
  {
    county: '431226',
    month: '2016-07',
    rule: 'I5',
    besides: ['EXCEEDS_RECEIPT'],
    what: '2,000 yuan are paid a day before the first money arrives',
    breakIn: partOfPayment(2_000, (part) => ({ ...part, date: '2016-07-09' })),
  },
  {
    county: '431224',
    month: '2017-02',
    rule: 'DUP_EXACT',
    what: 'a payment of January is listed again',
    breakIn: listedAgain,
  },
  {
    county: '431222',
    month: '2016-08',
    rule: 'SPLIT',
    what: 'three payments to one builder, each just below the tender threshold',
    breakIn: split,
  },
  {
    county: '431221',
    month: '2017-01',
    rule: 'BEFORE_FILING',
    what: '8,000 yuan are paid for a project before it is filed',
    breakIn: partOfPayment(8_000, (part, month) => ({ ...part, project: notYetFiled(part, month) })),
  },
  {
    county: '431223',
    month: '2017-04',
    rule: 'AFTER_SETTLE',
    what: '5,000 yuan are paid for a project settled in March',
    breakIn: partOfPayment(5_000, (part, { before }) => ({
      ...part,
      project: found(
        before.find(({ type }) => type === 'settle'),
        'settled project',
      ).project,
    })),
  },
  {
    county: '431228',
    month: '2016-08',
    rule: 'ROUND_TRIP',
    what: 'the designer gives back 9,000 of 10,000 yuan',
    breakIn: roundTrip,
  },
  {
    county: '431281',
    month: '2017-01',
    rule: 'I1',
    what: '5,000 yuan of the special fund are allocated without a budget',
    breakIn: budgetShort('special_fund', 5_000),
  },
  {
    county: '431227',
    month: '2016-07',
    rule: 'I2',
    what: 'households handed in 1,000 yuan more than was allocated',
    breakIn: changedBy(-1_000, 'allocate', 'self_raised'),
  },
  {
    county: '431230',
    month: '2017-01',
    rule: 'I3',
    what: 'the new year opens with 3,000 yuan more than the old one closed with',
    breakIn: carriedWrong(3_000),
  },
  {
    county: '431229',
    month: '2017-04',
    rule: 'I4',
    what: 'the bank has 100 yuan that the book has not',
    breakIn: ({ drafts }) => ({ drafts, out: -100 }),
  },
  {
    county: '431271',
    month: '2017-01',
    rule: 'I7',
    besides: ['NO_ROOM'],
    what: '65,000 yuan are booked on a finished site, which then has cost more than was approved',
    breakIn: partOfPayment(65_000, (part, { projects }) => ({
      ...part,
      project: found(projects[0], 'site'),
    })),
  },
  {
    county: '431222',
    month: '2017-04',
    rule: 'I8',
    what: 'a project is settled with 3,000 yuan more than was paid for it',
    breakIn: changedBy(3_000, 'settle', 'policy_loan'),
  },
  {
    county: '431226',
    month: '2017-02',
    rule: 'I6',
    what: '6,000 yuan are transferred to 新晃',
    breakIn: transferred('transfer_out', '2017-02-20', 6_000),
  },
  {
    county: '431227',
    month: '2017-02',
    rule: 'I6',
    what: 'of the 6,000 yuan of 麻阳 5,400 are booked as arrived',
    breakIn: transferred('transfer_in', '2017-02-21', 5_400),
  },
];

/** The month's entries after the breaches of that county and month. */
export function brokenIn(county: string, month: string, ledger: LedgerMonth): Broken {
  return breaches
    .filter((breach) => breach.county === county && breach.month === month)
    .reduce<Broken>(
      (broken, { breakIn }) => {
        const next = breakIn({ ...ledger, drafts: broken.drafts });
        return { drafts: next.drafts, out: broken.out + next.out };
      },
      { drafts: ledger.drafts, out: 0 },
    );
}
