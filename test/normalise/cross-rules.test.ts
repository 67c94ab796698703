import { describe, expect, test } from 'vitest';
import type { NormalisedFile } from '../../shared/normalise/part.ts';
import { policies } from '../../shared/programme/policy.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { madeUpId } from '../documents/support/filled-rows.ts';
import { codesOf, readGrid } from '../support/file-cases.ts';
import { projectHeader, projectRow, projectSheet } from '../support/project-files.ts';
import type { Grid } from '../support/workbooks.ts';

function about(file: NormalisedFile, code: string): readonly object[] {
  return file.findings.filter((finding) => finding.code === code);
}

const targetHeader = ['县区', '年度', '任务类型', '安置方式', '任务户数', '任务人数', '下达日期'];
const target = (mode: string, households: number, persons: number, year = 2017): CellValue[] => [
  '溆浦县',
  year,
  '省定任务',
  mode,
  households,
  persons,
  '2016-03-01',
];

describe('X2: concentrated and scattered are all', () => {
  test.each<[string, Grid, number]>([
    ['add up', [target('集中', 10, 40), target('分散', 20, 80), target('合计', 30, 120)], 0],
    ['do not', [target('集中', 10, 40), target('分散', 20, 80), target('合计', 30, 121)], 1],
    ['a part is missing', [target('集中', 10, 40), target('合计', 30, 121)], 0],
    ['of another year', [target('集中', 10, 40), target('分散', 20, 80, 2016), target('合计', 30, 121)], 0],
  ])('%s', async (_, rows, count) => {
    const file = await readGrid([targetHeader, ...rows], {}, { keyPeriod: '2017' });
    expect(about(file, 'modes_do_not_add_up')).toHaveLength(count);
    if (count) {
      expect(about(file, 'modes_do_not_add_up')).toMatchObject([
        { severity: 'warning', row: 4, field: 'persons', params: { found: 121, expected: 120 } },
      ]);
    }
    expect(file.parts).toMatchObject([{ accepted: true }]);
  });
});

describe('X5: the order of days is a warning (R1)', () => {
  const columns = ['备案日期', '开工日期', '竣工日期', '验收日期'];
  test.each([
    ['start_before_filing', ['2017-03-01', '2017-02-01', null, null]],
    ['completion_before_start', [null, '2017-03-01', '2017-02-01', null]],
    ['acceptance_before_completion', [null, null, '2017-03-01', '2017-02-01']],
    [null, ['2017-01-01', '2017-01-01', '2017-02-01', '2017-02-01']],
  ])('%s', async (code, days) => {
    const file = await readGrid([
      [...projectHeader, ...columns],
      [...projectRow(1), ...days],
    ]);
    expect(file.parts).toMatchObject([{ counts: { accepted: 1 } }]);
    const order = codesOf(file, 'warning').filter((one) => /before/.test(one));
    expect(order).toEqual(code === null ? [] : [code]);
  });
});

describe('X7: mean household size', () => {
  test.each([
    [[100, 400], null],
    [[100, 150], null],
    [[100, 650], null],
    [[100, 149], 1.49],
    [[100, 651], 6.51],
  ])('%j', async ([households = 0, persons = 0], mean) => {
    const file = await readGrid(projectSheet([projectRow(1, { 安置户数: households, 安置人数: persons })]));
    expect(about(file, 'household_size_suspect')).toMatchObject(
      mean === null ? [] : [{ severity: 'warning', params: { found: mean, expected: '1.5–6.5' } }],
    );
  });
});

describe('X10: totals against rows', () => {
  const total = (word: string, households: CellValue, money: CellValue): CellValue[] => [
    null,
    word,
    null,
    null,
    null,
    null,
    households,
    null,
    null,
    money,
  ];
  const rows = [
    projectRow(1, { 安置户数: 100, '概算总投资（万元）': 2000.1234 }),
    projectRow(2, { 安置户数: 50, '概算总投资（万元）': 1000.1 }),
    projectRow(3, { 安置户数: 30, '概算总投资（万元）': 500 }),
  ];
  const [one = [], two = [], other = []] = rows;
  test.each<[string, Grid, readonly string[]]>([
    ['right below the rows', [...rows, total('合计', 180, 3500.2234)], []],
    ['within one unit and 0.01 of the column’s unit', [...rows, total('合计', 181, 3500.23)], []],
    ['outside', [...rows, total('合计', 182, 3500.3)], ['plannedHouseholds', 'approvedInvestment']],
    ['above the rows', [total('合计', 180, 3500.2234), ...rows], []],
    [
      'subtotals below their rows',
      [one, two, total('小计', 150, 3000.2234), other, total('小计', 30, 500), total('合计', 180, 3500.2234)],
      [],
    ],
    [
      'subtotals above their rows',
      [
        total('合计', 180, null),
        total('卢峰镇小计', 150, null),
        one,
        two,
        total('低庄镇小计', 30, null),
        other,
      ],
      [],
    ],
    ['a wrong subtotal', [one, two, total('小计', 140, null), other], ['plannedHouseholds']],
    ['其中 is no total', [...rows, total('其中：集中', 1, 1)], []],
    [
      'a row that could not be read leaves the total unjudged',
      [...rows, projectRow(4, { 安置户数: '若干' }), total('合计', 999, 5500.2234)],
      [],
    ],
    ['an error in the total row', [...rows, total('合计', { fault: '#REF!' }, null)], []],
  ])('%s', async (_, grid, fields) => {
    const file = await readGrid(projectSheet(grid));
    expect(file.findings.filter(({ code }) => code === 'total_mismatch').map(({ field }) => field)).toEqual(
      fields,
    );
  });

  test('both numbers are told, money in yuan', async () => {
    const file = await readGrid(projectSheet([...rows, total('合计', 180, 3600)]));
    expect(about(file, 'total_mismatch')).toMatchObject([
      {
        severity: 'warning',
        cell: 'J6',
        params: { field: '概算总投资', found: 36_000_000, expected: 35_002_234 },
      },
    ]);
  });

  test('means and years are not added up, and limits of one record do not hold for a total', async () => {
    const file = await readGrid([
      ['身份证号', '姓名', '户编号', '劳动技能', '就业状态', '月工资（元）'],
      ['990101199003077719', '甲', '1', '普通', '务工', 3000],
      ['99010119900307004X', '乙', '1', '普通', '务工', 4000],
      ['合计', null, null, null, null, 3500],
    ]);
    expect(codesOf(file)).not.toContain('total_mismatch');
  });
});

describe('persons', () => {
  const header = ['身份证号', '姓名', '户编号', '劳动技能', '就业状态', '就业时间'];
  const born = (id: string, skill: string, status: string, hired: CellValue = null): CellValue[] => [
    id,
    '甲',
    '1',
    skill,
    status,
    hired,
  ];
  test.each<[string, CellValue[], readonly string[]]>([
    ['X11: fifteen and employed', born('99010120010421102X', '普通', '务工'), []],
    ['X11: thirteen and employed', born('990101200412311137', '普通', '务工'), ['employed_under_age']],
    ['X11: hired at fourteen', born('99010120010421102X', '普通', '务工', '2015-05-01'), ['hired_under_age']],
    ['X12: no labour but employed', born('990101199003077719', '无', '务工'), ['employed_without_labour']],
    ['none of these', born('990101199003077719', '普通', '务工', '2015-05-01'), []],
  ])('%s', async (_, row, codes) => {
    const file = await readGrid([header, row]);
    const told = codesOf(file, 'warning').filter((code) => /age|labour/.test(code));
    expect(told).toEqual(codes);
    expect(file.parts).toMatchObject([{ counts: { accepted: 1 } }]);
  });
});

describe('households: limits of the dated policy', () => {
  const header = [
    '户主姓名',
    '户主身份证号',
    '迁出乡镇',
    '迁出村',
    '家庭人口',
    '是否建档立卡',
    '安置方式',
    '安置点编号',
    '安置住房面积',
    '自筹资金（元）',
  ];
  const household = (size: number, area: number, raised: number): CellValue[] => [
    '甲',
    '990101199003077719',
    '卢峰镇',
    '一村',
    size,
    '是',
    '集中',
    'XP-1001',
    area,
    raised,
  ];
  const [policy] = policies;
  if (!policy) throw new Error('no policy');
  const stricter = {
    ...policy,
    limits: {
      ...policy?.limits,
      areaPerPerson: 20,
      selfRaisedPerPerson: 200_000,
      selfRaisedPerHousehold: 500_000,
    },
  };
  test.each([
    [household(4, 100, 10_000), policy, []],
    [household(4, 100.5, 10_000), policy, ['area_above_limit']],
    [household(4, 80, 10_001), policy, ['self_raised_above_cap']],
    [household(2, 50, 6_001), policy, ['self_raised_per_person_above_cap']],
    [household(4, 100, 5_000), stricter, ['area_above_limit']],
    [household(2, 40, 5_001), stricter, ['self_raised_above_cap', 'self_raised_per_person_above_cap']],
  ])('%j', async (row, inForce, codes) => {
    const file = await readGrid([header, row], {}, { policy: inForce });
    expect(
      codesOf(file, 'warning')
        .filter((code) => /above/.test(code))
        .sort(),
    ).toEqual(codes);
    expect(file.parts).toMatchObject([{ counts: { accepted: 1 } }]);
  });
});

describe('numbers that stand once, and cash', () => {
  const header = ['流水号', '业务类型', '日期', '资金来源', '金额（元）', '发票号', '支付方式'];
  const pay = (no: string, invoice: CellValue, method: CellValue): CellValue[] => [
    no,
    '支付',
    '2017-04-21',
    '农户自筹',
    10,
    invoice,
    method,
  ];
  test('an invoice twice and a payment in cash are remarked', async () => {
    const file = await readGrid([
      header,
      pay('1', 'F1', '转账'),
      pay('2', 'F1', '现金'),
      pay('3', null, null),
      pay('4', null, null),
    ]);
    expect(about(file, 'repeated_invoice')).toMatchObject([{ row: 3, params: { other: 'Sheet1!2' } }]);
    expect(about(file, 'cash_payment')).toMatchObject([{ row: 3, severity: 'warning' }]);
    expect(file.parts).toMatchObject([{ counts: { accepted: 4 } }]);
  });
});

test('a household number that two households carry is remarked', async () => {
  const header = [
    '户编号',
    '户主姓名',
    '户主身份证号',
    '迁出乡镇',
    '迁出村',
    '家庭人口',
    '是否建档立卡',
    '安置方式',
    '安置点编号',
  ];
  const row = (n: number, number: CellValue): CellValue[] => [
    number,
    '甲',
    madeUpId(n),
    '卢峰镇',
    '一村',
    3,
    '是',
    '分散',
    'XP-1001',
  ];
  const file = await readGrid([
    header,
    row(1, 'H-1'),
    row(2, 'H-2'),
    row(3, 'H-1'),
    row(4, null),
    row(5, null),
  ]);
  expect(file.parts).toMatchObject([{ dataset: 'households', counts: { accepted: 5 } }]);
  expect(about(file, 'repeated_household_no')).toMatchObject([
    { row: 4, field: 'householdNo', params: { field: '户编号', other: 'Sheet1!2' } },
  ]);
});
