import { describe, expect, test } from 'vitest';
import { findingMessage } from '../../shared/messages/findings.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { codesOf, readGrid } from '../support/file-cases.ts';
import { testSecret } from '../support/workbooks.ts';

const tokens = createTokeniser(testSecret);
const header = [
  '问题编号',
  '问题来源',
  '是否发现问题',
  '问题类型',
  '信访人',
  '涉及项目',
  '问题描述',
  '收到日期',
  '受理日期',
  '交办单位',
  '交办日期',
  '办结时限',
  '是否延期',
  '答复日期',
  '办结日期',
  '群众满意度',
  '重复件原编号',
];
const base: readonly CellValue[] = [
  'XF-001',
  '来信',
  null,
  '房屋质量',
  '欧阳某',
  'XP-2017-001',
  '反映屋面渗水，联系电话13800000000',
  '2017-03-01',
  '2017-03-05',
  '卢峰镇',
  '2017-03-06',
  null,
  null,
  '2017-03-20',
  '2017-03-25',
  '满意',
  null,
];
const issue = (cells: Readonly<Record<number, CellValue>> = {}): CellValue[] =>
  base.map((cell, index) => (index in cells ? (cells[index] ?? null) : cell));

test('a list of petitions and inspections', async () => {
  const file = await readGrid([
    ['溆浦县督查与来信来访问题清单'],
    header,
    issue(),
    issue({ 0: 'DC-001', 1: '巡检', 2: '未发现问题', 3: null, 4: null, 6: '未发现问题', 14: null }),
    ['合计', '2件'],
  ]);
  expect(file.parts).toMatchObject([{ dataset: 'issues', counts: { rows: 3, accepted: 2, ignored: 1 } }]);
  expect(file.parts[0]?.table.objects()).toMatchObject([
    {
      issueNo: 'XF-001',
      issueType: 'petition_letter',
      found: true,
      category: 'housing_quality',
      subjectRefToken: tokens.subject('431224', '欧阳某'),
      projectId: 'XP-2017-001',
      receivedDate: '2017-03-01',
      assignedTo: '卢峰镇',
      closedDate: '2017-03-25',
      satisfied: true,
      repeatOf: null,
    },
    { issueNo: 'DC-001', issueType: 'inspection', found: false, subjectRefToken: null, closedDate: null },
  ]);
});

test('what an issue says, and whom it is about, is in no table and no finding', async () => {
  const file = await readGrid([header, issue(), issue({ 0: 'XF-002', 1: '不知', 7: '某日' })]);
  expect(file.parts[0]?.table.columnNames()).not.toEqual(expect.arrayContaining(['content']));
  const kept = file.parts.flatMap(({ table }) => table.objects().map((row) => JSON.stringify(row)));
  const said = file.findings.map((finding) => JSON.stringify([finding, findingMessage(finding)]));
  expect(kept).toHaveLength(1);
  for (const text of [...kept, ...said]) {
    for (const secret of ['欧阳', '渗水', '13800000000']) expect(text).not.toContain(secret);
  }
});

test.each([
  ['否', ''],
  ['初信', ''],
  ['无', ''],
  ['——', null],
  ['是', '是'],
  ['XF-000', 'XF-000'],
])('是否重复信访 %s is %j', async (typed, expected) => {
  const file = await readGrid([header.with(16, '是否重复信访'), issue({ 16: typed })]);
  expect(file.parts[0]?.table.objects()).toMatchObject([{ repeatOf: expected }]);
});

describe('rules between the days', () => {
  test.each<[string, Readonly<Record<number, CellValue>>, readonly string[]]>([
    ['accepted on the fifteenth day', { 8: '2017-03-16', 10: '2017-03-16' }, []],
    ['accepted on the sixteenth day', { 8: '2017-03-17', 10: '2017-03-17' }, ['accepted_late']],
    ['assigned before it came', { 8: null, 10: '2017-02-28' }, ['assigned_before_received']],
    ['answered before it was assigned', { 13: '2017-03-05' }, ['responded_before_assigned']],
    ['closed before it was answered', { 14: '2017-03-19' }, ['closed_before_response']],
    ['closed before it came', { 10: null, 13: null, 14: '2017-02-01' }, ['closed_before_received']],
  ])('%s: %j gives %j', async (_, cells, codes) => {
    const file = await readGrid([header, issue(cells)]);
    expect(codesOf(file, 'warning')).toEqual(codes);
    expect(file.parts[0]?.counts).toMatchObject({ accepted: 1 });
  });
});

describe('序号 as the number of an issue', () => {
  const serial = header.with(0, '序号');

  test('is taken with a warning where there is no other', async () => {
    const file = await readGrid([serial, issue({ 0: 1 })]);
    expect(file.parts[0]?.table.objects()).toMatchObject([{ issueNo: '1' }]);
    expect(codesOf(file, 'warning')).toEqual(['serial_as_key']);
  });

  test('is a serial number beside 问题编号', async () => {
    const file = await readGrid([
      ['序号', ...header],
      [1, ...issue()],
    ]);
    expect(file.parts[0]?.table.objects()).toMatchObject([{ issueNo: 'XF-001' }]);
    expect(codesOf(file)).toEqual([]);
  });
});

test('one number with other contents is an error, as often as it stands (R3)', async () => {
  const file = await readGrid([header, issue(), issue({ 14: '2017-03-26' }), issue({ 0: 'XF-002' })]);
  expect(codesOf(file, 'error')).toContain('conflicting_duplicate');
});
