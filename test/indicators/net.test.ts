import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, lookWhole, type Row, ratio } from './support/county.ts';

const person = (householdNoToken: string | null, row: Row = {}): Row => ({
  householdNoToken,
  headIdToken: null,
  birthYear: 1985,
  labourSkill: 'ordinary',
  studentStatus: 'non_student',
  employmentStatus: 'unemployed',
  ...row,
});
const home = (no: string, row: Row = {}): Row => ({
  headIdToken: `H${no}`,
  householdNoToken: `N${no}`,
  familySize: 3,
  isRegistered: true,
  moveInDate: '2017-01-01',
  safetyNetType: null,
  ...row,
});
const unable = { labourSkill: 'none', employmentStatus: null };

function facts(homes: readonly Row[], people: readonly Row[]) {
  const shapes: readonly BatchShape[] = [
    { dataset: 'households', period: '2017-04', rows: homes },
    { dataset: 'persons', period: '2017-04', rows: people },
  ];
  return factsOf('net', shapes, '2017-04');
}

describe('the micro-golden of domain.md §5.2', () => {
  const seen = facts(
    ['1', '2', '3', '4', '5', '6'].map((no) => home(no, no === '4' ? { safetyNetType: 'mixed' } : {})),
    [
      person('N1'),
      person('N1'),
      person('N1', { ...unable, birthYear: 2008 }),
      person('N2'),
      person('N3'),
      person('N3', { birthYear: 1945 }),
      person('N4', unable),
      person('N4', { birthYear: 1940, labourSkill: 'lost' }),
      person('N5', { labourSkill: 'weak' }),
      person('N5', { birthYear: 2000, studentStatus: 'student' }),
      person('N6'),
    ],
  );

  test.each([
    ['net.household_coverage', '1/1'],
    ['net.person_coverage', '2/2'],
    ['net.uncovered', '0/1'],
    ['net.overlap', '0/1'],
  ])('%s is %s', (indicator, expected) => {
    expect(ratio(seen, indicator)).toBe(expected);
  });
});

describe('households without labour', () => {
  test.each<[string, Row, readonly Row[], string]>([
    ['on 低保', { safetyNetType: 'dibao' }, [person('N1', unable)], '1/1'],
    ['on 五保', { safetyNetType: 'wubao' }, [person('N1', unable)], '1/1'],
    ['on none', { safetyNetType: 'none' }, [person('N1', unable)], '0/1'],
    ['left blank', {}, [person('N1', unable)], '0/1'],
    ['with one able', { safetyNetType: 'dibao' }, [person('N1', unable), person('N1')], '0/0'],
    ['not moved in', { moveInDate: '2017-05-01' }, [person('N1', unable)], '0/0'],
    ['whose members nobody lists', {}, [], '0/0'],
    ['of the aged', {}, [person('N1', { birthYear: 1940 })], '0/1'],
  ])('%s: %o %o counts %s', (_, row, people, expected) => {
    expect(ratio(facts([home('1', row)], people), 'net.household_coverage')).toBe(expected);
  });

  test('those outside are what is left, red from one on', () => {
    const seen = facts(
      [home('1', { safetyNetType: 'dibao' }), home('2'), home('3')],
      ['N1', 'N2', 'N3'].map((no) => person(no, unable)),
    );
    expect(lookWhole('net.uncovered', [seen])).toMatchObject({ value: 2, denominator: 3, rag: 'red' });
    expect(lookWhole('net.household_coverage', [seen])).toMatchObject({ value: 0.333333, rag: 'red' });
  });
});

describe('persons unable to work', () => {
  test.each<[string, Row, string]>([
    ['16 this year', { ...unable, birthYear: 2001 }, '1/1'],
    ['15 this year', { ...unable, birthYear: 2002 }, '0/0'],
    ['capacity lost', { labourSkill: 'lost', birthYear: 1930 }, '1/1'],
    ['weak', { labourSkill: 'weak' }, '0/0'],
    ['of unknown age', { ...unable, birthYear: null }, '0/0'],
    ['in no known household', { ...unable, householdNoToken: 'N9' }, '0/1'],
  ])('%s: %o counts %s', (_, row, expected) => {
    const seen = facts([home('1', { safetyNetType: 'dibao', moveInDate: null })], [person('N1', row)]);
    expect(ratio(seen, 'net.person_coverage')).toBe(expected);
  });
});

describe('overlap', () => {
  const earning = (...wages: readonly number[]) =>
    wages.map((monthlyWage) => person('N1', { employmentStatus: 'employed', monthlyWage }));

  // twice the line of 2952 元 is 5904 a head; a family of three has more from 1476 元 a month on
  test.each<[string, Row, readonly Row[], string]>([
    ['above', { safetyNetType: 'dibao' }, earning(147_601), '1/1'],
    ['at the limit', { safetyNetType: 'dibao' }, earning(147_600), '0/1'],
    ['on both nets', { safetyNetType: 'mixed' }, earning(200_000), '1/1'],
    ['on 五保', { safetyNetType: 'wubao' }, earning(200_000), '0/0'],
    ['by the median, not the sum', { safetyNetType: 'dibao' }, earning(100_000, 300_000), '0/1'],
    ['nobody earns', { safetyNetType: 'dibao' }, [person('N1')], '0/1'],
  ])('%s: %s', (_, row, people, expected) => {
    expect(ratio(facts([home('1', row)], people), 'net.overlap')).toBe(expected);
  });

  test('before the first poverty line there is no data', () => {
    const seen = factsOf(
      'net',
      [
        { dataset: 'households', period: '2015-12', rows: [home('1')] },
        { dataset: 'persons', period: '2015-12', rows: [] },
      ],
      '2015-12',
    );
    expect(ratio(seen, 'net.overlap')).toBe('none');
    expect(ratio(seen, 'net.uncovered')).toBe('0/0');
  });
});

test.each(['households', 'persons'] as const)('the %s alone give no data', (dataset) => {
  const rows = dataset === 'persons' ? [person('N1')] : [home('1')];
  expect(factsOf('net', [{ dataset, period: '2017-04', rows }], '2017-04').components).toEqual([]);
});
