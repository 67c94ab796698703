import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, type Row } from './support/county.ts';

const project = (projectId: string, households: number, started: number | null, row: Row = {}): Row => ({
  projectId,
  projectName: `${projectId}安置点`,
  mode: 'concentrated',
  planYear: 2017,
  plannedHouseholds: households,
  plannedPersons: households * 4,
  startedHouseholds: started,
  ...row,
});
const projects = (dataDate: string, rows: readonly Row[], period = '2017-04-X3'): BatchShape => ({
  dataset: 'projects',
  period,
  dataDate,
  rows,
});
const alertsOf = (...shapes: readonly BatchShape[]) =>
  factsOf('reloc', shapes).alerts.map(
    ({ rule, severity, object, since, evidence }) =>
      `${rule} ${severity} ${object.planYear} ${since} ${evidence.map(({ row }) => row).join(',')}`,
  );

describe('BEHIND_334', () => {
  // on 21 April 0.6 is due by step and 9/13 by the linear reading: 60 and 69.2 of 100
  test.each<[string, number, number, readonly string[]]>([
    ['on the linear reading', 30, 40, []],
    ['a household below it', 29, 40, ['BEHIND_334 amber 2017 2017-04-21 4,5']],
    ['on the step', 30, 30, ['BEHIND_334 amber 2017 2017-04-21 5']],
    ['below the step', 29, 30, ['BEHIND_334 red 2017 2017-04-21 4,5']],
  ])('%s', (_, first, second, expected) => {
    const rows = [project('P-1', 30, first), project('P-2', 70, second)];
    expect(alertsOf(projects('2017-04-21', rows))).toEqual(expected);
  });

  test('is told of every plan year that is due, and closes when all have started', () => {
    const old = project('P-0', 10, 9, { planYear: 2016 });
    const next = project('P-9', 10, 0, { planYear: 2018 });
    expect(alertsOf(projects('2017-04-21', [old, next]))).toEqual(['BEHIND_334 red 2016 2017-04-21 4']);
    expect(alertsOf(projects('2017-04-21', [{ ...old, startedHouseholds: 10 }, next]))).toEqual([]);
  });

  test('says nothing where nobody states what has started', () => {
    expect(alertsOf(projects('2017-04-21', [project('P-1', 10, null)]))).toEqual([]);
  });
});

describe('TARGET_AT_RISK', () => {
  const two = (before: number, now: number, dates: readonly [string, string]) =>
    alertsOf(
      projects(dates[0], [project('P-1', 100, 100, { completedHouseholds: before })], '2017-03-X3'),
      projects(dates[1], [project('P-1', 100, 100, { completedHouseholds: now })]),
    );
  const april = ['2017-03-22', '2017-04-21'] as const;

  test.each<[string, number, number, readonly [string, string], readonly string[]]>([
    // 15 more in 30 days are 81 more in 162
    ['enough', 1, 16, april, []],
    ['14 more are 75.6 more', 1, 15, april, ['TARGET_AT_RISK amber 2017 2017-04-21 4']],
    ['all but done', 97, 97, april, []],
  ])('%s', (_, before, now, dates, expected) => {
    expect(two(before, now, dates)).toEqual(expected);
  });
});

describe('ANNUAL_TARGET_MISSED', () => {
  const home = (headIdToken: string, row: Row = {}): Row => ({
    headIdToken,
    projectId: 'P-1',
    mode: 'concentrated',
    familySize: 4,
    isRegistered: true,
    moveInDate: '2016-11-01',
    ...row,
  });
  const county = (dataDate: string, persons: number, homes: readonly Row[]) =>
    factsOf('reloc', [
      {
        dataset: 'targets',
        period: '2016',
        rows: [
          { planYear: 2016, targetType: 'provincial', mode: 'all', persons, effectiveDate: '2016-03-01' },
        ],
      },
      projects(dataDate, [project('P-1', 2, 2, { planYear: 2016 })]),
      { dataset: 'households', dataDate, rows: homes },
    ]).alerts;
  const two = [home('H1'), home('H2')];

  test.each<[string, string, number, readonly Row[], number]>([
    ['met on the last day', '2016-12-31', 8, two, 0],
    ['a person short on the last day', '2016-12-31', 9, two, 1],
    ['a person short the day before', '2016-12-30', 9, two, 0],
    ['short, and still so months later', '2017-04-21', 9, two, 1],
    ['who moves along is not counted', '2017-04-21', 8, [home('H1'), home('H2', { isRegistered: false })], 1],
  ])('%s', (_, day, persons, homes, count) => {
    expect(county(day, persons, homes).filter(({ rule }) => rule === 'ANNUAL_TARGET_MISSED')).toHaveLength(
      count,
    );
  });

  test('names the plan year and the row that states the task', () => {
    expect(county('2016-12-31', 9, two)).toContainEqual({
      rule: 'ANNUAL_TARGET_MISSED',
      severity: 'red',
      object: { planYear: 2016 },
      since: '2016-12-31',
      amount: null,
      count: 1,
      evidence: [{ dataset: 'targets', batch: 'targets@2016', sheet: 0, row: 4 }],
    });
  });
});
