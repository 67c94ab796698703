import fc from 'fast-check';
import { issue, link, nameIssues, nameLinks, report } from './arbitrary-duties.ts';
import {
  accountEntryTypes,
  baseMoney,
  entryMoney,
  householdMoney,
  personMoney,
  projectMoney,
  shareMoney,
} from './arbitrary-money.ts';
import { projectSiting, saidOfSites } from './arbitrary-siting.ts';
import type { BatchShape, Row } from './county.ts';

/** All files of a made-up county, of whichever family reads them. */
export interface MadeCounty {
  readonly name: string;
  readonly files: Readonly<Record<File | EarlierFile, readonly Row[]>>;
}

/** Files of the month before, with which the families that look back compare. */
type EarlierFile = 'earlierProjects' | 'earlierPersons';

const fileNames = [
  'projects',
  'households',
  'persons',
  'industryProjects',
  'shares',
  'fundParties',
  'fundLedger',
  'responsibilities',
  'issues',
  'progressReports',
] as const;
type File = (typeof fileNames)[number];

const count = (max: number) => fc.integer({ min: 0, max });
const day = (month: string) => count(27).map((n) => `${month}-${String(n + 1).padStart(2, '0')}`);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 });
const many = <Value>(row: fc.Arbitrary<Value>, maxLength: number) => fc.array(row, { maxLength });

const project = fc.record({
  mode: fc.constantFrom('concentrated', 'scattered'),
  planYear: fc.constantFrom(2016, 2017),
  plannedHouseholds: fc.integer({ min: 1, max: 60 }),
  plannedPersons: count(240),
  startedHouseholds: maybe(count(60)),
  completedHouseholds: maybe(count(60)),
  occupiedHouseholds: maybe(count(60)),
  startDate: maybe(day('2017-04')),
  completionDate: maybe(day('2017-04')),
  filingResult: fc.constantFrom('passed', 'passed', 'pending', null),
  ...projectMoney,
  ...projectSiting,
});
const household = fc.record({
  project: count(5),
  mode: fc.constantFrom('concentrated', 'scattered'),
  familySize: fc.integer({ min: 1, max: 8 }),
  isRegistered: fc.boolean(),
  moveInDate: maybe(fc.oneof(day('2017-04'), day('2016-04'), day('2016-03'))),
  completionDate: maybe(fc.oneof(day('2017-04'), day('2016-09'))),
  keyHandedDate: maybe(day('2017-04')),
  demolitionAgreed: maybe(fc.boolean()),
  demolishedDate: maybe(day('2017-04')),
  reclaimedArea: maybe(count(2)),
  outOfPovertyYear: maybe(fc.constantFrom(2016, 2017, 2018)),
  incomePerCapita: maybe(fc.integer({ min: 300_000, max: 600_000 })),
  safetyNetType: fc.constantFrom('none', 'dibao', 'wubao', 'mixed', null),
  ...householdMoney,
  deedIssued: maybe(fc.boolean()),
});
const person = fc.record({
  household: count(9),
  byHead: fc.boolean(),
  birthYear: fc.integer({ min: 1950, max: 2005 }),
  labourSkill: fc.constantFrom('ordinary', 'weak', 'lost', null),
  studentStatus: fc.constantFrom('student', 'non_student', null),
  employmentStatus: fc.constantFrom('employed', 'farming', 'unemployed', null),
  ...personMoney,
  token: count(30),
  employmentForm: fc.constantFrom('park', 'base', 'public_post', 'migrant', null),
  workRegion: fc.constantFrom('village', 'county', 'province', 'outside', null),
  monthsWorked: maybe(count(12)),
  monthlyWage: maybe(fc.constantFrom(0, 100_000, 150_000, 200_000, 250_050)),
  trainedDate: maybe(fc.oneof(day('2016-12'), day('2017-03'), day('2016-03'))),
  workWillingness: maybe(fc.boolean()),
  transferAssisted: maybe(fc.boolean()),
});
const base = fc.record({
  fiscalInvested: count(90_000),
  convertedToShares: count(90_000),
  site: count(4),
  ...baseMoney,
});
const share = fc.record({
  household: count(9),
  industry: count(3),
  sharePrincipal: count(5_000),
  dividendDue: count(500),
  dividendPaid: count(500),
  ...shareMoney,
});
const entry = fc.record({
  entryType: fc.constantFrom(
    'budget',
    'allocate',
    'receive',
    'pay',
    'pay',
    'pay',
    'refund',
    'settle',
    'opening',
    ...accountEntryTypes,
  ),
  entryDate: day('2017-04'),
  source: fc.constantFrom('policy_loan', 'provincial'),
  project: count(4),
  purpose: fc.constantFrom('housing', 'infrastructure', 'interest'),
  amount: fc.integer({ min: 1, max: 1_000 }),
  ours: fc.constantFrom('dedicated', 'dedicated', 'dedicated', 'stray'),
  theirs: fc.constantFrom('builder', 'builder', 'builder', 'stranger'),
  voucher: fc.boolean(),
  ...entryMoney,
});

const inflow = new Set(['opening', 'receive', 'refund', 'interest', 'transfer_in', 'balance']);

/** A file that says nothing in a column has no data of it, and its rows then do not count for the area: the first row speaks. */
const speaking = <Value extends object>(
  rows: fc.Arbitrary<Value[]>,
  said: Partial<Value>,
): fc.Arbitrary<Value[]> => rows.map(([first, ...rest]) => (first ? [{ ...first, ...said }, ...rest] : []));
const said = {
  startedHouseholds: 1,
  completedHouseholds: 1,
  occupiedHouseholds: 1,
  startDate: '2017-04-02',
  completionDate: '2017-04-20',
  ...saidOfSites,
};

/**
 * A county whose keys, accounts and sources of money begin with its name, so that two of them can be put
 * into one without touching each other. Sources stay within the policy by way of `sources`.
 */
export const madeCounty = (name: string, sources: readonly [string, string]): fc.Arbitrary<MadeCounty> =>
  fc
    .record({
      projects: speaking(many(project, 5), said),
      earlierProjects: speaking(many(project, 5), said),
      households: speaking(many(household, 10), {
        houseArea: 90,
        deedIssued: true,
        moveInDate: '2017-04-03',
        outOfPovertyYear: 2017,
      }),
      persons: speaking(many(person, 14), { employmentStatus: 'unemployed' }),
      earlierPersons: speaking(many(person, 14), { employmentStatus: 'unemployed' }),
      bases: many(base, 4),
      // a county without any share has no data, and its households then do not count for the area
      shares: fc.uniqueArray(share, {
        minLength: 1,
        maxLength: 12,
        selector: (one) => `${one.household} ${one.industry}`,
      }),
      entries: many(entry, 25),
      links: many(link, 12),
      issues: many(issue, 8),
      report,
    })
    .map((made) => ({
      name,
      files: {
        projects: nameProjects(name, made.projects),
        earlierProjects: nameProjects(name, made.earlierProjects),
        households: made.households.map(({ project, ...row }, no) => ({
          ...row,
          projectId: `${name}-P0${project}`,
          originPointId: `${name}-P0${project}`,
          headIdToken: `${name}-H${no}`,
          householdNoToken: `${name}-N${no}`,
        })),
        persons: namePersons(name, made.persons),
        earlierPersons: namePersons(name, made.earlierPersons),
        industryProjects: made.bases.map(({ site, ...row }, no) => ({
          ...row,
          year: 2017,
          industryId: `${name}-I${no}`,
          projectId: `${name}-P0${site}`,
        })),
        shares: made.shares.map(({ household, industry, ...row }) => ({
          ...row,
          year: 2016,
          industryId: `${name}-I${industry}`,
          headIdToken: null,
          householdNoToken: `${name}-N${household}`,
        })),
        fundParties: [
          {
            partyId: `${name}-D`,
            accountToken: `${name}-dedicated`,
            role: 'county_entity',
            isDedicated: true,
          },
          { partyId: `${name}-B`, accountToken: `${name}-builder`, role: 'contractor', isDedicated: false },
        ],
        fundLedger: made.entries.map(({ project, ours, theirs, voucher, ...row }, no) => {
          const [our, their] = [`${name}-${ours}`, `${name}-${theirs}`];
          const inward = inflow.has(row.entryType);
          return {
            ...row,
            source: row.source === 'policy_loan' ? sources[0] : sources[1],
            entryNo: `${name}-${no}`,
            projectId: `${name}-P0${project}`,
            payerAccountToken: inward ? their : our,
            payeeAccountToken: inward ? our : their,
            voucherNo: voucher ? `${name}-V${no}` : null,
          };
        }),
        responsibilities: nameLinks(name, made.links),
        issues: nameIssues(name, made.issues),
        progressReports: made.report,
      },
    }));

type Made<Source> = Source extends fc.Arbitrary<infer Value> ? Value : never;

function nameProjects(name: string, rows: readonly Made<typeof project>[]): readonly Row[] {
  return rows.map((row, no) => ({ ...row, projectId: `${name}-P0${no}`, projectName: `${name}点${no}` }));
}

function namePersons(name: string, rows: readonly Made<typeof person>[]): readonly Row[] {
  return rows.map(({ household, byHead, token, ...row }) => ({
    ...row,
    personToken: `${name}-T${token}`,
    headIdToken: byHead ? `${name}-H${household}` : null,
    householdNoToken: byHead ? null : `${name}-N${household}`,
  }));
}

/** The files of counties put together into one, with rows told apart by sheet. */
export function merged(counties: readonly MadeCounty[]): MadeCounty {
  const together = (file: File | EarlierFile) =>
    counties.flatMap(({ files }, sheet) =>
      files[file].map((row, index): Row => ({ ...row, sourceSheet: sheet, sourceRow: index + 4 })),
    );
  return {
    name: 'whole',
    files: {
      projects: together('projects'),
      earlierProjects: together('earlierProjects'),
      earlierPersons: together('earlierPersons'),
      households: together('households'),
      persons: together('persons'),
      industryProjects: together('industryProjects'),
      shares: together('shares'),
      fundParties: together('fundParties'),
      fundLedger: together('fundLedger'),
      responsibilities: together('responsibilities'),
      issues: together('issues'),
      progressReports: together('progressReports'),
    },
  };
}

/**
 * The county's files as batches, those of March
 * before those of April, with a task of so many persons for 2017 and for the five years.
 */
export function shapesOf({ files }: MadeCounty, task: number): readonly BatchShape[] {
  const target = { targetType: 'provincial', mode: 'all', persons: task, effectiveDate: '2016-01-01' };
  return [
    {
      dataset: 'targets',
      period: '2016',
      rows: [0, 2016, 2017].map((planYear) => ({ ...target, planYear })),
    },
    { dataset: 'projects', period: '2017-03', rows: files.earlierProjects },
    { dataset: 'persons', period: '2017-03', rows: files.earlierPersons },
    ...fileNames.map((dataset) => ({ dataset, period: '2017-04', rows: files[dataset] })),
  ];
}
