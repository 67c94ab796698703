import { describe, expect, test } from 'vitest';
import { codesOf, csvText, encoded, readBytes } from '../support/file-cases.ts';
import { projectHeader, projectRow, projectSheet } from '../support/project-files.ts';
import { writeXlsxParts, type XlsxParts } from '../workbook/support/xlsx-writer.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell as XML; text that begins with `<c` stands as it is. */
function cellXml(value: unknown): string {
  if (value === null) return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  const text = String(value);
  return text.startsWith('<c')
    ? text
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const householdHeader = [
  '户主姓名',
  '户主身份证号',
  '迁出乡镇',
  '迁出村',
  '家庭人口',
  '是否建档立卡',
  '安置方式',
  '安置项目编号',
];
const household = (id: unknown, people: unknown) => [
  '张三',
  id,
  '卢峰镇',
  '一村',
  people,
  '是',
  '集中',
  'XP-1001',
];

const grid = (rows: readonly (readonly unknown[])[], parts: XlsxParts = {}) =>
  writeXlsxParts({
    ...parts,
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    rows: rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join(''),
  });

/** Three projects, the third with one cell poisoned. */
const poisoned = (header: (typeof projectHeader)[number], cell: string, parts: XlsxParts = {}) =>
  grid(projectSheet([projectRow(1), projectRow(2), projectRow(3, { [header]: cell })]), parts);

const people = (...rows: readonly (readonly unknown[])[]) => grid([householdHeader, ...rows]);
const honest = household('990101198506150020', 4);

interface Poison {
  readonly name: string;
  readonly file: Uint8Array;
  /** Codes of errors and warnings, exactly; columns the small tables leave out apart. */
  readonly codes: readonly string[];
  /** Rows accepted and quarantined. */
  readonly rows: readonly [accepted: number, quarantined: number];
  /** What the last accepted row holds. */
  readonly holds?: Readonly<Record<string, unknown>>;
}

const value = (xml: string) => `<c><v>${xml}</v></c>`;
const dated = (rows: readonly (readonly unknown[])[]) => {
  const [title = [], header = [], ...data] = projectSheet([]);
  return [title, [...header, '开工日期'], ...data, ...rows];
};
const day = (serial: number) => `<c s="1"><v>${serial}</v></c>`;

const poisons: readonly Poison[] = [
  { name: 'a header without rows', file: grid(projectSheet([])), codes: ['no_rows'], rows: [0, 0] },
  {
    name: 'a formula without its value, needed',
    file: poisoned('安置户数', '<c><f>A1*2</f></c>'),
    codes: ['formula_without_value'],
    rows: [2, 1],
  },
  {
    name: 'a formula without its value, not needed',
    file: poisoned('入住户数', '<c><f>A1*2</f></c>'),
    codes: ['formula_without_value'],
    rows: [3, 0],
    holds: { occupiedHouseholds: null },
  },
  {
    name: '#REF!',
    file: poisoned('安置户数', '<c t="e"><v>#REF!</v></c>'),
    codes: ['excel_error'],
    rows: [2, 1],
  },
  { name: 'NaN', file: poisoned('安置户数', value('NaN')), codes: ['excel_error'], rows: [2, 1] },
  { name: 'Infinity', file: poisoned('安置户数', value('Infinity')), codes: ['excel_error'], rows: [2, 1] },
  {
    name: '1e308 households',
    file: poisoned('安置户数', value('1e308')),
    codes: ['bad_number'],
    rows: [2, 1],
  },
  {
    name: '1e308 of money',
    file: poisoned('概算总投资（万元）', value('1e308')),
    codes: ['bad_number'],
    rows: [2, 1],
  },
  {
    name: 'minus four persons',
    file: poisoned('安置人数', value('-400')),
    codes: ['out_of_range'],
    rows: [2, 1],
  },
  {
    name: 'half a household',
    file: poisoned('安置户数', value('100.5')),
    codes: ['not_integer'],
    rows: [2, 1],
  },
  {
    name: '30 February',
    file: grid(dated([[...projectRow(1), '2017-02-30']])),
    codes: ['bad_date'],
    rows: [1, 0],
  },
  {
    name: 'a day of the calendar of 1900',
    file: grid(dated([[...projectRow(1), day(42_846)]])),
    codes: [],
    rows: [1, 0],
    holds: { startDate: '2017-04-21' },
  },
  {
    name: 'the same day of the calendar of 1904',
    file: grid(dated([[...projectRow(1), day(41_384)]]), {
      workbookProperties: '<workbookPr date1904="1"/>',
    }),
    codes: [],
    rows: [1, 0],
    holds: { startDate: '2017-04-21' },
  },
  {
    name: 'an ID number as the number Excel made of it',
    file: people(honest, household(value('9.90101199003078E+17'), 4)),
    codes: ['id_precision_lost'],
    rows: [1, 1],
  },
  {
    name: 'full-width digits',
    file: people(honest, household('９９０１０１１９９００３０７７７１９', '４')),
    codes: [],
    rows: [2, 0],
    holds: { familySize: 4 },
  },
  {
    name: 'marks, zero-width and right-to-left signs inside numbers, codes and headers',
    file: grid([
      householdHeader.map((label) => `\u200b${label.slice(0, 1)}\ufeff${label.slice(1)}\u202c`),
      household('990101\u200b19850615\ufeff0020\u202c', '\u202e4\u200e'),
    ]),
    codes: [],
    rows: [1, 0],
    holds: { familySize: 4 },
  },
  {
    name: 'a formula that was typed as a name: text it stays',
    file: poisoned('项目名称', '=HYPERLINK("http://example.org")'),
    codes: [],
    rows: [3, 0],
    holds: { projectName: '=HYPERLINK("http://example.org")' },
  },
  {
    name: '__proto__ and constructor as headers',
    file: grid([
      [...projectHeader, '__proto__', 'constructor'],
      [...projectRow(1), 'x', 'y'],
    ]),
    codes: [],
    rows: [1, 0],
  },
];

describe('what was typed wrong ends in its finding, and its neighbours are read', () => {
  test.each(poisons)('$name', async ({ file: bytes, codes, rows: [accepted, quarantined], holds = {} }) => {
    const file = await readBytes(bytes, { fileName: 'file.xlsx' });
    const found = ['error', 'warning'].flatMap((severity) => codesOf(file, severity));
    expect(found.filter((code) => code !== 'expected_column_missing').sort()).toEqual([...codes].sort());
    const [part] = file.parts;
    expect([part?.counts.accepted ?? 0, part?.counts.quarantined ?? 0]).toEqual([accepted, quarantined]);
    const last = Object.keys(holds).map((name) => [name, part?.table.get(name, accepted - 1)]);
    expect(Object.fromEntries(last)).toEqual(holds);
  });

  test('a CSV says the same of the same', async () => {
    const rows = [projectRow(1), projectRow(2), projectRow(3, { 安置户数: '#REF!' })];
    const file = await readBytes(encoded(csvText(projectSheet(rows)), 'gb18030'));
    expect(codesOf(file, 'error')).toEqual(['excel_error']);
    expect(file.parts).toMatchObject([{ counts: { accepted: 2, quarantined: 1 } }]);
  });
});
