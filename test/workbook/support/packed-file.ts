import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZipFile } from './zip-writer.ts';

/** Pieces deflated at a time. */
const heldPieces = 500;

/** Deflates a file of an archive piece by piece, so that a gigabyte of XML is never held. */
export async function packedFile(name: string, pieces: Iterable<string | Uint8Array>): Promise<ZipFile> {
  const deflate = createDeflateRaw({ level: 6 });
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  let [crc, size] = [0, 0];
  let held: Buffer[] = [];
  const flush = async () => {
    const bytes = Buffer.concat(held);
    held = [];
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  };
  for (const piece of pieces) if (held.push(Buffer.from(piece)) === heldPieces) await flush();
  await flush();
  deflate.end();
  await once(deflate, 'end');
  return { name, data: '', crc, size, packed: Buffer.concat(chunks) };
}
