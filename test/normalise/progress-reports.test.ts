import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../shared/normalise/cells/period.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { codesOf, readGrid } from '../support/file-cases.ts';

const header = [
  '县（市、区）',
  '报告期',
  '安置方式',
  '计划户数',
  '计划人数',
  '项目个数',
  '开工项目个数',
  '开工户数',
  '开工率（%）',
  '竣工户数',
  '入住户数',
  '到位资金（万元）',
  '支付资金（万元）',
];
const report = (mode: string, cells: Readonly<Record<number, CellValue>> = {}): CellValue[] =>
  ['溆浦县', null, mode, 100, 400, 10, 8, 80, 80.0, 40, 20, 1200, 900.5].map((cell, index) =>
    index in cells ? (cells[index] ?? null) : cell,
  );

test('a county’s report of both modes and the whole; 县名 · 合计 is data (R4)', async () => {
  const whole = { 3: 200, 4: 800, 5: null, 6: null, 7: 160, 9: 80, 10: 40, 11: 2400, 12: 1801 };
  const file = await readGrid([
    ['溆浦县易地扶贫搬迁进度报表（截至2017年4月21日）'],
    header,
    report('集中'),
    report('分散', { 5: null, 6: null }),
    report('合计', whole),
    ['全市合计', null, null, 200, 800, 10, 8, 160, null, 80, 40, 2400, 1801],
    ['填表人：张三   审核人：李四'],
  ]);
  expect(file.parts).toMatchObject([
    {
      area: '431224',
      dataset: 'progressReports',
      period: '2017-04-X3',
      dataDate: '2017-04-21',
      counts: { rows: 4, accepted: 3, ignored: 1 },
    },
  ]);
  expect(file.parts[0]?.table.objects()).toMatchObject([
    {
      countyCode: '431224',
      period: '2017-04-X3',
      mode: 'concentrated',
      startedProjects: 8,
      startRate: 0.8,
      fundsReceived: 1_200_000_000,
      fundsPaid: 900_500_000,
      dataDate: '2017-04-21',
    },
    { mode: 'scattered' },
    { mode: 'all', planHouseholds: 200, startedHouseholds: 160 },
  ]);
  expect(codesOf(file).filter((code) => !['total_row', 'footer_read'].includes(code))).toEqual([]);
});

test('who fills in and signs is in no table', async () => {
  const file = await readGrid([
    [...header, '填表人', '审核人'],
    [...report('集中'), '欧阳某', '诸葛某'],
  ]);
  expect(file.parts).toMatchObject([{ counts: { accepted: 1 } }]);
  expect(JSON.stringify([file.parts[0]?.table.objects(), file.findings])).not.toMatch(/欧阳|诸葛/);
});

test.each<[string, Readonly<Record<number, CellValue>>, readonly string[]]>([
  ['more projects started than there are', { 6: 11 }, ['started_above_planned']],
  ['more households started than planned', { 7: 101 }, ['started_above_planned']],
  ['more completed than started', { 9: 81 }, ['completed_above_started']],
  ['more occupied than completed', { 10: 41 }, ['occupied_above_completed']],
  ['more paid than received', { 12: 1200.01 }, ['paid_above_received']],
  ['fewer persons than households', { 4: 99 }, ['fewer_persons_than_households']],
])('%s is a warning', async (_, cells, codes) => {
  const file = await readGrid([header, report('集中', cells)]);
  expect(codesOf(file, 'warning')).toEqual(codes);
  expect(file.parts[0]?.counts).toMatchObject({ accepted: 1 });
});

test('modes that do not add up to the whole are told (X2)', async () => {
  const file = await readGrid([header, report('集中'), report('分散'), report('合计')]);
  expect(new Set(codesOf(file, 'warning'))).toEqual(new Set(['modes_do_not_add_up']));
});

describe('the column 报告期', () => {
  const own: [CellValue, string | null][] = [
    ['2017-04-X3', '2017-04-X3'],
    ['2017-04-x3', '2017-04-X3'],
    ['2017年4月下旬', '2017-04-X3'],
    ['4月下旬', '2017-04-X3'],
    ['截至2017年4月21日', '2017-04-X3'],
    [{ number: 42846, format: 'date' }, '2017-04-X3'],
    ['2017年3月', '2017-03'],
    ['2017.3', '2017-03'],
    [201703, '2017-03'],
    ['2017年第一季度', '2017-Q1'],
    [2017, '2017'],
    ['2017年度', '2017'],
    ['——', null],
  ];
  test.each(own)('%j is %j', (cell, expected) => {
    expect(readPeriod(cell, { date1904: false, year: 2017 }, '2017-04-X3')).toEqual({ value: expected });
  });

  test.each<[CellValue, string]>([
    ['上个月', 'bad_period'],
    ['2017-04-X4', 'bad_period'],
    ['2017-13', 'bad_period'],
    [2017.1, 'ambiguous_month'],
  ])('%j is %s', (cell, error) => {
    expect(readPeriod(cell, { date1904: false, year: 2017 }, null)).toMatchObject({ value: null, error });
  });

  test('a day inside the file’s own month stands for the month', () => {
    const context = { date1904: false, year: null };
    expect(readPeriod('2017-04-21', context, '2017-04')).toEqual({ value: '2017-04' });
    expect(readPeriod('2017-04-21', context, '2017-03')).toEqual({ value: '2017-04-X3' });
  });

  test('puts each row into the part of its period where the key names none', async () => {
    const rows = ['2017年4月中旬', '2017年4月下旬'].map((period) => report('集中', { 1: period }));
    const file = await readGrid([header, ...rows], {}, { keyPeriod: null });
    expect(file.parts).toMatchObject([
      { period: '2017-04-X2', dataDate: '2017-04-20', counts: { accepted: 1 } },
      { period: '2017-04-X3', dataDate: '2017-04-30', counts: { accepted: 1 } },
    ]);
  });

  test('contradicts the key: nothing is accepted', async () => {
    const file = await readGrid([header, report('集中', { 1: '2017年4月中旬' })]);
    expect(file.parts).toEqual([]);
    expect(file.findings).toContainEqual(
      expect.objectContaining({
        code: 'period_mismatch',
        row: 2,
        params: { found: '2017-04-X2', expected: '2017-04-X3' },
      }),
    );
  });

  test('unread and without a key the row belongs nowhere', async () => {
    const rows = [report('集中', { 1: '2017-04-X2' }), report('分散', { 1: '不详' })];
    const file = await readGrid([header, ...rows], {}, { keyPeriod: null });
    expect(file.parts).toMatchObject([{ counts: { accepted: 1, quarantined: 1 } }]);
    expect(codesOf(file, 'error')).toEqual(['row_without_period']);
  });
});

describe('a sheet is a progress report', () => {
  test('not for plan figures alone: tasks without the day of issue are tasks', async () => {
    const file = await readGrid([
      ['县（市、区）', '年度', '任务类型', '安置方式', '任务户数', '任务人数'],
      ['溆浦县', 2017, '省定任务', '集中', 500, 2000],
    ]);
    expect(file.findings).toMatchObject([{ code: 'missing_required_column', dataset: 'targets' }]);
  });

  test('not where a projects file only lacks its number', async () => {
    const file = await readGrid([
      [
        '项目名称',
        '县区',
        '安置方式',
        '年度',
        '计划户数',
        '计划人数',
        '开工户数',
        '竣工户数',
        '概算总投资（万元）',
      ],
      ['某安置点', '溆浦县', '集中', 2017, 100, 400, 80, 20, 2000],
    ]);
    expect(file.findings).toMatchObject([{ code: 'missing_required_column', dataset: 'projects' }]);
  });

  test('also with a year beside the county', async () => {
    const file = await readGrid([
      ['年度', '县区', '安置方式', '计划户数', '计划人数', '开工户数', '开工率（%）', '竣工户数'],
      [2017, '溆浦县', '集中', 100, 400, 80, 80.0, 20],
    ]);
    expect(file.parts).toMatchObject([{ dataset: 'progressReports', accepted: true }]);
  });

  test('in Traditional characters', async () => {
    const file = await readGrid([
      ['縣（市、區）', '安置方式', '計劃戶數', '開工戶數', '開工率（%）', '竣工戶數', '審覈人'],
      ['漵浦縣', '集中', 100, 80, 80.0, 20, null],
    ]);
    expect(file.parts).toMatchObject([{ dataset: 'progressReports', accepted: true }]);
  });
});
