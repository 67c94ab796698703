import type { CellValue, Merge } from '../../../shared/workbook/source.ts';
import { writeOle2 } from './ole2-writer.ts';

/** A cell to be written: a value, or the payload of a record of its own. */
export type XlsCell = CellValue | { readonly record: number; readonly rest: Uint8Array };

export interface XlsSheet {
  readonly name: string;
  readonly rows: readonly (readonly XlsCell[])[];
  readonly visibility?: 0 | 1 | 2;
  /** 0 worksheet, 2 chart, 6 macro sheet. */
  readonly kind?: number;
  readonly merges?: readonly Merge[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  /** Stated instead of the true used range: rows and columns, past the last. */
  readonly dimensions?: readonly [rows: number, columns: number];
  /** Records before the merges, as `record()` makes them. */
  readonly extra?: Uint8Array;
}

export interface XlsOptions {
  readonly date1904?: boolean;
  readonly version?: number;
  readonly encrypted?: boolean;
  /** Longest payload, so that texts run on over CONTINUE records. */
  readonly recordBytes?: number;
  readonly stream?: string;
  /** Every shared text has a formatting run and reading aids behind it. */
  readonly rich?: boolean;
}

/** Cell formats of every file: general, date, percent, a Chinese date code, a built-in Chinese date. */
const formats = [0, 14, 10, 164, 31];
export const formatIndex = { plain: 0, date: 1, percent: 2, chineseDate: 3, builtInChineseDate: 4 } as const;

export const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, index * 2);
  return bytes;
};

export const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, index * 4);
  return bytes;
};

export const f64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

export const record = (id: number, ...payload: Uint8Array[]): Buffer => {
  const data = Buffer.concat(payload);
  return Buffer.concat([u16(id, data.length), data]);
};

const isLatin = (text: string): boolean => [...text].every((character) => character <= '\u00ff');

/** A string behind a length of one byte or two; one byte a character when all fit. */
export function xlsText(text: string, lengthBytes: 1 | 2): Buffer {
  const length = lengthBytes === 1 ? Buffer.from([text.length]) : u16(text.length);
  return Buffer.concat([
    length,
    Buffer.from([isLatin(text) ? 0 : 1]),
    Buffer.from(text, isLatin(text) ? 'latin1' : 'utf16le'),
  ]);
}

/** Writes an .xls as Excel 97 does (BIFF8), as far as the values of cells go. */
export function writeXls(sheets: readonly XlsSheet[], options: XlsOptions = {}): Uint8Array {
  const texts = new Map<string, number>();
  const substreams = sheets.map((sheet) => sheetStream(sheet, texts));
  const globals = (offsets: readonly number[]) =>
    Buffer.concat([
      record(0x0809, u16(options.version ?? 0x0600, 0x0005, 0, 0), u32(0, 0)),
      options.encrypted ? record(0x002f, u16(1, 1, 1)) : Buffer.alloc(0),
      record(0x0022, u16(options.date1904 ? 1 : 0)),
      record(0x041e, u16(164), xlsText('yyyy"年"m"月"d"日"', 2)),
      ...formats.map((id) => record(0x00e0, u16(0, id), Buffer.alloc(16))),
      ...sheets.map(({ name, visibility = 0, kind = 0 }, index) =>
        record(0x0085, u32(offsets[index] ?? 0), Buffer.from([visibility, kind]), xlsText(name, 1)),
      ),
      sharedTexts([...texts.keys()], options.recordBytes ?? 8224, options.rich ?? false),
      record(0x000a),
    ]);
  const { length } = globals(sheets.map(() => 0));
  let at = length;
  const offsets = substreams.map((bytes) => {
    const offset = at;
    at += bytes.length;
    return offset;
  });
  const data = Buffer.concat([globals(offsets), ...substreams]);
  return writeOle2([{ name: options.stream ?? 'Workbook', data }]);
}

function sheetStream(sheet: XlsSheet, texts: Map<string, number>): Buffer {
  const width = Math.max(0, ...sheet.rows.map(({ length }) => length));
  const [rows, columns] = sheet.dimensions ?? [sheet.rows.length, width];
  const merges = sheet.merges ?? [];
  return Buffer.concat([
    record(0x0809, u16(0x0600, sheet.kind === 2 ? 0x0020 : 0x0010, 0, 0), u32(0, 0)),
    record(0x0200, u32(0, rows), u16(0, columns, 0)),
    ...sheet.rows.map((cells, row) => {
      const hidden = sheet.hiddenRows?.includes(row + 1) ? 0x20 : 0;
      return record(0x0208, u16(row, 0, cells.length, 255, 0, 0, 0x0100 | hidden, 15));
    }),
    ...sheet.rows.flatMap((cells, row) => cells.map((cell, column) => cellRecord(row, column, cell, texts))),
    sheet.extra ?? Buffer.alloc(0),
    ...(merges.length === 0
      ? []
      : [
          record(
            0x00e5,
            u16(merges.length),
            ...merges.map(({ top, bottom, left, right }) => u16(top - 1, bottom - 1, left - 1, right - 1)),
          ),
        ]),
    record(0x000a),
  ]);
}

function cellRecord(row: number, column: number, cell: XlsCell, texts: Map<string, number>): Buffer {
  const at = (format: number) => u16(row, column, format);
  if (cell === null) return record(0x0201, at(0));
  if (typeof cell === 'boolean') return record(0x0205, at(0), Buffer.from([cell ? 1 : 0, 0]));
  if (typeof cell === 'number') return numberRecord(at(0), cell);
  if (typeof cell === 'string') {
    const index = texts.get(cell) ?? texts.size;
    texts.set(cell, index);
    return record(0x00fd, at(0), u32(index));
  }
  if ('record' in cell) return record(cell.record, at(0), cell.rest);
  if ('number' in cell) return numberRecord(at(formatIndex[cell.format]), cell.number);
  if (cell.fault === 'formula_without_value') return formulaRecord(at(0), [0, 0, 0]);
  return record(0x0205, at(0), Buffer.from([errorCodes[cell.fault] ?? 0, 1]));
}

const errorCodes: Readonly<Record<string, number>> = { '#DIV/0!': 0x07, '#N/A': 0x2a, '#REF!': 0x17 };

/** Small integers as RK, as Excel does, others as doubles. */
function numberRecord(at: Buffer, value: number): Buffer {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 29 && !Object.is(value, -0)
    ? record(0x027e, at, u32((value << 2) | 2))
    : record(0x0203, at, f64(value));
}

const formulaRecord = (at: Buffer, [kind = 0, , value = 0]: readonly number[]): Buffer =>
  record(0x0006, at, Buffer.from([kind, 0, value, 0, 0, 0, 0xff, 0xff]), u16(0), u32(0), u16(0));

/** The shared texts, cut into CONTINUE records wherever a payload is full, also inside a text. */
function sharedTexts(texts: readonly string[], most: number, rich: boolean): Buffer {
  const payloads: Buffer[][] = [[u32(texts.length, texts.length)]];
  let used = 8;
  const last = () => payloads[payloads.length - 1] ?? [];
  const begin = () => {
    payloads.push([]);
    used = 0;
  };
  const add = (bytes: Buffer) => {
    last().push(bytes);
    used += bytes.length;
  };
  for (const text of texts) {
    const wide = !isLatin(text);
    const width = wide ? 2 : 1;
    if (used + (rich ? 9 : 3) + width > most) begin();
    const flags = (wide ? 1 : 0) | (rich ? 0x0c : 0);
    add(Buffer.concat([u16(text.length), Buffer.from([flags]), ...(rich ? [u16(1), u32(5)] : [])]));
    let rest = text;
    while (rest.length > 0) {
      const room = Math.floor((most - used) / width);
      if (room === 0) {
        begin();
        add(Buffer.from([wide ? 1 : 0]));
        continue;
      }
      add(Buffer.from(rest.slice(0, room), wide ? 'utf16le' : 'latin1'));
      rest = rest.slice(room);
    }
    for (let left = rich ? 9 : 0; left > 0; left--) {
      if (used === most) begin();
      add(Buffer.from([0xee]));
    }
  }
  return Buffer.concat(payloads.map((parts, index) => record(index === 0 ? 0x00fc : 0x003c, ...parts)));
}
