import { isUtf8 } from 'node:buffer';
import { notAWorkbook } from './refusals.ts';
import { WorkbookRefused } from './source.ts';

export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** How much of a text is looked at to judge it. */
export const sampleBytes = 64 * 1024;

/** Judges a beginning of decoded text: does a known header word stand in it? */
export type HeaderTest = (sample: string) => boolean;

/** What UTF-8 writes in three bytes or four. */
const beyondTwoBytes = /[\u0800-\uffff]/;
const cjk = /[\u3400-\u4dbf\u4e00-\u9fff]/;

/** Private-use characters: no Chinese text has them, wrong readings of other encodings do (domain.md F4). */
export const privateUse = /[\ue000-\uf8ff\udb80-\udbff]/;

/**
 * Recognises the encoding of a text by rule, never by statistics (domain.md F1–F6, toolchain.md): byte order
 * mark; every second byte NUL; strict UTF-8; strict GB18030 that has no private-use characters and, when a
 * vocabulary is given, shows a known header word. GB18030 is judged here by its beginning; the reader stays
 * strict to the end.
 *
 * @param hasHeader test for a known header word; without it GB18030 is taken on the strength of its bytes
 * @throws WorkbookRefused `not_a_workbook` for binary data, `encoding_unrecognised`
 */
export function recogniseEncoding(bytes: Uint8Array, hasHeader: HeaderTest | null): TextEncodingName {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    if (!isUtf8(bytes)) throw new WorkbookRefused('encoding_unrecognised', { found: 'utf-8' });
    refuseBinary(bytes);
    return 'utf-8';
  }
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  refuseBinary(bytes);
  const chinese = readsAsGb18030(bytes, hasHeader);
  if (isUtf8(bytes)) return chinese && readsBetterAsGb18030(bytes, hasHeader) ? 'gb18030' : 'utf-8';
  if (chinese) return 'gb18030';
  throw new WorkbookRefused('encoding_unrecognised', readsAsBig5(bytes, hasHeader) ? { found: 'big5' } : {});
}

/** Big5 is not read, but said by name when it shows a header word (domain.md F4). */
function readsAsBig5(bytes: Uint8Array, hasHeader: HeaderTest | null): boolean {
  const text = strictSample(bytes.subarray(0, sampleBytes), 'big5', bytes.length > sampleBytes);
  return text !== null && cjk.test(text) && (hasHeader?.(text) ?? false);
}

/**
 * UTF-16 without a mark: ASCII characters give NULs of one parity. A few on the other side are characters
 * such as 一 (U+4E00). The reading must hold a line end or separator, which chance does not give.
 */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const nuls: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) nuls[at % 2 === 0 ? 0 : 1]++;
  const [even, odd] = nuls;
  const most = Math.max(even, odd);
  if (most * 40 < sample.length || Math.min(even, odd) * 2 > most || bytes.length % 2 === 1) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = strictSample(sample, encoding);
  return text !== null && /[\n\r,;\t|]/.test(text) && !/[^\P{Cc}\n\r\t]/u.test(text) ? encoding : null;
}

/** NUL bytes and a heap of control characters are no text. */
function refuseBinary(bytes: Uint8Array): void {
  if (bytes.includes(0)) throw notAWorkbook('binary');
  const sample = bytes.subarray(0, 4096);
  let controls = 0;
  for (const byte of sample) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls++;
  if (controls * 100 > sample.length) throw notAWorkbook('binary');
}

function readsAsGb18030(bytes: Uint8Array, hasHeader: HeaderTest | null): boolean {
  const text = strictSample(bytes.subarray(0, sampleBytes), 'gb18030', bytes.length > sampleBytes);
  return text !== null && !privateUse.test(text) && (hasHeader === null || hasHeader(text));
}

/**
 * A few bytes of GB18030 may be valid UTF-8 by chance; then the UTF-8 reading has no Chinese and nothing else
 * that takes three bytes (domain.md F5).
 */
function readsBetterAsGb18030(bytes: Uint8Array, hasHeader: HeaderTest | null): boolean {
  const text = strictSample(bytes.subarray(0, sampleBytes), 'utf-8', bytes.length > sampleBytes);
  if (text === null || beyondTwoBytes.test(text) || hasHeader?.(text)) return false;
  return cjk.test(strictSample(bytes.subarray(0, sampleBytes), 'gb18030', bytes.length > sampleBytes) ?? '');
}

/** A beginning decoded strictly; `null` when it is not in that encoding. */
export function strictSample(
  bytes: Uint8Array,
  encoding: TextEncodingName | 'big5',
  cut = false,
): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return null;
  }
}
