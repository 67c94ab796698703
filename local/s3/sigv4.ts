import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Access key and secret of the endpoint's one user. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** `<key>/<yyyymmdd>/<region>/s3/aws4_request` without the key. */
export interface CredentialScope {
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** The parts of a request that are signed. */
export interface SignedParts {
  readonly method: string;
  /** Path as sent; S3 encodes it once. */
  readonly rawPath: string;
  readonly parameters: readonly (readonly [string, string])[];
  /** Name and value of the signed headers, sorted by name. */
  readonly headers: readonly (readonly [string, string])[];
  readonly payloadHash: string;
}

export const signatureAlgorithm = 'AWS4-HMAC-SHA256';

/** Encoding of the signature: all bytes but unreserved characters. */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

/** The canonical request of Signature Version 4, as S3 makes it (no path normalisation, one encoding). */
export function canonicalRequest({ method, rawPath, parameters, headers, payloadHash }: SignedParts): string {
  const path = rawPath.split('/').map((segment) => uriEncode(decodeURIComponent(segment)));
  const query = parameters
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`);
  return [
    method,
    path.join('/'),
    query.join('&'),
    ...headers.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, ' ')}`),
    '',
    headers.map(([name]) => name).join(';'),
    payloadHash,
  ].join('\n');
}

/** The string that is signed for a request; `time` as `20170421T080000Z`. */
export function stringToSign(time: string, scope: CredentialScope, canonical: string): string {
  return [signatureAlgorithm, time, scopeText(scope), sha256Hex(canonical)].join('\n');
}

/** `<yyyymmdd>/<region>/<service>/aws4_request` */
export function scopeText({ date, region, service }: CredentialScope): string {
  return `${date}/${region}/${service}/aws4_request`;
}

/** The key of one day, region and service. */
export function signingKey(secretAccessKey: string, { date, region, service }: CredentialScope): Buffer {
  let key = Buffer.from(`AWS4${secretAccessKey}`);
  for (const part of [date, region, service, 'aws4_request']) key = hmac(key, part);
  return key;
}

/** Signature in hex. */
export function signature(key: Buffer, text: string): string {
  return hmac(key, text).toString('hex');
}

/** Compares two signatures in constant time. */
export function sameSignature(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** SHA-256 in hex. */
export function sha256Hex(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string) {
  return createHmac('sha256', key).update(text).digest();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
