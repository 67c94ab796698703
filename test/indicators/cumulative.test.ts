import { expect, test } from 'vitest';
import { batchesAt } from '../../shared/indicators/resolve.ts';
import { codes, factsOf, type Row } from './support/county.ts';

const projects = (id: string, period: string, rows: readonly Row[]) => ({
  dataset: 'projects' as const,
  id,
  period,
  rows: rows.map((row) => ({
    projectName: '甲点',
    planYear: 2017,
    plannedHouseholds: 50,
    plannedPersons: 200,
    ...row,
  })),
});
const site = (
  started: number | null,
  completed: number | null,
  occupied: number | null,
  id = 'P-1',
): Row => ({
  projectId: id,
  startedHouseholds: started,
  completedHouseholds: completed,
  occupiedHouseholds: occupied,
});

test.each<[string, Row, Row, boolean]>([
  ['all rise', site(10, 5, 2), site(20, 6, 3), false],
  ['all stand', site(10, 5, 2), site(10, 5, 2), false],
  ['started fell', site(10, 5, 2), site(9, 5, 2), true],
  ['completed fell', site(10, 5, 2), site(10, 4, 2), true],
  ['occupied fell', site(10, 5, 2), site(10, 5, 0), true],
  ['blank now: not zero', site(10, 5, 2), site(10, 5, null), false],
  ['blank before', site(10, 5, null), site(10, 5, 0), false],
  ['another project', site(10, 5, 2), site(1, 0, 0, 'P-2'), false],
  [
    'what is above the plan falls with it, but not below what was reported',
    site(10, 5, 2),
    { ...site(10, 5, 2), plannedHouseholds: 8 },
    false,
  ],
])('X8: cumulative counts do not fall: %s', (_, before, now, told) => {
  const shapes = [projects('before', '2017-03-X3', [before]), projects('now', '2017-04-X3', [now])];
  const facts = factsOf('reloc', shapes);
  expect(codes(facts)).toEqual(told ? { CUMULATIVE_FELL: 1 } : {});
});

test('X8 names the rows of the newer file, and nothing where there is no earlier one', () => {
  const rows = [site(5, 0, 0), site(5, 0, 0, 'P-2'), site(5, 0, 0, 'P-3')];
  const fallen = [site(4, 0, 0), site(6, 0, 0, 'P-2'), site(0, 0, 0, 'P-3')];
  const facts = factsOf('reloc', [
    projects('before', '2017-03-X3', rows),
    projects('now', '2017-04-X3', fallen),
  ]);
  expect(facts.findings).toMatchObject([
    { code: 'CUMULATIVE_FELL', severity: 'warning', dataset: 'projects', batch: 'now', count: 2 },
  ]);
  expect(facts.findings[0]?.rows).toEqual([
    { sheet: 0, row: 4 },
    { sheet: 0, row: 6 },
  ]);
  expect(codes(factsOf('reloc', [projects('now', '2017-04-X3', fallen)]))).toEqual({});
});

/** 50 households of P-1 and P-2, started as far as each of these files says. */
const filed = (...files: readonly (readonly [period: string, ...started: (number | null)[]])[]) =>
  files.map(([period, ...started]) =>
    projects(
      `at ${period}`,
      period,
      started.map((count, index) => site(count, 0, 0, `P-${index + 1}`)),
    ),
  );

test.each<[string, ReturnType<typeof filed>, number]>([
  ['inside three 旬', filed(['2017-04-X2', 30], ['2017-04-X3', 20]), 1],
  ['from 旬 to month of the same last day', filed(['2017-04-X3', 30], ['2017-04', 20]), 1],
  [
    'below the last 旬, above the one of three 旬 before',
    filed(['2017-03-X3', 10], ['2017-04-X2', 30], ['2017-04-X3', 20]),
    1,
  ],
  ['each of two', filed(['2017-03-X3', 10, 10], ['2017-04-X2', 30, 10], ['2017-04-X3', 20, 9]), 2],
  ['over a blank between', filed(['2017-03-X3', 30], ['2017-04-X2', null], ['2017-04-X3', 20]), 1],
  ['over a file without the project', filed(['2017-03-X3', 30], ['2017-04-X2'], ['2017-04-X3', 20]), 1],
  [
    'only up to the file before, which was lower already',
    filed(['2017-03-X3', 30], ['2017-04-X2', 20], ['2017-04-X3', 25]),
    0,
  ],
])('X8 tells a fall %s', (_, files, count) => {
  expect(codes(factsOf('reloc', files))).toEqual(count === 0 ? {} : { CUMULATIVE_FELL: count });
});

test('X8 is read from the batches that the family asks for: the one before, and that of three 旬 before', () => {
  const published = ['2017-02-X3', '2017-03-X3', '2017-04-X1', '2017-04-X2', '2017-04-X3'].map((period) => ({
    dataset: 'projects' as const,
    period,
  }));
  const periods = (period: string) => batchesAt(published, 'reloc', period).map((one) => one.period);
  expect(periods('2017-04-X3')).toEqual(['2017-03-X3', '2017-04-X2', '2017-04-X3']);
  expect(periods('2017-03-X3')).toEqual(['2017-02-X3', '2017-03-X3']);
  expect(periods('2017-02-X3')).toEqual(['2017-02-X3']);
});
