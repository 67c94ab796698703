import { createHash } from 'node:crypto';
import { request } from 'node:http';
import {
  type Credentials,
  canonicalRequest,
  signature,
  signingKey,
  stringToSign,
} from '../../../local/s3/sigv4.ts';
import { credentials } from './endpoint.ts';

/** A request that is signed by hand, so that a test can make it wrong. */
export interface RawRequest {
  readonly method: string;
  /** Encoded path, with the query. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | ((seed: { signature: string; time: string }) => Uint8Array);
  readonly payload?: string;
  readonly time?: Date;
  readonly user?: Credentials;
  /** Headers added after signing. */
  readonly unsigned?: Readonly<Record<string, string>>;
}

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** S3's error code, when the body is an error. */
  readonly code: string | undefined;
}

export const region = 'cn-northwest-1';

/** Signs and sends. */
export function sendSigned(port: number, raw: RawRequest): Promise<RawAnswer> {
  const time = (raw.time ?? new Date()).toISOString().replace(/[-:]|\.\d+/g, '');
  const fixed = typeof raw.body === 'function' ? null : (raw.body ?? new Uint8Array());
  const payload =
    raw.payload ??
    createHash('sha256')
      .update(fixed ?? '')
      .digest('hex');
  const headers: Record<string, string> = {
    host: `127.0.0.1:${port}`,
    'x-amz-content-sha256': payload,
    'x-amz-date': time,
    ...raw.headers,
  };
  const [rawPath = '/', query = ''] = raw.url.split('?');
  const names = Object.keys(headers).sort();
  const scope = { date: time.slice(0, 8), region, service: 's3' };
  const user = raw.user ?? credentials;
  const canonical = canonicalRequest({
    method: raw.method,
    rawPath,
    parameters: [...new URLSearchParams(query)],
    headers: names.map((name) => [name, headers[name] ?? '']),
    payloadHash: payload,
  });
  const signed = signature(signingKey(user.secretAccessKey, scope), stringToSign(time, scope, canonical));
  const credential = `${user.accessKeyId}/${scope.date}/${region}/s3/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signed}`;
  const body = typeof raw.body === 'function' ? raw.body({ signature: signed, time }) : fixed;
  return sendRaw(port, {
    ...raw,
    headers: { ...headers, ...raw.unsigned, authorization },
    body: body ?? new Uint8Array(),
  });
}

/** Sends as it is. */
export function sendRaw(
  port: number,
  raw: { method: string; url: string; headers: Readonly<Record<string, string>>; body?: Uint8Array },
): Promise<RawAnswer> {
  const { method, url: path, headers, body } = raw;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1];
        resolve({ status: answer.statusCode ?? 0, body: text, headers: answer.headers, code });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
