import type { CellValue, ReadLimits, RefusalCode } from '../../../shared/workbook/source.ts';
import { packedFile } from '../support/packed-file.ts';
import { writeXlsxParts, type XlsxParts } from '../support/xlsx-writer.ts';
import type { ZipFile } from '../support/zip-writer.ts';

/** What reading must end in: one refusal, or every cell of every sheet and nothing else. */
export type Ending =
  | { readonly refused: RefusalCode; readonly params?: Readonly<Record<string, string | number>> }
  | { readonly sheets: readonly (readonly (readonly CellValue[])[])[] };

/**
 * A file made to crash its reader, to cost it time or memory, or to make it lose cells (spreadsheets.md §1.3,
 * reliability.md §6.3). The tests make each in its small size, with limits lowered to that size, so that what is
 * tested is the limit's cause and not the machine; `npm run bench -- reading` makes the full size and measures.
 */
export interface HostileKind {
  readonly name: string;
  /** How many of what the kind has too many of; kinds without have one size. */
  readonly size?: { readonly small: number; readonly full: number };
  readonly make: (size: number) => Promise<Uint8Array> | Uint8Array;
  readonly ends: Ending;
  /** Limits of the small size; the full size meets those of the product. */
  readonly limits?: Partial<ReadLimits>;
  /** Read whole, in a thread that is ended at 20 s or 1 GB, and therefore allowed more. */
  readonly legacy?: true;
}

export const megabyte = 1 << 20;

/** One sheet part in every workbook of these kinds. */
export const sheetPart = 'xl/worksheets/sheet1.xml';
export const stringsPart = 'xl/sharedStrings.xml';

/** The row most kinds hold: what is not hostile about them must still be read. */
export const honestRow = '<row><c><v>1</v></c></row>';
export const honest: Ending = { sheets: [[[1]]] };

export const corrupt = (reason: string): Ending => ({ refused: 'corrupt_file', params: { reason } });
export const tooLarge = (what: string): Ending => ({ refused: 'too_large', params: { what } });
export const bomb: Ending = { refused: 'zip_bomb' };

export const xlsx =
  (parts: XlsxParts): HostileKind['make'] =>
  () =>
    writeXlsxParts(parts);

/** An .xlsx whose sheet holds these pieces between the tags of its rows. */
export async function ofRows(pieces: Iterable<string>, parts: XlsxParts = {}): Promise<Uint8Array> {
  return withFiles(parts, [
    await packedFile(sheetPart, within('<worksheet><sheetData>', pieces, '</sheetData></worksheet>')),
  ]);
}

/** An .xlsx with one honest row whose shared texts are these pieces. */
export async function ofStrings(
  pieces: Iterable<string>,
  changes: Partial<ZipFile> = {},
): Promise<Uint8Array> {
  const file = await packedFile(stringsPart, within('<sst>', pieces, '</sst>'));
  return withFiles({ rows: honestRow, strings: '<si/>' }, [{ ...file, ...changes }]);
}

export function withFiles(parts: XlsxParts, files: readonly ZipFile[]): Uint8Array {
  return writeXlsxParts({ ...parts, files: [...(parts.files ?? []), ...files] });
}

export function* within(before: string, pieces: Iterable<string>, after: string): Generator<string> {
  yield before;
  yield* pieces;
  yield after;
}

export function* repeated(times: number, text: string): Generator<string> {
  for (let count = 0; count < times; count++) yield text;
}

/** `text` for 1, 2, 3 … */
export function* numbered(times: number, text: (at: number) => string): Generator<string> {
  for (let at = 1; at <= times; at++) yield text(at);
}

/** Bytes that have no structure but are the same in every run. */
export function noise(length: number): Uint8Array {
  let state = 12_345;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state >> 16) & 0xff;
  });
}

/** A megabyte of letters and digits that hardly packs, so that it is no bomb. */
export function unlikeText(): string {
  return Buffer.from(noise(megabyte / 2)).toString('hex');
}
