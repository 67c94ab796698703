import { corrupt, unsupported } from './refusals.ts';
import { WorkbookRefused } from './source.ts';

/** One file of an archive, as the central directory describes it. */
export interface ZipEntry {
  /** Name with `/` between folders, in its own case. */
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the local header starts. */
  readonly headerOffset: number;
}

/** Entries by lower-cased name: Office looks parts up without regard to case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** More entries than any county's workbook has; a workbook with a picture per person stays far below. */
export const maxEntries = 2_000;

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const end64LocatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const unknown32 = 0xffffffff;
const unknown16 = 0xffff;

/** General-purpose flags: encrypted, strongly encrypted, directory encrypted. */
const encryptedFlags = 0x0001 | 0x0040 | 0x2000;
const utf8Flag = 0x0800;

interface DirectoryPlace {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Reads the directory at the end of an archive, zip64 included; local headers are never believed
 * (spreadsheets.md §1.5).
 *
 * @throws WorkbookRefused `corrupt_file`, `zip_bomb` (too many entries), `encrypted_file`,
 * `unsupported_format` (a compression other than deflate).
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = findDirectory(view);
  if (place.count > maxEntries) {
    throw new WorkbookRefused('zip_bomb', { what: 'entries', limit: maxEntries, found: place.count });
  }
  const directoryEnd = place.offset + place.size;
  if (directoryEnd > view.byteLength) throw corrupt('zip_directory');
  const entries = new Map<string, ZipEntry>();
  let at = place.offset;
  for (let index = 0; index < place.count; index++) {
    if (at + 46 > directoryEnd || view.getUint32(at, true) !== entrySignature) throw corrupt('zip_directory');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > directoryEnd) throw corrupt('zip_directory');
    const entry = readEntry(view, at, nameLength, extraLength);
    if (!namesAgree(view, at, nameLength, entry.headerOffset))
      throw corrupt('zip_directory', { part: entry.name });
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw corrupt('zip_duplicate_name', { part: entry.name });
    entries.set(key, entry);
    at = next;
  }
  return entries;
}

/** Names have no checksum, but stand twice: a part that lost its name would be a part silently missing. */
function namesAgree(view: DataView, at: number, nameLength: number, header: number): boolean {
  if (header + 30 + nameLength > view.byteLength || view.getUint32(header, true) !== localSignature)
    return false;
  if (view.getUint16(header + 26, true) !== nameLength) return false;
  for (let index = 0; index < nameLength; index++) {
    if (view.getUint8(at + 46 + index) !== view.getUint8(header + 30 + index)) return false;
  }
  return true;
}

function findDirectory(view: DataView): DirectoryPlace {
  const last = view.byteLength - 22;
  const first = Math.max(0, last - unknown16);
  for (let at = last; at >= first; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0)
      throw corrupt('zip_directory');
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== unknown16 && size !== unknown32 && offset !== unknown32) return { count, size, offset };
    return findDirectory64(view, at) ?? { count, size, offset };
  }
  throw corrupt('zip_truncated');
}

function findDirectory64(view: DataView, endAt: number): DirectoryPlace | null {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== end64LocatorSignature) return null;
  const at = readSize(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature)
    throw corrupt('zip_directory');
  return { count: readSize(view, at + 32), size: readSize(view, at + 40), offset: readSize(view, at + 48) };
}

function readSize(view: DataView, at: number): number {
  const size = view.getBigUint64(at, true);
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) throw corrupt('zip_directory');
  return Number(size);
}

function readEntry(view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameBytes = Buffer.from(view.buffer, view.byteOffset + at + 46, nameLength);
  const name = nameBytes.toString((flags & utf8Flag) !== 0 ? 'utf8' : 'latin1').replaceAll('\\', '/');
  if ((flags & encryptedFlags) !== 0)
    throw new WorkbookRefused('encrypted_file', { found: 'zip', part: name });
  if (method !== 0 && method !== 8) throw unsupported('zip_method', { method, part: name });
  const sizes = widenSizes(view, at, at + 46 + nameLength, extraLength);
  if (method === 0 && sizes.compressedSize !== sizes.size) throw corrupt('zip_size', { part: name });
  return { name, method, crc32: view.getUint32(at + 16, true), ...sizes };
}

/** Sizes of an entry; those that do not fit 32 bits stand in the zip64 extra field, in this order. */
function widenSizes(view: DataView, at: number, extraAt: number, extraLength: number) {
  let size = view.getUint32(at + 24, true);
  let compressedSize = view.getUint32(at + 20, true);
  let headerOffset = view.getUint32(at + 42, true);
  const extraEnd = extraAt + extraLength;
  for (let field = extraAt; field + 4 <= extraEnd; ) {
    const end = field + 4 + view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 0x0001) {
      let next = field + 4;
      const take = (): number => {
        if (next + 8 > end || end > extraEnd) throw corrupt('zip_directory');
        next += 8;
        return readSize(view, next - 8);
      };
      if (size === unknown32) size = take();
      if (compressedSize === unknown32) compressedSize = take();
      if (headerOffset === unknown32) headerOffset = take();
      break;
    }
    field = end;
  }
  return { size, compressedSize, headerOffset };
}
