import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { readBody } from '../../local/http/read-body.ts';
import { refuseUnreadable } from '../../local/http/unreadable.ts';
import { closeServer, listen } from '../../local/loopback.ts';
import { admitted } from './admit.ts';
import { forward } from './forward.ts';
import { headersHandedBack } from './headers.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CredentialSource } from './sign.ts';
import type { Upstream } from './upstream.ts';

export interface ProxyOptions {
  readonly upstream: Upstream;
  /** 0: any free port. */
  readonly port: number;
  readonly credentials: CredentialSource;
  readonly now: () => Date;
  /** Longest silence of the endpoint, in milliseconds. */
  readonly patience: number;
  /** Told what the proxy had to answer itself because the endpoint or the credentials failed. */
  readonly onTrouble: (refusal: Refusal) => void;
}

/** A running proxy. */
export interface SigningProxy {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** What the HTTP API takes, in megabytes. */
const mostBody = 10;

/** Longest request line and headers, in bytes; the endpoint refuses less, in its own words. */
const maxHeaderSize = 80_000;

/**
 * Serves the endpoint on 127.0.0.1, each request signed with the credentials of whoever runs the proxy. Rejects with
 * Node's error (`EADDRINUSE`) when the port is taken.
 */
export async function startProxy(options: ProxyOptions): Promise<SigningProxy> {
  const server = createServer({ maxHeaderSize }, (request, response) => {
    response.sendDate = false;
    answer(request, response, options).catch(() => response.destroy());
  });
  refuseUnreadable(server);
  const host = '127.0.0.1';
  const port = await listen(server, options.port, host);
  return { url: `http://${host}:${port}`, port, close: () => closeServer(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ProxyOptions,
): Promise<void> {
  const asked = { path: request.url ?? '', acceptLanguage: request.headers['accept-language'] };
  const target = admitted(request);
  if ('code' in target) {
    request.resume();
    return refuse(response, target, asked);
  }
  const body = await readBody(request, mostBody * 1_000_000);
  if (!body) return refuse(response, { code: 'body_too_large', value: String(mostBody) }, asked);
  const signal = goneSignal(response);
  const answered = await forward({ request, target, body, signal }, options);
  if (signal.aborted) return;
  if ('code' in answered) {
    options.onTrouble(answered);
    return refuse(response, answered, asked);
  }
  response.writeHead(
    answered.statusCode ?? 502,
    answered.statusMessage,
    headersHandedBack(answered.rawHeaders),
  );
  await pipeline(answered, response);
}

/** Aborted once whoever asked has gone before the end of the answer. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
