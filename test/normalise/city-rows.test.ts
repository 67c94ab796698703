import { describe, expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { formColumns } from '../../shared/templates/form-columns.ts';
import { codesOf, readGrid } from '../support/file-cases.ts';
import { projectRow, projectSheet } from '../support/project-files.ts';
import { targetRow, targetSheet, withoutCounties } from '../support/target-files.ts';
import type { Grid } from '../support/workbooks.ts';

const inCity = { keyArea: '431200', keyPeriod: '2017' };
const read = (rows: Grid, changes: object = inCity) => readGrid(targetSheet(rows), {}, changes);
const areasOf = async (rows: Grid, changes?: object) =>
  (await read(rows, changes)).parts.map(({ area, counts }) => [area, counts.accepted]);

const two = [targetRow('沅陵县', 400), targetRow('溆浦县', 600)];

describe('a city’s own row of its targets file', () => {
  test.each(['怀化市', '怀化', '懷化市', 431200, '431200000000'])(
    '%s is a part of the city',
    async (name) => {
      expect(await areasOf([targetRow(name, 1000), ...two])).toEqual([
        ['4312', 1],
        ['431222', 1],
        ['431224', 1],
      ]);
    },
  );

  test.each([
    ['全市', '合计'],
    ['合计', '合计'],
    ['怀化市合计', '合计'],
    [null, '合计'],
  ])('a row that says %s of its county is a total or of nobody, never data (R4)', async (name, mode) => {
    const total = [name, 2017, '省定任务', mode, 1000, '2017-01-20'];
    expect(await areasOf([...two, name === null ? ['合计', ...total.slice(1)] : total])).toEqual([
      ['431222', 1],
      ['431224', 1],
    ]);
  });

  test.each([
    ['the counties’ sum beside the city’s row', 1000, []],
    ['the city’s row alone', 990, []],
    ['neither', 500, ['total_mismatch']],
  ])('a total of %s', async (_, stated, warnings) => {
    const file = await read([targetRow('怀化市', 990), ...two, ['合计', null, null, null, stated, null]]);
    expect(codesOf(file, 'warning')).toEqual(warnings);
  });

  test('is refused where it may not stand', async () => {
    expect(codesOf(await read([...two, targetRow('市本级', 1)]), 'error')).toContain('not_a_county');
    expect(codesOf(await read([...two, targetRow('湖南省', 1)]), 'error')).toContain('not_a_county');
    expect(codesOf(await read([...two, targetRow('长沙市', 1)]), 'error')).toEqual(['county_mismatch']);
    const own = [targetRow('溆浦县', 1), targetRow('怀化市', 1)];
    expect(codesOf(await read(own, { keyArea: '431224', keyPeriod: '2017' }), 'error')).toContain(
      'not_a_county',
    );
    const projects = projectSheet([projectRow(1), projectRow(2, { '县（市、区）': '怀化市' })]);
    expect(codesOf(await readGrid(projects, {}, { keyArea: '431200' }), 'error')).toContain('not_a_county');
  });

  test('a province’s file has a row for each city', async () => {
    const province = { keyArea: '430000', keyPeriod: '2017' };
    const grid = targetSheet([targetRow('怀化市', 1000), targetRow('长沙市', 900)], '湖南省任务计划表');
    const file = await readGrid(grid, {}, province);
    expect(file.parts.map(({ area }) => area)).toEqual(['4301', '4312']);
  });

  test('a table without a county column is of the city its title names', async () => {
    const grid = withoutCounties(targetSheet([targetRow(null, 1000)]));
    const file = await readGrid(grid, {}, inCity);
    expect(file.parts).toMatchObject([{ area: '4312', counts: { accepted: 1 } }]);
    expect(codesOf(file, 'note')).toContain('county_from_sheet');
    const untitled = [['任务计划表'], ...grid.slice(1)];
    expect(codesOf(await readGrid(untitled, {}, inCity), 'error')).toContain('county_missing');
  });

  test('the form offers the city before its counties, of targets alone', () => {
    const choices = (id: 'targets' | 'projects') =>
      formColumns(contracts[id], { area: '4312', period: null }).find(
        ({ field }) => field.type === 'areaCode',
      )?.choices ?? [];
    expect(choices('targets').slice(0, 2)).toEqual(['怀化市', '鹤城区']);
    expect(choices('projects')[0]).toBe('鹤城区');
  });
});
