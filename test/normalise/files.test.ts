import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFindings } from '../../shared/normalise/finding-log.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import type { NormalisedFile } from '../../shared/normalise/part.ts';
import { type CellValue, type Workbook, WorkbookRefused } from '../../shared/workbook/source.ts';
import { projectHeader, projectRow, projectSheet } from '../support/project-files.ts';
import { contextOf, type Grid, sheetOf, workbookOf } from '../support/workbooks.ts';

type Changes = Parameters<typeof contextOf>[0];

async function read(grid: Grid, changes: Changes = {}): Promise<NormalisedFile> {
  return normaliseFile(workbookOf(sheetOf(grid)), contextOf(changes));
}

function errors(file: NormalisedFile): readonly string[] {
  return file.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const three = [projectRow(1), projectRow(2), projectRow(3)];

describe('recognition', () => {
  test('the file name decides nothing, the headers do', async () => {
    const file = await read(projectSheet(three), { fileName: '花名册.xlsx' });
    expect(file.parts.map(({ dataset }) => dataset)).toEqual(['projects']);
  });

  test('a sheet of unknown headers ends in one finding', async () => {
    const file = await read([
      ['甲列', '乙列'],
      ['1', '2'],
    ]);
    expect(file.parts).toEqual([]);
    expect(file.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['no_dataset_recognised', 'error'],
    ]);
  });

  test('common headers alone decide nothing', async () => {
    const file = await read([
      ['序号', '姓名', '户数', '人数', '金额', '日期'],
      [1, '张三', 1, 1, 1, '2017-04-21'],
    ]);
    expect(errors(file)).toEqual(['no_dataset_recognised']);
  });

  test('common headers decide nothing even when most of a dataset’s are there', async () => {
    const file = await read([
      ['项目编号', '项目名称', '安置方式', '年度', '乡镇'],
      ['XP-1001', '某点', '集中', 2017, '卢峰镇'],
    ]);
    expect(errors(file)).toEqual(['no_dataset_recognised']);
  });

  test('an empty sheet is no dataset', async () => {
    expect(errors(await read([]))).toEqual(['no_dataset_recognised']);
  });

  test('a missing required column refuses the sheet and names the nearest header', async () => {
    const header = projectHeader.map((label) => (label === '项目编号' ? '工程编号' : label));
    const file = await read([['台账'], header, ...three]);
    expect(file.parts).toEqual([]);
    expect(file.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'missing_required_column',
        row: 2,
        dataset: 'projects',
        params: { expected: '项目编号', suggestion: '工程编号' },
      },
    ]);
  });

  test('an unknown column is kept out and told, with the nearest header', async () => {
    const file = await read([
      [...projectHeader, '开工户数量'],
      [...projectRow(1), 9],
    ]);
    expect(file.findings).toContainEqual(
      expect.objectContaining({
        code: 'unknown_header',
        severity: 'note',
        cell: 'K1',
        params: { found: '开工户数量', suggestion: '开工户数' },
      }),
    );
    expect(file.parts[0]?.table.columnNames()).not.toContain('开工户数量');
  });

  test('title rows of any number up to the search limit go before the header', async () => {
    const file = await read([
      ...Array.from({ length: 15 }, (_, i) => [`说明第${i}行`]),
      [...projectHeader],
      ...three,
    ]);
    expect(file.parts[0]?.counts.accepted).toBe(3);
  });

  test('every visible sheet of a dataset is read, others are told', async () => {
    const header = [...projectHeader];
    const file = await normaliseFile(
      workbookOf(
        sheetOf([['填表说明'], ['请如实填写']], { name: '填表说明' }),
        sheetOf([header, projectRow(1)], { name: '卢峰镇' }),
        sheetOf([header, projectRow(2)], { name: '旧表', hidden: true }),
        sheetOf([header, projectRow(3)], { name: '低庄镇' }),
      ),
      contextOf(),
    );
    expect(file.sheets).toEqual(['填表说明', '卢峰镇', '旧表', '低庄镇']);
    expect(file.parts).toHaveLength(1);
    expect(file.parts[0]?.table.objects()).toMatchObject([
      { projectId: 'XP-2017-001', sourceSheet: 1 },
      { projectId: 'XP-2017-003', sourceSheet: 3 },
    ]);
    const notes = file.findings
      .filter(({ severity }) => severity === 'note')
      .map(({ code, sheet }) => [code, sheet]);
    expect(notes).toEqual([
      ['sheet_hidden', '旧表'],
      ['sheet_ignored', '填表说明'],
    ]);
  });

  test('a workbook may hold several datasets', async () => {
    const parties = [
      ['主体编号', '单位名称', '主体类型', '银行账号', '是否专户', '启用日期'],
      ['93990101MA0000001Q', '某公司', '施工单位', '43000000000000001', '否', '2016-01-01'],
    ];
    const file = await normaliseFile(
      workbookOf(sheetOf(projectSheet(three)), sheetOf(parties, { name: '专户' })),
      contextOf(),
    );
    expect(file.parts.map(({ dataset }) => dataset)).toEqual(['projects', 'fundParties']);
  });

  test('a refusal while reading the rows is the only finding', async () => {
    const broken: Workbook = {
      ...workbookOf(sheetOf(projectSheet(three))),
      sheets: [
        sheetOf(projectSheet(three)),
        {
          ...sheetOf([]),
          name: '坏表',
          // biome-ignore lint/correctness/useYield: a sheet that fails before its first row
          async *rows() {
            throw new WorkbookRefused('corrupt_file', { reason: 'zip_checksum' });
          },
        },
      ],
    };
    const file = await normaliseFile(broken, contextOf());
    expect(file.parts).toEqual([]);
    expect(file.findings.map(({ code }) => code)).toEqual(['corrupt_file']);
  });

  test('a fault of ours is not swallowed', async () => {
    const broken = {
      ...sheetOf([]),
      // biome-ignore lint/correctness/useYield: a sheet that fails before its first row
      async *rows() {
        throw new TypeError('ours');
      },
    };
    await expect(normaliseFile(workbookOf(broken), contextOf())).rejects.toThrow(TypeError);
  });

  test('a name that promises another format is told', async () => {
    const file = await read(projectSheet(three), { fileName: '台账.xls' });
    expect(file.findings).toContainEqual(
      expect.objectContaining({ code: 'extension_mismatch', severity: 'warning' }),
    );
    expect(file.parts).toHaveLength(1);
  });
});

describe('rows that are no data', () => {
  test.each<[string, Grid]>([
    ['a repeated header', [[...projectHeader]]],
    ['a footer', [['填表人：张三   审核人：李四']]],
    ['a note', [['注：1.本表按旬填报。'], ['2.金额单位为万元。']]],
    ['a row with its number only', [[4]]],
    ['a row of blanks', [[' ', '　', null]]],
    [
      'a row of column numbers under a repeated header',
      [[...projectHeader], ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
    ],
  ])('%s is not counted', async (_, rows) => {
    const file = await read(projectSheet([...three.slice(0, 2), ...rows, projectRow(3)]));
    expect(file.parts[0]?.counts).toEqual({ rows: 3, accepted: 3, quarantined: 0, ignored: 0 });
    expect(errors(file)).toEqual([]);
  });

  test('甲 乙 1 2 under the header is not counted', async () => {
    const file = await read([
      [...projectHeader],
      ['甲', '乙', '丙', '1', '2', '3', '4', '5', '6', '7'],
      ...three,
    ]);
    expect(file.parts[0]?.counts.rows).toBe(3);
  });

  test.each(['合计', '合　计', '小计', '总 计', '全县合计', '其中：集中安置'])(
    'a %s row is ignored and counted',
    async (word) => {
      const total = projectRow(9, {
        序号: word,
        项目编号: null,
        项目名称: null,
        '县（市、区）': null,
        安置方式: null,
      });
      const file = await read(projectSheet([...three, total]));
      expect(file.parts[0]?.counts).toEqual({ rows: 4, accepted: 3, quarantined: 0, ignored: 1 });
    },
  );

  test('a row that names its county is data even when 合计 stands in it', async () => {
    const file = await read(projectSheet([...three, projectRow(4, { 序号: '合计' })]));
    expect(file.parts[0]?.counts.accepted).toBe(4);
  });

  test('a header without rows is an error', async () => {
    const file = await read(projectSheet([]));
    expect(file.parts).toEqual([]);
    expect(errors(file)).toEqual(['no_rows']);
  });
});

describe('county', () => {
  test('comes from the key when the column is empty or missing', async () => {
    const file = await read(projectSheet([projectRow(1, { '县（市、区）': null })]));
    expect(file.parts[0]).toMatchObject({ area: '431224', accepted: true });
    expect(file.parts[0]?.table.get('countyCode', 0)).toBe('431224');
  });

  test.each([
    ['填报单位：沅陵县发改局（盖章）', '431224', 'county_mismatch'],
    ['沅陵县2017年易地扶贫搬迁项目台账', '431224', 'county_mismatch'],
    ['填报单位：怀化市发改委', '431224', undefined],
    ['填报单位：溆浦县发改局', '431224', undefined],
    ['湖南省怀化市漵浦縣項目台賬', '431224', undefined],
    ['填报单位：长沙县发改局', '431200', 'county_mismatch'],
    ['填报单位：溆浦县发改局', '431200', undefined],
  ])('%s under %s: %s', async (title, keyArea, code) => {
    const file = await read(projectSheet(three, title), { keyArea });
    expect(errors(file)).toEqual(code ? [code] : []);
    expect(file.parts).toHaveLength(code ? 0 : 1);
  });

  test('another county in a row refuses a county’s file', async () => {
    const file = await read(projectSheet([...three, projectRow(4, { '县（市、区）': '沅陵县' })]));
    expect(file.parts).toEqual([]);
    expect(errors(file)).toEqual(['county_mismatch']);
  });

  test('a city’s file is divided into one part per county', async () => {
    const rows = ['沅陵县', '溆浦', 431222, '洪江区'].map((name, n) =>
      projectRow(n + 1, { '县（市、区）': name }),
    );
    const file = await read(projectSheet(rows, '怀化市项目台账'), { keyArea: '431200' });
    expect(file.parts.map(({ area, counts }) => [area, counts.accepted])).toEqual([
      ['431222', 2],
      ['431224', 1],
      ['431271', 1],
    ]);
  });

  test.each([
    ['洪江', 'ambiguous_county'],
    ['市本级', 'not_a_county'],
    ['怀化市', 'not_a_county'],
    ['431200', 'not_a_county'],
    ['某某县', 'unknown_county'],
    ['999999', 'unknown_county'],
  ])('%s is refused as %s', async (name, code) => {
    const rows = [...three, projectRow(4, { '县（市、区）': name })];
    const file = await read(projectSheet(rows));
    expect(errors(file)).toEqual([code]);
    expect(file.parts[0]?.counts).toMatchObject({ accepted: 3, quarantined: 1 });
  });

  test('rows of no known county stand in no part of a city’s file', async () => {
    const rows = [...three, projectRow(4, { '县（市、区）': null })];
    const file = await read(projectSheet(rows, '怀化市项目台账'), { keyArea: '431200' });
    expect(errors(file)).toEqual(['county_missing']);
    expect(file.parts).toMatchObject([{ area: '431224', accepted: true, counts: { rows: 3 } }]);
  });

  test('too many of them refuse every part', async () => {
    const rows = [
      ...three,
      projectRow(4, { '县（市、区）': null }),
      projectRow(5, { '县（市、区）': '洪江' }),
    ];
    const file = await read(projectSheet(rows, '怀化市项目台账'), { keyArea: '431200' });
    expect(file.parts).toMatchObject([{ area: '431224', accepted: false }]);
    expect(errors(file)).toContain('too_many_errors');
  });
});

describe('period', () => {
  test.each([
    ['截至2017年4月21日', '2017-04-X3', '2017-04-21'],
    ['截至2017年4月', '2017-04', '2017-04-30'],
    ['数据截止日期：2017.4.25', '2017-04-X3', '2017-04-25'],
    ['截至二〇一七年四月二十一日', '2017-04-X3', '2017-04-21'],
    ['截至4月21日', '2017-04-X3', '2017-04-21'],
    ['2017年4月下旬项目台账', '2017-04-X3', '2017-04-30'],
    ['2017年4月项目台账', '2017-04-X3', '2017-04-30'],
    ['怀化市2017年易地扶贫搬迁项目台账', '2017-04-X3', '2017-04-30'],
    ['填报日期：2017.4.22', '2017-04-X3', '2017-04-22'],
    ['填报日期：2017.5.2', '2017-04-X3', '2017-04-30'],
    ['2017年第一季度台账', '2017-Q1', '2017-03-31'],
  ])('%s under %s: data of %s', async (title, keyPeriod, dataDate) => {
    const file = await read(projectSheet(three, title), { keyPeriod });
    expect(errors(file)).toEqual([]);
    expect(file.parts[0]).toMatchObject({ period: keyPeriod, dataDate });
  });

  test.each([
    ['截至2017年3月31日', '2017-04-X3'],
    ['报告期：2017年4月中旬', '2017-04-X3'],
    ['报告期：2017年4月', '2017-04-X3'],
    ['2017年3月项目台账', '2017-04-X3'],
  ])('%s under %s is a mismatch', async (title, keyPeriod) => {
    const file = await read(projectSheet(three, title), { keyPeriod });
    expect(file.parts).toEqual([]);
    expect(errors(file)).toEqual(['period_mismatch']);
  });

  test.each([
    ['报告期：2017-04-X3', '2017-04-X3'],
    ['报告期：2017年4月下旬', '2017-04-X3'],
    ['2017年4月项目台账 截至2017年4月21日', '2017-04'],
    ['截至2017年4月21日', '2017-04-X3'],
    ['2016年度项目台账', '2016'],
  ])('without a period in the key, %s states %s', async (title, period) => {
    const file = await read(projectSheet(three, title), { keyPeriod: null });
    expect(file.parts.map((part) => part.period)).toEqual([period]);
  });

  test('no period anywhere refuses the file', async () => {
    const file = await read(projectSheet(three, '怀化市2017年项目台账'), { keyPeriod: null });
    expect(file.parts).toEqual([]);
    expect(errors(file)).toEqual(['period_missing']);
  });
});

describe('a 截至日期 column', () => {
  const dated = (...days: readonly string[]): Grid => [
    [...projectHeader, '截至日期'],
    ...days.map((day, n) => [...projectRow(n + 1), day]),
  ];

  test('the newest day inside the period is the part’s data date', async () => {
    const file = await read(dated('2017-04-21', '2017-04-25', '2017-04-22'));
    expect(file.parts[0]?.dataDate).toBe('2017-04-25');
    expect(file.parts[0]?.table.array('dataDate')).toEqual(['2017-04-21', '2017-04-25', '2017-04-22']);
  });

  test('a day outside the period is told', async () => {
    const file = await read(dated('2017-04-21', '2017-05-01'));
    expect(file.parts[0]?.dataDate).toBe('2017-04-21');
    expect(file.findings).toContainEqual(expect.objectContaining({ code: 'date_outside_period', row: 3 }));
  });

  test('a row that states none has the part’s', async () => {
    const file = await read(dated('2017-04-21', ''));
    expect(file.parts[0]?.dataDate).toBe('2017-04-21');
    expect(file.parts[0]?.table.array('dataDate')).toEqual(['2017-04-21', '2017-04-21']);
  });

  test('states the period where nothing else does', async () => {
    const file = await read(dated('2017-04-21'), { keyPeriod: null });
    expect(file.parts).toMatchObject([{ period: '2017-04-X3', dataDate: '2017-04-21' }]);
    expect(file.findings).toContainEqual(
      expect.objectContaining({ code: 'period_from_date', severity: 'note' }),
    );
  });
});

describe('units of money', () => {
  const header = projectHeader.map((label) => (label === '概算总投资（万元）' ? '概算总投资' : label));
  const row = projectHeader.map((label) => projectRow(1)[projectHeader.indexOf(label)] ?? null);
  test.each([
    ['the header goes before the unit line', '单位：元', [...projectHeader], 2_000_000_000, 'unit_conflict'],
    ['the unit line counts where the header is silent', '单位：元、户、人', header, 200_000, 'unit_suspect'],
    ['the unit line after 填报单位', '填报单位：溆浦县发改局 单位：万元', header, 2_000_000_000, undefined],
    ['the contract’s unit is a guess and told', '项目台账', header, 2_000_000_000, 'unit_assumed'],
  ])('%s', async (_, title, labels, expected, warning) => {
    const file = await read([[title], labels, row]);
    expect(file.parts[0]?.table.get('approvedInvestment', 0)).toBe(expected);
    const told = file.findings.map(({ code }) => code).filter((code) => code.startsWith('unit_'));
    expect(told).toEqual(warning ? [warning] : []);
  });
});

describe('repeated rows', () => {
  test('an identical row is ignored with a note', async () => {
    const file = await read(projectSheet([...three, projectRow(2)]));
    expect(file.parts[0]?.counts).toEqual({ rows: 4, accepted: 3, quarantined: 0, ignored: 1 });
    expect(file.findings).toContainEqual(
      expect.objectContaining({
        code: 'identical_row',
        severity: 'note',
        row: 6,
        params: { other: 'Sheet1!4' },
      }),
    );
  });

  test('rows of one key with other values are both quarantined', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => projectRow(n + 1));
    const file = await read(projectSheet([...rows, projectRow(2, { 安置户数: 99 }), projectRow(2)]));
    expect(file.parts[0]?.counts).toEqual({ rows: 62, accepted: 59, quarantined: 2, ignored: 1 });
    expect(errors(file)).toEqual(['conflicting_duplicate', 'conflicting_duplicate']);
    expect(file.parts[0]?.table.array('projectId')).not.toContain('XP-2017-002');
  });
});

describe('acceptance', () => {
  const bad = (n: number) => projectRow(n, { 安置户数: '若干' });
  test.each([
    ['one bad row of three passes', 2, 1, true],
    ['two of three do not', 1, 2, false],
    ['five of a hundred pass', 95, 5, true],
    ['six of a hundred do not', 94, 6, false],
  ])('%s', async (_, good, wrong, accepted) => {
    const rows = [
      ...Array.from({ length: good }, (_, n) => projectRow(n + 1)),
      ...Array.from({ length: wrong }, (_, n) => bad(500 + n)),
    ];
    const file = await read(projectSheet(rows));
    expect(file.parts).toMatchObject([{ accepted, counts: { accepted: good, quarantined: wrong } }]);
    expect(errors(file).includes('too_many_errors')).toBe(!accepted);
  });

  test('nothing but a bad row is not published', async () => {
    const file = await read(projectSheet([bad(1)]));
    expect(file.parts).toMatchObject([{ accepted: false }]);
    expect(errors(file)).toEqual(['bad_number', 'no_rows']);
  });

  test('a ledger takes no bad row', async () => {
    const ledger = (amount: string) => [String(amount), '支付', '2017-04-21', '农户自筹', amount];
    const file = await read([
      ['流水号', '业务类型', '日期', '资金来源', '金额'],
      ledger('1'),
      ledger('2'),
      ledger('x'),
    ]);
    expect(file.parts).toMatchObject([
      { dataset: 'fundLedger', accepted: false, counts: { quarantined: 1 } },
    ]);
  });

  test('a refused optional cell does not count towards the limit', async () => {
    const rows = Array.from({ length: 4 }, (_, n) => projectRow(n + 1, { 入住户数: '未统计' }));
    const file = await read(projectSheet(rows));
    expect(file.parts).toMatchObject([{ accepted: true, counts: { accepted: 4, quarantined: 0 } }]);
    expect(file.parts[0]?.table.get('occupiedHouseholds', 0)).toBeNull();
    expect(countFindings(file.findings).error).toBe(0);
  });

  test('a rule marked as an error quarantines, another one warns', async () => {
    const file = await read(
      projectSheet([...three, projectRow(4, { 入住户数: 101 }), projectRow(5, { 安置人数: 9 })]),
    );
    expect(file.parts[0]?.counts).toMatchObject({ accepted: 4, quarantined: 1 });
    expect(errors(file)).toEqual(['occupied_above_planned']);
    expect(file.findings.map(({ code }) => code)).toContain('fewer_persons_than_households');
  });
});

describe('the ledger’s cells', () => {
  const header = [
    '流水号',
    '业务类型',
    '日期',
    '资金来源',
    '项目编号',
    '金额',
    '付款账户',
    '收款单位',
    '凭证号',
  ];
  const pay = (date: CellValue, account: CellValue) => [
    '1',
    '支付',
    date,
    '农户自筹',
    'XP-1',
    10,
    account,
    '某公司',
    'V1',
  ];

  test('an entry later than the upload is refused', async () => {
    const file = await read([header, pay('2017-05-03', '43000000000000001')]);
    expect(errors(file)).toContain('date_after_upload');
    expect(file.parts).toMatchObject([{ accepted: false, counts: { quarantined: 1 } }]);
  });

  test('an entry outside the period is told', async () => {
    const file = await read([header, pay('2017-03-03', '43000000000000001')]);
    expect(file.findings.map(({ code }) => code)).toContain('date_outside_period');
    expect(file.parts).toMatchObject([{ accepted: true }]);
  });

  test('a day that may be January or October is refused', async () => {
    expect(errors(await read([header, pay(2017.1, '43000000000000001')]))).toContain('ambiguous_month');
  });

  test.each<[string, CellValue, string]>([
    ['a mistyped account', '4300-x', 'bad_format'],
    ['an account stored as a number', 4.3e18, 'digits_lost'],
    ['an account from a CSV', '4.3E+18', 'digits_lost'],
  ])('%s is told once and is no missing payer', async (_, account, code) => {
    const file = await read([header, pay('2017-04-21', account)]);
    const about = file.findings.filter(({ field }) => field === 'payerAccount');
    expect(about.map((finding) => [finding.code, finding.severity])).toEqual([[code, 'warning']]);
  });
});

test('findings of one kind are listed up to a limit and counted beyond it', async () => {
  const rows = Array.from({ length: 250 }, (_, n) => projectRow(n + 1, { 入住户数: '未统计' }));
  const { findings } = await read(projectSheet(rows));
  const kind = findings.filter(({ code }) => code === 'bad_number');
  expect(kind).toHaveLength(200);
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'more_findings',
      severity: 'warning',
      params: { of: 'bad_number', count: 50, listed: 200 },
    }),
  );
  expect(
    countFindings(findings.filter(({ code }) => code === 'bad_number' || code === 'more_findings')).warning,
  ).toBe(250);
});

test('rows and money are conserved whatever the rows hold, in blocks of any size', async () => {
  const amount = fc.oneof(
    fc.integer({ min: 1, max: 9_999_999 }).map((n) => n / 100),
    fc.constantFrom('1,200.5', '', 'x', '－3', null, '2.5亿元'),
  );
  const row = fc.record({
    n: fc.integer({ min: 1, max: 12 }),
    amount,
    mode: fc.constantFrom('集中', '分散', '都行'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 50 }),
      async (rows, blockSize) => {
        const grid = projectSheet(
          rows.map(({ n, amount, mode }) => projectRow(n, { '概算总投资（万元）': amount, 安置方式: mode })),
        );
        const file = await normaliseFile(workbookOf(sheetOf(grid, { blockSize })), contextOf());
        const part = file.parts[0];
        expect(part?.counts.rows).toBe(rows.length);
        expect(part?.table.numRows()).toBe(part?.counts.accepted);
      },
    ),
    { numRuns: 60 },
  );
});
