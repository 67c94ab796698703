import { createHash } from 'node:crypto';
import type { Authenticated } from './authenticate.ts';
import { S3Error } from './s3-error.ts';
import { sameSignature, scopeText, sha256Hex, signature } from './sigv4.ts';

/** Checks the chain of signatures of a streamed body: each signs its chunk and the one before. */
export interface ChunkSignatures {
  data(bytes: Uint8Array): void;
  chunkEnd(given: string | null): void;
  /** Checks `x-amz-trailer-signature` over the other trailers. */
  trailers(trailers: ReadonlyMap<string, string>): void;
}

/** Starts the chain from the request's own signature. Throws `SignatureDoesNotMatch` where it breaks. */
export function chunkSignatures({
  credential,
  time,
  signature: first,
}: Authenticated['seed']): ChunkSignatures {
  const head = [time, scopeText(credential.scope)];
  let previous = first;
  let hash = createHash('sha256');
  const advance = (given: string | null | undefined, text: string) => {
    const expected = signature(credential.key, text);
    if (!given || !sameSignature(given, expected)) {
      throw new S3Error('SignatureDoesNotMatch', 'The signature of a chunk does not match its bytes.');
    }
    previous = expected;
  };
  return {
    data(bytes) {
      hash.update(bytes);
    },
    chunkEnd(given) {
      const lines = ['AWS4-HMAC-SHA256-PAYLOAD', ...head, previous, sha256Hex(''), hash.digest('hex')];
      advance(given, lines.join('\n'));
      hash = createHash('sha256');
    },
    trailers(trailers) {
      const signed = [...trailers].filter(([name]) => name !== trailerSignature);
      const text = signed.map(([name, value]) => `${name}:${value}\n`).join('');
      const lines = ['AWS4-HMAC-SHA256-TRAILER', ...head, previous, sha256Hex(text)];
      advance(trailers.get(trailerSignature), lines.join('\n'));
    },
  };
}

const trailerSignature = 'x-amz-trailer-signature';
