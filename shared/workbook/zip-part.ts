import { crc32, createInflateRaw } from 'node:zlib';
import { corrupt, type SizeKind, tooLarge } from './refusals.ts';
import { WorkbookRefused } from './source.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Size of the pieces a part is inflated in; no part is ever held whole. */
export const chunkBytes = 128 * 1024;

/** Honest sheets reach 280 : 1; deflate's maximum is about 1,030 : 1 (spreadsheets.md §1.5). */
export const maxRatio = 400;

/** Below this size no ratio is a danger. */
export const ratioFloorBytes = 32 * 1024 * 1024;

/** Cap on the unpacked size of one part, and what to call it when it is exceeded. */
export interface PartCap {
  readonly what: SizeKind;
  readonly bytes: number;
}

/**
 * Bytes of one entry, inflated piece by piece. Sizes are checked as declared before anything is inflated and
 * as found while inflating; the checksum at the end.
 *
 * @throws WorkbookRefused `zip_bomb`, `too_large`, `corrupt_file`; never anything else, and never hangs:
 * damaged deflate data ends in zlib's error.
 */
export async function* readPart(
  archive: Uint8Array,
  entry: ZipEntry,
  cap: PartCap,
): AsyncGenerator<Uint8Array> {
  const part = entry.name;
  const { compressedSize, size } = entry;
  if (size > ratioFloorBytes && size > maxRatio * compressedSize) {
    throw new WorkbookRefused('zip_bomb', {
      what: 'ratio',
      limit: maxRatio,
      found: ratio(size, entry),
      part,
    });
  }
  if (size > cap.bytes) throw tooLarge(cap.what, cap.bytes, size, { part });
  let produced = 0;
  let checksum = 0;
  for await (const chunk of inflate(packedBytes(archive, entry), entry)) {
    produced += chunk.length;
    if (produced > size) {
      throw produced > ratioFloorBytes && produced > maxRatio * compressedSize
        ? new WorkbookRefused('zip_bomb', {
            what: 'ratio',
            limit: maxRatio,
            found: ratio(produced, entry),
            part,
          })
        : corrupt('zip_size', { part });
    }
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (produced !== size) throw corrupt('zip_size', { part });
  if (checksum !== entry.crc32) throw corrupt('zip_checksum', { part });
}

const ratio = (size: number, entry: ZipEntry): number => Math.round(size / Math.max(1, entry.compressedSize));

/** The packed bytes of an entry: behind its local header (known to be there), whose sizes are not believed. */
function packedBytes(archive: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const at = entry.headerOffset;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.compressedSize > archive.length) throw corrupt('zip_truncated', { part: entry.name });
  return archive.subarray(start, start + entry.compressedSize);
}

async function* inflate(packed: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += chunkBytes) yield packed.subarray(at, at + chunkBytes);
    return;
  }
  const stream = createInflateRaw({ chunkSize: chunkBytes });
  stream.end(packed);
  try {
    for await (const chunk of stream) {
      const bytes: Uint8Array = chunk;
      yield bytes;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw corrupt('zip_data', { part: entry.name });
    }
    throw error;
  }
}
