import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive to be written, with the lies a hostile writer may tell about it. */
export interface ZipFile {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** Declared instead of the true value. */
  readonly crc?: number;
  readonly size?: number;
  /** Packed bytes instead of the deflated ones. */
  readonly packed?: Uint8Array;
  /** Sizes and offset go to a zip64 extra field. */
  readonly zip64?: boolean;
}

export interface ZipOptions {
  readonly comment?: string;
  /** Count and place of the directory go to a zip64 end record. */
  readonly zip64End?: boolean;
}

/** Writes an archive: local headers, central directory, end record. */
export function writeZip(files: readonly ZipFile[], options: ZipOptions = {}): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const data = typeof file.data === 'string' ? Buffer.from(file.data) : Buffer.from(file.data);
    const method = file.method ?? 8;
    const packed = file.packed ?? (method === 0 ? data : deflateRawSync(data));
    const name = Buffer.from(file.name);
    const size = file.size ?? data.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(file.flags ?? 0x0800, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(file.flags ?? 0x0800, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(file.crc ?? crc32(data), 16);
    entry.writeUInt32LE(file.zip64 ? 0xffffffff : packed.length, 20);
    entry.writeUInt32LE(file.zip64 ? 0xffffffff : size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(file.zip64 ? 28 : 0, 30);
    entry.writeUInt32LE(file.zip64 ? 0xffffffff : offset, 42);
    central.push(entry, name);
    if (file.zip64) central.push(zip64Extra(size, packed.length, offset));
    locals.push(local, name, Buffer.from(packed));
    offset += 30 + name.length + packed.length;
  }
  return Buffer.concat([
    ...locals,
    ...central,
    ...endRecords(files.length, Buffer.concat(central).length, offset, options),
  ]);
}

function zip64Extra(size: number, packedSize: number, offset: number): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packedSize), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  return extra;
}

function endRecords(count: number, size: number, offset: number, options: ZipOptions): Buffer[] {
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.zip64End ? 0xffff : count, 8);
  end.writeUInt16LE(options.zip64End ? 0xffff : count, 10);
  end.writeUInt32LE(options.zip64End ? 0xffffffff : size, 12);
  end.writeUInt32LE(options.zip64End ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  if (!options.zip64End) return [end, comment];
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return [end64, locator, end, comment];
}
