import { describe, expect, test } from 'vitest';
import { computeFacts } from '../../shared/indicators/engine.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import {
  type BatchShape,
  batch,
  codes,
  factsOf,
  inputOf,
  lookWhole,
  type Row,
  ratio,
} from './support/county.ts';

/** The hand-checkable case of domain.md §5.2. */
const adult = { birthYear: 1985, labourSkill: 'ordinary', studentStatus: 'non_student' };
const person = (personToken: string, householdNoToken: string | null, row: Row = {}): Row => ({
  personToken,
  householdNoToken,
  headIdToken: null,
  ...adult,
  employmentStatus: 'unemployed',
  ...row,
});

const people: readonly Row[] = [
  person('a', 'N1', { employmentStatus: 'employed', employmentForm: 'park' }),
  person('b', 'N1', { workWillingness: true }),
  person('c', 'N1', { birthYear: 2008, labourSkill: 'none', employmentStatus: null }),
  person('d', 'N2', { employmentStatus: 'employed', workRegion: 'outside' }),
  person('e', 'N2', { employmentStatus: 'employed', employmentForm: 'public_post' }),
  person('f', 'N3'),
  person('g', 'N3', { birthYear: 1945, employmentStatus: 'employed' }),
  person('h', 'N4', { labourSkill: 'none', employmentStatus: null }),
  person('i', 'N4', { birthYear: 1940, labourSkill: 'lost', employmentStatus: null }),
  person('j', 'N5', { labourSkill: 'weak', employmentStatus: 'employed', employmentForm: 'workshop' }),
  person('k', 'N5', { birthYear: 2000, studentStatus: 'student', employmentStatus: null }),
  person('l', 'N6', { employmentStatus: 'self_employed', employmentForm: 'self' }),
];
const homes = ['1', '2', '3', '4', '5', '6'].map(
  (no): Row => ({
    headIdToken: `H${no}`,
    householdNoToken: `N${no}`,
    familySize: people.filter(({ householdNoToken }) => householdNoToken === `N${no}`).length,
    isRegistered: true,
  }),
);

const persons = (rows: readonly Row[]): BatchShape => ({ dataset: 'persons', period: '2017-04', rows });
const households = (rows: readonly Row[] = homes): BatchShape => ({
  dataset: 'households',
  period: '2017-04',
  rows,
});

describe('the micro-golden', () => {
  const facts = factsOf('emp', [persons(people), households()], '2017-04');

  test.each([
    ['emp.labour_rate', '5/7'],
    ['emp.one_per_household', '4/5'],
    ['emp.zero_job_households', '1/5'],
  ])('%s is %s', (indicator, expected) => {
    expect(ratio(facts, indicator)).toBe(expected);
    expect(facts.findings).toEqual([]);
  });

  test('as served', () => {
    expect(lookWhole('emp.labour_rate', [facts])).toMatchObject({ value: 0.714286, rag: 'red', unit: '%' });
    expect(lookWhole('emp.one_per_household', [facts])).toMatchObject({ value: 0.8, rag: 'red' });
    expect(lookWhole('emp.zero_job_households', [facts])).toMatchObject({ value: 1, unit: '户', rag: 'red' });
  });

  test('by the head’s ID, the household number or either, persons join the same households', () => {
    const byHead = people.map((row) => ({
      ...row,
      householdNoToken: null,
      headIdToken: String(row.householdNoToken).replace('N', 'H'),
    }));
    const mixed = people.map((row, index) => (index % 2 ? row : (byHead[index] ?? row)));
    for (const rows of [byHead, mixed]) {
      expect(factsOf('emp', [persons(rows), households()], '2017-04').components).toEqual(facts.components);
    }
  });

  test('without a households file there is no data by household', () => {
    const alone = factsOf('emp', [persons(people)], '2017-04');
    expect(ratio(alone, 'emp.labour_rate')).toBe('5/7');
    expect(ratio(alone, 'emp.one_per_household')).toBe('none');
    expect(lookWhole('emp.zero_job_households', [alone]).status).toBe('no_data');
  });
});

describe('who is labour, and who works', () => {
  test.each<[string, Row, string]>([
    ['16 this year', { birthYear: 2001 }, '0/1'],
    ['15 this year', { birthYear: 2002 }, '0/0'],
    ['59 this year', { birthYear: 1958 }, '0/1'],
    ['60 this year', { birthYear: 1957 }, '0/0'],
    ['a student', { studentStatus: 'student', employmentStatus: 'employed' }, '0/0'],
    ['school left blank', { studentStatus: null }, '0/1'],
    ['labour capacity lost', { labourSkill: 'lost' }, '0/0'],
    ['farming', { employmentStatus: 'farming' }, '0/1'],
    ['employment left blank', { employmentStatus: null }, '0/1'],
    ['self-employed', { employmentStatus: 'self_employed' }, '1/1'],
  ])('%s: %o counts %s', (_, row, expected) => {
    const beside = person('z', 'N2', { birthYear: 1940 });
    const facts = factsOf('emp', [persons([person('a', 'N1', row), beside])], '2017-04');
    expect(ratio(facts, 'emp.labour_rate')).toBe(expected);
  });
});

describe('a policy that sets it otherwise', () => {
  const rows = [
    person('x', null, { birthYear: 1960, sex: 'female', employmentStatus: 'farming' }),
    person('y', null, { birthYear: 1960, sex: 'male', employmentStatus: 'farming' }),
    person('z', null, { birthYear: 1963, sex: 'female' }),
  ];

  // 57, 57 and 54 years old in 2017
  test.each<[string, Partial<Policy>, string]>([
    ['as it is', {}, '0/3'],
    ['women work to 54', { workingAge: { from: 16, to: 59, womenTo: 54 } }, '0/2'],
    ['farming is employment', { countFarming: true }, '2/3'],
  ])('%s', (_, changed, expected) => {
    const input = inputOf([batch(persons(rows))], '2017-04');
    const facts = computeFacts('emp', { ...input, policy: { ...input.policy, ...changed } });
    expect(ratio(facts, 'emp.labour_rate')).toBe(expected);
  });
});

describe('references that find no household', () => {
  test.each<[string, Row, readonly Row[]]>([
    ['unknown number', person('a', 'N9'), homes],
    ['no reference', person('a', null), homes],
    [
      'a number two households carry',
      person('a', 'N1'),
      [...homes, { headIdToken: 'H7', householdNoToken: 'N1' }],
    ],
    ['two that disagree', person('a', 'N1', { headIdToken: 'H2' }), homes],
  ])('%s: counted as a person, in no household, and a finding', (_, row, list) => {
    const facts = factsOf('emp', [persons([row]), households(list)], '2017-04');
    expect(ratio(facts, 'emp.labour_rate')).toBe('0/1');
    expect(ratio(facts, 'emp.zero_job_households')).toBe('0/0');
    expect(codes(facts)).toEqual({ UNRESOLVED_HOUSEHOLD: 1 });
  });

  test('the finding counts all rows and lists the first twenty', () => {
    const rows = Array.from({ length: 23 }, (_, index) => person(`p${index}`, 'N9'));
    const [finding] = factsOf('emp', [persons(rows), households()], '2017-04').findings;
    expect(finding).toMatchObject({ count: 23, dataset: 'persons', batch: 'persons@2017-04' });
    expect(finding?.rows.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, index) => index + 4));
  });
});

describe('zero-job households', () => {
  test.each([
    [0, 100, 'green'],
    [2, 100, 'amber'],
    [3, 100, 'red'],
  ])('%d of %d is %s', (without, all, rag) => {
    const list = Array.from({ length: all }, (_, index) => index);
    const facts = factsOf(
      'emp',
      [
        persons(
          list.map((index) =>
            person(`p${index}`, `N${index}`, {
              employmentStatus: index < without ? 'unemployed' : 'employed',
            }),
          ),
        ),
        households(list.map((index) => ({ headIdToken: `H${index}`, householdNoToken: `N${index}` }))),
      ],
      '2017-04',
    );
    expect(lookWhole('emp.zero_job_households', [facts])).toMatchObject({
      value: without,
      denominator: all,
      rag,
    });
  });
});

test('a file that says nobody’s employment status has no employment rate; one blank still counts as not employed', () => {
  const silent = people.map((row): Row => ({ ...row, employmentStatus: null }));
  const none = factsOf('emp', [persons(silent), households()], '2017-04').components.map(
    ({ indicator }) => indicator,
  );
  expect(none).toContain('emp.unknown_rate');
  expect(none.filter((one) => /labour_rate|one_per|zero_job|willing/.test(one))).toEqual([]);
  const [first = {}, ...rest] = silent;
  const facts = factsOf(
    'emp',
    [persons([{ ...first, employmentStatus: 'employed' }, ...rest]), households()],
    '2017-04',
  );
  expect(ratio(facts, 'emp.labour_rate')).toBe('1/7');
});
