import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../shared/workbook/source.ts';
import { readCells, readWhole } from './support/reading.ts';
import { relationshipTo, worksheet, writeXlsxParts } from './support/xlsx-writer.ts';
import { writeZip } from './support/zip-writer.ts';

const styles =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="31"/><xf/></cellXfs>';

const strings =
  '<si><t>户主姓名</t></si>' +
  '<si><r><t>易地</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 扶贫</t></r><rPh sb="0" eb="1"><t>yi di</t></rPh></si>' +
  '<si><t>甲_x000D_\n乙_x005F_x000D_</t></si>' +
  '<si><t><![CDATA[<a&b>]]></t></si>' +
  '<si><t>&lt;&#20013;&#x6587;&gt; &amp; &quot;&apos;</t></si>' +
  '<si/>' +
  '<si><t>𠮷䶮</t></si>';

const date = (number: number) => ({ number, format: 'date' });

describe('a cell is read as it was meant', () => {
  const cases: readonly (readonly [what: string, cell: string, value: CellValue | object])[] = [
    ['shared text', '<c t="s"><v>0</v></c>', '户主姓名'],
    ['rich text, joined, phonetic guide ignored', '<c t="s"><v>1</v></c>', '易地 扶贫'],
    ['escaped characters', '<c t="s"><v>2</v></c>', '甲\r\n乙_x000D_'],
    ['CDATA', '<c t="s"><v>3</v></c>', '<a&b>'],
    ['entities', '<c t="s"><v>4</v></c>', '<中文> & "\''],
    ['a character beyond the basic plane', '<c t="s"><v>6</v></c>', '𠮷䶮'],
    ['text in the cell', '<c t="inlineStr"><is><t>沅陵县</t></is></c>', '沅陵县'],
    [
      'rich text in the cell',
      '<c t="inlineStr"><is><r><t>沅</t></r><r><t>陵</t></r><rPh><t>y</t></rPh></is></c>',
      '沅陵',
    ],
    ['text in the cell that forgot its type', '<c><is><t>官庄镇</t></is></c>', '官庄镇'],
    ['text broken by a comment', '<c t="str"><v>户<!-- > -->主</v></c>', '户主'],
    ["a formula's text", '<c t="str"><f>A1&amp;B1</f><v>沅陵 &lt;1&gt;</v></c>', '沅陵 <1>'],
    ["a formula's number", '<c><f>SUM(A1:A2)</f><v>25734</v></c>', 25734],
    ["a shared formula's number", '<c><f t="shared" si="0"/><v>3</v></c>', 3],
    ['a formula without value', '<c><f>SUM(A1:A2)</f></c>', { fault: 'formula_without_value' }],
    ['a formula with an empty value', '<c><f>SUM(A1:A2)</f><v></v></c>', { fault: 'formula_without_value' }],
    ['true', '<c t="b"><v>1</v></c>', true],
    ['false', '<c t="b"><v>0</v></c>', false],
    ['an error', '<c t="e"><v>#DIV/0!</v></c>', { fault: '#DIV/0!' }],
    ['an ISO date', '<c t="d"><v>2017-04-21T00:00:00</v></c>', '2017-04-21T00:00:00'],
    ['an integer', '<c><v>110422</v></c>', 110422],
    ['a negative decimal', '<c t="n"><v>-2880.1235</v></c>', -2880.1235],
    ['a long decimal', '<c><v>0.83435582822085885</v></c>', 0.83435582822085885],
    ['scientific notation', '<c><v>9.90101198506150E+17</v></c>', 990101198506150000],
    ['spaces round a number', '<c><v> 12 </v></c>', 12],
    ['a numeric entity in a number', '<c><v>&#49;2</v></c>', 12],
    ['a number that is none', '<c><v>NaN</v></c>', { fault: 'malformed_value' }],
    ['a hexadecimal is none', '<c><v>0x10</v></c>', { fault: 'malformed_value' }],
    ['a date by built-in format', '<c s="1"><v>42846</v></c>', date(42846)],
    ['a date by Chinese custom format', '<c s="3"><v>42846.5</v></c>', date(42846.5)],
    ['a date by Chinese built-in format', '<c s="4"><v>42846</v></c>', date(42846)],
    ['a percentage', '<c s="2"><v>0.834356</v></c>', { number: 0.834356, format: 'percent' }],
    ['a style without number format', '<c s="5"><v>7</v></c>', 7],
    ['a style that does not exist', '<c s="99"><v>7</v></c>', 7],
    ['a date style on text', '<c s="1" t="s"><v>0</v></c>', '户主姓名'],
    ['single quotes and a > in an attribute', "<c x='a>b' t = 's' ><v >0</v ></c >", '户主姓名'],
  ];
  test.each(cases)('%s', async (_, cell, value) => {
    const file = writeXlsxParts({ rows: `<row>${cell}</row>`, strings, styles });
    expect(await readCells(file)).toEqual([[value]]);
  });
});

describe('a cell without value is no cell', () => {
  const cases = [
    '<c/>',
    '<c s="1"/>',
    '<c><v/></c>',
    '<c t="s"><v>5</v></c>',
    '<c t="inlineStr"><is><t/></is></c>',
  ];
  test.each([...cases, '<c t="str"><f>""</f><v></v></c>'])('%s', async (cell) => {
    const file = writeXlsxParts({
      rows: `<row>${cell}</row><row r="9"><c r="B9"><v>1</v></c>${cell}</row>`,
      strings,
    });
    expect((await readWhole(file)).rows).toEqual([[{ row: 9, cells: [null, 1] }]]);
  });
});

describe('where a cell stands', () => {
  const cases: readonly (readonly [what: string, rows: string, read: readonly object[]])[] = [
    [
      'rows and cells without address',
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>',
      [
        { row: 1, cells: [1, null, 3] },
        { row: 2, cells: [4] },
      ],
    ],
    [
      'an address, then none',
      '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row>',
      [{ row: 3, cells: [null, null, 1, 2] }],
    ],
    [
      'cells that alone say the row',
      '<row><c r="A5"><v>1</v></c><c r="B5"><v>2</v></c></row>',
      [{ row: 5, cells: [1, 2] }],
    ],
    [
      'cells out of order',
      '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>',
      [{ row: 1, cells: [1, null, 3] }],
    ],
    [
      'a far blank cell',
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="T1048576" s="1"/></row>',
      [{ row: 1, cells: [1] }],
    ],
    [
      'prefixed element names',
      '<x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row>',
      [{ row: 2, cells: [null, 7] }],
    ],
    [
      'unknown elements',
      '<row r="1" new="1"><c r="A1"><v>1</v><extLst><ext><v>9</v><t>x</t></ext></extLst></c></row>',
      [{ row: 1, cells: [1] }],
    ],
  ];
  test.each(cases)('%s', async (_, rows, read) => {
    expect((await readWhole(writeXlsxParts({ rows }))).rows).toEqual([read]);
  });

  test('a row beyond the columns of one block keeps its number', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, index) => `<row r="${index * 2 + 1}"><c><v>${index}</v></c></row>`,
    );
    const [read = []] = (await readWhole(writeXlsxParts({ rows: rows.join('') }))).rows;
    expect(read.map(({ row }) => row)).toEqual(rows.map((_, index) => index * 2 + 1));
  });

  test('Chinese text survives wherever a piece of the part ends', async () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `${'户'.repeat(index % 7)}${index}𠮷`);
    const rows = names.map((name) => `<row><c t="inlineStr"><is><t>${name}</t></is></c></row>`).join('');
    expect(await readCells(writeXlsxParts({ rows }))).toEqual(names.map((name) => [name]));
  });
});

describe('sheets', () => {
  const two = (relationships: string, extra = '') =>
    writeXlsxParts({
      sheets: `<sheet name="填表说明" sheetId="7" state="hidden" r:id="b"/><sheet name="甲&amp;乙" sheetId="1" r:id="a"/>${extra}`,
      relationships,
      rows: '<row><c><v>1</v></c></row>',
      files: [
        { name: 'xl/worksheets/Sheet2.xml', data: worksheet('<row><c><v>2</v></c></row>') },
        { name: 'xl/chartsheets/sheet1.xml', data: '<chartsheet/>' },
      ],
    });
  const relative = relationshipTo('a', 'worksheet', 'worksheets/sheet1.xml');

  test.each([
    ['relative targets', relative + relationshipTo('b', 'worksheet', 'worksheets/sheet2.xml')],
    ['absolute targets', relative + relationshipTo('b', 'worksheet', '/xl/worksheets/Sheet2.xml')],
    ['targets with steps', relative + relationshipTo('b', 'worksheet', '../xl/./worksheets/sheet2.xml')],
  ])("stand in the workbook's order: %s", async (_, relationships) => {
    const { workbook, rows } = await readWhole(two(relationships));
    expect(workbook.sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
      { name: '填表说明', hidden: true },
      { name: '甲&乙', hidden: false },
    ]);
    expect(rows.map((sheet) => sheet[0]?.cells)).toEqual([[2], [1]]);
  });

  test('a chart sheet has no cells', async () => {
    const relationships = `${relative}${relationshipTo('b', 'worksheet', 'worksheets/sheet2.xml')}${relationshipTo('c', 'chartsheet', 'chartsheets/sheet1.xml')}`;
    const { workbook } = await readWhole(two(relationships, '<sheet name="图" sheetId="3" r:id="c"/>'));
    expect(workbook.sheets).toHaveLength(2);
  });

  test('can be looked into and then read from the start', async () => {
    const file = writeXlsxParts({
      rows: '<row><c><v>1</v></c><c t="str"><v>沅陵县</v></c></row>'.repeat(20_000),
    });
    const { workbook } = await readWhole(file);
    const sheet = workbook.sheets[0];
    let looks = 0;
    for await (const rows of sheet?.rows() ?? []) {
      looks += rows.length;
      break;
    }
    let all = 0;
    for await (const rows of sheet?.rows() ?? []) all += rows.length;
    expect(looks).toBeLessThan(all);
    expect(all).toBe(20_000);
  });

  test('can be read twice', async () => {
    const { workbook } = await readWhole(writeXlsxParts({ rows: '<row><c><v>1</v></c></row>' }), {
      maxRows: 1,
    });
    for await (const rows of workbook.sheets[0]?.rows() ?? []) expect(rows).toEqual([{ row: 1, cells: [1] }]);
    expect.assertions(1);
  });

  test.each([
    ['1', true],
    ['true', true],
    ['0', false],
  ])('the 1904 calendar: %s', async (value, date1904) => {
    const file = writeXlsxParts({ workbookProperties: `<workbookPr date1904="${value}"/>` });
    expect((await readWhole(file)).workbook.sheets[0]?.date1904).toBe(date1904);
  });

  test('a workbook in another folder is found by its relationship', async () => {
    const relationships = (...links: string[]) => `<Relationships>${links.join('')}</Relationships>`;
    const file = writeZip([
      {
        name: '_rels/.rels',
        data: relationships(relationshipTo('a', 'officeDocument', '/book/workbook2.xml')),
      },
      {
        name: 'book/workbook2.xml',
        data: '<workbook><sheets><sheet name="s" r:id="b"/></sheets></workbook>',
      },
      {
        name: 'book/_rels/workbook2.xml.rels',
        data: relationships(relationshipTo('b', 'worksheet', 'a.xml')),
      },
      { name: 'book/a.xml', data: worksheet('<row><c><v>1</v></c></row>') },
    ]);
    expect(await readCells(file)).toEqual([[1]]);
  });
});

describe('merged ranges are known before the rows', () => {
  const merges = '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="B2:B10"/></mergeCells>';
  const read = [
    { top: 1, left: 1, bottom: 1, right: 6 },
    { top: 2, left: 2, bottom: 10, right: 2 },
  ];
  const row = '<row><c t="inlineStr"><is><t>台账</t></is></c></row>';
  const x = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const cases: readonly (readonly [what: string, sheet: string, merges: readonly object[]])[] = [
    ['behind the rows', worksheet(row, merges), read],
    ['behind many rows', worksheet(row.repeat(20_000), merges), read],
    ['no rows at all', worksheet('', merges), read],
    ['an empty sheetData tag', `<worksheet><sheetData/>${merges}</worksheet>`, read],
    [
      'a prefix',
      `<x:worksheet xmlns:x="${x}"><x:sheetData></x:sheetData>${merges.replaceAll('<mergeC', '<x:mergeC').replaceAll('</mergeC', '</x:mergeC')}</x:worksheet>`,
      read,
    ],
    [
      'a comment that looks like the end of the rows',
      worksheet(`<!-- </sheetData></worksheet> -->${row}`, merges),
      read,
    ],
    [
      'CDATA that looks like the end of the rows',
      worksheet(`<row><c t="str"><v><![CDATA[</sheetData>]]></v></c></row>`, merges),
      read,
    ],
    [
      'a cell over the whole sheet',
      worksheet(row, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
      [{ top: 1, left: 1, bottom: 1048576, right: 16384 }],
    ],
    ['none', worksheet(row), []],
    ['elsewhere, meaning something else', worksheet(row, '<extLst><mergeCell ref="A1:B1"/></extLst>'), []],
  ];
  test.each(cases)('%s', async (_, sheet, expected) => {
    expect((await readWhole(writeXlsxParts({ sheet }))).workbook.sheets[0]?.merges).toEqual(expected);
  });
});

describe('archives as programs write them', () => {
  const rows = '<row><c t="inlineStr"><is><t>台账</t></is></c></row>';
  test.each([
    ['with a comment', writeXlsxParts({ rows, zip: { comment: 'PK\x05\x06 made by a tool' } })],
    ['with zip64 records', writeXlsxParts({ rows, zip: { zip64End: true } })],
    [
      'with zip64 sizes',
      writeXlsxParts({ files: [{ name: 'xl/worksheets/sheet1.xml', data: worksheet(rows), zip64: true }] }),
    ],
    [
      'stored, not deflated',
      writeXlsxParts({ files: [{ name: 'xl/worksheets/sheet1.xml', data: worksheet(rows), method: 0 }] }),
    ],
    [
      'with backslashes',
      writeXlsxParts({
        files: [{ name: 'xl\\worksheets\\sheet9.xml', data: worksheet(rows) }],
        sheets: '<sheet name="s" r:id="q"/>',
        relationships: relationshipTo('q', 'worksheet', 'worksheets\\sheet9.xml'),
      }),
    ],
    ['with macros beside', writeXlsxParts({ rows, files: [{ name: 'xl/vbaProject.bin', data: 'macro' }] })],
    ['with a byte order mark in a part', writeXlsxParts({ sheet: `\ufeff${worksheet(rows)}` })],
  ])('%s', async (_, file) => {
    expect(await readCells(file)).toEqual([['台账']]);
  });
});

test.each(['1', 'true'])('a row hidden by “%s” is read and says that it is', async (hidden) => {
  const file = writeXlsxParts({
    rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="${hidden}"><c r="A2"><v>2</v></c></row><row r="3" hidden="0"><c r="A3"><v>3</v></c></row>`,
  });
  expect((await readWhole(file)).rows[0]).toEqual([
    { row: 1, cells: [1] },
    { row: 2, cells: [2], hidden: true },
    { row: 3, cells: [3] },
  ]);
});
