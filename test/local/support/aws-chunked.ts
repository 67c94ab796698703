import { createHash, createHmac } from 'node:crypto';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** What a client signs chunks with. */
export interface ChunkSigner {
  readonly secret: string;
  readonly time: string;
  readonly region: string;
  readonly seed: string;
}

/** The body of a streamed upload as a client writes it, signed when there is a signer. */
export function writeChunked(
  chunks: readonly Uint8Array[],
  trailers: Readonly<Record<string, string>> | null,
  signer: ChunkSigner | null,
): Buffer {
  const out: (string | Uint8Array)[] = [];
  const day = signer?.time.slice(0, 8) ?? '';
  const scope = `${day}/${signer?.region}/s3/aws4_request`;
  const key =
    signer &&
    [day, signer.region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${signer.secret}`));
  let previous = signer?.seed ?? '';
  const sign = (lines: readonly string[]) => {
    previous = key ? hmac(key, lines.join('\n')).toString('hex') : '';
    return previous;
  };
  for (const chunk of [...chunks, Buffer.alloc(0)]) {
    out.push(chunk.length.toString(16));
    if (signer) {
      const lines = ['AWS4-HMAC-SHA256-PAYLOAD', signer.time, scope, previous, sha256(''), sha256(chunk)];
      out.push(`;chunk-signature=${sign(lines)}`);
    }
    out.push('\r\n', chunk, ...(chunk.length > 0 ? ['\r\n'] : []));
  }
  const lines = Object.entries(trailers ?? {}).map(([name, value]) => `${name}:${value}`);
  out.push(...lines.map((line) => `${line}\r\n`));
  if (signer && trailers) {
    const text = lines.map((line) => `${line}\n`).join('');
    const signature = sign(['AWS4-HMAC-SHA256-TRAILER', signer.time, scope, previous, sha256(text)]);
    out.push(`x-amz-trailer-signature:${signature}\r\n`);
  }
  out.push('\r\n');
  return Buffer.concat(out.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
