import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { findingMessage } from '../../shared/messages/findings.ts';
import { idCheckCharacter } from '../../shared/normalise/cells/identity.ts';
import { identityInText } from '../../shared/normalise/cells/identity-in-text.ts';
import { masked } from '../../shared/normalise/cells/reading.ts';
import { countyReader } from '../../shared/normalise/county.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import { shownHeader } from '../../shared/normalise/shown-header.ts';
import { shownKey } from '../../shared/normalise/shown-names.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { contextOf, type Grid, sheetOf, workbookOf } from '../support/workbooks.ts';

const longRun = /\d(?:\s?\d){9,}/;

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const validId = fc
  .tuple(
    fc.integer({ min: 1940, max: 2010 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([year, month, day, serial]) => {
    const body = `990101${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${serial}`;
    return body + idCheckCharacter(body);
  });
/** Identity numbers right and wrong in all the ways counties type them. */
const anyId: fc.Arbitrary<CellValue> = fc.oneof(
  validId,
  digits(18),
  digits(17),
  digits(15),
  digits(17).map((text) => `${text}x`),
  validId.map((id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`),
  validId.map((id) => `'${id}1`),
  validId.map((id) => `身份证${id}`),
  digits(18).map(Number),
  digits(15).map(Number),
  validId.map((id) => [...id].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')),
);
const secretName = '阮氏欧阳';

function personsSheet(ids: readonly CellValue[], place: number): Grid {
  const header = [
    '身份证号',
    '姓名',
    '户编号',
    '劳动技能',
    '就业状态',
    '务工单位',
    '务工时间（月）',
    '培训时间',
    '就业意愿',
    '性别',
    '月工资',
  ];
  return [
    header,
    ...ids.map((id, n) => {
      const row: CellValue[] = [
        '99010119900307004X',
        secretName,
        `H${n}`,
        '普通',
        '务工',
        null,
        3,
        null,
        '是',
        null,
        10,
      ];
      row[place] = id;
      if (place !== 0) row[0] = null;
      return row;
    }),
  ];
}

test('no identity number gets into a finding, its sentence or a table, wherever it was typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyId, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 10 }),
      async (ids, place) => {
        const { findings, parts } = await normaliseFile(
          workbookOf(sheetOf(personsSheet(ids, place))),
          contextOf(),
        );
        const said = findings.map((finding) => JSON.stringify([finding.params, findingMessage(finding)]));
        const kept = parts.flatMap(({ table }) => table.objects().map((row) => JSON.stringify(row)));
        for (const text of [...said, ...kept]) {
          expect(text.normalize('NFKC')).not.toMatch(longRun);
          expect(text).not.toContain(secretName);
        }
      },
    ),
    { numRuns: 200 },
  );
});

const bornWithoutCheck = validId.map((id) => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1'));
const spread = (text: string, by: string): string => [...text].join(by);
const wide = (text: string): string =>
  text.replace(/[0-9X]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
/** What identifies a person, or may: with right and wrong check digits, spaced, hyphened, in full width, in a sentence. */
const personal: fc.Arbitrary<string> = fc
  .oneof(
    validId,
    bornWithoutCheck,
    validId.map((id) => id.slice(0, 17)),
    validId.map((id) => id.slice(0, 6) + id.slice(8, 17)).filter((id) => /^.{6}\d\d(?:0|1)/.test(id)),
    fc.integer({ min: 16, max: 19 }).chain(digits),
    digits(9).map((rest) => `13${rest}`),
    digits(7).map((rest) => `0745${rest}`),
    digits(8).map((rest) => `010-${rest}`),
  )
  .chain((text) =>
    fc.constantFrom(
      text,
      wide(text),
      spread(text, ' '),
      `${text.slice(0, 6)} ${text.slice(6)}`,
      `联系人${text}`,
    ),
  );
const contractOfAll = Object.values(contracts).flatMap(({ fields }) => fields);
const personalInTable = /\d{10}/;

function projectsSheet(values: readonly string[], place: number): Grid {
  const header = [
    '项目编号',
    '项目名称',
    '安置方式',
    '年度',
    '安置户数',
    '安置人数',
    '概算总投资（万元）',
    '乡镇',
    '备案文号',
  ];
  return [
    header,
    ...values.map((text, n) => {
      const row: CellValue[] = [`XP-${1000 + n}`, '甲', '集中', 2017, 10, 40, 200, null, null];
      row[place] = text;
      return row;
    }),
  ];
}

function householdsSheet(values: readonly string[], place: number): Grid {
  const header = [
    '户编号',
    '户主姓名',
    '身份证号',
    '迁出乡镇',
    '迁出村',
    '家庭人口',
    '是否建档立卡',
    '安置方式',
    '安置项目编号',
    '迁出点编号',
  ];
  return [
    header,
    ...values.map((text, n) => {
      const row: CellValue[] = [
        `H${n}`,
        secretName,
        null,
        '卢峰镇',
        '某村',
        4,
        '是',
        '集中',
        'XP-1000',
        null,
      ];
      row[place] = text;
      return row;
    }),
  ];
}

const employedSheet = (values: readonly string[]): Grid => [
  ['身份证号', '姓名', '户编号', '劳动技能', '就业状态', '务工单位', '培训工种'],
  ...values.map((text, n) => ['99010119900307004X', secretName, `H${n}`, '普通', '务工', text, text]),
];

const ledgerSheet = (values: readonly string[], place: number): Grid => [
  [
    '流水号',
    '业务类型',
    '日期',
    '资金来源',
    '金额（元）',
    '项目编号',
    '资金文号',
    '合同编号',
    '凭证号',
    '发票号',
  ],
  ...values.map((text, n) => {
    const row: CellValue[] = [
      `L${n}`,
      '利息',
      '2017-04-21',
      '省级',
      100,
      'XP-1',
      '湘财1号',
      'HT-1',
      `P${n}`,
      `F${n}`,
    ];
    row[place] = text;
    return row;
  }),
];

const industrySheet = (values: readonly string[], place: number): Grid => [
  [
    '产业项目编号',
    '产业项目名称',
    '利益联结模式',
    '经营主体',
    '统一社会信用代码',
    '财政扶贫资金投入（万元）',
    '转为股份金额（万元）',
    '分红年度',
    '关联安置点',
    '入股协议编号',
  ],
  ...values.map((text, n) => {
    const row: CellValue[] = [
      `CY-${n}`,
      '茶园',
      '其他',
      '合作社',
      '91431224MA4L16XW2T',
      10,
      5,
      2017,
      'XP-1',
      'RG-1',
    ];
    row[place] = text;
    return row;
  }),
];

const issuesSheet = (values: readonly string[], place: number): Grid => [
  ['问题编号', '问题来源', '涉及项目', '问题描述', '收到日期', '交办单位', '重复件原编号'],
  ...values.map((text, n) => {
    const row: CellValue[] = [`XF-${n}`, '来信', 'XP-1', '渗水', '2017-04-01', '某镇', null];
    row[place] = text;
    return row;
  }),
];

const linksSheet = (values: readonly string[]): Grid => [
  ['对象类型', '对象编号', '挂帮层级', '责任人', '挂帮起始'],
  ...values.map((text) => ['安置点', text, '县级领导', secretName, '2016-11-01']),
];

/** Kept columns of several datasets, each in a sheet whose rows are complete but for the typed text. */
const placed: readonly (readonly [string, (values: readonly string[]) => Grid])[] = [
  ...[0, 1, 7, 8].map(
    (at) => [`projects ${at}`, (values: readonly string[]) => projectsSheet(values, at)] as const,
  ),
  ...[3, 4, 8, 9].map(
    (at) => [`households ${at}`, (values: readonly string[]) => householdsSheet(values, at)] as const,
  ),
  ['persons', employedSheet],
  ...[0, 5, 6, 7, 8, 9].map(
    (at) => [`fundLedger ${at}`, (values: readonly string[]) => ledgerSheet(values, at)] as const,
  ),
  ...[0, 2, 5, 6].map(
    (at) => [`issues ${at}`, (values: readonly string[]) => issuesSheet(values, at)] as const,
  ),
  ['responsibilities', linksSheet],
  ...[0, 1, 3, 8, 9].map(
    (at) => [`industryProjects ${at}`, (values: readonly string[]) => industrySheet(values, at)] as const,
  ),
];

test.each(placed)('what identifies a person does not get into the table through %s', async (_, gridOf) => {
  await fc.assert(
    fc.asyncProperty(fc.array(personal, { minLength: 1, maxLength: 8 }), async (values) => {
      const { findings, parts } = await normaliseFile(workbookOf(sheetOf(gridOf(values))), contextOf());
      expect(findings.map(({ code }) => code)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:identity|phone)_in_text$|^bad_format$/)]),
      );
      for (const { table } of parts) {
        for (const row of table.objects()) {
          for (const [name, value] of Object.entries(row as Record<string, unknown>)) {
            if (name === 'entityUscc' || name.endsWith('Token') || typeof value !== 'string') continue;
            expect(value.normalize('NFKC').replace(/[\s.·-]/g, ''), name).not.toMatch(personalInTable);
          }
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('a sheet name shows no number of a person', async () => {
  const names = [
    '张三 990101199003070048',
    '表12345',
    '表67890',
    '2017年3月',
    '明细 201704',
    '李四 13800000000',
    '９９０１０１１９９００３０７００４８',
  ];
  const { sheets, findings } = await normaliseFile(
    workbookOf(...names.map((name) => sheetOf([['随便写写']], { name }))),
    contextOf(),
  );
  expect(sheets).toEqual([
    '第1张工作表 / sheet 1',
    '第2张工作表 / sheet 2',
    '第3张工作表 / sheet 3',
    '2017年3月',
    '明细 *',
    '第6张工作表 / sheet 6',
    '第7张工作表 / sheet 7',
  ]);
  expect(JSON.stringify(findings).normalize('NFKC')).not.toMatch(/\d{5}/);
});

test.each([
  ['431224/2017-4/张三990101199003070048.xlsx', '431224/2017-4/*'],
  ['431224/201704/台账 20170421.xlsx', '431224/201704/台账 *.xlsx'],
  ['990101199003070048/a.xlsx', '*/a.xlsx'],
])('the key %s is shown as %s', (key, shown) => {
  expect(shownKey(key)).toBe(shown);
});

test.each([
  ['张三县', '*'],
  ['990101', '*'],
  ['990101199003070048', '*'],
  ['431200', '怀化市'],
  ['怀化市', '怀化市'],
  ['海淀区', '海淀区'],
  ['市本级', '市本级'],
])('the county %s is shown as %s', (text, found) => {
  const reading = countyReader('43', '431224')(text);
  expect(reading).toMatchObject({ kind: 'refused', params: { found } });
});

test.each([
  ['质量等级', '质量等级'],
  ['开工户数量', '开工户数量'],
  ['欧阳锋', '*'],
  ['Ouyang', '*'],
  ['联系电话13800000000', '联系电话*'],
  ['序号 990101 1990 0307', '序号 *'],
])('the header %s is shown as %s', (label, shown) => {
  expect(shownHeader(label)).toBe(shown);
});

test('what is not shown is said to be so, in both languages', () => {
  const finding = { code: 'unknown_county', field: 'countyCode', dataset: 'projects' } as const;
  expect(findingMessage({ ...finding, params: { field: '县级代码', found: '*' } })).toEqual({
    zh: '“县级代码”（内容不显示）不是本省的县（市、区）。请填全称或 6 位代码。',
    en: '"County (县级代码)" (not shown) is no county of this province. Give its full name or its six-digit code.',
  });
  const { zh, en } = findingMessage({
    ...finding,
    code: 'bad_number',
    params: { field: '年度', found: '9.*E+17' },
  });
  expect(zh).toContain('“9.*E+17（* 处不显示）”');
  expect(en).toContain('"9.*E+17 (* not shown)"');
});

test('a dropped text costs its row nothing where the field is optional', async () => {
  const { parts } = await normaliseFile(
    workbookOf(sheetOf(projectsSheet(['９９０１０１ 1990 0307 0049', '0745-2231234'], 7))),
    contextOf(),
  );
  expect(parts[0]?.counts.accepted).toBe(2);
  expect(parts[0]?.table.array('townshipName')).toEqual([null, null]);
});

test.each([
  ['projectId', '4312242017001', null],
  ['projectId', '431224201704001', null],
  ['contractNo', 'HT-2017-001', null],
  ['contractNo', 'HT-0001-2017001', null],
  ['contractNo', '1701-2017-001', null],
  ['contractNo', 'XM-4312242017000100012', null],
  ['voucherNo', '0000001234', null],
  ['docNo', '湘发改易地〔2017〕123号', null],
  ['employer', '广东东莞2017电子厂', null],
  ['contractNo', 'HT-990101199003070048', 'identity_in_text'],
  ['contractNo', '6222-0202-0000-0000', 'identity_in_text'],
  ['contractNo', '138-0000-0000', 'phone_in_text'],
  ['employer', '电话(0745)2231234', 'phone_in_text'],
  ['employer', '+86 138 0000 0000', 'phone_in_text'],
  ['employer', '990101.19900307.0048', 'identity_in_text'],
  ['employer', '990101900307004', 'identity_in_text'],
  ['employer', '990101\u200b19900307\u200b0048', 'identity_in_text'],
])('%s %s: %s', (name, text, code) => {
  const named = contractOfAll.find((field) => field.name === name);
  expect(named && identityInText(text, named)).toBe(code);
});

test('a name in a shifted column is not repeated by any finding', async () => {
  const names = personsSheet(['990101199003077719'], 0).map((row, n) =>
    n === 0 ? row : row.map((cell, c) => (c > 0 ? secretName : cell)),
  );
  const { findings } = await normaliseFile(workbookOf(sheetOf(names)), contextOf());
  expect(findings.length).toBeGreaterThan(3);
  expect(JSON.stringify(findings.map((finding) => [finding.params, findingMessage(finding)]))).not.toContain(
    secretName,
  );
});

test('a kept text with an ID number or a phone in it is not kept', async () => {
  const header = [
    '项目编号',
    '项目名称',
    '安置方式',
    '年度',
    '安置户数',
    '安置人数',
    '概算总投资（万元）',
    '备案文号',
    '乡镇',
  ];
  const { parts, findings } = await normaliseFile(
    workbookOf(
      sheetOf([
        header,
        ['XP-1001', '安置点', '集中', 2017, 10, 40, 200, '联系人99010119900307004X', '卢峰镇 13800000000'],
      ]),
    ),
    contextOf(),
  );
  expect(parts[0]?.table.objects()).toMatchObject([{ filingNo: null, townshipName: null }]);
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['identity_in_text', 'phone_in_text']),
  );
});

test.each([
  ['未开工', '未开工'],
  ['2017.2.30', '2017.2.30'],
  ['部分', '部分'],
  ['张三', '**'],
  ['Zhang San', '* *'],
  ['13800000000', '*'],
  ['990101 1990 0307 7719', '*'],
  ['9.90101E+17', '9.*E+17'],
])('%s is shown as %s', (text, shown) => {
  expect(masked(text)).toBe(shown);
});
