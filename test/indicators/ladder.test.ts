import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, lookWhole, type Row, ratio } from './support/county.ts';

/** Six registered households, one on each step and one accompanying household that counts nowhere. */
const home = (no: number, row: Row = {}): Row => ({
  headIdToken: `H${no}`,
  householdNoToken: `N${no}`,
  familySize: 3,
  isRegistered: true,
  moveInDate: '2016-04-30',
  incomePerCapita: 442_800,
  ...row,
});
const person = (no: number, row: Row = {}): Row => ({
  householdNoToken: `N${no}`,
  headIdToken: null,
  birthYear: 1985,
  labourSkill: 'ordinary',
  employmentStatus: 'unemployed',
  ...row,
});
const share = (no: number, row: Row = {}): Row => ({
  householdNoToken: null,
  headIdToken: `H${no}`,
  industryId: 'I-1',
  year: 2016,
  sharePrincipal: 100_000,
  dividendDue: 5_000,
  dividendPaid: 5_000,
  ...row,
});

const homes: readonly Row[] = [
  home(1, { moveInDate: null }),
  home(2, { moveInDate: '2016-05-01' }),
  home(3),
  home(4, { incomePerCapita: 442_799 }),
  home(5),
  home(6, { incomePerCapita: null }),
  home(7, { isRegistered: false }),
];
const people: readonly Row[] = [
  person(1, { employmentStatus: 'employed' }),
  person(2, { employmentStatus: 'employed' }),
  person(3),
  person(4, { employmentStatus: 'employed' }),
  person(6, { employmentStatus: 'self_employed' }),
  person(7, { employmentStatus: 'employed' }),
];
const file = (dataset: BatchShape['dataset'], rows: readonly Row[]): BatchShape => ({
  dataset,
  period: '2017-04',
  rows,
});
const facts = (shares: readonly Row[] = [share(5)]) =>
  factsOf('ladder', [file('households', homes), file('persons', people), file('shares', shares)], '2017-04');

test.each([
  // 1 is still in the old house, 2 moved in a day too late for a year, 3 has neither work nor dividend,
  // 4 and 6 work without the income, 5 lives on its share: 1.5 × 2952 = 4428 元
  ['ladder.move_out', '5/6'],
  ['ladder.settle', '4/6'],
  ['ladder.work', '3/6'],
  ['ladder.prosper', '1/6'],
])('%s is %s', (indicator, expected) => {
  expect(ratio(facts(), indicator)).toBe(expected);
});

describe('a share puts a household on the step of work', () => {
  test.each<[string, Row, string]>([
    ['when its dividend was paid', {}, '3/6'],
    ['not when it was only due', { dividendPaid: 0 }, '2/6'],
    ['not without principal', { sharePrincipal: 0 }, '2/6'],
    ['not of a year to come', { year: 2018 }, '2/6'],
    ['not of an unknown household', { headIdToken: 'H9' }, '2/6'],
  ])('%s', (_, row, expected) => {
    expect(ratio(facts([share(5, row)]), 'ladder.work')).toBe(expected);
  });

  test('of the newest dividend year alone', () => {
    expect(ratio(facts([share(5, { year: 2015 }), share(4)]), 'ladder.work')).toBe('2/6');
  });
});

describe('files that are lacking', () => {
  test.each<[string, readonly BatchShape[]]>([
    ['persons', [file('shares', [share(5)])]],
    ['shares', [file('persons', people)]],
  ])('without %s the two lower steps are known, the upper not', (_, others) => {
    const seen = factsOf('ladder', [file('households', homes), ...others], '2017-04');
    expect(seen.components.map(({ indicator }) => indicator)).toEqual(['ladder.move_out', 'ladder.settle']);
    expect(lookWhole('ladder.prosper', [seen]).status).toBe('no_data');
  });

  test('without households nothing is known', () => {
    expect(factsOf('ladder', [file('persons', people)], '2017-04').components).toEqual([]);
  });
});

test('what is found between files is reported by the families that own it', () => {
  expect(facts([share(9)]).findings).toEqual([]);
});
