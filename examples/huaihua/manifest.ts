import { type Lapse, lapses } from './arrivals.ts';
import { breaches } from './breaches.ts';
import { leaks, untidy } from './leaks.ts';
import { shareBreaches } from './share-breaches.ts';

/** A case that stands in the examples on purpose, with the rule that must find it. */
export interface Planted {
  readonly rule: string;
  /** The city itself, where the case lies between its counties. */
  readonly county: string;
  /** What is wrong, in a phrase. */
  readonly what: string;
}

/** Cases that stand elsewhere than in `leaks.ts`, `breaches.ts` and `share-breaches.ts`. */
const others: readonly Planted[] = [
  { rule: 'X1', county: '4312', what: 'the city states 21,670 persons for 2016, its counties 21,607' },
  { rule: 'X6', county: '431225', what: 'a child whose parents live apart is listed here' },
  { rule: 'X6', county: '431230', what: 'and here' },
  {
    rule: 'BEHIND_334',
    county: '431230',
    what: 'the start rate of 2017 lies below the linear reading of the plan',
  },
  {
    rule: 'ANNUAL_TARGET_MISSED',
    county: '431271',
    what: 'fewer persons moved in by the end of 2016 than its task',
  },
  {
    rule: 'TARGET_AT_RISK',
    county: '431222',
    what: 'as everywhere in April: at that pace the houses of 2017 are not finished by September',
  },
  { rule: 'IDLE_12', county: '431271', what: '20,000 yuan of a pilot lie untouched since January 2016' },
  { rule: 'IDLE_24', county: '431202', what: '10,000 yuan of a pilot lie untouched since March 2015' },
  { rule: 'SLOW_PASS', county: '431202', what: 'receipts wait more than 30 days, as in every county' },
  { rule: 'I10', county: '431271', what: '5,000 yuan were collected that the register does not know of' },
  { rule: 'OVERCAP_SELF', county: '431224', what: 'one household raised 3,200 yuan a person' },
  { rule: 'X9', county: '431230', what: 'every report states a start rate five points too high' },
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
  ...breaches.flatMap(({ rule, besides = [], county, what }) =>
    [rule, ...besides].map((one) => ({ rule: one, county, what })),
  ),
  ...shareBreaches.map(({ rule, county, what }) => ({ rule, county, what })),
  ...others,
];

/** What is found in many counties by itself, as in life. */
export const byThemselves: readonly string[] = [
  'TARGET_AT_RISK',
  'SLOW_PASS',
  'SITE_WITHOUT_LEADER',
  'ISSUE_OVERDUE',
  'NODE_OVERDUE',
];

/** Reports that come late or never, in whose light the examples' `rpt.ontime` is to be read. */
export const notInTime: readonly Lapse[] = lapses;

/** A file that was wrong and came again, in whose light `rpt.reject_rate` and `rpt.correction_rate` are to be read. */
export { slip } from './slips.ts';

/** Where an indicator says something of the city, when its newest period as a whole does not. */
export const speaksAt: Readonly<Record<string, string>> = {
  // of the plan of 2017 nobody has moved in by April
  'reloc.plan_completion': 'period=2016',
  'reloc.overfulfilled': 'period=2016',
  // its parts are what it says; together they are the whole
  'share.model_mix': 'period=latest&by=model',
  // the last 旬 was in time and without fault
  'rpt.ontime': 'period=2017-04',
  'rpt.lag_hours': 'period=2017-04',
  'rpt.reject_rate': 'period=2017-04',
  'rpt.correction_rate': 'period=2017-04',
  // in March one county alone has asked about work
  'rpt.completeness': 'period=2017-03',
};

/** Indicators that say nothing in the examples, and why. */
export const saysNothing: readonly { readonly indicator: string; readonly why: string }[] = [
  { indicator: 'emp.transfer_task', why: 'the task is a figure of a notice that is not public (policy)' },
];
