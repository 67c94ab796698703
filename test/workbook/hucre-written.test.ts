import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readWhole } from './support/reading.ts';

/** Workbooks written by a program we did not write read as what was given to it. */
test('values, formats, merges and hidden sheets of an independent writer', async () => {
  const file = await writeXlsx({
    sheets: [
      {
        name: '项目台账',
        rows: [
          ['怀化市2017年易地扶贫搬迁项目进度台账', null, null],
          ['序号', '项目名称', '开工日期'],
          [1, '城南安置点（一期）', new Date(Date.UTC(2017, 3, 21))],
          [null, null, null],
          [2, '㎡ & <乙> 𠮷', true],
        ],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
      },
      { name: '说明', rows: [['填表说明']], hidden: true },
    ],
  });
  const { workbook, rows } = await readWhole(file);
  expect(workbook.sheets.map(({ name, hidden, merges }) => ({ name, hidden, merges }))).toEqual([
    { name: '项目台账', hidden: false, merges: [{ top: 1, left: 1, bottom: 1, right: 3 }] },
    { name: '说明', hidden: true, merges: [] },
  ]);
  expect(rows[0]).toEqual([
    { row: 1, cells: ['怀化市2017年易地扶贫搬迁项目进度台账'] },
    { row: 2, cells: ['序号', '项目名称', '开工日期'] },
    { row: 3, cells: [1, '城南安置点（一期）', { number: 42846, format: 'date' }] },
    { row: 5, cells: [2, '㎡ & <乙> 𠮷', true] },
  ]);
});

test('any table of texts and numbers', async () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.integer(),
    fc.string({ unit: fc.constantFrom(...'沅陵户元㎡𠮷&<>"\'=0aX_x\n'), minLength: 1, maxLength: 6 }),
  );
  const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const read = await readWhole(await writeXlsx({ sheets: [{ name: 's', rows: table }] }));
      expect(read.rows).toEqual([table.map((cells, index) => ({ row: index + 1, cells }))]);
    }),
    { numRuns: 60 },
  );
});
