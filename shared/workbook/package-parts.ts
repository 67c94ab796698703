import { PartDecoder } from './part-text.ts';
import { corrupt } from './refusals.ts';
import type { ReadLimits } from './source.ts';
import { type XmlHandler, XmlScanner } from './xml-scanner.ts';
import type { ZipDirectory, ZipEntry } from './zip-directory.ts';
import { type PartCap, readPart } from './zip-part.ts';

/** An opened .xlsx: its bytes, its directory and the limits it is read under. */
export interface Package {
  readonly bytes: Uint8Array;
  readonly directory: ZipDirectory;
  readonly limits: ReadLimits;
}

/** The small parts (workbook, relationships, styles) never come near this. */
export const smallPartCap: PartCap = { what: 'part_bytes', bytes: 64 * 1024 * 1024 };

/** Entry of a part by name, `null` when the file has none. */
export function findPart(xlsx: Package, name: string): ZipEntry | null {
  return xlsx.directory.get(name.toLowerCase()) ?? null;
}

/** Entry of a part that must be there. @throws WorkbookRefused `corrupt_file`. */
export function requirePart(xlsx: Package, name: string): ZipEntry {
  const entry = findPart(xlsx, name);
  if (entry === null) throw corrupt('part_missing', { part: name });
  return entry;
}

/** Scans a whole part, telling `handler`. @throws WorkbookRefused */
export async function scanPart(
  xlsx: Package,
  entry: ZipEntry,
  cap: PartCap,
  handler: XmlHandler,
): Promise<void> {
  const scanner = new XmlScanner(entry.name, handler);
  const decoder = new PartDecoder(entry.name);
  for await (const bytes of readPart(xlsx.bytes, entry, cap)) scanner.feed(decoder.decode(bytes));
  scanner.feed(decoder.end());
  scanner.end();
}
