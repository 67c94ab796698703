import { isAscii } from 'node:buffer';
import { corrupt, unsupported } from './refusals.ts';

/**
 * Decodes one XML part piece by piece with a single strict UTF-8 decoder, so that a character cut by a piece's
 * end survives (spreadsheets.md §1.2: the libraries that decode each piece by itself corrupt Chinese text).
 * Pieces of plain ASCII, which is most of a sheet, take a shorter way.
 */
export class PartDecoder {
  readonly #part: string;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #started = false;
  #midCharacter = false;

  constructor(part: string) {
    this.#part = part;
  }

  /** @throws WorkbookRefused `corrupt_file` on bytes that are not UTF-8, `unsupported_format` on UTF-16. */
  decode(bytes: Uint8Array): string {
    if (bytes.length === 0) return '';
    if (!this.#started) {
      this.#started = true;
      refuseWideText(bytes, this.#part);
    }
    if (!this.#midCharacter && isAscii(bytes)) {
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    }
    this.#midCharacter = (bytes[bytes.length - 1] ?? 0) >= 0x80;
    return this.#strict(() => this.#decoder.decode(bytes, { stream: true }));
  }

  /** Ends the part; a character cut by the end is refused. */
  end(): string {
    return this.#strict(() => this.#decoder.decode());
  }

  #strict(decode: () => string): string {
    try {
      return decode();
    } catch {
      throw corrupt('part_encoding', { part: this.#part });
    }
  }
}

/** UTF-16 parts are allowed by the format and written by nobody; they get a clear answer. */
function refuseWideText(bytes: Uint8Array, part: string): void {
  const [first, second] = bytes;
  const mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (mark || first === 0 || second === 0) throw unsupported('xml_utf16', { part });
}
