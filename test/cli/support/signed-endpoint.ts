import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody } from '../../../local/http/read-body.ts';
import { closeServer, listen } from '../../../local/loopback.ts';
import {
  canonicalRequest,
  sameSignature,
  sha256Hex,
  signature,
  signingKey,
  stringToSign,
  uriEncode,
} from '../../../local/s3/sigv4.ts';

/** What the endpoint knows its one caller by. */
export interface Caller {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and query as spelled. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The signature is that of the caller for this very request. */
  readonly isSigned: boolean;
}

export interface SignedEndpoint {
  readonly origin: string;
  readonly arrived: Arrived[];
  caller: Caller;
  answer: (request: Arrived, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** Refuses as the gate of an HTTP API does. */
const forbidden = JSON.stringify({ message: 'Forbidden' });

/**
 * A stand-in of API Gateway's HTTP API on loopback: it checks Signature Version 4 with the code of the local S3
 * endpoint, which shares nothing with the signer, and answers 403 where it does not hold.
 */
export async function startSignedEndpoint(caller: Caller, service = 'execute-api'): Promise<SignedEndpoint> {
  const server = createServer((request, response) => {
    arrival(request).catch(() => response.destroy());
    async function arrival(incoming: IncomingMessage): Promise<void> {
      const body = (await readBody(incoming, 20_000_000)) ?? Buffer.alloc(0);
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      const { method = '', url = '' } = incoming;
      const isSigned = holds({ method, url, headers, body }, endpoint.caller, service);
      const one = { method, url, headers, body, isSigned };
      endpoint.arrived.push(one);
      if (isSigned) endpoint.answer(one, response);
      else response.writeHead(403, { 'content-type': 'application/json' }).end(forbidden);
    }
  });
  const port = await listen(server, 0, '127.0.0.1');
  const endpoint: SignedEndpoint = {
    origin: `http://127.0.0.1:${port}`,
    arrived: [],
    caller,
    answer: (_, response) => void response.writeHead(200).end(),
    close: () => closeServer(server),
  };
  return endpoint;
}

/** Whether a request is signed by the caller, as the service's own documentation computes it. */
function holds(
  { method, url, headers, body }: Omit<Arrived, 'isSigned'>,
  caller: Caller,
  service: string,
): boolean {
  const form = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, credential = '', names = '', given = ''] = form.exec(headers.authorization ?? '') ?? [];
  const [accessKeyId, date = '', region = '', ...rest] = credential.split('/');
  const signed = names.split(';');
  const time = headers['x-amz-date'] ?? '';
  const mustBeSigned = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'));
  if (accessKeyId !== caller.accessKeyId || rest.join('/') !== `${service}/aws4_request`) return false;
  if (headers['x-amz-security-token'] !== caller.sessionToken || !time.startsWith(date)) return false;
  if (mustBeSigned.some((name) => !signed.includes(name))) return false;
  const [path = '', query = ''] = url.split('?');
  const scope = { date, region, service };
  const canonical = canonicalRequest({
    method,
    // Every service but S3 encodes the path as it was sent once more.
    rawPath: path.split('/').map(uriEncode).join('/'),
    parameters: query
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decodeURIComponent(name), decodeURIComponent(value.join('='))] as const;
      }),
    headers: signed.map((name) => [name, headers[name] ?? '']),
    payloadHash: sha256Hex(body),
  });
  const key = signingKey(caller.secretAccessKey, scope);
  return sameSignature(given, signature(key, stringToSign(time, scope, canonical)));
}
