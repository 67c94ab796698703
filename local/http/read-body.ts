import type { IncomingMessage } from 'node:http';

/** Reads a request's body to its end; `null` when it has more than `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size <= most) parts.push(bytes);
  }
  return size <= most ? Buffer.concat(parts) : null;
}
