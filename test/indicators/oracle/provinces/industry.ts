import fc from 'fast-check';
import type { Row } from '../../support/county.ts';
import { projectReference } from './building.ts';
import { chance, count, dayBetween, daysAround, keyed, maybe } from './chance.ts';
import { householdReference } from './people.ts';

/** Made-up files of industry projects and household shares. */

const base = fc.record({
  no: count(3),
  year: fc.constantFrom(2015, 2016, 2016, 2017, 2017, 2018),
  model: fc.constantFrom('company_base_farmer', 'company_coop_farmer', 'village_company_base_poor', 'other'),
  // an entity may work in several counties
  entityUscc: fc.constantFrom('E-1', 'E-2', 'E-3'),
  projectId: projectReference,
  fiscalInvested: fc.oneof(count(90_000), count(90_000), fc.constant(0)),
  entityCapital: maybe(count(90_000)),
  convertedToShares: count(90_000),
  agreementNo: fc.constantFrom('A', 'A', null),
  agreementEnd: maybe(
    fc.oneof(
      daysAround('2017-04-20', '2017-04-30', '2018-04-20', '2018-04-30'),
      dayBetween('2016-12-01', '2019-01-01'),
    ),
  ),
  guaranteedRate: fc.constantFrom(null, 0.05, 0.08, 0.085, 0),
  buyback: fc.constantFrom(true, true, false, null),
  equityRegistered: fc.constantFrom(true, false, false, null),
  netProfit: maybe(count(50, -50)),
});

export const industryProjects: fc.Arbitrary<readonly Row[]> = keyed(
  base,
  ({ no, year }) => `${no} ${year}`,
  7,
).map((rows) => rows.map(({ no, ...row }) => ({ ...row, industryId: `I-${no}` })));

const year = fc.constantFrom(2014, 2015, 2016, 2016, 2016, 2017, 2018);
const shareSource = fc.constantFrom('fiscal_quantified', 'fiscal_quantified', 'land', 'own_cash');
const paidDate = maybe(
  fc.oneof(daysAround('2015-12-31', '2016-12-31', '2017-04-30'), dayBetween('2015-11-01', '2017-12-31')),
);

const holding = fc.record({
  no: count(4),
  home: householdReference,
  year,
  shareSource,
  sharePrincipal: fc.oneof(count(5_000), fc.constant(0), fc.constantFrom(1_000, 2_000)),
  dividendDue: fc.oneof(count(500), fc.constantFrom(0, 80, 100, 160)),
  dividendPaid: fc.oneof(count(500), fc.constantFrom(0, 80, 100, 160)),
  paidDate,
});

/** One project with many holders, paid alike, or in one year and not since. */
const handout = fc
  .record({
    no: count(3),
    holders: count(12, 8),
    alike: chance(70),
    equalPrincipal: chance(30),
    years: fc.constantFrom([2016], [2015, 2016], [2016, 2017], [2014, 2015, 2016]),
    paidIn: fc.constantFrom(2014, 2015, 2016, 2017),
  })
  .map(({ no, holders, alike, equalPrincipal, years, paidIn }) =>
    years.flatMap((dividendYear) =>
      Array.from({ length: holders }, (_, holder): Row => {
        const paid = alike ? 50 : 50 + holder;
        return {
          headIdToken: `H${holder}`,
          householdNoToken: null,
          industryId: `I-${no}`,
          year: dividendYear,
          shareSource: 'land',
          sharePrincipal: equalPrincipal ? 700 : 700 + holder,
          dividendDue: 50,
          dividendPaid: dividendYear === paidIn || years.length === 1 ? paid : 0,
          paidDate: `${dividendYear}-12-31`,
        };
      }),
    ),
  );

const keyOf = (row: Row) => [row.industryId, row.headIdToken, row.householdNoToken, row.year].join(' ');

export const shares: fc.Arbitrary<readonly Row[]> = fc
  .tuple(
    fc.array(holding, { maxLength: 14 }),
    fc.oneof({ arbitrary: handout, weight: 1 }, { arbitrary: fc.constant<Row[]>([]), weight: 3 }),
  )
  .map(([holdings, many]) => {
    const rows: readonly Row[] = [
      ...many,
      ...holdings.map(({ no, home, ...row }) => ({ ...row, ...home, industryId: `I-${no}` })),
    ];
    // no two rows of a file have one key: ingest has seen to that
    return rows.filter((row, index) => rows.findIndex((one) => keyOf(one) === keyOf(row)) === index);
  });
