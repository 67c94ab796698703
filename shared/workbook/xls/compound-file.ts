import { corrupt } from '../refusals.ts';

/** A stream of the container's root, by where its directory entry says it is. */
export interface CompoundStream {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** An opened OLE2 container (compound file): the streams of its root and how to get their bytes. */
export interface CompoundFile {
  readonly streams: readonly CompoundStream[];
  /** Bytes of one stream. @throws WorkbookRefused `corrupt_file` */
  read(stream: CompoundStream): Uint8Array;
}

const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;
const noEntry = 0xffffffff;
const headerBytes = 512;
const headerFatSectors = 109;
const entryBytes = 128;
const entryKind = { stream: 2, root: 5 } as const;

/** Sectors of the file by number; a last one may be cut short, as some programs write it. */
interface Sectors {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly size: number;
  readonly count: number;
}

/**
 * Opens an OLE2 container, the outer shape of .xls and .et and of encrypted .xlsx ([MS-CFB]). Only streams
 * directly under the root count: an embedded object may hold a workbook of its own.
 *
 * @throws WorkbookRefused `corrupt_file` where chains run in circles, leave the file or end early
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const sectors = readHeader(bytes);
  const { view } = sectors;
  const fat = joinTables(sectors, fatSectors(sectors));
  const directory = chainBytes(sectors, fat, view.getUint32(0x30, true));
  const root = rootEntry(directory);
  const miniCutoff = view.getUint32(0x38, true);
  const miniFatStart = view.getUint32(0x3c, true);
  return {
    streams: rootStreams(directory, root.child),
    read(stream) {
      if (stream.size === 0) return new Uint8Array(0);
      const chain =
        stream.size < miniCutoff
          ? miniChainBytes(sectors, fat, miniFatStart, root.start, stream.start)
          : chainBytes(sectors, fat, stream.start);
      if (chain.length < stream.size) throw corrupt('ole2_chain');
      return chain.subarray(0, stream.size);
    },
  };
}

function readHeader(bytes: Uint8Array): Sectors {
  if (bytes.length < headerBytes * 2) throw corrupt('ole2_header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(0x20, true) !== 6) throw corrupt('ole2_header');
  const size = 2 ** shift;
  return { bytes, view, size, count: Math.ceil(bytes.length / size) - 1 };
}

function sector({ bytes, size, count }: Sectors, number: number): Uint8Array {
  if (number >= count) throw corrupt('ole2_chain');
  const at = (number + 1) * size;
  const part = bytes.subarray(at, at + size);
  if (part.length === size) return part;
  const padded = new Uint8Array(size);
  padded.set(part);
  return padded;
}

/** Numbers of the sectors that hold the allocation table: 109 in the header, the rest in a chain of its own. */
function fatSectors(sectors: Sectors): number[] {
  const { view, size, count } = sectors;
  const numbers: number[] = [];
  const add = (number: number) => {
    if (number !== freeSector && number !== endOfChain) numbers.push(number);
  };
  for (let index = 0; index < headerFatSectors; index++) add(view.getUint32(0x4c + index * 4, true));
  let next = view.getUint32(0x44, true);
  for (let seen = 0; next !== endOfChain && next !== freeSector; seen++) {
    if (seen === count) throw corrupt('ole2_chain');
    const table = tableOf(sector(sectors, next));
    for (const number of table.subarray(0, size / 4 - 1)) add(number);
    next = table[size / 4 - 1] ?? endOfChain;
  }
  if (numbers.length > count) throw corrupt('ole2_header');
  return numbers;
}

/** Four-byte numbers of a sector, copied: a sector may stand at an odd place in the given bytes. */
function tableOf(bytes: Uint8Array): Uint32Array {
  const copy = Uint8Array.from(bytes);
  return new Uint32Array(copy.buffer, 0, copy.length >> 2);
}

function joinTables(sectors: Sectors, numbers: readonly number[]): Uint32Array {
  const joined = new Uint32Array((numbers.length * sectors.size) / 4);
  for (const [index, number] of numbers.entries()) {
    joined.set(tableOf(sector(sectors, number)), (index * sectors.size) / 4);
  }
  return joined;
}

/** Numbers along a chain. No chain visits a sector twice, so one longer than the table is a circle. */
function chain(table: Uint32Array, start: number): number[] {
  const numbers: number[] = [];
  for (let at = start; at !== endOfChain; at = table[at] ?? freeSector) {
    if (at >= table.length || numbers.length === table.length) throw corrupt('ole2_chain');
    numbers.push(at);
  }
  return numbers;
}

function chainBytes(sectors: Sectors, fat: Uint32Array, start: number): Uint8Array {
  const numbers = chain(fat, start);
  if (numbers.length > sectors.count) throw corrupt('ole2_chain');
  return Buffer.concat(numbers.map((number) => sector(sectors, number)));
}

/** Streams under 4 KB lie in 64-byte sectors inside the root's own stream. */
function miniChainBytes(
  sectors: Sectors,
  fat: Uint32Array,
  miniFatStart: number,
  rootStart: number,
  start: number,
): Uint8Array {
  const container = chainBytes(sectors, fat, rootStart);
  const miniFat = tableOf(chainBytes(sectors, fat, miniFatStart));
  const pieces = chain(miniFat, start).map((number) => {
    if ((number + 1) * 64 > container.length) throw corrupt('ole2_chain');
    return container.subarray(number * 64, number * 64 + 64);
  });
  return Buffer.concat(pieces);
}

interface Entry extends CompoundStream {
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

function entryAt(directory: Uint8Array, index: number): Entry {
  const at = index * entryBytes;
  if (at + entryBytes > directory.length) throw corrupt('ole2_directory');
  const view = new DataView(directory.buffer, directory.byteOffset + at, entryBytes);
  const nameBytes = view.getUint16(0x40, true);
  if (nameBytes > 64) throw corrupt('ole2_directory');
  const name = Buffer.from(directory.subarray(at, at + Math.max(0, nameBytes - 2))).toString('utf16le');
  return {
    name,
    kind: view.getUint8(0x42),
    left: view.getUint32(0x44, true),
    right: view.getUint32(0x48, true),
    child: view.getUint32(0x4c, true),
    start: view.getUint32(0x74, true),
    size: view.getUint32(0x78, true),
  };
}

function rootEntry(directory: Uint8Array): Entry {
  const root = entryAt(directory, 0);
  if (root.kind !== entryKind.root) throw corrupt('ole2_directory');
  return root;
}

/** Streams among the root's children, which form a tree by `left` and `right`. */
function rootStreams(directory: Uint8Array, child: number): CompoundStream[] {
  const streams: CompoundStream[] = [];
  const seen = new Set<number>();
  const waiting = [child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === noEntry) continue;
    if (seen.has(index)) throw corrupt('ole2_directory');
    seen.add(index);
    const { kind, name, start, size, left, right } = entryAt(directory, index);
    if (kind === entryKind.stream) streams.push({ name, start, size });
    waiting.push(left, right);
  }
  return streams;
}
