import fc from 'fast-check';
import type { Row } from '../../support/county.ts';
import { mode, projectReference } from './building.ts';
import { chance, count, daysAround, hushed, keyed, maybe, oldDay, recentDay } from './chance.ts';

/** Made-up files of households and persons. */

const wholeHouseholds = 12;

/**
 * How another file names a household: mostly by one of its two references, now and then by both, by two that
 * disagree, by one that nobody has, or by none.
 */
export const householdReference: fc.Arbitrary<Row> = fc
  .tuple(count(wholeHouseholds), count(wholeHouseholds), count(19))
  .map(([no, other, way]) => {
    if (way === 0) return { headIdToken: null, householdNoToken: null };
    if (way === 1) return { headIdToken: `H${no}`, householdNoToken: `N${other}` };
    if (way === 2) return { headIdToken: `H${no}`, householdNoToken: `N${no}` };
    return way % 2 === 0
      ? { headIdToken: `H${no}`, householdNoToken: null }
      : { headIdToken: null, householdNoToken: `N${no}` };
  });

const household = fc.record({
  no: count(wholeHouseholds - 1),
  strayNo: count(wholeHouseholds - 1),
  isStray: chance(6),
  hasNo: chance(92),
  mode,
  projectId: projectReference,
  originPointId: fc.constantFrom('一组', '二组', '二 组', null),
  familySize: count(6, 1),
  isRegistered: chance(80),
  houseArea: maybe(count(1_800, 100).map((n) => n / 10)),
  selfRaised: maybe(
    fc.oneof(count(1_300_000), fc.constantFrom(0, 300_000, 600_000, 900_000, 1_000_000, 1_000_001)),
    2,
  ),
  startDate: maybe(recentDay),
  completionDate: maybe(oldDay('2016-09-30', '2016-10-20', '2016-10-30', '2017-04-30')),
  keyHandedDate: maybe(recentDay),
  moveInDate: maybe(oldDay('2016-03-31', '2016-04-20', '2016-04-30', '2017-04-20', '2017-04-30')),
  demolitionAgreed: maybe(fc.boolean()),
  demolishedDate: maybe(recentDay, 2),
  reclaimedArea: maybe(fc.constantFrom(0, 0.01, 0.5, 2)),
  deedIssued: maybe(fc.boolean()),
  outOfPovertyYear: maybe(fc.constantFrom(2015, 2016, 2017, 2018)),
  incomePerCapita: maybe(fc.oneof(count(600_000, 300_000), fc.constantFrom(442_799, 442_800, 442_801))),
  safetyNetType: fc.constantFrom('none', 'dibao', 'dibao', 'wubao', 'mixed', null),
});

export const households: fc.Arbitrary<readonly Row[]> = hushed(
  keyed(household, ({ no }) => String(no), 10).map((rows) =>
    rows.map(({ no, strayNo, isStray, hasNo, ...row }) => ({
      ...row,
      headIdToken: `H${no}`,
      householdNoToken: hasNo ? `N${isStray ? strayNo : no}` : null,
    })),
  ),
  [
    'originPointId',
    'outOfPovertyYear',
    'moveInDate',
    'completionDate',
    'deedIssued',
    'houseArea',
    'safetyNetType',
    'reclaimedArea',
    'selfRaised',
    'incomePerCapita',
  ],
);

const many = <Value>(value: Value, times: number): Value[] => Array.from({ length: times }, () => value);

const person = fc.record({
  token: count(70),
  home: householdReference,
  birthYear: fc.oneof(
    count(1998, 1962),
    count(1998, 1962),

    count(2010, 1945),
    fc.constantFrom(1956, 1957, 1958, 1985, 1990, 1990, 2000, 2001, 2002),
  ),
  sex: fc.constantFrom('male', 'female'),
  studentStatus: fc.constantFrom('student', ...many('non_student', 4), null),
  labourSkill: fc.constantFrom(...many('ordinary', 8), 'skilled', 'weak', 'lost', 'none', null),
  workWillingness: maybe(fc.boolean()),
  employmentStatus: fc.constantFrom('employed', 'employed', 'self_employed', 'farming', 'unemployed', null),
  employmentForm: fc.constantFrom(
    'park',
    'town',
    'workshop',
    'base',
    'public_post',
    'migrant',
    'self',
    'flexible',
    null,
  ),
  workRegion: fc.constantFrom('village', 'township', 'county', 'city', 'province', 'outside', null),
  monthsWorked: maybe(fc.oneof(count(12), fc.constantFrom(3, 4, 2.5))),
  monthlyWage: maybe(fc.oneof(fc.constantFrom(0, 1, 100_000, 150_000, 250_050), count(300_000))),
  hiredDate: maybe(fc.oneof(daysAround('2017-01-01', '2017-04-30'), recentDay)),
  trainedDate: maybe(
    oldDay('2016-04-30', '2016-07-20', '2016-07-30', '2017-01-20', '2017-01-30', '2017-04-30'),
  ),
  transferAssisted: maybe(fc.boolean()),
});

export const persons: fc.Arbitrary<readonly Row[]> = hushed(
  fc
    .array(person, { maxLength: 16 })
    .map((rows) => rows.map(({ token, home, ...row }) => ({ ...row, ...home, personToken: `T${token}` }))),
  ['employmentStatus', 'workRegion', 'monthlyWage', 'trainedDate', 'workWillingness'],
);
