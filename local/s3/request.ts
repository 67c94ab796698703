import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

/** A request as the operations see it: path-style address, decoded. */
export interface S3Request {
  readonly method: string;
  /** Path as sent, percent-encoded. */
  readonly rawPath: string;
  readonly bucket: string | null;
  readonly key: string | null;
  /** Parameters as sent, decoded, in order. */
  readonly parameters: readonly (readonly [string, string])[];
  readonly query: ReadonlyMap<string, string>;
  /** By lower-case name; in a presigned request also the `x-amz-` parameters, which stand for headers. */
  readonly headers: ReadonlyMap<string, string>;
  /** Names of the headers that were really sent. */
  readonly sentHeaders: ReadonlySet<string>;
  readonly body: AsyncIterable<Uint8Array>;
  readonly id: string;
}

/** Headers a presigned URL carries as parameters of its own, which are no headers. */
const signatureParameters: readonly string[] = [
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-signedheaders',
  'x-amz-signature',
];

const longestKey = 1024;

/** Reads the request's head. Throws `InvalidURI` or `KeyTooLongError`. */
export function readRequest(message: IncomingMessage, id: string): S3Request {
  const [rawPath = '/', ...rest] = (message.url ?? '/').split('?');
  const parameters = readParameters(rest.join('?'));
  const slash = rawPath.indexOf('/', 1);
  const bucket = decodeUri(slash < 0 ? rawPath.slice(1) : rawPath.slice(1, slash));
  const key = slash < 0 ? '' : decodeUri(rawPath.slice(slash + 1));
  if (Buffer.byteLength(key) > longestKey) throw new S3Error('KeyTooLongError', 'Your key is too long');
  const sent = readHeaders(message);
  const query = new Map(parameters);
  return {
    method: message.method ?? 'GET',
    rawPath,
    bucket: bucket === '' ? null : bucket,
    key: key === '' ? null : key,
    parameters,
    query,
    headers: query.has('X-Amz-Signature') ? new Map([...hoisted(parameters), ...sent]) : sent,
    sentHeaders: new Set(sent.keys()),
    // Left early, the rest is read and dropped by the endpoint, so that the connection stays usable.
    body: message.iterator({ destroyOnReturn: false }),
    id,
  };
}

function readParameters(query: string): readonly (readonly [string, string])[] {
  if (query === '') return [];
  return query.split('&').map((pair) => {
    const [name = '', ...value] = pair.replaceAll('+', '%20').split('=');
    return [decodeUri(name), decodeUri(value.join('='))] as const;
  });
}

/** Decodes percent-encoded UTF-8; throws `InvalidURI` when it is none. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** Node reads header bytes as Latin-1; clients sign and mean UTF-8. */
function readHeaders(message: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = Object.entries(message.headersDistinct).map(([name, values]) => {
    const value = (values ?? []).map((one) => Buffer.from(one, 'latin1').toString('utf8')).join(',');
    return [name, value] as const;
  });
  return new Map(pairs);
}

function hoisted(parameters: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return parameters
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name.startsWith('x-amz-') && !signatureParameters.includes(name));
}
