import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { ApiResponse } from './api-response.ts';
import { codedTag, namedTag } from './etag.ts';
import type { Answer, ApiRequest, Outcome, Written } from './http.ts';
import { type Coding, negotiateCoding } from './negotiate.ts';

/** Bytes from which compressing is worth its while. */
const worthCompressing = 1_400;

/** What a function may give back at once: Lambda takes 6 MB of JSON, headers and escapes included. */
const mostBytes = 5_900_000;

const compressible = /^(text\/|application\/(json|[\w.-]+\+json|vnd\.apache\.arrow))/;

/**
 * Sends an answer: nothing to a client that has it (304), compressed where the client can read it and it is
 * large, with a tag of its own for each coding. Gives the outcome that lies elsewhere when it is too large.
 */
export async function sendAnswer(answer: Answer, request: ApiRequest): Promise<ApiResponse | Outcome> {
  const headers = {
    ...(answer.headers ?? {}),
    ...(answer.language ? { 'content-language': answer.language } : {}),
    'cache-control': answer.isPinned ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  };
  const known = namedTag(request.headers['if-none-match'], answer.etag);
  if (known !== null) return { status: 304, headers: { ...headers, etag: known }, body: '' };
  const made = written(await answer.body());
  const coding = made && codingFor(made.body, answer, request);
  const sent = made && encoded(made.body, coding);
  if (!made || !sent || tooLarge(sent)) {
    if (answer.elsewhere) return answer.elsewhere();
    throw new RangeError(`an answer of ${sent?.length ?? 'too many'} bytes cannot be sent`);
  }
  return {
    status: 200,
    headers: {
      'content-type': answer.contentType,
      ...headers,
      ...made.headers,
      ...(coding ? { 'content-encoding': coding } : {}),
      'content-length': String(Buffer.byteLength(sent)),
      etag: codedTag(answer.etag, coding),
    },
    ...(typeof sent === 'string'
      ? { body: sent }
      : { body: sent.toString('base64'), isBase64: true as const }),
  };
}

function written(body: Awaited<ReturnType<Answer['body']>>): Written | null {
  if (body === null) return null;
  return typeof body === 'string' || body instanceof Uint8Array ? { body, headers: {} } : body;
}

function codingFor(body: Written['body'], { contentType }: Answer, request: ApiRequest): Coding | null {
  if (!compressible.test(contentType) || Buffer.byteLength(body) < worthCompressing) return null;
  return negotiateCoding(request.headers['accept-encoding']);
}

function encoded(body: Written['body'], coding: Coding | null): string | Buffer {
  if (coding === 'gzip') return gzipSync(body);
  if (coding === 'br') {
    return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }
  return typeof body === 'string' ? body : Buffer.from(body);
}

/** A text is escaped as JSON on its way, bytes become base64. */
function tooLarge(sent: string | Buffer): boolean {
  if (typeof sent !== 'string') return (sent.length * 4) / 3 > mostBytes;
  return sent.length > mostBytes / 2 && Buffer.byteLength(JSON.stringify(sent)) > mostBytes;
}
