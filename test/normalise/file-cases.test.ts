import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingCatalogue } from '../../shared/messages/finding-catalogue.ts';
import { findingMessage } from '../../shared/messages/findings.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import type { NormalisedFile } from '../../shared/normalise/part.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { codesOf, csvText, encoded, merge, readBytes, readGrid, readSheets } from '../support/file-cases.ts';
import { projectHeader, projectRow, projectSheet } from '../support/project-files.ts';
import { contextOf, type Grid, sheetOf, testSecret, workbookOf } from '../support/workbooks.ts';

/** domain.md §6.2, one row per case: what is read, and what must come of it. */
interface FileCase {
  readonly id: string;
  readonly what: string;
  readonly file: () => Promise<NormalisedFile>;
  readonly parts?: readonly object[];
  readonly rows?: readonly object[];
  /** Codes of errors, exactly. */
  readonly errors?: readonly string[];
  /** Findings that must be among them. */
  readonly findings?: readonly object[];
  readonly without?: readonly string[];
}

const three = [projectRow(1), projectRow(2), projectRow(3)];
const threeIds = [{ projectId: 'XP-2017-001' }, { projectId: 'XP-2017-002' }, { projectId: 'XP-2017-003' }];
const three3 = [{ area: '431224', counts: { rows: 3, accepted: 3, quarantined: 0, ignored: 0 } }];
const tokens = createTokeniser(testSecret);

const personHeader = ['户编号', '户主姓名', '姓名', '身份证号', '劳动技能', '就业状态'];
const person = (no: string | null, id: CellValue, name = '李四'): CellValue[] => [
  no,
  null,
  name,
  id,
  '普通',
  '务工',
];
const ids = ['990101199003077719', '99010119900307004X', '990101198506150020', '990101195604211014'];

/** Two levels: 建设规模, 开工 over 户数|人数; 序号, 项目编号 … over both rows. */
const twoLevels: Grid = [
  ['序号', '项目编号', '项目名称', '安置方式', '年度', '建设规模', null, '开工', '总投资（万元）'],
  [null, null, null, null, null, '户数', '人数', '户数', null],
  [1, 'XP-1001', '甲点', '集中', 2017, 100, 400, 60, 2000],
];
const twoLevelMerges = [
  ...[1, 2, 3, 4, 5, 9].map((column) => merge(1, column, 2, column)),
  merge(1, 6, 1, 7),
];
const twoLevelRow = {
  projectId: 'XP-1001',
  plannedHouseholds: 100,
  plannedPersons: 400,
  startedHouseholds: 60,
  approvedInvestment: 2_000_000_000,
};

const footer = ['填表人：张三丰  审核人：李四光  填报日期：2017.4.22  （单位盖章）'];
const total = (word: string, households: number): readonly CellValue[] =>
  projectRow(9, {
    序号: null,
    项目编号: word,
    项目名称: null,
    '县（市、区）': null,
    安置方式: null,
    年度: null,
    安置户数: households,
    安置人数: null,
    '概算总投资（万元）': null,
  });

const shifted = (n: number): readonly CellValue[] => {
  const row = projectRow(n);
  return [row[0] ?? null, null, ...row.slice(1)];
};

const cases: readonly FileCase[] = [
  {
    id: 'F1',
    what: 'CSV in UTF-8 with BOM',
    file: () => readBytes(encoded(csvText([[...projectHeader], ...three]), 'utf8-bom')),
    rows: threeIds,
    errors: [],
    without: ['unknown_header'],
  },
  {
    id: 'F2',
    what: 'CSV in GB18030',
    file: () => readBytes(encoded(csvText([[...projectHeader], ...three]), 'gb18030')),
    rows: threeIds,
    errors: [],
  },
  {
    id: 'F3',
    what: 'UTF-16LE with BOM, separated by tabs',
    file: () => readBytes(encoded(csvText([[...projectHeader], ...three], '\t'), 'utf-16le')),
    rows: threeIds,
    errors: [],
  },
  {
    id: 'F5',
    what: 'a GB18030 file with hardly a Chinese character in its rows',
    file: () =>
      readBytes(
        encoded(csvText([['项目编号', ...projectHeader.slice(2)], projectRow(1).slice(1)]), 'gb18030'),
      ),
    rows: [{ projectId: 'XP-2017-001' }],
    errors: [],
  },
  {
    id: 'F6',
    what: 'UTF-8 without BOM',
    file: () => readBytes(encoded(csvText([[...projectHeader], ...three]), 'utf8')),
    rows: threeIds,
    errors: [],
  },
  {
    id: 'F10',
    what: 'a CSV named .xls',
    file: () =>
      readBytes(encoded(csvText([[...projectHeader], ...three]), 'gb18030'), { fileName: '台账.xls' }),
    rows: threeIds,
    findings: [{ code: 'extension_mismatch', severity: 'warning' }],
  },
  {
    id: 'F13',
    what: 'several sheets, a hidden one, 填表说明',
    file: () =>
      readSheets([
        sheetOf(projectSheet([projectRow(8)]), { name: '填表说明' }),
        sheetOf([[...projectHeader], projectRow(1), projectRow(2)], { name: '卢峰镇' }),
        sheetOf([[...projectHeader], projectRow(7)], { name: '旧表', hidden: true }),
        sheetOf([['项目代码', ...projectHeader.slice(2)], projectRow(3).slice(1)], { name: '低庄镇' }),
      ]),
    parts: three3,
    rows: threeIds,
    errors: [],
    findings: [
      { code: 'sheet_ignored', severity: 'note', sheet: '填表说明' },
      { code: 'sheet_hidden', severity: 'note', sheet: '旧表' },
    ],
  },
  {
    id: 'F14',
    what: 'a merged title row is no header; its year is a hint for days without one',
    file: () =>
      readGrid(
        [['怀化市2017年易地扶贫搬迁项目进度台账'], ['截至4月21日'], [...projectHeader], ...three],
        { merges: [merge(1, 1, 1, 6)] },
        { keyPeriod: null },
      ),
    parts: [{ period: '2017-04-X3', dataDate: '2017-04-21' }],
    rows: threeIds,
  },
  {
    id: 'F15',
    what: 'county, 截至 date and money unit in the second line',
    file: () =>
      readGrid(
        [
          ['易地扶贫搬迁项目进度台账'],
          ['填报单位：沅陵县发改局（盖章）   截至2017年4月21日   单位：万元、户、人'],
          projectHeader.map((label) => label.replace('（万元）', '')),
          projectRow(1, { '县（市、区）': null }),
        ],
        {},
        { keyArea: '431200' },
      ),
    parts: [{ area: '431222', dataDate: '2017-04-21' }],
    rows: [{ countyCode: '431222', approvedInvestment: 2_000_000_000 }],
    without: ['unit_assumed'],
  },
  {
    id: 'F16',
    what: 'a header of two levels with merged ranges',
    file: () => readGrid(twoLevels, { merges: twoLevelMerges }),
    rows: [twoLevelRow],
    errors: [],
  },
  {
    id: 'F16 without merges',
    what: 'the same from a CSV',
    file: () => readBytes(encoded(csvText(twoLevels), 'utf8')),
    rows: [twoLevelRow],
    errors: [],
  },
  {
    id: 'F16 three levels',
    what: 'a parent over parents; a leaf that is only a unit',
    file: () =>
      readGrid(
        [
          ['项目编号', '项目名称', '安置方式', '年度', '建设任务', null, null, '资金'],
          [null, null, null, null, '规模', null, '开工', '总投资'],
          [null, null, null, null, '户', '人', '户数', '万元'],
          ['XP-1001', '甲点', '集中', 2017, 100, 400, 60, 2000],
        ],
        {
          merges: [
            ...[1, 2, 3, 4].map((column) => merge(1, column, 3, column)),
            merge(1, 5, 1, 7),
            merge(2, 5, 2, 6),
          ],
        },
      ),
    rows: [twoLevelRow],
    errors: [],
    without: ['unit_assumed'],
  },
  {
    id: 'F17',
    what: 'the same leaf twice, told apart by its parent',
    file: () =>
      readGrid(
        [
          ['项目编号', '项目名称', '安置方式', '年度', '开工', '计划', null, '总投资（万元）'],
          [null, null, null, null, '户数', '户数', '人数', null],
          ['XP-1001', '甲点', '集中', 2017, 60, 100, 400, 2000],
        ],
        { merges: [merge(1, 6, 1, 7)] },
      ),
    rows: [twoLevelRow],
    errors: [],
  },
  {
    id: 'F17 without parents',
    what: 'the same label twice is never told apart by position',
    file: () =>
      readGrid([
        ['项目编号', '项目名称', '安置方式', '年度', '安置户数', '安置户数', '安置人数', '总投资（万元）'],
        ['XP-1001', '甲点', '集中', 2017, 100, 60, 400, 2000],
      ]),
    parts: [],
    errors: ['missing_required_column'],
    findings: [{ code: 'ambiguous_header', params: { found: '安置户数', field: '安置户数' } }],
  },
  {
    id: 'F18',
    what: 'header and title printed again on each page',
    file: () =>
      readGrid(
        [
          ['易地扶贫搬迁项目台账'],
          ...twoLevels,
          ['易地扶贫搬迁项目台账'],
          ...twoLevels.slice(0, 2),
          [2, 'XP-1002', '乙点', '集中', 2017, 10, 40, 6, 200],
        ],
        {
          merges: twoLevelMerges.map(({ top, bottom, left, right }) =>
            merge(top + 1, left, bottom + 1, right),
          ),
        },
      ),
    parts: [{ counts: { rows: 2, accepted: 2, quarantined: 0, ignored: 0 } }],
    errors: [],
  },
  {
    id: 'F19',
    what: 'a row of column numbers',
    file: () => readGrid([[...projectHeader], ['甲', '乙', '丙', '丁', 1, 2, 3, 4, 5, 6], ...three]),
    parts: three3,
    rows: threeIds,
    errors: [],
  },
  {
    id: 'F20',
    what: 'totals with spaces inside are no data, and are held against the rows (X10)',
    file: () => readGrid(projectSheet([...three, total('合　计', 300), total('其中：', 7)])),
    parts: [{ counts: { rows: 5, accepted: 3, quarantined: 0, ignored: 2 } }],
    rows: threeIds,
    errors: [],
    without: ['total_mismatch'],
  },
  {
    id: 'F20 mismatch',
    what: 'a total that is none, with both numbers',
    file: () => readGrid(projectSheet([...three, total('总计', 310)])),
    rows: threeIds,
    findings: [
      {
        code: 'total_mismatch',
        severity: 'warning',
        row: 6,
        field: 'plannedHouseholds',
        params: { field: '安置户数', found: 310, expected: 300 },
      },
    ],
  },
  {
    id: 'F21',
    what: 'a footer: who signed is noted, no name is kept',
    file: () => readGrid(projectSheet([...three, footer])),
    parts: three3,
    findings: [
      {
        code: 'footer_read',
        severity: 'note',
        params: { found: '填表人、审核人、填报日期', date: '2017-04-22' },
      },
    ],
  },
  {
    id: 'F22',
    what: 'notes, blank rows, a blank tail',
    file: () =>
      readGrid([
        ...projectSheet(three),
        [null],
        ['注：1.本表按旬填报。'],
        ['2.金额以万元计。'],
        ...Array.from({ length: 2000 }, (): CellValue[] => ['', ' ', null, '　']),
      ]),
    parts: three3,
    errors: [],
  },
  {
    id: 'F23',
    what: 'merged county and township cells hold for their rows, unmerged blanks stay blank',
    file: () =>
      readGrid(
        [
          ['县（市、区）', '乡镇', ...projectHeader.filter((label) => label !== '县（市、区）')],
          ...['溆浦县', null, '沅陵县', null].map((county, n): CellValue[] => {
            const row = projectRow(n + 1);
            return [county, n === 0 || n === 2 ? `${n}镇` : null, ...row.slice(0, 3), ...row.slice(4)];
          }),
        ],
        { merges: [merge(2, 1, 3, 1), merge(4, 1, 5, 1), merge(2, 2, 3, 2)] },
        { keyArea: '431200' },
      ),
    rows: [
      { countyCode: '431222', townshipName: '2镇' },
      { countyCode: '431222', townshipName: null },
      { countyCode: '431224', townshipName: '0镇' },
      { countyCode: '431224', townshipName: '0镇' },
    ],
    errors: [],
  },
  {
    id: 'F23 quantities',
    what: 'a merged amount counts once',
    file: () =>
      readGrid([[...projectHeader], projectRow(1, { 入住户数: 50 }), projectRow(2)], {
        merges: [merge(2, 9, 3, 9)],
      }),
    rows: [{ occupiedHouseholds: 50 }, { occupiedHouseholds: null }],
    findings: [{ code: 'merged_quantity', severity: 'warning', cell: 'I3' }],
  },
  {
    id: 'F24',
    what: 'a merged 户主 block in a persons file: household filled down, members row by row',
    file: () =>
      readGrid(
        [
          personHeader,
          person('0017', ids[0] ?? ''),
          person(null, ids[1] ?? ''),
          person('0018', ids[2] ?? ''),
        ],
        {
          merges: [merge(2, 1, 3, 1), merge(2, 2, 3, 2)],
        },
      ),
    rows: ['0017', '0017', '0018'].map((no) => ({ householdNoToken: tokens.household('431224', no) })),
    errors: [],
  },
  {
    id: 'F24 households',
    what: 'in a households file the members’ rows say nothing of their own',
    file: () =>
      readGrid(
        [
          [
            '户主姓名',
            '户主身份证号',
            '迁出乡镇',
            '迁出村',
            '家庭人口',
            '是否建档立卡',
            '安置方式',
            '安置点编号',
            '家庭成员',
          ],
          ['张三', ids[0] ?? '', '卢峰镇', '一村', 2, '是', '集中', 'XP-1001', '张三'],
          [null, null, null, null, null, null, null, null, '张四'],
          ['李四', ids[1] ?? '', '卢峰镇', '二村', 3, '是', '集中', 'XP-1001', '李四'],
        ],
        { merges: [1, 2, 3, 4, 5, 6, 7, 8].map((column) => merge(2, column, 3, column)) },
      ),
    rows: [{ familySize: 2 }, { familySize: 3 }],
    errors: [],
  },
  {
    id: 'F25',
    what: 'an ID number that Excel or a program made a number',
    file: () =>
      readGrid([personHeader, ...ids.map((id) => person('1', id)), person('1', 990101199003077800)]),
    parts: [{ counts: { rows: 5, accepted: 4, quarantined: 1, ignored: 0 } }],
    errors: ['id_precision_lost'],
  },
  {
    id: 'F26',
    what: 'an ID number after “save as CSV”',
    file: () =>
      readBytes(
        encoded(
          csvText([personHeader, ...ids.map((id) => person('1', id)), person('1', '9.90101E+17')]),
          'utf8',
        ),
      ),
    errors: ['id_precision_lost'],
  },
  {
    id: 'F27',
    what: 'an ID number kept as text by ="…" or a tab',
    file: () =>
      readBytes(
        encoded(
          `${personHeader.join(',')}\r\n1,,张三,"=""990101198506150020""",普通,务工\r\n1,,李四,\t99010119900307004X,普通,务工`,
          'utf8',
        ),
      ),
    rows: ['990101198506150020', '99010119900307004X'].map((id) => ({ personToken: tokens.person(id) })),
    errors: [],
  },
  {
    id: 'F28',
    what: 'a date cell is its serial number, not its display',
    file: () =>
      readGrid([
        [...projectHeader, '开工日期'],
        [...projectRow(1), { number: 42846, format: 'date' }],
      ]),
    rows: [{ startDate: '2017-04-21' }],
    errors: [],
  },
  {
    id: 'F29',
    what: 'the 1904 date system',
    file: () =>
      readGrid(
        [
          [...projectHeader, '开工日期'],
          [...projectRow(1), { number: 41384, format: 'date' }],
        ],
        { date1904: true },
      ),
    rows: [{ startDate: '2017-04-21' }],
    errors: [],
  },
  {
    id: 'F30',
    what: 'a formula saved without its value',
    file: () =>
      readGrid(projectSheet([...three, projectRow(4, { 安置户数: { fault: 'formula_without_value' } })])),
    parts: [{ counts: { accepted: 3, quarantined: 1 } }],
    errors: ['formula_without_value'],
  },
  {
    id: 'F31',
    what: 'text that begins like a formula stays text',
    file: () =>
      readGrid(
        projectSheet(
          ['=1+1', '+点', '-点', '@SUM(A1)'].map((name, n) => projectRow(n + 1, { 项目名称: name })),
        ),
      ),
    rows: ['=1+1', '+点', '-点', '@SUM(A1)'].map((projectName) => ({ projectName })),
    errors: [],
  },
  {
    id: 'F33',
    what: 'semicolons between fields',
    file: () => readBytes(encoded(csvText([[...projectHeader], ...three], ';'), 'utf8')),
    rows: threeIds,
    errors: [],
  },
  {
    id: 'F37',
    what: 'several counties in a city’s file',
    file: () =>
      readGrid(
        projectSheet(['沅陵县', '溆浦县'].map((name, n) => projectRow(n + 1, { '县（市、区）': name }))),
        {},
        { keyArea: '431200' },
      ),
    parts: [{ area: '431222' }, { area: '431224' }],
    errors: [],
  },
  {
    id: 'F37 below a county',
    what: 'several counties under a county’s prefix',
    file: () =>
      readGrid(
        projectSheet(['沅陵县', '溆浦县'].map((name, n) => projectRow(n + 1, { '县（市、区）': name }))),
      ),
    parts: [],
    errors: ['county_mismatch'],
  },
  {
    id: 'F38',
    what: 'another county than the prefix says',
    file: () => readGrid(projectSheet(three, '填报单位：沅陵县发改局'), {}, { keyArea: '431223' }),
    parts: [],
    errors: ['county_mismatch'],
  },
  {
    id: 'F39',
    what: 'an empty county column',
    file: () => readGrid(projectSheet(three.map((_, n) => projectRow(n + 1, { '县（市、区）': null })))),
    parts: three3,
    findings: [{ code: 'county_from_sheet', severity: 'note', params: { count: 3 } }],
  },
  {
    id: 'F40',
    what: 'Traditional and Simplified headers and values mixed',
    file: () =>
      readGrid([
        [
          '項目編號',
          '项目名稱',
          '縣(市、區)',
          '安置方式',
          '年度',
          '安置戶數',
          '安置人数',
          '概算總投資（萬元）',
        ],
        ['XP-1', '甲點', '漵浦縣', '集中安寘', 2017, 1, 4, 20],
      ]),
    rows: [
      { countyCode: '431224', mode: 'concentrated', projectName: '甲點', approvedInvestment: 20_000_000 },
    ],
    errors: [],
  },
  {
    id: 'F41',
    what: 'a column too many is kept out and told',
    file: () =>
      readGrid([
        [...projectHeader, '开工户数量'],
        [...projectRow(1), 9],
      ]),
    findings: [
      { code: 'unknown_header', severity: 'note', params: { found: '开工户数量', suggestion: '开工户数' } },
    ],
    errors: [],
  },
  {
    id: 'F41 missing',
    what: 'a required column too few rejects, with the nearest header',
    file: () =>
      readGrid([projectHeader.map((label) => (label === '项目编号' ? '工程编号' : label)), ...three]),
    parts: [],
    errors: ['missing_required_column'],
    findings: [{ code: 'missing_required_column', params: { expected: '项目编号', suggestion: '工程编号' } }],
  },
  {
    id: 'F41 two missing',
    what: 'a header that is nearest to two missing fields is named once',
    file: () =>
      readGrid([
        projectHeader.map((label) => {
          if (label === '安置户数') return '安置规模';
          return label === '安置人数' ? '其他' : label;
        }),
        ...three,
      ]),
    parts: [],
    findings: [
      {
        code: 'missing_required_column',
        params: { expected: '安置户数、安置人数', suggestion: '安置规模' },
      },
    ],
  },
  {
    id: 'F42',
    what: 'one key twice: identical rows count once, different ones not at all',
    file: () =>
      readGrid(
        projectSheet([
          ...Array.from({ length: 40 }, (_, n) => projectRow(n + 1)),
          projectRow(1),
          projectRow(2, { 安置户数: 99 }),
        ]),
      ),
    parts: [{ counts: { rows: 42, accepted: 39, quarantined: 2, ignored: 1 } }],
    errors: ['conflicting_duplicate', 'conflicting_duplicate'],
    findings: [{ code: 'identical_row', severity: 'note' }],
  },
  {
    id: 'F43',
    what: 'a block pasted one column aside',
    file: () =>
      readGrid(
        projectSheet([
          ...Array.from({ length: 50 }, (_, n) => projectRow(n + 1)),
          ...Array.from({ length: 6 }, (_, n) => shifted(n + 60)),
        ]),
      ),
    parts: [],
    findings: [
      {
        code: 'column_shift_suspected',
        severity: 'error',
        row: 53,
        params: expect.objectContaining({ row: 53 }),
      },
    ],
  },
  {
    id: 'F44',
    what: 'no period anywhere',
    file: () => readGrid(projectSheet(three), {}, { keyPeriod: null }),
    parts: [],
    errors: ['period_missing'],
  },
];

describe('files as counties send them (domain.md §6.2)', () => {
  test.each(cases)('$id: $what', async ({ file, parts, rows, errors, findings = [], without = [] }) => {
    const found = await file();
    if (parts) expect(found.parts).toMatchObject(parts);
    if (rows) expect(found.parts.flatMap(({ table }) => table.objects())).toMatchObject(rows);
    if (errors) expect(codesOf(found, 'error')).toEqual(errors);
    for (const finding of findings) expect(found.findings).toContainEqual(expect.objectContaining(finding));
    for (const code of without) expect(codesOf(found)).not.toContain(code);
    for (const finding of found.findings) {
      const entry = findingCatalogue.find(({ code }) => code === finding.code);
      expect(entry?.severity, finding.code).toContain(finding.severity);
      expect(JSON.stringify([finding.params, findingMessage(finding)])).not.toMatch(/张三|李四|\d{15}/);
      const said = Object.values(findingMessage(finding)).join('\n');
      expect(said, finding.code).not.toMatch(/(?:^|[ “"])\?(?:$|[ ”"])/m);
    }
  });

  test.each([
    [
      'F4: Big5',
      'encoding_unrecognised',
      encoded(csvText([[...projectHeader], ...three]).replaceAll('县', '縣'), 'big5'),
    ],
    [
      'F32: full-width commas',
      'single_column_csv',
      encoded([projectHeader, ...three].map((row) => row.join('，')).join('\n'), 'utf8'),
    ],
  ])('%s is refused as %s', async (_, code, bytes) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ name: 'WorkbookRefused', code });
  });
});

describe('cases that other rooms settle', () => {
  test.each([
    ['F7', 'workbook/xls.test.ts', 'F7'],
    ['F8', 'workbook/xls.test.ts', 'F8'],
    ['F9', 'workbook/html.test.ts', 'F9'],
    ['F11', 'workbook/signature.test.ts', 'encrypted_file'],
    ['F12', 'workbook/xlsx-hostile.test.ts', 'zip_bomb'],
    ['F34', 'records/stage.test.ts', 'F34'],
    ['F35', 'records/stage.test.ts', 'F35'],
    ['F36', 'records/rebuild.test.ts', 'delivered %i times'],
  ])('%s is tested in test/%s', (_, file, phrase) => {
    expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toContain(phrase);
  });

  test('together they are all of F1–F44', () => {
    const own = readFileSync(new URL(import.meta.url), 'utf8');
    const named = new Set([...own.matchAll(/'F(\d+)\b/g)].map(([, n]) => Number(n)));
    expect([...named].sort((a, b) => a - b)).toEqual(Array.from({ length: 44 }, (_, n) => n + 1));
  });
});

describe('our own marks', () => {
  test('the column 错误信息 and the sheet 错误汇总 of a workbook that comes back are passed over in silence', async () => {
    const marked = projectSheet(three).map((row, n) => [
      ...row,
      n === 1 ? '错误信息' : n > 1 ? '必须填写' : null,
    ]);
    const file = await normaliseFile(
      workbookOf(sheetOf(marked), sheetOf([['错误'], ['…']], { name: '错误汇总' })),
      contextOf(),
    );
    expect(file.parts).toMatchObject(three3);
    expect(new Set(codesOf(file))).toEqual(new Set(['expected_column_missing']));
  });

  test('a mark at the left does not hide a total', async () => {
    const marked = projectSheet([...three, total('合计', 300)]).map((row, n) => [
      n === 1 ? '错误信息' : n > 1 ? '请核实' : null,
      ...row,
    ]);
    const file = await readGrid(marked);
    expect(file.parts).toMatchObject([{ counts: { accepted: 3, ignored: 1 } }]);
  });
});

test('a confirmed mapping of odd headers is applied as exact aliases', async () => {
  const odd = projectHeader.map((label) => (label === '项目编号' ? '工程编号（新）' : label));
  const mapping = { projects: { version: 'm1', headers: { 工程编号新: 'projectId', 别的: 'noSuchField' } } };
  expect(codesOf(await readGrid([odd, ...three]), 'error')).toEqual(['missing_required_column']);
  const file = await readGrid([odd, ...three], {}, { mapping });
  expect(file.parts[0]?.table.array('projectId')).toEqual(threeIds.map(({ projectId }) => projectId));
  expect(codesOf(file)).not.toContain('unknown_header');
});

test('hidden rows count and are told', async () => {
  const grid = projectSheet(three);
  const sheet = sheetOf(grid);
  const hiding = {
    ...sheet,
    async *rows() {
      for await (const block of sheet.rows())
        yield block.map((row) => (row.row === 4 ? { ...row, hidden: true as const } : row));
    },
  };
  const file = await readSheets([hiding]);
  expect(file.parts).toMatchObject(three3);
  expect(file.findings).toContainEqual(
    expect.objectContaining({ code: 'hidden_rows', severity: 'note', params: { count: 1 } }),
  );
});

test('an .xls that says it goes further down than the rows found is told', async () => {
  const grid = projectSheet(three);
  expect(codesOf(await readGrid(grid, { lastRowStated: 5 }))).not.toContain('rows_may_be_missing');
  expect((await readGrid(grid, { lastRowStated: 9 })).findings).toContainEqual(
    expect.objectContaining({
      code: 'rows_may_be_missing',
      severity: 'warning',
      params: { found: 5, expected: 9 },
    }),
  );
});

test.each([
  ['county_mismatch', '填报单位：沅陵县', 'B2'],
  ['period_mismatch', '截至2016年4月21日', 'B2'],
])('%s points to the cell that states it', async (code, text, cell) => {
  const [header = [], ...rows] = [projectHeader, ...three];
  const file = await normaliseFile(
    workbookOf(sheetOf([['项目台账'], [null, text], header, ...rows])),
    contextOf(),
  );
  expect(file.findings).toContainEqual(expect.objectContaining({ code, cell, row: 2, sheet: 'Sheet1' }));
});

test('a missing column of progress is named with the header that may be meant', async () => {
  const grid: Grid = [
    [
      '项目编号',
      '项目名称',
      '安置方式',
      '年度',
      '安置户数',
      '安置人数',
      '概算总投资（万元）',
      '开工户数',
      '竣工户数量',
    ],
    ['XP-1', '甲', '集中', 2017, 10, 40, 200, 5, 3],
  ];
  const { findings } = await normaliseFile(workbookOf(sheetOf(grid)), contextOf());
  const missing = findings.filter(({ code }) => code === 'expected_column_missing');
  expect(missing).toContainEqual(
    expect.objectContaining({
      field: 'completedHouseholds',
      row: 1,
      params: { field: '竣工户数', suggestion: '竣工户数量' },
    }),
  );
  expect(missing).toContainEqual(
    expect.objectContaining({ field: 'occupiedHouseholds', params: { field: '入住户数' } }),
  );
  expect(missing.map(({ field }) => field)).not.toContain('startedHouseholds');
});
