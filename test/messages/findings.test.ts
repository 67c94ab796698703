import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findingMessage, findingTexts } from '../../shared/messages/findings.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import { contextOf, sheetOf, workbookOf } from '../support/workbooks.ts';

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));

function sources(room: string): readonly string[] {
  return readdirSync(join(shared, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(shared, room, name), 'utf8'));
}

/** Codes as they stand in the source: refused('…'), warning: '…', code: '…', add('error', '…'). */
function codesIn(text: string): readonly string[] {
  const patterns = [
    /refused\(\s*'(\w+)'/g,
    /(?:warning|error|code): '(\w+)'/g,
    /\.add\(\s*(?:'(?:error|warning|note)'|severity|[^,()]+),\s*'(\w+)'/g,
    /\? '(\w+_\w+)' : '(\w+_\w+)'/g,
    /ignore\([^)]*'(\w+)'/g,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, one = '', two = '']) => [one, two]),
  );
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Codes of findings raised while an upload is recorded: refusal('…'); a fault's code is no finding. */
const uploadCodes = ['shared/records', 'functions'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(root, room, name), 'utf8').matchAll(
        /refusal\(\s*'(\w+)'|code: '(\w+)',\s*severity/g,
      ),
    ])
    .map(([, one, two]) => one ?? two ?? ''),
);

const refusal = /new WorkbookRefused\(\s*'(\w+)'/g;
const used = new Set([
  ...['normalise', 'datasets']
    .flatMap(sources)
    .flatMap(codesIn)
    .filter((code) => code.includes('_')),
  ...uploadCodes,
  ...sources('workbook').flatMap((text) => [...text.matchAll(refusal)].map(([, code = '']) => code)),
]);

test('the search for codes finds them', () => {
  for (const code of [
    'excel_error',
    'id_checksum',
    'county_mismatch',
    'required_missing',
    'too_many_errors',
    'DUP_EXACT',
    'unit_suspect',
    'date_outside_period',
    'corrupt_file',
    'identical_row',
    'ambiguous_month',
    'unknown_county',
    'key_not_understood',
    'object_gone',
  ]) {
    expect(used).toContain(code);
  }
});

test.each([...used].sort())('%s has a sentence', (code) => {
  expect(findingTexts).toHaveProperty(code);
});

test('every code a publication finding uses has a sentence', () => {
  const codes = sources('indicators').flatMap((text) =>
    [...text.matchAll(/\.add\(\s*'([A-Z][A-Z_]+)'/g)].map(([, code = '']) => code),
  );
  expect(codes.length).toBeGreaterThan(3);
  for (const code of codes) expect(findingTexts).toHaveProperty(code);
});

describe.each(Object.entries(findingTexts))('%s', (_, { zh, en }) => {
  test('is said in both languages with the same parameters', () => {
    const parameters = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
    expect(parameters(en)).toEqual(parameters(zh));
    expect(zh).toMatch(/[\u4e00-\u9fff].*。/);
    expect(en).toMatch(/[a-z].*[.?]/);
    expect(
      en.replace(/\{\w+\}|分|元|万元|是|否|文本|冲销|填报单位|年|月|日|截至|流水号|冲销流水号/g, ''),
    ).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

test.each(['key_not_understood', 'object_gone', 'area_unknown'] as const)('%s shows a right key', (code) => {
  const { zh, en } = findingMessage({ code, field: null, dataset: null, params: { found: 'x' } });
  for (const text of [zh, en]) expect(text).toMatch(/431224\/2017-04-X3\/\S+\.xlsx/);
});

test('a refused cell says what became of its row', () => {
  const finding = { code: 'id_checksum', field: null, dataset: null, params: { field: '身份证号' } } as const;
  expect(findingMessage({ ...finding, severity: 'error' })).toMatchObject({
    zh: expect.stringMatching(/该行未接收。$/),
    en: expect.stringMatching(/The row was held back\.$/),
  });
  expect(findingMessage({ ...finding, severity: 'warning' })).toMatchObject({
    zh: expect.stringMatching(/未保存，该行已接收。$/),
    en: expect.stringMatching(/the row was kept\.$/),
  });
  expect(findingMessage({ ...finding, code: 'approximate', severity: 'warning' }).zh).not.toMatch(/该行/);
});

test('an optional part is left out when it has no parameter', () => {
  const base = { field: null, dataset: 'projects', code: 'missing_required_column' } as const;
  expect(findingMessage({ ...base, params: { expected: '项目编号' } })).toEqual({
    zh: '“项目（安置点）台账”缺少必填列：项目编号。请补齐后重新上报。',
    en: '"Projects (settlement sites)" lacks required columns: Project id (项目编号). Add them and send the file again.',
  });
});

test.each(['missing_required_column', 'expected_column_missing'])('%s gives one order', (code) => {
  const params = { expected: '项目编号', field: '项目编号', suggestion: '工程编号' };
  const { zh, en } = findingMessage({ field: null, dataset: 'projects', code, params });
  expect(zh).toMatch(/“工程编号”/);
  expect(zh.match(/请/g)).toHaveLength(1);
  expect(en).toMatch(/"工程编号"/);
});

test('what stands against an upload names county and period in words, and how to confirm', () => {
  const base = { field: null, dataset: 'projects', code: 'LARGE_REMOVAL' } as const;
  const counts = {
    area: '431222',
    period: '2017-04-X3',
    against: '2017-04-X2',
    published: 10,
    removed: 7,
    limit: 20,
  };
  const held = findingMessage({ ...base, params: { ...counts, ask: 'confirm', upload: 'u1' } });
  expect(held.zh).toContain('沅陵县 2017年4月下旬');
  expect(held.zh).toContain('2017年4月中旬 已发布的 10 条');
  expect(held.zh).toMatch(/报.*确认.*npx anju confirm u1.*POST \/v1\/uploads\/u1\/confirm/);
  expect(held.en).toContain('Yuanling 2017-04-X3');
  expect(held.en).toMatch(/npx anju confirm u1.*POST \/v1\/uploads\/u1\/confirm/);
  const confirmed = findingMessage({ ...base, params: { ...counts, command: 'c1' } });
  expect(confirmed.zh).toContain('已确认');
  expect(confirmed.zh).not.toContain('npx');
  const same = { area: '431222', period: '2017-04-X3', other: 'u0' };
  expect(findingMessage({ ...base, code: 'duplicate_file', params: same }).zh).toContain(
    '沅陵县 2017年4月下旬',
  );
});

test('text from the file is never read as a template', () => {
  const message = findingMessage({
    code: 'unknown_header',
    field: null,
    dataset: 'projects',
    params: { found: '{suggestion}[[x]]' },
  });
  expect(message.zh).toContain('{suggestion}[[x]]');
});

test('a code without a sentence is a fault of ours', () => {
  expect(() => findingMessage({ code: 'no_such_code', field: null, dataset: null, params: {} })).toThrow(
    RangeError,
  );
});

test('the findings of a file full of trouble have all their parameters', async () => {
  const header = [
    '项目编号',
    '项目名称',
    '县（市、区）',
    '安置方式',
    '年度',
    '安置户数',
    '安置人数',
    '开工户数',
    '入住户数',
    '概算总投资',
    '开工日期',
    '备案日期',
    '避开洪涝灾害威胁区',
    '质量等极',
  ];
  const good = [
    'XP-1000',
    '甲',
    '溆浦县',
    '集中',
    2017,
    10,
    40,
    5,
    null,
    200,
    '2017-04-01',
    '2017-01-01',
    '是',
    'x',
  ];
  const with_ = (column: number, cell: string | number | null, n: number) =>
    good.map((own, c) => (c === column ? cell : c === 0 ? `XP-${n}` : own));
  const file = await normaliseFile(
    workbookOf(
      sheetOf([
        ['填报单位：溆浦县发改局'],
        header,
        good,
        good,
        with_(0, '7', 1),
        with_(1, null, 2),
        with_(2, '洪江', 3),
        with_(2, '某县', 4),
        with_(2, '怀化市', 5),
        with_(3, '都行', 6),
        with_(4, 1999, 7),
        with_(5, '若干', 8),
        with_(5, '10人', 9),
        with_(5, 2.5, 10),
        with_(7, '约5户', 11),
        with_(8, 99, 12),
        with_(9, '0.00000001', 13),
        with_(9, 9e9, 14),
        with_(10, 2017.1, 15),
        with_(10, '2017.3', 16),
        with_(10, '3月1日', 17),
        with_(10, '17.3.1', 18),
        with_(10, '√', 19),
        with_(11, '2018-01-01', 20),
        with_(12, '部分', 21),
        with_(12, null, 22),
        with_(9, '#REF!', 23),
        with_(6, 1, 24),
        with_(0, 'XP-1000', 25),
        ['合计'],
      ]),
      sheetOf([['随便写写']], { name: '其他' }),
      sheetOf([['随便写写']], { name: '藏', hidden: true }),
    ),
    contextOf({ fileName: '台账.csv' }),
  );
  expect(new Set(file.findings.map(({ code }) => code)).size).toBeGreaterThan(25);
  for (const finding of file.findings) {
    const { zh, en } = findingMessage(finding);
    for (const text of [zh, en]) expect(text, finding.code).not.toMatch(/\{|\}|\[\[|\]\]|“\?”|"\?"| \? /);
  }
});
