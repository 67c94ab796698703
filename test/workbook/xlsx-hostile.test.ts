import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ReadLimits } from '../../shared/workbook/source.ts';
import { readCells, readWhole, refusalOf } from './support/reading.ts';
import { relationshipTo, worksheet, writeXlsxParts, type XlsxParts } from './support/xlsx-writer.ts';
import { writeZip } from './support/zip-writer.ts';

const cell = (value: string | number) => `<c><v>${value}</v></c>`;
const row = `<row>${cell(1)}</row>`;
const text = (value: string) => `<row><c t="inlineStr"><is><t>${value}</t></is></c></row>`;
const sheetFile = 'xl/worksheets/sheet1.xml';

interface HostileCase {
  readonly what: string;
  readonly parts: XlsxParts;
  readonly code: string;
  readonly params?: object;
  readonly limits?: Partial<ReadLimits>;
}

const corrupt = (what: string, parts: XlsxParts, reason: string): HostileCase => ({
  what,
  parts,
  code: 'corrupt_file',
  params: { reason },
});

const malformedSheets: readonly HostileCase[] = [
  corrupt('a tag that never ends', { sheet: '<worksheet><sheetData><row' }, 'xml_truncated'),
  corrupt('XML that stops after a row', { sheet: `<worksheet><sheetData>${row}` }, 'xml_truncated'),
  corrupt('an empty part', { sheet: '' }, 'xml_truncated'),
  corrupt('a comment that never ends', { sheet: `<worksheet><sheetData>${row}<!-- ` }, 'xml_truncated'),
  corrupt(
    'elements that do not match',
    { sheet: '<worksheet><sheetData></row></worksheet>' },
    'xml_malformed',
  ),
  corrupt('two roots', { sheet: `${worksheet(row)}${worksheet(row)}` }, 'xml_malformed'),
  corrupt('text behind the root', { sheet: `${worksheet(row)}x` }, 'xml_malformed'),
  corrupt('a < inside a tag', { rows: '<row><c r="A1" <v>1</v></c></row>' }, 'xml_malformed'),
  corrupt('a < inside an attribute', { rows: '<row><c r="<"><v>1</v></c></row>' }, 'xml_malformed'),
  corrupt('an attribute without quotes', { rows: '<row r=1/>' }, 'xml_malformed'),
  corrupt('attributes without space', { rows: '<row r="1"s="1"/>' }, 'xml_malformed'),
  corrupt('a name that is none', { rows: '<1row/>' }, 'xml_malformed'),
  corrupt('an unknown entity', { rows: text('&a5;') }, 'xml_malformed'),
  corrupt('an impossible character', { rows: text('&#xD800;') }, 'xml_malformed'),
  corrupt('a bare ampersand', { rows: text('A & B') }, 'xml_malformed'),
  corrupt('a section that is none', { rows: '<![INCLUDE[x]]>' }, 'xml_malformed'),
  corrupt(
    'a text of 5 MB in pieces',
    { rows: text('a<!-- -->'.repeat(10) + `${'a'.repeat(600_000)}<!-- -->`.repeat(9)) },
    'xml_too_long',
  ),
  corrupt(
    'bytes that are not UTF-8',
    { sheet: Buffer.from(worksheet(text('沅')), 'latin1') },
    'part_encoding',
  ),
  corrupt(
    'a character cut by the end',
    { sheet: Buffer.from(`${worksheet(row)}沅`).subarray(0, -1) },
    'part_encoding',
  ),
];

const hostileCells: readonly HostileCase[] = [
  corrupt(
    'a shared text that does not exist',
    { rows: '<row><c t="s"><v>3</v></c></row>', strings: '<si><t>甲</t></si>' },
    'shared_string_index',
  ),
  corrupt('a shared text without any', { rows: '<row><c t="s"><v>0</v></c></row>' }, 'shared_string_index'),
  corrupt(
    'a negative shared text',
    { rows: '<row><c t="s"><v>-1</v></c></row>', strings: '<si><t>甲</t></si>' },
    'shared_string_index',
  ),
  corrupt(
    'a shared text called __proto__',
    { rows: '<row><c t="s"><v>__proto__</v></c></row>', strings: '<si><t>甲</t></si>' },
    'shared_string_index',
  ),
  corrupt('row 4294967296', { rows: '<row r="4294967296"/>' }, 'row_number'),
  corrupt('row 0', { rows: '<row r="0"/>' }, 'row_number'),
  corrupt('a row twice', { rows: '<row r="2"/><row r="2"/>' }, 'row_number'),
  corrupt('rows backwards', { rows: '<row r="2"/><row r="1"/>' }, 'row_number'),
  corrupt('column AAAAAAAAAA', { rows: '<row r="1"><c r="AAAAAAAAAA1"/></row>' }, 'cell_reference'),
  corrupt('column XFE', { rows: '<row r="1"><c r="XFE1"/></row>' }, 'cell_reference'),
  corrupt('cell __proto__', { rows: '<row r="1"><c r="__proto__"/></row>' }, 'cell_reference'),
  corrupt('a cell of another row', { rows: '<row r="1"><c r="A2"/></row>' }, 'cell_reference'),
  corrupt(
    'a cell with two values',
    { rows: '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' },
    'cell_duplicate',
  ),
  corrupt('two values in a cell', { rows: '<row><c r="A1"><v>1</v><v>2</v></c></row>' }, 'cell_duplicate'),
  corrupt(
    'a value and a text in a cell',
    { rows: '<row><c><v>1</v><is><t>2</t></is></c></row>' },
    'cell_duplicate',
  ),
  corrupt('an element inside a value', { rows: '<row><c><v>1<b/>2</v></c></row>' }, 'sheet_structure'),
  corrupt('a cell inside a cell', { rows: '<row><c><c><v>1</v></c></c></row>' }, 'sheet_structure'),
  corrupt('a cell outside a row', { rows: '<c><v>1</v></c>' }, 'sheet_structure'),
  corrupt('a shared text inside another', { strings: '<si><si><t>甲</t></si></si>' }, 'sheet_structure'),
  corrupt('an unknown cell type', { rows: '<row><c t="x"><v>1</v></c></row>' }, 'cell_type'),
  corrupt(
    'a merge that is none',
    { tail: '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>' },
    'merge_reference',
  ),
];

const hostileWorkbooks: readonly HostileCase[] = [
  corrupt('no sheets', { sheets: ' ' }, 'workbook_structure'),
  corrupt(
    'a sheet without part',
    { relationships: relationshipTo('rId1', 'worksheet', 'none.xml') },
    'part_missing',
  ),
  corrupt('a sheet without relationship', { relationships: ' ' }, 'workbook_structure'),
  corrupt(
    'a sheet on another machine',
    {
      relationships: relationshipTo('rId1', 'worksheet', 'http://example.org/a.xml').replace(
        '/>',
        ' TargetMode="External"/>',
      ),
    },
    'workbook_structure',
  ),
  corrupt(
    'a damaged checksum',
    { files: [{ name: sheetFile, data: worksheet(row), crc: 1 }] },
    'zip_checksum',
  ),
  corrupt(
    'damaged compression',
    { files: [{ name: sheetFile, data: worksheet(row), packed: Buffer.alloc(300, 0xff) }] },
    'zip_data',
  ),
  corrupt(
    'compression cut off',
    {
      files: [
        { name: sheetFile, data: worksheet(row), packed: deflateRawSync(worksheet(row)).subarray(0, -9) },
      ],
    },
    'zip_data',
  ),
  corrupt(
    'a part longer than declared',
    { files: [{ name: sheetFile, data: worksheet(row), size: 50 }] },
    'zip_size',
  ),
  corrupt(
    'a part shorter than declared',
    { files: [{ name: sheetFile, data: worksheet(row), size: 5000 }] },
    'zip_size',
  ),
  corrupt(
    'a stored part of two sizes',
    { files: [{ name: sheetFile, data: worksheet(row), method: 0, size: 5 }] },
    'zip_size',
  ),
  corrupt(
    'one name twice',
    {
      files: [
        { name: 'XL/Worksheets/a.xml', data: '' },
        { name: 'xl/worksheets/A.xml', data: '' },
      ],
    },
    'zip_duplicate_name',
  ),
  {
    what: 'an encrypted entry',
    parts: { files: [{ name: sheetFile, data: 'x', flags: 1 }] },
    code: 'encrypted_file',
  },
  {
    what: 'an unknown compression',
    parts: { files: [{ name: sheetFile, data: 'x', method: 12 }] },
    code: 'unsupported_format',
    params: { found: 'zip_method' },
  },
  {
    what: '3,000 entries',
    parts: { files: Array.from({ length: 3000 }, (_, index) => ({ name: `a${index}`, data: '' })) },
    code: 'zip_bomb',
    params: { what: 'entries' },
  },
  {
    what: 'a document type',
    parts: { sheet: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>${worksheet(row)}` },
    code: 'xml_dtd',
  },
  {
    what: 'a document type in the workbook',
    parts: {
      files: [{ name: 'xl/workbook.xml', data: '<!DOCTYPE w SYSTEM "file:///etc/passwd"><workbook/>' }],
    },
    code: 'xml_dtd',
  },
  { what: 'an entity in the middle', parts: { rows: `${row}<!ENTITY a "b">` }, code: 'xml_dtd' },
  {
    what: 'a part in UTF-16',
    parts: { sheet: Buffer.from(`\ufeff${worksheet(row)}`, 'utf16le') },
    code: 'unsupported_format',
    params: { found: 'xml_utf16' },
  },
  {
    what: 'a part in UTF-16 without mark',
    parts: { sheet: Buffer.from(worksheet(row), 'utf16le') },
    code: 'unsupported_format',
    params: { found: 'xml_utf16' },
  },
  {
    what: 'a part in GBK',
    parts: { sheet: worksheet(row).replace('UTF-8', 'GBK') },
    code: 'unsupported_format',
    params: { found: 'xml_encoding' },
  },
];

const overLimits: readonly HostileCase[] = [
  {
    what: 'a row too many',
    parts: { rows: row.repeat(11) },
    limits: { maxRows: 10 },
    code: 'too_large',
    params: { what: 'rows', limit: 10, row: 11, sheet: '表1' },
  },
  {
    what: 'a column too many',
    parts: { rows: '<row r="1"><c r="D1"><v>1</v></c></row>' },
    limits: { maxColumns: 3 },
    code: 'too_large',
    params: { what: 'columns', limit: 3, found: 4, cell: 'D1' },
  },
  {
    what: 'the last cell there is',
    parts: { rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' },
    code: 'too_large',
    params: { what: 'columns', found: 16384 },
  },
  {
    what: 'a text too long',
    parts: { rows: text('户'.repeat(11)) },
    limits: { maxCellCharacters: 10 },
    code: 'too_large',
    params: { what: 'cell_characters', found: 11, cell: 'A1' },
  },
  {
    what: 'a shared text too long',
    parts: { rows: '<row><c t="s"><v>0</v></c></row>', strings: `<si><t>${'户'.repeat(11)}</t></si>` },
    limits: { maxCellCharacters: 10 },
    code: 'too_large',
    params: { what: 'cell_characters' },
  },
  {
    what: 'too many shared texts',
    parts: { strings: '<si/>'.repeat(101) },
    limits: { maxSharedStrings: 100 },
    code: 'too_large',
    params: { what: 'shared_strings' },
  },
  {
    what: 'shared texts too large',
    parts: { strings: `<si><t>${'x'.repeat(2000)}</t></si>` },
    limits: { maxSharedStringBytes: 1000 },
    code: 'too_large',
    params: { what: 'shared_string_bytes' },
  },
  {
    what: 'a sheet too large',
    parts: { rows: row.repeat(100) },
    limits: { maxSheetBytes: 1000 },
    code: 'too_large',
    params: { what: 'sheet_bytes' },
  },
];

/** Beside the kinds of test/workbook/hostile: every reason of a refusal, with what its finding says. */
describe('a hostile workbook ends in one clear refusal', () => {
  test.each([...malformedSheets, ...hostileCells, ...hostileWorkbooks, ...overLimits])(
    '$what',
    async ({ parts, code, params = {}, limits }) => {
      expect(await refusalOf(writeXlsxParts(parts), limits)).toMatchObject({ code, params });
    },
  );

  test('many sheets under the cap are not under it together', async () => {
    const file = writeXlsxParts({ rows: row.repeat(100), sheets: '<sheet name="a" r:id="rId1"/>'.repeat(5) });
    expect(await refusalOf(file, { maxSheetBytes: 9000 })).toMatchObject({
      code: 'too_large',
      params: { what: 'sheet_bytes' },
    });
  });

  test('rows of all sheets count', async () => {
    const file = writeXlsxParts({
      rows: row.repeat(6),
      sheets: '<sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/>',
    });
    expect(await refusalOf(file, { maxRows: 10 })).toMatchObject({
      code: 'too_large',
      params: { what: 'rows', sheet: 'b', row: 5 },
    });
    expect((await readWhole(file, { maxRows: 12 })).rows.flat()).toHaveLength(12);
  });
});

describe('a bomb is refused before it goes off', () => {
  const zeros = new Uint8Array(48 << 20);
  test.each([
    ['shared texts', { sharedStrings: zeros }],
    ['a sheet', { sheet: zeros }],
    ['the workbook', { files: [{ name: 'xl/workbook.xml', data: zeros }] }],
  ])('in %s', async (_, parts) => {
    expect(await refusalOf(writeXlsxParts(parts))).toMatchObject({
      code: 'zip_bomb',
      params: { what: 'ratio', limit: 400 },
    });
  });

  test('but a sheet of blank styled rows is none', async () => {
    const blank = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`,
    );
    expect(await readCells(writeXlsxParts({ rows: row + blank.join('') }), { maxRows: 1 })).toEqual([[1]]);
  });
});

describe('a damaged archive', () => {
  const file = writeXlsxParts({ rows: row });
  test('cut anywhere is refused', async () => {
    for (let length = 4; length < file.length; length += 7) {
      expect((await refusalOf(file.subarray(0, length))).code).toBe('corrupt_file');
    }
  });

  test('with a directory elsewhere is refused', async () => {
    const moved = Buffer.from(file);
    moved.writeUInt32LE(moved.length, moved.length - 6);
    expect(await refusalOf(moved)).toMatchObject({
      code: 'corrupt_file',
      params: { reason: 'zip_directory' },
    });
  });

  test('with a zip64 size beyond all numbers is refused', async () => {
    const huge = Buffer.from(writeZip([{ name: 'xl/workbook.xml', data: 'x', zip64: true }]));
    const extra = huge.lastIndexOf(Buffer.from([1, 0, 24, 0]));
    huge.fill(0xff, extra + 4, extra + 12);
    expect(await refusalOf(huge)).toMatchObject({
      code: 'corrupt_file',
      params: { reason: 'zip_directory' },
    });
  });
});
