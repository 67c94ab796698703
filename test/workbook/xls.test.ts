import { readXls } from 'hucre';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../shared/workbook/source.ts';
import { readWhole, refusalOf } from './support/reading.ts';
import { f64, formatIndex, record, u16, u32, writeXls, type XlsCell, xlsText } from './support/xls-writer.ts';

const one = (cell: XlsCell, options = {}) => writeXls([{ name: '表1', rows: [[cell]] }], options);

async function cellOf(file: Uint8Array): Promise<CellValue | undefined> {
  const { rows } = await readWhole(file);
  return rows[0]?.[0]?.cells[0];
}

describe('an .xls says what the .xlsx of the same rows says (domain.md F7, F8)', () => {
  const formula = (...result: number[]): Uint8Array => Buffer.from([...result, 0, 0, 0, 0, 0, 0, 0, 0]);
  const cases: readonly (readonly [what: string, cell: XlsCell, value: CellValue | undefined])[] = [
    ['Chinese text', '沅陵县㎡𠮷', '沅陵县㎡𠮷'],
    ['Latin text', "K'ang", "K'ang"],
    ['an empty text', '', undefined],
    ['an integer', 24324, 24324],
    ['a negative one', -45, -45],
    ['a decimal', 0.1, 0.1],
    ['a double that ends in zeros', 1e300, 1e300],
    ['an identity number as text', '990101199003077719', '990101199003077719'],
    ['a date', { number: 42846, format: 'date' }, { number: 42846, format: 'date' }],
    ['a percentage', { number: 0.834, format: 'percent' }, { number: 0.834, format: 'percent' }],
    ['truth', true, true],
    ['an error', { fault: '#DIV/0!' }, { fault: '#DIV/0!' }],
    ['a blank', null, undefined],
    ['an RK of hundredths', { record: 0x027e, rest: u32((1234 << 2) | 3) }, 12.34],
    ['an RK double', { record: 0x027e, rest: u32(0x3fe00000) }, 0.5],
    ['a number that is none', { record: 0x0203, rest: f64(Number.NaN) }, { fault: 'malformed_value' }],
    ['a text of its own', { record: 0x0204, rest: xlsText('户主', 2) }, '户主'],
    ['a formula’s number', { record: 0x0006, rest: Buffer.concat([f64(7.5), Buffer.alloc(8)]) }, 7.5],
    ['a formula’s truth', { record: 0x0006, rest: formula(1, 0, 1, 0, 0, 0, 0xff, 0xff) }, true],
    [
      'a formula’s error',
      { record: 0x0006, rest: formula(2, 0, 0x17, 0, 0, 0, 0xff, 0xff) },
      { fault: '#REF!' },
    ],
    ['a formula’s empty text', { record: 0x0006, rest: formula(3, 0, 0, 0, 0, 0, 0xff, 0xff) }, undefined],
    [
      'a formula without its text',
      { record: 0x0006, rest: formula(0, 0, 0, 0, 0, 0, 0xff, 0xff) },
      { fault: 'formula_without_value' },
    ],
  ];
  test.each(cases.map(([what, cell, value]) => ({ what, cell, value })))('$what', async ({ cell, value }) => {
    expect(await cellOf(one(cell))).toEqual(value);
  });

  test.each(['chineseDate', 'builtInChineseDate'] as const)('%s formats are dates', async (name) => {
    const rows = [[0]];
    const extra = record(0x0203, u16(0, 1, formatIndex[name]), f64(42846));
    const { rows: read } = await readWhole(writeXls([{ name: '表1', rows, extra, dimensions: [1, 2] }]));
    expect(read[0]?.[0]?.cells).toEqual([0, { number: 42846, format: 'date' }]);
  });

  test('several numbers in one record', async () => {
    const many = record(0x00bd, u16(0, 1), u16(0), u32((5 << 2) | 2), u16(1), u32((6 << 2) | 2), u16(2));
    const file = writeXls([{ name: '表1', rows: [['x']], extra: many, dimensions: [1, 3] }]);
    expect((await readWhole(file)).rows[0]?.[0]?.cells).toEqual(['x', 5, { number: 6, format: 'date' }]);
  });

  test('a formula’s text, beside a shared formula and run on', async () => {
    const extra = Buffer.concat([
      record(0x0006, u16(0, 1, 0), Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]), u16(0), u32(0), u16(0)),
      record(0x04bc, Buffer.alloc(10)),
      record(0x0207, u16(4), Buffer.from([1]), Buffer.from('安置', 'utf16le')),
      record(0x003c, Buffer.from([0]), Buffer.from('ab')),
    ]);
    const file = writeXls([{ name: '表1', rows: [['x']], extra, dimensions: [1, 2] }]);
    expect((await readWhole(file)).rows[0]?.[0]?.cells).toEqual(['x', '安置ab']);
  });

  test('merges behind an embedded chart, hidden sheets and rows, charts and the 1904 calendar', async () => {
    const chart = Buffer.concat([
      record(0x0809, u16(0x0600, 0x0020, 0, 0), u32(0, 0)),
      record(0x0203, u16(0, 0, 0), f64(99)),
      record(0x000a),
    ]);
    const merge = { top: 1, left: 1, bottom: 1, right: 3 };
    const file = writeXls(
      [
        { name: '图', rows: [], kind: 2 },
        { name: '台账', rows: [['标题'], ['甲'], ['乙']], extra: chart, merges: [merge], hiddenRows: [3] },
        { name: '藏', rows: [['x']], visibility: 1 },
        { name: '深藏', rows: [['x']], visibility: 2 },
      ],
      { date1904: true },
    );
    const { workbook, rows } = await readWhole(file);
    expect(workbook.format).toBe('xls');
    expect(
      workbook.sheets.map(({ name, hidden, date1904, merges }) => [name, hidden, date1904, merges]),
    ).toEqual([
      ['台账', false, true, [merge]],
      ['藏', true, true, []],
      ['深藏', true, true, []],
    ]);
    expect(rows[0]).toEqual([
      { row: 1, cells: ['标题'] },
      { row: 2, cells: ['甲'] },
      { row: 3, cells: ['乙'], hidden: true },
    ]);
  });

  test.each([40, 57, 8224])('texts that run on over records of %i bytes', async (recordBytes) => {
    const texts = ['沅陵县'.repeat(9), 'latin '.repeat(20), '', '户', '混合mixed'.repeat(7)];
    const file = writeXls([{ name: '表1', rows: texts.map((text) => [text, 1]) }], { recordBytes });
    const { rows } = await readWhole(file);
    expect(rows[0]?.map(({ cells }) => cells[0])).toEqual(texts.map((text) => text || null));
  });

  test.each([40, 8224])(
    'texts with formatting runs and reading aids, in records of %i bytes',
    async (recordBytes) => {
      const texts = ['沅陵县', 'latin', '安置点'.repeat(20), 'x'];
      const file = writeXls([{ name: '表1', rows: texts.map((text) => [text]) }], {
        recordBytes,
        rich: true,
      });
      expect((await readWhole(file)).rows[0]?.map(({ cells }) => cells[0])).toEqual(texts);
    },
  );

  test('an independent reader finds the same in what the tests write', async () => {
    const file = writeXls(
      [
        {
          name: '表1',
          rows: [
            ['甲', 1, 2.5],
            ['乙', true, -3],
          ],
        },
      ],
      { recordBytes: 30 },
    );
    const { rows } = await readWhole(file);
    expect((await readXls(file)).sheets[0]?.rows).toEqual(rows[0]?.map(({ cells }) => cells));
  });

  test('a large file, in large sectors of the container', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [`安置点${index}`, index]);
    expect((await readWhole(writeXls([{ name: '表1', rows }]))).rows[0]?.map(({ cells }) => cells)).toEqual(
      rows,
    );
  });
});

describe('an .xls that does not add up is refused', () => {
  const sheet = (extra: Uint8Array, dimensions: [number, number] = [1, 1]) =>
    writeXls([{ name: '表1', rows: [['x']], extra, dimensions }]);
  const cases: readonly (readonly [what: string, file: Uint8Array, params: object])[] = [
    ['a cell twice', sheet(record(0x0203, u16(0, 0, 0), f64(1))), { reason: 'cell_duplicate', cell: 'A1' }],
    [
      'a cell below the used range',
      sheet(record(0x0203, u16(1, 0, 0), f64(1))),
      { reason: 'cell_outside_range' },
    ],
    [
      'a cell beside it',
      sheet(record(0x0203, u16(0, 1, 0), f64(1))),
      { reason: 'cell_outside_range', cell: 'B1' },
    ],
    ['a text that is not there', one({ record: 0x00fd, rest: u32(7) }), { reason: 'shared_string_index' }],
    [
      'a format that is not there',
      sheet(record(0x0203, u16(0, 1, 99), f64(1)), [1, 2]),
      { reason: 'cell_type' },
    ],
    ['a record that is too short', one({ record: 0x0203, rest: Buffer.alloc(3) }), { reason: 'biff_record' }],
    ['a merge upside down', sheet(record(0x00e5, u16(1, 5, 2, 0, 0))), { reason: 'merge_reference' }],
    ['no sheets', writeXls([]), { reason: 'workbook_structure' }],
  ];
  test.each(cases.map(([what, file, params]) => ({ what, file, params })))(
    '$what',
    async ({ file, params }) => {
      expect(await refusalOf(file)).toMatchObject({ code: 'corrupt_file', params });
    },
  );

  test('a circle in the container', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [`安置点${index}`]);
    const file = Buffer.from(writeXls([{ name: '表1', rows }]));
    const fat = (file.readUInt32LE(0x4c) + 1) * 512;
    file.writeUInt32LE(0, fat + 4 * 5);
    expect(await refusalOf(file)).toMatchObject({ code: 'corrupt_file', params: { reason: 'ole2_chain' } });
  });

  test('a circle in the list of streams', async () => {
    const file = Buffer.from(one('x'));
    const directory = (file.readUInt32LE(0x30) + 1) * 512;
    file.writeUInt32LE(1, directory + 128 + 0x48);
    expect(await refusalOf(file)).toMatchObject({
      code: 'corrupt_file',
      params: { reason: 'ole2_directory' },
    });
  });

  test.each([
    ['rows', { maxRows: 1 }],
    ['columns', { maxColumns: 1 }],
    ['cell_characters', { maxCellCharacters: 2 }],
    ['shared_strings', { maxSharedStrings: 3 }],
    ['shared_string_bytes', { maxSharedStringBytes: 5 }],
  ] as const)('beyond the limit of %s', async (what, limits) => {
    const file = writeXls([
      {
        name: '表1',
        rows: [
          ['甲', '乙'],
          ['丙丙丙', '丁'],
        ],
      },
    ]);
    expect(await refusalOf(file, limits)).toMatchObject({ code: 'too_large', params: { what } });
  });

  test('a used range that reaches further down than the rows found is told', async () => {
    const { workbook } = await readWhole(writeXls([{ name: '表1', rows: [['x']], dimensions: [9, 1] }]));
    expect(workbook.sheets[0]?.lastRowStated).toBe(9);
    expect((await readWhole(one('x'))).workbook.sheets[0]?.lastRowStated).toBeUndefined();
  });
});
