import { leaks, untidy } from './leaks.ts';

/** A case that stands in the examples on purpose, with the rule that must find it. */
export interface Planted {
  readonly rule: string;
  readonly county: string;
  /** What is wrong, in a phrase. */
  readonly what: string;
}

/** Cases outside the ledger's payments, which `leaks.ts` lists. */
const others: readonly Planted[] = [
  { rule: 'ECONOMIC_AREA', county: '431281', what: 'a paid house of 26.2 square metres a person' },
  { rule: 'AREA_OVER_LIMIT', county: '431281', what: 'the same house, whoever paid for it' },
  { rule: 'SITE_PROHIBITED', county: '431222', what: 'one site lies in an ecological reserve' },
  {
    rule: 'START_BEFORE_FILING',
    county: '431225',
    what: 'one scattered batch began twelve days before its filing',
  },
  { rule: 'EARLY_DELINK', county: '431225', what: 'one household was let go before it moved in' },
  { rule: 'NODE_OVERDUE', county: '431225', what: 'one node of the 作战图 is past due and open' },
  { rule: 'SITE_WITHOUT_LEADER', county: '431222', what: 'one site in eleven has no county leader' },
  { rule: 'ISSUE_OVERDUE', county: '431222', what: 'petitions past their 60 days' },
];

/** Every planted case of the examples: a test finds each of them in the facts. */
export const planted: readonly Planted[] = [
  ...[...leaks, ...untidy].flatMap(({ rule, county, month }) =>
    rule === null ? [] : [{ rule, county, what: `a payment of ${month}` }],
  ),
  ...others,
];
