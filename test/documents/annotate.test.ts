import { openXlsx, type RoundtripWorkbook, saveXlsx } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import { exampleFiles } from '../../examples/huaihua/files.ts';
import { handBack } from '../../shared/handback/hand-back.ts';
import { wearsMark } from '../../shared/handback/palette.ts';
import { commentMark } from '../../shared/messages/handback-texts.ts';
import type { Finding } from '../../shared/normalise/finding.ts';
import { errorColumnHeader, errorSheetName } from '../../shared/normalise/marks.ts';
import {
  cellsByOurReader,
  countyForm,
  findingAt,
  householdRow,
  openFile,
  quietLog,
} from './support/county-form.ts';

const findings: readonly Finding[] = [
  findingAt('id_checksum', { cell: 'C4', row: 4, field: 'headIdNo' }),
  findingAt('required_missing', { cell: 'B5', row: 5, field: 'headName', params: { field: '户主姓名' } }),
  findingAt('unit_assumed', {
    severity: 'warning',
    cell: 'K3',
    row: 3,
    params: { field: '自筹资金', found: '元' },
  }),
  findingAt('total_row', { severity: 'note', row: 7 }),
  findingAt('no_rows', { sheet: null, dataset: 'households' }),
];

const rows = [
  householdRow(0),
  householdRow(1, { 1: null }),
  householdRow(2, { 5: '=HYPERLINK("http://x","y")' }),
];

async function marked(bytes: Uint8Array, of: readonly Finding[] = findings) {
  const { log, lines } = quietLog();
  const out = await handBack({ bytes, findings: of, openFile, log });
  expect(lines).toEqual([]);
  return out;
}

async function opened(bytes: Uint8Array) {
  const workbook = await openXlsx(bytes, { readStyles: true });
  const sheet = (name: string): RoundtripWorkbook['sheets'][number] => {
    const found = workbook.sheets.find((one) => one.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  return { workbook, data: sheet('花名册'), sheet };
}

describe('a county’s workbook, marked', async () => {
  const before = await countyForm(rows);
  const after = await marked(before);
  const own = await opened(before);
  const { workbook, data, sheet } = await opened(after);

  it.each([
    ['merges', (s: typeof data) => s.merges],
    ['widths and hidden columns', (s: typeof data) => s.columns?.slice(0, 11)],
    ['row heights', (s: typeof data) => [...(s.rowDefs ?? [])]],
    ['frozen header', (s: typeof data) => s.freezePane],
    ['filter', (s: typeof data) => s.autoFilter],
    ['drop-downs', (s: typeof data) => s.dataValidations],
    ['conditional formats', (s: typeof data) => s.conditionalRules],
    ['print settings', (s: typeof data) => s.pageSetup],
    ['formula with its value', (s: typeof data) => s.cells?.get('6,10')],
    ['fonts', (s: typeof data) => s.cells?.get('0,0')?.style],
    ['borders and number formats', (s: typeof data) => s.cells?.get('4,10')?.style],
    ['text format of identity numbers', (s: typeof data) => s.cells?.get('4,2')?.style],
    ['the county’s comments', (s: typeof data) => s.cells?.get('2,1')?.comment],
  ])('keeps %s', (_, part) => {
    expect(part(data)).toEqual(part(own.data));
    expect(part(data)).toBeDefined();
  });

  it('keeps hidden sheets and names', () => {
    expect(sheet('代码').hidden).toBe(true);
    expect(workbook.namedRanges).toEqual(own.workbook.namedRanges);
  });

  it('keeps every cell as our own reader sees it, and adds one column and one sheet', async () => {
    const now = await cellsByOurReader(after);
    for (const [place, value] of await cellsByOurReader(before))
      expect([place, now.get(place)]).toEqual([place, value]);
    const added = [...now.keys()].filter((place) => !place.startsWith(errorSheetName));
    expect(added.length - (await cellsByOurReader(before)).size).toBe(4);
  });

  it('colours bad cells and says why in a comment, the rest of the style kept', () => {
    const id = data.cells?.get('3,2');
    expect(wearsMark(id?.style)).toBe(true);
    expect(id?.style?.numFmt).toBe('@');
    expect(id?.style?.border).toEqual(own.data.cells?.get('3,2')?.style?.border);
    expect(id?.comment?.text).toContain('错误：');
    expect(wearsMark(data.cells?.get('4,1')?.style)).toBe(true);
    expect(
      [...(data.cells?.values() ?? [])].filter(({ comment }) => comment?.text.includes(commentMark)).length,
    ).toBe(3);
  });

  it('says what is wrong behind the last column, by row', () => {
    expect(data.rows[2]?.[11]).toBe(errorColumnHeader);
    expect(data.rows[3]?.[11]).toMatch(/^C4 错误：/);
    expect(data.rows[6]?.[11]).toMatch(/^提示：/);
    expect(data.rows[5]?.[11] ?? null).toBeNull();
  });

  it('lists every finding with a link to its cell', () => {
    const summary = sheet(errorSheetName);
    expect(summary.rows.slice(3).map((row) => row.slice(0, 3))).toEqual([
      [1, '错误', '花名册!C4'],
      [2, '错误', '花名册!B5'],
      [3, '错误', '（整个文件）'],
      [4, '警告', '花名册!K3'],
      [5, '提示', '花名册!7'],
    ]);
    const links = [3, 4, 5, 6, 7].map((row) => summary.cells?.get(`${row},2`)?.hyperlink?.location);
    expect(links).toEqual(["'花名册'!C4", "'花名册'!B5", undefined, "'花名册'!K3", "'花名册'!L7"]);
  });

  it('lets nothing a county typed become a formula', () => {
    expect(data.rows[5]?.[5]).toBe('=HYPERLINK("http://x","y")');
    const formulas = workbook.sheets.flatMap(({ cells }) =>
      [...(cells?.values() ?? [])].flatMap(({ formula }) => (formula === undefined ? [] : [formula])),
    );
    expect(formulas).toEqual(['SUM(K4:K6)']);
  });

  it('marked again, after the county saved it, the new marks replace the old', async () => {
    const saved = await saveXlsx((await opened(after)).workbook);
    const again = await opened(await marked(saved, findings.slice(1, 2)));
    const once = await opened(await marked(before, findings.slice(1, 2)));
    expect(again.workbook.sheets.map(({ name }) => name)).toEqual(
      once.workbook.sheets.map(({ name }) => name),
    );
    expect(again.data.rows.map((row) => row.filter((value) => value !== null))).toEqual(
      once.data.rows.map((row) => row.filter((value) => value !== null)),
    );
    const look = ({ data: s }: typeof once) =>
      [...(s.cells ?? [])].filter(([, { style, comment }]) => wearsMark(style) || comment).sort();
    expect(look(again)).toEqual(look(once));
  });

  it('with nothing left to say, is the county’s own again', async () => {
    const clean = await opened(await marked(after, []));
    expect(clean.data.rows.map((row) => row.filter((value) => value !== null))).toEqual(
      own.data.rows.map((row) => row.filter((value) => value !== null)),
    );
    expect([...(clean.data.cells?.values() ?? [])].some(({ style }) => wearsMark(style))).toBe(false);
    expect(clean.data.cells?.get('2,1')?.comment).toEqual(own.data.cells?.get('2,1')?.comment);
  });
});

test('a county’s own comment at a bad cell stays, ours below it, and is alone again when ours goes', async () => {
  const bytes = await countyForm(rows);
  const first = await marked(bytes, [
    findingAt('required_missing', { cell: 'B3', row: 3, params: { field: '户主姓名' } }),
  ]);
  const text = (await opened(first)).data.cells?.get('2,1')?.comment?.text ?? '';
  expect(text.startsWith(`按户口本填写\n${commentMark}`)).toBe(true);
  expect((await opened(await marked(first, []))).data.cells?.get('2,1')?.comment).toEqual({
    author: '县扶贫办',
    text: '按户口本填写',
  });
});

test('many marks make few styles', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => householdRow(index % 900));
  const bytes = await countyForm(many);
  const of = many.flatMap((_, index) =>
    [1, 2, 6, 10].map((column) =>
      findingAt('bad_number', {
        cell: `${'ABCDEFGHIJK'[column]}${index + 4}`,
        row: index + 4,
        params: { field: '户主姓名', found: 'x' },
      }),
    ),
  );
  const { data } = await opened(await marked(bytes, of));
  const styles = new Set([...(data.cells?.values() ?? [])].map(({ style }) => JSON.stringify(style)));
  expect(styles.size).toBeLessThanOrEqual(12);
});

/** One example file of each dataset, each of another county. */
const examples = [...exampleFiles()]
  .filter(({ key }) => key.endsWith('.xlsx'))
  .filter((_, index) => index % 40 === 0);

test.each(examples.map(({ key, bytes }) => ({ key, bytes })))(
  'example $key keeps every cell',
  async ({ bytes }) => {
    const own = await bytes();
    const now = await cellsByOurReader(await marked(own, [findingAt('no_rows', { sheet: null })]));
    const kept = [...now].filter(([place]) => !place.startsWith(errorSheetName));
    expect(new Map(kept)).toEqual(await cellsByOurReader(own));
  },
);
