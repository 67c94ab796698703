import { columnLetters, lastRow } from './cell-reference.ts';
import { parseRecords } from './csv-records.ts';
import { type Delimiter, guessDelimiter } from './delimiter.ts';
import {
  type HeaderTest,
  privateUse,
  recogniseEncoding,
  sampleBytes,
  type TextEncodingName,
} from './encoding.ts';
import { corrupt, notAWorkbook, tooLarge } from './refusals.ts';
import { type CellValue, type RawRow, type ReadLimits, type Workbook, WorkbookRefused } from './source.ts';
import { detached } from './xml-text.ts';

/** Name of the one sheet of a CSV file. */
export const csvSheetName = 'CSV';

/** Longest record in characters; a quote that is never closed would otherwise swallow the file. */
export const maxRecordCharacters = 4 * 1024 * 1024;

/** Longer fields are no header words. */
const maxLabelCharacters = 200;

const tab = 0x09;
const equals = 0x3d;

interface CsvText {
  readonly bytes: Uint8Array;
  readonly encoding: TextEncodingName;
  readonly delimiter: Delimiter;
  readonly limits: ReadLimits;
}

/**
 * Opens text as one sheet of strings. Encoding and separator are judged from the beginning; decoding stays
 * strict to the end, so a file that turns out otherwise is refused while its rows are read.
 *
 * @param knowsHeader says whether a label is a known header word; confirms a GB18030 reading (domain.md F4)
 * @throws WorkbookRefused
 */
export function openCsv(
  bytes: Uint8Array,
  limits: ReadLimits,
  knowsHeader: ((label: string) => boolean) | null,
): Workbook {
  if (isBlank(bytes)) throw new WorkbookRefused('empty_file');
  const encoding = recogniseEncoding(bytes, knowsHeader === null ? null : headerTest(knowsHeader));
  const sample = wholeRecords(bytes, encoding);
  const text: CsvText = { bytes, encoding, delimiter: guessDelimiter(sample), limits };
  const sheet = {
    name: csvSheetName,
    hidden: false,
    date1904: false,
    merges: [],
    rows: () => streamRows(text),
  };
  return { format: 'csv', encoding, sheets: [sheet] };
}

/** Looks for a known header word among the fields of the first records, whatever separates them. */
function headerTest(knowsHeader: (label: string) => boolean): HeaderTest {
  return (sample) => {
    const lines = sample.split(/[\r\n]+/, 25);
    return lines.some((line) =>
      line.split(/[,\t;|，、]/, 512).some((field) => {
        if (field.length > maxLabelCharacters) return false;
        const label = field.replace(/^[\s"]+|[\s"]+$/g, '');
        return label !== '' && knowsHeader(label);
      }),
    );
  };
}

function isBlank(bytes: Uint8Array): boolean {
  const marks = [0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x20, 0x09, 0x0a, 0x0d, 0x00];
  return (
    bytes.length < 4096 && bytes.every((byte) => marks.includes(byte)) && !bytes.every((byte) => byte === 0)
  );
}

/** The beginning of the text without the record that the sample's end cuts. */
function wholeRecords(bytes: Uint8Array, encoding: TextEncodingName): string {
  const [sample = ''] = decodedPieces(bytes.subarray(0, sampleBytes), encoding, bytes.length > sampleBytes);
  const end = sample.lastIndexOf('\n');
  return bytes.length > sampleBytes && end > 0 ? sample.slice(0, end) : sample;
}

/**
 * Text in pieces, decoded strictly, line ends made `\n`.
 *
 * @throws WorkbookRefused `encoding_unrecognised`, `not_a_workbook` (NUL characters)
 */
function* decodedPieces(bytes: Uint8Array, encoding: TextEncodingName, cut = false): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let held = '';
  for (let at = 0; at < bytes.length; at += sampleBytes) {
    const end = at + sampleBytes;
    let piece: string;
    try {
      piece = held + decoder.decode(bytes.subarray(at, end), { stream: cut || end < bytes.length });
    } catch {
      throw new WorkbookRefused('encoding_unrecognised', { found: encoding });
    }
    if (piece.includes('\0')) throw notAWorkbook('binary');
    if (encoding === 'gb18030' && privateUse.test(piece)) {
      throw new WorkbookRefused('encoding_unrecognised', { found: encoding });
    }
    held = piece.endsWith('\r') && end < bytes.length ? '\r' : '';
    if (held !== '') piece = piece.slice(0, -1);
    yield piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece;
  }
}

async function* streamRows({
  bytes,
  encoding,
  delimiter,
  limits,
}: CsvText): AsyncGenerator<readonly RawRow[]> {
  const maxRecords = Math.max(limits.maxRows, lastRow);
  let record = 0;
  let filled = 0;
  const rowsOf = (text: string, last: boolean): { rows: RawRow[]; used: number } => {
    const { records, used, fault } = parseRecords(text, delimiter, last);
    if (fault !== null) throw corrupt(fault.reason, { sheet: csvSheetName, row: record + fault.record + 1 });
    const rows: RawRow[] = [];
    for (const fields of records) {
      const row = ++record;
      if (row > maxRecords) throw tooLarge('rows', maxRecords, row, { sheet: csvSheetName, row });
      const cells = cellsOf(fields, row, limits);
      if (cells.length === 0) continue;
      if (++filled > limits.maxRows)
        throw tooLarge('rows', limits.maxRows, filled, { sheet: csvSheetName, row });
      rows.push({ row, cells });
    }
    return { rows, used };
  };
  let unread = '';
  let tryAt = 0;
  for (const piece of decodedPieces(bytes, encoding)) {
    unread += piece;
    if (unread.length < tryAt) continue;
    const { rows, used } = rowsOf(unread, false);
    unread = unread.slice(used);
    tryAt = used === 0 ? Math.min(unread.length * 2, maxRecordCharacters + 1) : 0;
    if (used === 0 && unread.length > maxRecordCharacters) {
      throw corrupt('record_too_long', { sheet: csvSheetName, row: record + 1 });
    }
    if (rows.length > 0) yield rows;
  }
  if (unread === '') return;
  const { rows } = rowsOf(unread, true);
  if (rows.length > 0) yield rows;
}

/**
 * Makes cells of a record's fields in place: wrappers off, blanks `null`, trailing blanks gone.
 *
 * @throws WorkbookRefused `too_large`
 */
function cellsOf(fields: string[], row: number, limits: ReadLimits): CellValue[] {
  const cells: CellValue[] = fields;
  let width = fields.length;
  while (width > 0 && fields[width - 1] === '') width--;
  let filled = 0;
  for (let index = 0; index < width; index++) {
    const text = unwrapText(fields[index] ?? '');
    if (text.length > limits.maxCellCharacters) {
      const cell = `${columnLetters(index + 1)}${row}`;
      throw tooLarge('cell_characters', limits.maxCellCharacters, text.length, {
        sheet: csvSheetName,
        row,
        cell,
      });
    }
    cells[index] = text === '' ? null : detached(text);
    if (text !== '') filled = index + 1;
  }
  if (filled > limits.maxColumns) {
    throw tooLarge('columns', limits.maxColumns, filled, { sheet: csvSheetName, row });
  }
  cells.length = filled;
  return cells;
}

/**
 * Text that was forced to stay text: `="990101…"` and tabs before or behind are how exporters keep Excel from
 * making a number of an ID (domain.md F27).
 */
export function unwrapText(field: string): string {
  const first = field.charCodeAt(0);
  if (first !== tab && first !== equals && field.charCodeAt(field.length - 1) !== tab) return field;
  let from = 0;
  let to = field.length;
  while (from < to && field.charCodeAt(from) === tab) from++;
  while (to > from && field.charCodeAt(to - 1) === tab) to--;
  const text = to - from === field.length ? field : field.slice(from, to);
  if (text.length < 3 || !text.startsWith('="') || !text.endsWith('"')) return text;
  const inner = text.slice(2, -1);
  return inner.replaceAll('""', '').includes('"') ? text : inner.replaceAll('""', '"');
}
