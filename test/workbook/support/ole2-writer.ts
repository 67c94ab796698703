/** One stream of a container to be written. */
export interface Ole2Stream {
  readonly name: string;
  readonly data: Uint8Array;
}

const sectorBytes = 512;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const fatMark = 0xfffffffd;
const none = 0xffffffff;

/** Streams below this lie in small sectors inside the root's own stream. */
const miniCutoff = 4096;
const miniBytes = 64;

/** Writes an OLE2 container with its streams under the root, small ones in small sectors, as Excel does. */
export function writeOle2(streams: readonly Ole2Stream[]): Uint8Array {
  const mini = new MiniSectors();
  const starts = streams.map(({ data }) => (data.length < miniCutoff ? mini.add(data) : null));
  const contents: Buffer[] = [];
  const chains: { start: number; count: number }[] = [];
  let next = 0;
  const place = (data: Uint8Array): number => {
    const count = Math.ceil(data.length / sectorBytes);
    if (count === 0) return endOfChain;
    contents.push(padded(data, sectorBytes));
    chains.push({ start: next, count });
    next += count;
    return next - count;
  };
  const large = streams.map(({ data }, index) => (starts[index] === null ? place(data) : null));
  const miniStart = place(mini.content());
  const miniFatStart = place(mini.table());
  const entries: Entry[] = streams.map(({ name, data }, index) => ({
    name,
    kind: 2,
    right: index + 1 < streams.length ? index + 2 : none,
    start: starts[index] ?? large[index] ?? endOfChain,
    size: data.length,
  }));
  const root = {
    name: 'Root Entry',
    kind: 5,
    child: streams.length > 0 ? 1 : none,
    start: miniStart,
    size: mini.content().length,
  };
  const directoryStart = place(directoryOf([root, ...entries]));
  let fatSectors = 1;
  while (fatSectors * 128 < next + fatSectors) fatSectors++;
  if (fatSectors > 109) throw new Error('too large for this writer');
  const fat = Buffer.alloc(fatSectors * sectorBytes, 0xff);
  for (const { start, count } of chains) {
    for (let at = start; at < start + count; at++) {
      fat.writeUInt32LE(at === start + count - 1 ? endOfChain : at + 1, at * 4);
    }
  }
  for (let at = next; at < next + fatSectors; at++) fat.writeUInt32LE(fatMark, at * 4);
  return Buffer.concat([
    header({ fatStart: next, fatSectors, directoryStart, miniFatStart }),
    ...contents,
    fat,
  ]);
}

class MiniSectors {
  readonly #pieces: Buffer[] = [];
  readonly #links: number[] = [];

  add(data: Uint8Array): number {
    const count = Math.ceil(data.length / miniBytes);
    const start = this.#links.length;
    if (count === 0) return endOfChain;
    for (let at = start + 1; at < start + count; at++) this.#links.push(at);
    this.#links.push(endOfChain);
    this.#pieces.push(padded(data, miniBytes));
    return start;
  }

  content(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  table(): Buffer {
    const bytes = Buffer.alloc(Math.ceil((this.#links.length * 4) / sectorBytes) * sectorBytes, 0xff);
    for (const [index, link] of this.#links.entries()) bytes.writeUInt32LE(link, index * 4);
    return bytes;
  }
}

function padded(data: Uint8Array, unit: number): Buffer {
  const bytes = Buffer.alloc(Math.ceil(data.length / unit) * unit);
  bytes.set(data);
  return bytes;
}

function directoryOf(entries: readonly Entry[]): Buffer {
  const directory = Buffer.alloc(Math.ceil((entries.length * 128) / sectorBytes) * sectorBytes);
  for (const [index, entry] of entries.entries()) writeEntry(directory, index, entry);
  return directory;
}

interface Places {
  readonly fatStart: number;
  readonly fatSectors: number;
  readonly directoryStart: number;
  readonly miniFatStart: number;
}

function header({ fatStart, fatSectors, directoryStart, miniFatStart }: Places): Buffer {
  const bytes = Buffer.alloc(sectorBytes);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(0x3e, 0x18);
  bytes.writeUInt16LE(3, 0x1a);
  bytes.writeUInt16LE(0xfffe, 0x1c);
  bytes.writeUInt16LE(9, 0x1e);
  bytes.writeUInt16LE(6, 0x20);
  bytes.writeUInt32LE(fatSectors, 0x2c);
  bytes.writeUInt32LE(directoryStart, 0x30);
  bytes.writeUInt32LE(miniCutoff, 0x38);
  bytes.writeUInt32LE(miniFatStart, 0x3c);
  bytes.writeUInt32LE(miniFatStart === endOfChain ? 0 : 1, 0x40);
  bytes.writeUInt32LE(endOfChain, 0x44);
  for (let index = 0; index < 109; index++) {
    bytes.writeUInt32LE(index < fatSectors ? fatStart + index : free, 0x4c + index * 4);
  }
  return bytes;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly child?: number;
  readonly right?: number;
  readonly start?: number;
  readonly size?: number;
}

function writeEntry(directory: Buffer, index: number, entry: Entry): void {
  const at = index * 128;
  const name = Buffer.from(`${entry.name}\0`, 'utf16le');
  name.copy(directory, at);
  directory.writeUInt16LE(name.length, at + 0x40);
  directory.writeUInt8(entry.kind, at + 0x42);
  directory.writeUInt8(1, at + 0x43);
  directory.writeUInt32LE(none, at + 0x44);
  directory.writeUInt32LE(entry.right ?? none, at + 0x48);
  directory.writeUInt32LE(entry.child ?? none, at + 0x4c);
  directory.writeUInt32LE(entry.start ?? 0, at + 0x74);
  directory.writeUInt32LE(entry.size ?? 0, at + 0x78);
}
