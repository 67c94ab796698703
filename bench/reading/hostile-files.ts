import { declaration, main, workbookOf } from './zip-parts.ts';

/** A file made to cost its reader time or memory (spreadsheets.md §1.3), and what reading it must end in. */
export interface HostileFile {
  readonly name: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  /** A refusal's code, or `read`. */
  readonly ends: string;
  /** Formats that are read whole may take longer: a thread with a deadline bounds them. */
  readonly legacy?: true;
}

const megabyte = 1 << 20;

function* repeated(times: number, text: string): Generator<string> {
  for (let count = 0; count < times; count++) yield text;
}

function* within(before: string, pieces: Iterable<string>, after: string): Generator<string> {
  yield `${declaration}${before}`;
  yield* pieces;
  yield after;
}

const sheet = (pieces: Iterable<string>, tail = ''): Iterable<string> =>
  within(`<worksheet xmlns="${main}"><sheetData>`, pieces, `</sheetData>${tail}</worksheet>`);
const strings = (pieces: Iterable<string>): Iterable<string> =>
  within(`<sst xmlns="${main}">`, pieces, '</sst>');

const row = '<row><c><v>1</v></c></row>';
const ofSheet = (pieces: Iterable<string>, tail?: string) => workbookOf(sheet(pieces, tail), strings([]));
const ofStrings = (pieces: Iterable<string>) => workbookOf(sheet([row]), strings(pieces));

function* wideRows(): Generator<string> {
  for (let at = 1; at <= 20_000; at++) yield `<row r="${at}"><c r="XFD${at}"><v>1</v></c></row>`;
}

function* merges(): Generator<string> {
  yield '<mergeCells>';
  for (let at = 1; at <= 1_000_000; at++) yield `<mergeCell ref="A${at}:B${at}"/>`;
  yield '</mergeCells>';
}

const filled = (megabytes: number, unit: string): Uint8Array =>
  Buffer.from(unit.repeat(Math.floor((megabytes * megabyte) / Buffer.byteLength(unit))));

const page = (megabytes: number, unit: string): Uint8Array =>
  Buffer.concat([Buffer.from('<table>'), filled(megabytes, unit), Buffer.from('</table>')]);

const cellOf = (megabytes: number, unit: string): Uint8Array =>
  Buffer.concat([Buffer.from('<table><tr><td>'), filled(megabytes, unit), Buffer.from('</table>')]);

/** The most expensive of the hostile files; the tests hold the others to their codes. */
export const hostileFiles: readonly HostileFile[] = [
  {
    name: '1 GB of zeros as shared texts',
    make: () => ofStrings(repeated(1024, '0'.repeat(megabyte))),
    ends: 'zip_bomb',
  },
  {
    name: '20 million tiny shared texts',
    make: () => ofStrings(repeated(20_000, '<si><t>a</t></si>'.repeat(1000))),
    ends: 'zip_bomb',
  },
  { name: '2,000,001 shared texts', make: () => ofStrings(numbered(2_000_001)), ends: 'too_large' },
  { name: '1 GB of rows', make: () => ofSheet(repeated(38_000, row.repeat(1000))), ends: 'zip_bomb' },
  { name: '400,000 rows with values', make: () => ofSheet(numberedRows(400_000)), ends: 'too_large' },
  { name: 'XFD in 20,000 rows', make: () => ofSheet(wideRows()), ends: 'too_large' },
  {
    name: 'a tag of 50 MB',
    make: () => ofSheet(['<row x="', ...repeated(50, 'a'.repeat(megabyte)), '"/>']),
    ends: 'zip_bomb',
  },
  {
    name: '500,000 nested tags',
    make: () => ofSheet(repeated(500, '<a>'.repeat(1000))),
    ends: 'corrupt_file',
  },
  {
    name: '200,000 open cells',
    make: () => ofSheet(repeated(200, '<c '.repeat(1000))),
    ends: 'corrupt_file',
  },
  {
    name: '1,000,000 merges',
    make: () =>
      workbookOf(
        within(`<worksheet xmlns="${main}"><sheetData>${row}</sheetData>`, merges(), '</worksheet>'),
        strings([]),
      ),
    ends: 'too_large',
  },
  {
    name: 'CSV, 64 MB behind an open quote',
    make: () => Buffer.concat([Buffer.from('a,b\n1,"'), filled(63, 'x,y\n')]),
    ends: 'corrupt_file',
  },
  { name: 'CSV, 64 MB in one field', make: () => filled(64, 'a'), ends: 'single_column_csv' },
  { name: 'CSV, 64 MB of commas', make: () => filled(64, ','), ends: 'corrupt_file' },
  {
    name: 'CSV, 64 MB of line ends',
    make: () => Buffer.concat([Buffer.from('a,b'), filled(63, '\n')]),
    ends: 'too_large',
  },
  { name: 'CSV, 64 MB of short records', make: () => filled(64, 'a,b\n'), ends: 'too_large' },
  { name: 'HTML, 32 MB of cells', make: () => page(31, '<tr><td>1<td>2'), ends: 'too_large', legacy: true },
  {
    name: 'HTML, 32 MB of spans',
    make: () => page(31, '<tr><td rowspan=65534 colspan=1000><td><td>'),
    ends: 'too_large',
    legacy: true,
  },
  {
    name: 'HTML, 32 MB of entities in one cell',
    make: () => cellOf(31, '&amp;'),
    ends: 'too_large',
    legacy: true,
  },
  { name: 'HTML, 32 MB of <', make: () => cellOf(31, '<'), ends: 'too_large', legacy: true },
];

function* numbered(count: number): Generator<string> {
  for (let at = 0; at < count; at++) yield `<si><t>${(at * 2_654_435_761) % 1_000_003}</t></si>`;
}

function* numberedRows(count: number): Generator<string> {
  for (let at = 1; at <= count; at++) yield `<row r="${at}"><c r="A${at}"><v>${at * 37}</v></c></row>`;
}
