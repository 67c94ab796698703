import { packedFile } from '../support/packed-file.ts';
import {
  corrupt,
  type HostileKind,
  honest,
  honestRow,
  numbered,
  ofRows,
  ofStrings,
  sheetPart,
  tooLarge,
  withFiles,
  within,
  xlsx,
} from './kind.ts';

/** Column of the alphabet of columns: 1 is A, 16384 is XFD. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(0x41 + ((column - 1) % 26));
}

/** Numbers that differ, so that their rows do not pack into a bomb. */
const mixed = (at: number) => (at * 2_654_435_761) % 1_000_003;
const valueRow = (at: number) => `<row r="${at}"><c r="A${at}"><v>${mixed(at)}</v></c></row>`;

/** What is wrong with rows, cells, texts and merges. */
export const cellKinds: readonly HostileKind[] = [
  {
    name: 'a shared text that is not there',
    make: xlsx({ rows: '<row><c t="s"><v>3</v></c></row>', strings: '<si><t>甲</t></si>' }),
    ends: corrupt('shared_string_index'),
  },
  {
    name: 'more different shared texts than allowed',
    size: { small: 101, full: 2_000_001 },
    make: (size) => ofStrings(numbered(size, (at) => `<si><t>${mixed(at)}</t></si>`)),
    ends: tooLarge('shared_strings'),
    limits: { maxSharedStrings: 100 },
  },
  {
    name: 'a value in the last column, XFD, of 20,000 rows',
    size: { small: 20, full: 20_000 },
    make: (size) =>
      ofRows(numbered(size, (at) => `<row r="${at}"><c r="XFD${at}"><v>${mixed(at)}</v></c></row>`)),
    ends: tooLarge('columns'),
  },
  {
    name: '16,384 columns',
    size: { small: 4, full: 16_384 },
    make: (size) =>
      ofRows(
        within(
          '<row r="1">',
          numbered(size, (at) => `<c r="${letters(at)}1"><v>${at}</v></c>`),
          '</row>',
        ),
      ),
    ends: tooLarge('columns'),
    limits: { maxColumns: 3 },
  },
  {
    name: '1,048,576 rows',
    size: { small: 11, full: 1_048_576 },
    make: (size) => ofRows(numbered(size, valueRow)),
    ends: tooLarge('rows'),
    limits: { maxRows: 10 },
  },
  {
    name: 'a styled cell without a value at T1048576, far below the rows',
    make: xlsx({
      rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="T1048576" s="1"/></row>`,
    }),
    ends: honest,
  },
  {
    name: 'a value in the last cell there is, XFD1048576',
    make: xlsx({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
    ends: tooLarge('columns'),
  },
  {
    name: 'a value in the last row there is, alone',
    make: xlsx({ rows: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }),
    ends: honest,
  },
  {
    name: 'row 4294967296',
    make: xlsx({ rows: '<row r="4294967296"><c><v>1</v></c></row>' }),
    ends: corrupt('row_number'),
  },
  {
    name: 'column AAAAAAAAAA',
    make: xlsx({ rows: '<row r="1"><c r="AAAAAAAAAA1"><v>1</v></c></row>' }),
    ends: corrupt('cell_reference'),
  },
  {
    name: 'a merge over the whole sheet, which is noted and not filled in',
    make: xlsx({ rows: honestRow, tail: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    ends: honest,
  },
  {
    name: 'a million merges',
    size: { small: 200_001, full: 1_000_000 },
    make: async (size) =>
      withFiles({}, [
        await packedFile(
          sheetPart,
          within(
            `<worksheet><sheetData>${honestRow}</sheetData><mergeCells>`,
            numbered(size, (at) => `<mergeCell ref="A${at}:B${at}"/>`),
            '</mergeCells></worksheet>',
          ),
        ),
      ]),
    ends: tooLarge('merges'),
  },
  {
    name: 'a dimension that covers the sheet over one cell',
    make: xlsx({
      sheet: `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${honestRow}</sheetData></worksheet>`,
    }),
    ends: honest,
  },
  {
    name: 'rows and cells without addresses',
    make: xlsx({ rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>' }),
    ends: {
      sheets: [
        [
          [1, 2],
          [null, 3],
        ],
      ],
    },
  },
  {
    name: 'one cell twice',
    make: xlsx({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }),
    ends: corrupt('cell_duplicate'),
  },
  {
    name: 'a cell of 32 KB',
    make: xlsx({ rows: `<row><c t="inlineStr"><is><t>${'户'.repeat(11_000)}</t></is></c></row>` }),
    ends: tooLarge('cell_characters'),
  },
  {
    name: 'a formula without its value',
    make: xlsx({ rows: '<row><c><v>1</v></c><c><f>A1*2</f></c><c><f>A1</f><v/></c></row>' }),
    ends: { sheets: [[[1, { fault: 'formula_without_value' }, { fault: 'formula_without_value' }]]] },
  },
  {
    name: 'a formula that failed, #REF!',
    make: xlsx({ rows: '<row><c t="e"><f>#REF!+1</f><v>#REF!</v></c></row>' }),
    ends: { sheets: [[[{ fault: '#REF!' }]]] },
  },
  {
    name: 'numbers that are none, or beyond all numbers',
    make: xlsx({
      rows: `<row>${['NaN', 'Infinity', '-INF', '1e308', '1e309', '-0'].map((value) => `<c><v>${value}</v></c>`).join('')}</row>`,
    }),
    ends: {
      sheets: [
        [
          [
            { fault: 'malformed_value' },
            { fault: 'malformed_value' },
            { fault: 'malformed_value' },
            1e308,
            { fault: 'malformed_value' },
            -0,
          ],
        ],
      ],
    },
  },
];
