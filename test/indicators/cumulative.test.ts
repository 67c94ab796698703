import { expect, test } from 'vitest';
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
