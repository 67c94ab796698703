import { openXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import { handBack } from '../../shared/handback/hand-back.ts';
import { wearsMark } from '../../shared/handback/palette.ts';
import { handbackTexts } from '../../shared/messages/handback-texts.ts';
import { errorColumnHeader, errorSheetName } from '../../shared/normalise/marks.ts';
import { testSecret } from '../support/workbooks.ts';
import { writeXls } from '../workbook/support/xls-writer.ts';
import {
  countyForm,
  findingAt,
  householdHeader,
  householdRow,
  openFile,
  quietLog,
} from './support/county-form.ts';
import { madeUpId } from './support/filled-rows.ts';
import { ingested } from './support/ingested.ts';

const csv = [
  '溆浦县易地扶贫搬迁户花名册',
  householdHeader.join(','),
  householdRow(0).join(','),
  householdRow(1, { 1: '=HYPERLINK("http://x")', 6: '四口' }).join(','),
].join('\r\n');

const findings = [
  findingAt('bad_number', { sheet: 'CSV', cell: 'G4', row: 4, params: { field: '家庭人口', found: '四口' } }),
  findingAt('no_rows', { sheet: null }),
];

async function listed(bytes: Uint8Array, of = findings) {
  const { log, lines } = quietLog();
  const workbook = await openXlsx(await handBack({ bytes, findings: of, openFile, log }), {
    readStyles: true,
  });
  return { workbook, lines, summary: workbook.sheets[0], rows: workbook.sheets[1] };
}

describe('a CSV file', async () => {
  const { workbook, summary, rows } = await listed(Buffer.from(csv));

  it('becomes a list that says where to mend', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([errorSheetName, `${errorSheetName}·1`]);
    expect(summary?.rows[1]?.[0]).toBe(handbackTexts.listOnly);
  });

  it('shows header and failing rows by their number, bad cells red', () => {
    expect(rows?.rows[0]).toEqual([handbackTexts.rowNumber, ...householdHeader, errorColumnHeader]);
    expect(rows?.rows).toHaveLength(2);
    expect(rows?.rows[1]?.[0]).toBe(4);
    expect(rows?.rows[1]?.[3]).toBe(madeUpId(1));
    const red = [...(rows?.cells ?? [])].filter(([, { style }]) => wearsMark(style)).map(([key]) => key);
    expect(red).toEqual(['1,7', '1,12']);
  });

  it('joins the sentences of a row', () => {
    expect(String(rows?.rows[1]?.at(-1))).toMatch(/^G4 [^；]*。该行未接收。$/);
  });

  it('links each finding to its copy', () => {
    expect(summary?.cells?.get('3,2')?.hyperlink?.location).toBe(`'${errorSheetName}·1'!H2`);
    expect(summary?.cells?.get('4,2')?.hyperlink).toBeUndefined();
  });

  it('holds no formula', () => {
    expect(rows?.rows[1]?.[2]).toBe('=HYPERLINK("http://x")');
    const cells = workbook.sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]);
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  it('uploaded by mistake, it replaces nothing', async () => {
    const { log } = quietLog();
    const bytes = await handBack({ bytes: Buffer.from(csv), findings, openFile, log });
    expect((await ingested(bytes, '431224/2017-04-X3/list.xlsx')).parts).toEqual([]);
  });
});

test('an .xls file gets a list too', async () => {
  const bytes = writeXls([
    { name: '花名册', rows: [householdHeader, householdRow(0), householdRow(1, { 6: '四口' })] },
  ]);
  const of = [findingAt('bad_number', { cell: 'G3', row: 3, params: { field: '家庭人口', found: '四口' } })];
  const { workbook, rows } = await listed(bytes, of);
  expect(workbook.sheets.map(({ name }) => name)).toEqual([errorSheetName, `${errorSheetName}·1`]);
  expect(rows?.rows[1]?.slice(0, 3)).toEqual([3, 2, '张三']);
  expect(wearsMark(rows?.cells?.get('1,7')?.style)).toBe(true);
});

test('a file that cannot be read gets the list of what is wrong with it', async () => {
  const { workbook, summary } = await listed(testSecret, [
    findingAt('not_a_workbook', { sheet: null, dataset: null, params: { found: '?' } }),
  ]);
  expect(workbook.sheets).toHaveLength(1);
  expect(summary?.rows[3]?.slice(0, 3)).toEqual([1, '错误', handbackTexts.file]);
});

test('a workbook of more than 50,000 rows gets a list', async () => {
  const rows = Array.from({ length: 50_001 }, (_, index) => [index, 'x']);
  const bytes = await writeXlsx({ sheets: [{ name: '花名册', rows }] });
  const of = [
    findingAt('bad_number', { cell: 'A40001', row: 40_001, params: { field: '户主姓名', found: 'x' } }),
  ];
  const { rows: copies } = await listed(bytes, of);
  expect(copies?.rows[1]?.slice(0, 3)).toEqual([40_001, 40_000, 'x']);
});

test('a workbook with macros gets a list, and its macros do not come back', async () => {
  const bytes = await writeXlsx({
    sheets: [{ name: '花名册', rows: [['a']] }],
    vbaProject: new Uint8Array([1, 2, 3]),
  });
  const { workbook } = await listed(bytes);
  expect(workbook.hasMacros).toBe(false);
  expect(workbook.sheets[0]?.name).toBe(errorSheetName);
});

test('what the library cannot open is listed, and told to us', async () => {
  const { log, lines } = quietLog();
  const bytes = await countyForm([householdRow(0)]);
  const noWorkbook = async () => openFile(Buffer.from(csv));
  const xlsx = async () => ({ ...(await noWorkbook()), format: 'xlsx' as const });
  const broken = Uint8Array.from(bytes);
  const at = Buffer.from(broken).indexOf('xl/styles.xml') + 20;
  broken.fill(255, at, at + 200);
  const out = await handBack({ bytes: broken, findings, openFile: xlsx, log });
  expect(lines).toEqual(['workbook could not be marked in place']);
  expect((await openXlsx(out)).sheets[0]?.name).toBe(errorSheetName);
});
