import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32Table, crc64Tables } from './crc-tables.ts';

/** The checksums S3 knows, as in `x-amz-checksum-<name>`; values travel as base64, big endian. */
export const checksumAlgorithms = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;

export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

/** A checksum being computed over bytes as they come. */
export interface Checksum {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

const make: Readonly<Record<ChecksumAlgorithm, () => Checksum>> = {
  crc32: crc32Checksum,
  crc32c: crc32cChecksum,
  crc64nvme: crc64Checksum,
  sha1: () => shaChecksum('sha1'),
  sha256: () => shaChecksum('sha256'),
};

/** Starts a checksum. */
export function startChecksum(algorithm: ChecksumAlgorithm): Checksum {
  return make[algorithm]();
}

/** The algorithm a header or trailer name stands for: `x-amz-checksum-crc32` → `crc32`; else `null`. */
export function algorithmOfHeader(name: string): ChecksumAlgorithm | null {
  return checksumAlgorithms.find((algorithm) => name === `x-amz-checksum-${algorithm}`) ?? null;
}

/** The algorithm of S3's upper-case name: `CRC32` → `crc32`; else `null`. */
export function algorithmNamed(name: string): ChecksumAlgorithm | null {
  return checksumAlgorithms.find((algorithm) => algorithm.toUpperCase() === name) ?? null;
}

function shaChecksum(name: 'sha1' | 'sha256'): Checksum {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

function crc32Checksum(): Checksum {
  let value = 0;
  return {
    update(bytes) {
      value = crc32(bytes, value);
    },
    digest: () => fourBytes(value),
  };
}

/** Castagnoli's polynomial, reflected. */
const castagnoli = crc32Table(0x82f63b78);

function crc32cChecksum(): Checksum {
  let value = 0xffffffff;
  return {
    update(bytes) {
      for (const byte of bytes) value = (value >>> 8) ^ (castagnoli[(value ^ byte) & 0xff] ?? 0);
    },
    digest: () => fourBytes(~value),
  };
}

/** The polynomial of the NVMe specification, reflected. */
const nvme = crc64Tables(0x9a6c9329ac4bc9b5n);

function crc64Checksum(): Checksum {
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update(bytes) {
      for (const byte of bytes) {
        const index = (low ^ byte) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (nvme.low[index] ?? 0);
        high = (high >>> 8) ^ (nvme.high[index] ?? 0);
      }
    },
    digest: () => Buffer.concat([fourBytes(~high), fourBytes(~low)]),
  };
}
