import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingMessage } from '../../shared/messages/findings.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { codesOf, readGrid } from '../support/file-cases.ts';
import { testSecret } from '../support/workbooks.ts';

const tokens = createTokeniser(testSecret);
const official = (name: string) => tokens.official('431224', name);
const header = [
  '对象类型',
  '对象编号',
  '挂帮层级',
  '责任人',
  '职务',
  '责任状签订日期',
  '挂帮起始',
  '挂帮结束',
  '计划完成时间',
  '销号日期',
];
const link = (cells: Readonly<Record<number, CellValue>> = {}): CellValue[] =>
  ['安置点', 'XP-2017-001', '县级领导', '欧阳某', '副县长', '2016-11-02', '2016-11-01', null, null, null].map(
    (cell, index) => (index in cells ? (cells[index] ?? null) : cell),
  );

test('a ledger of links: kinds, levels, dates; of the official only a token of the county', async () => {
  const file = await readGrid([
    ['溆浦县易地扶贫搬迁责任落实台账'],
    header,
    link(),
    link({ 0: '迁出点', 1: '某某村 三组', 2: '乡镇领导', 3: '张 三' }),
    link({ 0: '作战图节点', 1: 'JD-03', 8: '2017年3月31日', 9: '2017.4.2' }),
    ['填表人：李四   审核人：王五'],
  ]);
  expect(file.parts).toMatchObject([
    { dataset: 'responsibilities', accepted: true, counts: { rows: 3, accepted: 3 } },
  ]);
  expect(file.parts[0]?.table.objects()).toMatchObject([
    {
      objectType: 'site',
      objectId: 'XP-2017-001',
      householdNoToken: null,
      headIdToken: null,
      level: 'county',
      officialRef: official('欧阳某'),
      letterSignedDate: '2016-11-02',
      startDate: '2016-11-01',
      endDate: null,
    },
    { objectType: 'origin', objectId: '某某村 三组', level: 'township', officialRef: official('张三') },
    { objectType: 'task', objectId: 'JD-03', dueDate: '2017-03-31', closedDate: '2017-04-02' },
  ]);
  expect(codesOf(file).filter((code) => code !== 'footer_read')).toEqual([]);
});

test('the Traditional form is the same form', async () => {
  const traditional = ['對象類型', '對象編號', '掛幫層級', '責任人', '掛幫起始', '銷號日期'];
  const file = await readGrid([traditional, ['安置點', 'XP-1001', '縣級領導', '某某', '2016-11-01', null]]);
  expect(file.parts[0]?.table.objects()).toMatchObject([{ objectType: 'site', level: 'county' }]);
});

test.each([
  ['搬迁户', '0017', { householdNoToken: tokens.household('431224', '0017'), headIdToken: null }],
  ['户', '990101198506150020', { householdNoToken: null, headIdToken: tokens.head('990101198506150020') }],
])('a household %s typed as %s is a token', async (kind, typed, expected) => {
  const file = await readGrid([header, link({ 0: kind, 1: typed, 2: '村组干部' })]);
  expect(file.parts[0]?.table.objects()).toMatchObject([{ objectId: null, ...expected }]);
});

test.each<[string, CellValue[], readonly string[]]>([
  ['no object type: the reference may be a household’s', link({ 0: null }), ['required_missing']],
  ['a mistyped ID number of a household', link({ 0: '搬迁户', 1: '990101198506150021' }), ['id_checksum']],
  ['an ID number as a site', link({ 1: '990101198506150020' }), ['identity_in_text']],
  ['a phone as a point of origin', link({ 0: '迁出点', 1: '13800000000' }), ['phone_in_text']],
  ['no official', link({ 3: null }), ['required_missing']],
  ['no first day', link({ 6: null }), ['required_missing']],
])('a row with %s is not accepted', async (_, row, errors) => {
  const file = await readGrid([header, row, link({ 1: 'XP-2' })]);
  expect(codesOf(file, 'error')).toEqual(errors);
  expect(file.parts[0]?.counts).toMatchObject({ accepted: 1, quarantined: 1 });
});

test.each<[string, CellValue[], readonly string[]]>([
  ['a link that ends before it begins', link({ 7: '2016-10-31' }), ['link_ends_before_start']],
  ['a node ticked off before it begins', link({ 9: '2016-10-31' }), ['closed_before_start']],
  ['a node without a day it is due', link({ 0: '任务' }), ['expected_missing']],
  ['a letter that was never signed', link({ 5: null }), []],
])('%s is accepted and told', async (_, row, warnings) => {
  const file = await readGrid([header, row]);
  expect(codesOf(file, 'warning')).toEqual(warnings);
  expect(file.parts[0]?.counts).toMatchObject({ accepted: 1 });
});

test('one person, one object, one first day stand once; a second person is another link', async () => {
  const file = await readGrid([
    header,
    link(),
    link(),
    link({ 3: '诸葛某' }),
    link({ 3: '诸葛某', 5: '2016-12-01' }),
  ]);
  expect(file.parts[0]?.counts ?? file.findings).toMatchObject({ accepted: 1, quarantined: 2, ignored: 1 });
});

describe('names', () => {
  const name = fc.stringMatching(/^[阮欧诸葛慕容司徒]{2,4}$/);

  test('of officials are nowhere: not in the table, not in a finding', async () => {
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom(...'搬迁户,安置点,错误的类型'.split(',')), async (who, kind) => {
        const file = await readGrid([
          header,
          link({ 0: kind, 1: 'H-1', 3: who, 4: `${who}书记`, 6: 'x' }),
          link({ 3: who }),
        ]);
        const kept = file.parts.flatMap(({ table }) => table.objects().map((row) => JSON.stringify(row)));
        const said = file.findings.map((finding) => JSON.stringify([finding, findingMessage(finding)]));
        for (const text of [...kept, ...said]) expect(text).not.toContain(who);
      }),
      { numRuns: 40 },
    );
  });

  test('give one token in a county however they are spaced, and another one elsewhere', () => {
    expect(official('张三')).not.toBe(tokens.official('431225', '张三'));
    expect(official('张三')).not.toBe(tokens.name('张三'));
  });
});
