import { corrupt } from '../refusals.ts';

/** Records of a BIFF8 workbook that matter to the values of cells ([MS-XLS] 2.3). */
export const record = {
  formula: 0x0006,
  endOfFile: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  continuation: 0x003c,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  mulBlank: 0x00be,
  richText: 0x00d6,
  cellFormat: 0x00e0,
  mergeCells: 0x00e5,
  sharedStrings: 0x00fc,
  labelSst: 0x00fd,
  dimensions: 0x0200,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  text: 0x0207,
  row: 0x0208,
  array: 0x0221,
  dataTable: 0x0236,
  rk: 0x027e,
  format: 0x041e,
  sharedFormula: 0x04bc,
  beginOfFile: 0x0809,
} as const;

/** Version in a beginning-of-file record: what Excel 97 to 2003 and WPS write. */
export const biff8 = 0x0600;

/** What a substream holds, by its beginning-of-file record. */
export const substream = { globals: 0x0005, worksheet: 0x0010 } as const;

/**
 * Walks the records of a `Workbook` stream: after `next()` the current record's `id`, and its payload through
 * the `u8` … `f64` readers, which refuse to read beyond the record.
 */
export class RecordCursor {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  id = 0;
  /** Where the current record begins in the stream; sheets are found by it. */
  offset = 0;
  /** Payload of the current record: `[start, end)`. */
  start = 0;
  end = 0;

  constructor(stream: Uint8Array, at = 0) {
    this.bytes = stream;
    this.view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
    this.end = at;
  }

  /** Goes to the next record. @throws WorkbookRefused when the stream ends before the substream does */
  next(): void {
    const at = this.end;
    if (at + 4 > this.bytes.length) throw corrupt('biff_truncated');
    this.offset = at;
    this.id = this.view.getUint16(at, true);
    this.start = at + 4;
    this.end = this.start + this.view.getUint16(at + 2, true);
    if (this.end > this.bytes.length) throw corrupt('biff_truncated');
  }

  /** Id of the record behind the current one; −1 at the end of the stream. */
  following(): number {
    return this.end + 4 <= this.bytes.length ? this.view.getUint16(this.end, true) : -1;
  }

  get length(): number {
    return this.end - this.start;
  }

  u8(at: number): number {
    return this.view.getUint8(this.#place(at, 1));
  }

  u16(at: number): number {
    return this.view.getUint16(this.#place(at, 2), true);
  }

  u32(at: number): number {
    return this.view.getUint32(this.#place(at, 4), true);
  }

  f64(at: number): number {
    return this.view.getFloat64(this.#place(at, 8), true);
  }

  #place(at: number, size: number): number {
    const place = this.start + at;
    if (place + size > this.end) throw corrupt('biff_record', { record: this.id });
    return place;
  }
}
