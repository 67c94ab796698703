import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, lookWhole, type Row, ratio } from './support/county.ts';

/** What the household list says of houses, at its dataDate 2017-04-21. */
const home = (no: string, row: Row = {}): Row => ({
  headIdToken: `H${no}`,
  householdNoToken: `N${no}`,
  projectId: 'P-001',
  mode: 'concentrated',
  familySize: 2,
  isRegistered: true,
  moveInDate: null,
  ...row,
});
const households = (rows: readonly Row[]): BatchShape => ({
  dataset: 'households',
  period: '2017-04',
  dataDate: '2017-04-21',
  rows,
});
const of = (...rows: readonly Row[]) => factsOf('reloc', [households(rows)], '2017-04');

describe('keys and vacancy', () => {
  const facts = of(
    home('1', { completionDate: '2016-10-21', keyHandedDate: '2016-11-01', moveInDate: '2016-12-01' }),
    home('2', { completionDate: '2016-10-21', keyHandedDate: '2017-04-22' }),
    home('3', { completionDate: '2016-10-22', keyHandedDate: '2017-04-21', mode: 'scattered' }),
    home('4', { completionDate: '2017-04-22', keyHandedDate: '2017-04-01' }),
    home('5', { keyHandedDate: '2017-04-01' }),
    home('6', { completionDate: '2016-01-01', mode: 'scattered' }),
  );

  test.each([
    ['reloc.delivery_rate', {}, '2/4'],
    ['reloc.delivery_rate', { mode: 'concentrated' }, '1/2'],
    ['reloc.delivery_rate', { mode: 'scattered' }, '1/2'],
    ['reloc.vacancy_6m', {}, '2/3'],
    ['reloc.vacancy_6m', { mode: 'concentrated' }, '1/2'],
    ['reloc.vacancy_6m', { mode: 'scattered' }, '1/1'],
  ])('%s of %o is %s', (indicator, breakdown, expected) => {
    expect(ratio(facts, indicator, {}, breakdown)).toBe(expected);
  });

  test('no empty house is green, 3 in 100 amber', () => {
    const old = { completionDate: '2016-01-01' };
    const list = (all: number, without: number) =>
      Array.from({ length: all }, (_, no) =>
        home(`${no}`, no < without ? old : { ...old, moveInDate: '2017-01-01' }),
      );
    const colours = [0, 3, 4].map(
      (without) => lookWhole('reloc.vacancy_6m', [of(...list(100, without))]).rag,
    );
    expect(colours).toEqual(['green', 'amber', 'red']);
  });
});

describe('the old house', () => {
  const moved = { moveInDate: '2017-01-01' };
  const facts = of(
    home('1', { ...moved, demolitionAgreed: true, demolishedDate: '2017-04-21', reclaimedArea: 0.3 }),
    home('2', { ...moved, demolitionAgreed: true, demolishedDate: '2017-04-22', reclaimedArea: 0.3 }),
    home('3', { ...moved, demolitionAgreed: false, demolishedDate: '2017-02-01', reclaimedArea: 0 }),
    home('4', { ...moved }),
    home('5', { demolitionAgreed: true, demolishedDate: '2017-02-01' }),
    home('6', { ...moved, demolitionAgreed: true, isRegistered: false }),
  );

  test.each([
    ['reloc.demolition_rate', { basis: 'agreed' }, '1/3'],
    ['reloc.demolition_rate', { basis: 'moved_in' }, '2/5'],
    ['reloc.reclamation_rate', {}, '1/3'],
  ])('%s %o is %s', (indicator, parameters, expected) => {
    expect(ratio(facts, indicator, parameters)).toBe(expected);
  });
});

test('out of poverty by the year of the data, of the registered who moved in', () => {
  const moved = { moveInDate: '2017-01-01' };
  const facts = of(
    home('1', { ...moved, outOfPovertyYear: 2017 }),
    home('2', { ...moved, outOfPovertyYear: 2018 }),
    home('3', { ...moved, outOfPovertyYear: null }),
    home('4', { ...moved, outOfPovertyYear: 2014 }),
    home('5', { ...moved, outOfPovertyYear: 2016, isRegistered: false }),
    home('6', { outOfPovertyYear: 2016 }),
  );
  expect(ratio(facts, 'reloc.poverty_exit_rate')).toBe('2/4');
});

describe('identification_accuracy', () => {
  const member = (no: string, personToken: string): Row => ({
    personToken,
    householdNoToken: `N${no}`,
    headIdToken: null,
  });
  const accuracy = (homes: readonly Row[], people: readonly Row[]) =>
    ratio(
      factsOf(
        'reloc',
        [households(homes), { dataset: 'persons', period: '2017-04', rows: people }],
        '2017-04',
      ),
      'reloc.identification_accuracy',
    );
  const two = (no: string) => [member(no, `${no}a`), member(no, `${no}b`)];

  test.each<[string, readonly Row[], readonly Row[], string]>([
    ['two members of two', [home('1')], two('1'), '1/1'],
    ['one of two', [home('1')], [member('1', 'a')], '0/1'],
    ['three of two', [home('1')], [...two('1'), member('1', 'c')], '0/1'],
    ['none', [home('1')], [], '0/1'],
    ['an accompanying household', [home('1', { isRegistered: false })], two('1'), '0/1'],
    [
      'one ID heading two households',
      [home('1'), home('2', { headIdToken: 'H1' })],
      [...two('1'), ...two('2')],
      '0/2',
    ],
    [
      'a member listed in two households',
      [home('1'), home('2'), home('3')],
      [member('1', 'a'), member('1', 'b'), member('2', 'b'), member('2', 'c'), ...two('3')],
      '1/3',
    ],
  ])('%s: %s', (_, homes, people, expected) => {
    expect(accuracy(homes, people)).toBe(expected);
  });

  test('without a persons file there is no data', () => {
    expect(ratio(of(home('1')), 'reloc.identification_accuracy')).toBe('none');
  });
});
