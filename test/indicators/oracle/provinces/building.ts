import fc from 'fast-check';
import type { Row } from '../../support/county.ts';
import { count, dayBetween, daysAround, hushed, keyed, maybe, oldDay, recentDay } from './chance.ts';

/** Made-up files of tasks and projects. */

const names = ['大东坪安置点', '大坪安置点', '黄岩安置点', '和平 安置点', '大兴安置点'] as const;

/** How other files name a project: by number or name, as it is typed, begun, ambiguous, unknown, or not at all. */
export const projectReference: fc.Arbitrary<string | null> = fc.oneof(
  { arbitrary: count(4).map((no) => `P-00${no}`), weight: 14 },
  {
    arbitrary: fc.constantFrom('p-000', 'Ｐ-００１', 'P -002', '大东坪', '黄岩安置', '黄岩', '和平安置点'),
    weight: 3,
  },
  { arbitrary: fc.constantFrom(...names, '大', '黄', '大坪', 'P-009', 'P001', '安置点', null), weight: 3 },
);

export const mode = fc.constantFrom('concentrated', 'scattered');

/** Answers to the four-avoid, four-near and four-reach rules. */
const answers = Object.fromEntries(
  [
    ...['avoidGeohazard', 'avoidFlood', 'avoidEcoReserve', 'avoidPrimeFarmland'],
    ...['reachValue', 'reachIncome', 'reachInfra', 'reachServices', 'qualityLetterSigned'],
  ].map((name) => [name, fc.constantFrom(true, true, true, true, true, false, null)]),
);
const anchors = Object.fromEntries(
  ['nearTown', 'nearParkScenic', 'nearNewCommunity', 'nearCentralVillage'].map((name) => [
    name,
    fc.constantFrom(true, false, false, false, null),
  ]),
);

const project = fc.record({
  no: count(4),
  nameNo: count(39),
  mode,
  planYear: count(19).map((n) => (n < 15 ? 2017 : n < 18 ? 2016 : 2018)),
  plannedHouseholds: count(60, 1),
  plannedPersons: count(240),
  startedHouseholds: maybe(count(60)),
  completedHouseholds: maybe(count(60)),
  occupiedHouseholds: maybe(count(60)),
  approvedInvestment: maybe(count(3_000, 1)),
  filingNo: fc.constantFrom('文1', null),
  filingDate: maybe(oldDay('2017-03-01')),
  filingResult: fc.constantFrom('passed', 'passed', 'passed', 'returned', 'pending', null),
  startDate: maybe(recentDay, 2),
  completionDate: maybe(recentDay, 2),
  acceptanceDate: maybe(
    fc.oneof(daysAround('2016-03-31', '2016-04-20', '2016-04-30'), fc.constant('2016-03-01'), recentDay),
    2,
  ),
  acceptanceResult: fc.constantFrom('passed', 'failed', 'rectified', null),
  ...answers,
  ...anchors,
});

export const projects: fc.Arbitrary<readonly Row[]> = hushed(
  fc
    .oneof(
      keyed(project, ({ no }) => String(no), 5),
      keyed(project, ({ no }) => String(no), 5, 4),
    )
    .map((rows) =>
      rows.map(({ no, nameNo, ...row }) => ({
        ...row,
        projectId: `P-00${no}`,
        // now and then two projects have one name
        projectName: names[nameNo < names.length ? nameNo : no] ?? null,
      })),
    ),
  [
    'startedHouseholds',
    'completedHouseholds',
    'occupiedHouseholds',
    'startDate',
    'completionDate',
    'filingResult',
    'qualityLetterSigned',
    'acceptanceResult',
    'avoidFlood',
    ...Object.keys(anchors),
  ],
);

const target = fc.record({
  planYear: count(19).map((n) => (n < 6 ? 0 : n < 17 ? 2017 : n < 19 ? 2016 : 2018)),
  targetType: fc.constantFrom('provincial', 'provincial', 'municipal', 'national', 'self_raised'),
  mode: fc.constantFrom('all', 'all', 'concentrated', 'scattered'),
  effectiveDate: fc.oneof(
    fc.constantFrom('2016-01-01', '2016-06-01', '2017-01-01'),
    daysAround('2017-03-31', '2017-04-20', '2017-04-30'),
    dayBetween('2016-01-01', '2017-05-31'),
  ),
  persons: fc.oneof(count(40), count(40), fc.constant(0)),
});

export const targets: fc.Arbitrary<readonly Row[]> = keyed(
  target,
  (row) => `${row.planYear} ${row.targetType} ${row.mode} ${row.effectiveDate}`,
  9,
);
