import { parseRange } from './cell-reference.ts';
import { type Package, scanPart } from './package-parts.ts';
import { PartDecoder } from './part-text.ts';
import { corrupt, tooLarge } from './refusals.ts';
import { type Merge, WorkbookRefused } from './source.ts';
import { type XmlHandler, XmlScanner } from './xml-scanner.ts';
import type { ZipEntry } from './zip-directory.ts';
import { readPart } from './zip-part.ts';

/** 50,000 merges in one sheet have been met (toolchain.md); many more are an attack on memory. */
export const maxMerges = 200_000;

/** Longest tag looked at around the word `sheetData`. */
const window = 256;
const word = Buffer.from('sheetData');
const rowsTag = /^<(\/?)((?:[\w.-]+:)?)sheetData\s*(\/?)>/;

/** An honest piece of a sheet has the word twice; more of them are not worth looking at. */
const maxWords = 16;

/**
 * Merged ranges of a sheet. They stand behind the rows, so the sheet is inflated once ahead of reading; only
 * what follows `</sheetData>` is decoded and scanned. Should that place be misjudged (the word inside a
 * comment, odd prefixes), the fragment does not scan and the whole sheet is scanned instead.
 *
 * @throws WorkbookRefused
 */
export async function readMerges(xlsx: Package, entry: ZipEntry): Promise<readonly Merge[]> {
  const cap = { what: 'sheet_bytes', bytes: xlsx.limits.maxSheetBytes } as const;
  const tail = new TailScan(entry.name);
  let scanned = false;
  for await (const bytes of readPart(xlsx.bytes, entry, cap)) tail.take(bytes);
  try {
    scanned = tail.end();
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
  }
  if (scanned) return tail.merges;
  const handler = new MergeReader(entry.name);
  await scanPart(xlsx, entry, cap, handler);
  return handler.merges;
}

class MergeReader implements XmlHandler {
  readonly merges: Merge[] = [];
  #inside = false;
  constructor(private readonly part: string) {}

  open(name: string, scanner: XmlScanner): void {
    if (scanner.depth === 2) this.#inside = name === 'mergeCells';
    else if (name === 'mergeCell' && this.#inside && scanner.depth === 3)
      this.#add(scanner.attribute('ref') ?? '');
  }

  #add(reference: string): void {
    const range = parseRange(reference);
    if (range === null) throw corrupt('merge_reference', { part: this.part, found: reference.slice(0, 40) });
    if (this.merges.length === maxMerges)
      throw tooLarge('merges', maxMerges, maxMerges + 1, { part: this.part });
    this.merges.push(range);
  }
}

/** Scans a sheet from the end of its rows on. */
class TailScan {
  readonly #reader: MergeReader;
  readonly #scanner: XmlScanner;
  readonly #decoder: PartDecoder;
  #scanning = false;
  #failure: WorkbookRefused | null = null;
  #carry: Uint8Array = new Uint8Array(0);

  constructor(part: string) {
    this.#reader = new MergeReader(part);
    this.#scanner = new XmlScanner(part, this.#reader);
    this.#decoder = new PartDecoder(part);
  }

  get merges(): readonly Merge[] {
    return this.#reader.merges;
  }

  take(bytes: Uint8Array): void {
    if (this.#failure !== null) return;
    if (this.#scanning) {
      this.#feed(bytes);
      return;
    }
    const joined = Buffer.concat([this.#carry, bytes]);
    const end = endOfRows(joined);
    if (end === null) {
      this.#carry = joined.subarray(Math.max(0, joined.length - window));
      return;
    }
    this.#scanning = true;
    this.#scanner.feed(end.opening);
    this.#feed(joined.subarray(end.at));
  }

  /** True when the tail was found and scanned; false or a refusal when the whole sheet must be. */
  end(): boolean {
    if (this.#failure !== null) throw this.#failure;
    if (!this.#scanning) return false;
    this.#scanner.feed(this.#decoder.end());
    this.#scanner.end();
    return true;
  }

  #feed(bytes: Uint8Array): void {
    try {
      this.#scanner.feed(this.#decoder.decode(bytes));
    } catch (error) {
      if (!(error instanceof WorkbookRefused)) throw error;
      this.#failure = error;
    }
  }
}

/** Where `</sheetData>` or `<sheetData/>` stands, and the tags that must seem open there. */
function endOfRows(bytes: Buffer): { readonly at: number; readonly opening: string } | null {
  let seen = 0;
  for (let found = bytes.indexOf(word); found !== -1; found = bytes.indexOf(word, found + word.length)) {
    if (++seen > maxWords) return null;
    const from = Math.max(0, found - window / 2);
    const near = bytes.toString('latin1', from, found + window / 2);
    const start = near.lastIndexOf('<', found - from);
    const match = start === -1 ? null : rowsTag.exec(near.slice(start));
    if (match === null) continue;
    const [, closing = '', prefix = '', empty = ''] = match;
    const at = from + start;
    if (closing === '/' && empty === '') return { at, opening: `<${prefix}worksheet><${prefix}sheetData>` };
    if (closing === '' && empty === '/') return { at, opening: `<${prefix}worksheet>` };
  }
  return null;
}
