import { gunzipSync, gzipSync } from 'node:zlib';

/** Most bytes one item may carry: DynamoDB takes 400 kB with keys and names (design.md: ≤ 350 kB). */
export const chunkBytes = 350_000;

/** Compresses bytes and cuts them into chunks that fit an item; there is always at least one. */
export function pack(bytes: Uint8Array): readonly Uint8Array[] {
  const packed = gzipSync(bytes, { level: 6 });
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < packed.length || at === 0; at += chunkBytes) {
    chunks.push(packed.subarray(at, at + chunkBytes));
  }
  return chunks;
}

/** Puts chunks together and decompresses them; throws when they are damaged (a fault of ours). */
export function unpack(chunks: readonly Uint8Array[]): Uint8Array {
  return gunzipSync(Buffer.concat(chunks));
}
