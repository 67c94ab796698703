import { describe, expect, test } from 'vitest';
import { type BatchShape, codes, factsOf, type Row } from './support/county.ts';

const foundCodes = (facts: Parameters<typeof codes>[0]): readonly string[] => Object.keys(codes(facts));

const projects: BatchShape = {
  dataset: 'projects',
  dataDate: '2017-04-21',
  rows: [
    { projectId: 'P-1', projectName: '甲点', planYear: 2017, plannedHouseholds: 2, plannedPersons: 7 },
    { projectId: 'P-2', projectName: '乙点', planYear: 2017, plannedHouseholds: 2, plannedPersons: 9 },
  ],
};
const household = (no: number, projectId: string, familySize: number, isRegistered = true): Row => ({
  headIdToken: `H${no}`,
  householdNoToken: `N${no}`,
  projectId,
  familySize,
  isRegistered,
  mode: 'concentrated',
});
const households = (...rows: readonly Row[]): BatchShape => ({ dataset: 'households', rows });
const person = (no: number): Row => ({
  householdNoToken: `N${no}`,
  headIdToken: null,
  personToken: `P${no}`,
});

describe('X3: Σ family size of a project is its planned persons', () => {
  test.each<[string, readonly Row[], boolean]>([
    ['the members are as many', [household(1, 'P-1', 3), household(2, '甲点', 4)], false],
    [
      'the registered members are as many',
      [household(1, 'P-1', 3), household(2, 'P-1', 4), household(3, 'P-1', 2, false)],
      false,
    ],
    ['fewer', [household(1, 'P-1', 3), household(2, 'P-1', 3)], true],
    ['no household of the project is listed', [household(1, 'P-9', 3)], false],
  ])('%s', (_, rows, told) => {
    const found = foundCodes(factsOf('reloc', [projects, households(...rows)]));
    expect(found.includes('PROJECT_PERSONS_DIFFER')).toBe(told);
  });
});

describe('X4: the persons listed for a household are its family size', () => {
  test.each<[string, readonly Row[], boolean]>([
    ['as many', [person(1), person(1)], false],
    ['one too few', [person(1)], true],
    ['one too many', [person(1), person(1), person(1)], true],
    ['none listed', [], false],
  ])('%s', (_, rows, told) => {
    const found = foundCodes(
      factsOf('emp', [{ dataset: 'persons', rows }, households(household(1, 'P-1', 2))]),
    );
    expect(found.includes('HOUSEHOLD_PERSONS_DIFFER')).toBe(told);
  });
});

describe('shares against the agreements they rest on', () => {
  const industry = (row: Row): BatchShape => ({
    dataset: 'industryProjects',
    rows: [{ industryId: 'I-1', year: 2016, fiscalInvested: 100, convertedToShares: 100, ...row }],
  });
  const shares = (...due: readonly number[]): BatchShape => ({
    dataset: 'shares',
    period: '2016',
    rows: due.map((dividendDue, n) => ({
      industryId: 'I-1',
      householdNoToken: `N${n + 1}`,
      headIdToken: null,
      year: 2016,
      sharePrincipal: 500_000,
      dividendDue,
      dividendPaid: dividendDue,
    })),
  });
  test.each<[string, Row, readonly number[], readonly string[]]>([
    [
      'as many holders as linked, dividends as guaranteed',
      { linkedHouseholds: 2, guaranteedRate: 0.08 },
      [40_000, 40_001],
      [],
    ],
    ['a holder less', { linkedHouseholds: 3 }, [40_000, 40_000], ['LINKED_HOUSEHOLDS_DIFFER']],
    [
      'a dividend below the guarantee',
      { guaranteedRate: 0.08 },
      [40_000, 39_900],
      ['DIVIDEND_BELOW_GUARANTEE'],
    ],
    ['no shares yet', { linkedHouseholds: 3, guaranteedRate: 0.08 }, [], []],
    ['of another year', { year: 2017, linkedHouseholds: 3 }, [40_000], []],
  ])('%s', (_, row, due, expected) => {
    const found = foundCodes(factsOf('share', [industry(row), shares(...due)]));
    expect(found.filter((code) => code !== 'UNRESOLVED_HOUSEHOLD')).toEqual(expected);
  });
});
