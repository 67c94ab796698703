import iconv from 'iconv-lite';
import { corrupt, type HostileKind, megabyte, tooLarge } from './kind.ts';

const unrecognised: HostileKind['ends'] = { refused: 'encoding_unrecognised' };

/** About `megabytes` of `unit` between two texts. */
function filled(before: string, unit: string, megabytes: number, after = ''): Uint8Array {
  const times = Math.floor((megabytes * megabyte) / Buffer.byteLength(unit));
  return Buffer.concat([Buffer.from(before), Buffer.from(unit.repeat(times)), Buffer.from(after)]);
}

const csv =
  (text: string | Uint8Array): HostileKind['make'] =>
  () =>
    Buffer.from(text);
const large = { small: 5, full: 63 };

/** What is wrong with a CSV. */
const csvKinds: readonly HostileKind[] = [
  {
    name: 'CSV: GBK with one byte that is none',
    make: () =>
      Buffer.concat([iconv.encode('户主姓名,人数\n张三,4\n', 'gb18030'), Buffer.from([0xff, 0x0a])]),
    ends: unrecognised,
  },
  {
    name: 'CSV: UTF-8 cut in a character',
    make: () => Buffer.from('户主姓名,人数\n张三,4\n李').subarray(0, -1),
    ends: unrecognised,
  },
  {
    name: 'CSV: UTF-16 without its mark',
    make: () => Buffer.from('户主姓名,人数\n张三,4\n', 'utf16le'),
    ends: {
      sheets: [
        [
          ['户主姓名', '人数'],
          ['张三', '4'],
        ],
      ],
    },
  },
  {
    name: 'CSV: NUL in the middle',
    make: csv('a,b\n1,\x002\n'),
    ends: { refused: 'not_a_workbook', params: { found: 'binary' } },
  },
  {
    name: 'CSV: nothing but NUL',
    make: () => new Uint8Array(5000),
    ends: { refused: 'not_a_workbook', params: { found: 'binary' } },
  },
  { name: 'CSV: nothing but line ends', make: csv('\r\n\r\n\n'), ends: { refused: 'empty_file' } },
  {
    name: 'CSV: a quote that is never closed',
    make: csv('a,b\n1,2\n"3,4\n'),
    ends: corrupt('quote_unclosed'),
  },
  { name: 'CSV: text behind a closing quote', make: csv('a,b\n"1"x,2\n'), ends: corrupt('quote_malformed') },
  {
    name: 'CSV: quotes inside a field that has none around it',
    make: csv('a,b\n1"2,3"\n'),
    ends: {
      sheets: [
        [
          ['a', 'b'],
          ['1"2', '3"'],
        ],
      ],
    },
  },
  {
    name: 'CSV: a mark, a right-to-left and a zero-width sign in the middle, kept for the normaliser',
    make: csv('a,b\n\ufeff1,\u202e2\u200b\n'),
    ends: {
      sheets: [
        [
          ['a', 'b'],
          ['\ufeff1', '\u202e2\u200b'],
        ],
      ],
    },
  },
  {
    name: 'CSV: formulas and commands, which stay text',
    make: csv('a,b\n"=cmd|\'/c calc\'!A1",@SUM(1)\n'),
    ends: {
      sheets: [
        [
          ['a', 'b'],
          ["=cmd|'/c calc'!A1", '@SUM(1)'],
        ],
      ],
    },
  },
  {
    name: 'CSV: an open quote and 64 MB behind it',
    size: large,
    make: (size) => filled('a,b\n1,"', 'x,y\n', size),
    ends: { refused: 'corrupt_file' },
  },
  {
    name: 'CSV: one field of 64 MB',
    size: large,
    make: (size) => filled('', 'a', size),
    ends: { refused: 'single_column_csv' },
  },
  {
    name: 'CSV: 64 MB of commas',
    size: large,
    make: (size) => filled('', ',', size),
    ends: corrupt('record_too_long'),
  },
  {
    name: 'CSV: 64 MB of line ends',
    size: large,
    make: (size) => filled('a,b', '\n', size),
    ends: tooLarge('rows'),
  },
  {
    name: 'CSV: 64 MB of short records',
    size: { small: 1, full: 63 },
    make: (size) => filled('', 'a,b\n', size),
    ends: tooLarge('rows'),
    limits: { maxRows: 10 },
  },
];

/** What is wrong with an HTML page. */
const htmlKinds: readonly HostileKind[] = [
  {
    name: 'HTML: 32 MB of cells',
    size: { small: 1, full: 31 },
    make: (size) => filled('<table>', '<tr><td>1<td>2', size, '</table>'),
    ends: tooLarge('rows'),
    limits: { maxRows: 10 },
    legacy: true,
  },
  {
    name: 'HTML: 32 MB of spans',
    size: { small: 5, full: 31 },
    make: (size) => filled('<table>', '<tr><td rowspan=65534 colspan=1000><td><td>', size, '</table>'),
    ends: { refused: 'too_large' },
    legacy: true,
  },
  {
    name: 'HTML: 32 MB of entities in one cell',
    size: { small: 1, full: 31 },
    make: (size) => filled('<table><tr><td>', '&amp;', size, '</table>'),
    ends: tooLarge('cell_characters'),
    legacy: true,
  },
  {
    name: 'HTML: 32 MB of <',
    size: { small: 1, full: 31 },
    make: (size) => filled('<table><tr><td>', '<', size, '</table>'),
    ends: tooLarge('cell_characters'),
    legacy: true,
  },
  {
    name: 'HTML: 32 MB of letters, each in an element of its own',
    size: { small: 1, full: 31 },
    make: (size) => filled('<table><tr><td>', '<b>a', size, '</table>'),
    ends: tooLarge('cell_characters'),
    legacy: true,
  },
  {
    name: 'HTML: a table that never ends',
    make: csv('<table><tr><td>1</td></tr>'),
    ends: corrupt('html_truncated'),
    legacy: true,
  },
];

/** Kinds that are text. */
export const textKinds: readonly HostileKind[] = [...csvKinds, ...htmlKinds];
