import { corrupt, tooLarge } from '../refusals.ts';
import type { ReadLimits } from '../source.ts';
import { type RecordCursor, record } from './biff-records.ts';

/** Flags of a string: two bytes a character; East Asian reading aids; formatting runs. */
const flag = { wide: 0x01, phonetic: 0x04, rich: 0x08 } as const;

/**
 * Reads strings that run on over CONTINUE records. The characters of a string cut by a record's end go on
 * behind a new flag byte, and may change width there ([MS-XLS] 2.5.293).
 */
export class StringReader {
  readonly #cursor: RecordCursor;
  #at: number;

  /** @param at where in the current record's payload the first string begins */
  constructor(cursor: RecordCursor, at: number) {
    this.#cursor = cursor;
    this.#at = at;
  }

  /** Text behind a length of one byte (sheet names) or two. */
  read(lengthBytes: 1 | 2): string {
    const length = lengthBytes === 1 ? this.#u8() : this.#u16();
    const flags = this.#u8();
    const runs = flags & flag.rich ? this.#u16() : 0;
    const phonetic = flags & flag.phonetic ? this.#u16() + this.#u16() * 0x10000 : 0;
    const text = this.#characters(length, (flags & flag.wide) !== 0);
    this.#skip(runs * 4 + phonetic);
    return text;
  }

  /** Nothing is left, neither in this record nor in one that continues it. */
  atEnd(): boolean {
    const { length } = this.#cursor;
    return this.#at === length && this.#cursor.following() !== record.continuation;
  }

  #characters(length: number, wideAtFirst: boolean): string {
    let wide = wideAtFirst;
    let text = '';
    for (let left = length; left > 0; ) {
      if (this.#at === this.#cursor.length) {
        this.#continue();
        wide = (this.#u8() & flag.wide) !== 0;
      }
      const width = wide ? 2 : 1;
      const here = Math.min(left, Math.floor((this.#cursor.length - this.#at) / width));
      if (here === 0) throw corrupt('biff_record', { record: this.#cursor.id });
      const from = this.#cursor.start + this.#at;
      const { bytes } = this.#cursor;
      const piece = Buffer.from(bytes.buffer, bytes.byteOffset + from, here * width);
      text += piece.toString(wide ? 'utf16le' : 'latin1');
      this.#at += here * width;
      left -= here;
    }
    return text;
  }

  #skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      if (this.#at === this.#cursor.length) this.#continue();
      const here = Math.min(left, this.#cursor.length - this.#at);
      this.#at += here;
      left -= here;
    }
  }

  /** Numbers may stand behind the end of a record only as a whole. */
  #u8(): number {
    if (this.#at === this.#cursor.length) this.#continue();
    return this.#cursor.u8(this.#at++);
  }

  #u16(): number {
    if (this.#at === this.#cursor.length) this.#continue();
    const value = this.#cursor.u16(this.#at);
    this.#at += 2;
    return value;
  }

  #continue(): void {
    if (this.#cursor.following() !== record.continuation) {
      throw corrupt('biff_record', { record: this.#cursor.id });
    }
    this.#cursor.next();
    this.#at = 0;
  }
}

/**
 * The shared texts cells refer to by index; the record says how many there are, and that many there must be.
 *
 * @throws WorkbookRefused `too_large`, `corrupt_file`
 */
export function readSharedTexts(cursor: RecordCursor, limits: ReadLimits): string[] {
  const count = cursor.u32(4);
  if (count > limits.maxSharedStrings) throw tooLarge('shared_strings', limits.maxSharedStrings, count);
  const reader = new StringReader(cursor, 8);
  const texts: string[] = [];
  let bytes = 0;
  while (texts.length < count) {
    const text = reader.read(2);
    bytes += text.length * 2;
    if (bytes > limits.maxSharedStringBytes) {
      throw tooLarge('shared_string_bytes', limits.maxSharedStringBytes, bytes);
    }
    texts.push(text);
  }
  if (!reader.atEnd()) throw corrupt('biff_record', { record: record.sharedStrings });
  return texts;
}
