import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diskTrouble } from '../disk/disk-trouble.ts';
import { closeServer, isFromForeignPage, isLoopbackHost, listen } from '../loopback.ts';
import { authenticate } from './authenticate.ts';
import type { ObjectCreatedEvent } from './event.ts';
import { type ObjectStore, openObjectStore } from './object-store.ts';
import type { S3Response } from './operation.ts';
import { findOperation } from './operations.ts';
import { postObject } from './post-object.ts';
import { readRequest, type S3Request } from './request.ts';
import { S3Error } from './s3-error.ts';
import type { Credentials } from './sigv4.ts';
import { element } from './xml-write.ts';

export interface S3EndpointOptions {
  readonly folder: string;
  /** 0: any free port. */
  readonly port: number;
  readonly host?: '127.0.0.1';
  /** The buckets there are; no others can be made. */
  readonly buckets: readonly string[];
  readonly credentials: Credentials;
  /** Records the event durably; a put is answered after it resolved. */
  readonly notify: (event: ObjectCreatedEvent) => Promise<void>;
  readonly notifyBuckets: readonly string[];
  readonly now: () => Date;
  readonly randomId: () => string;
  /** When an object is said to have come in, where that is not now. No request can say so. */
  readonly arrivedAt?: (bucket: string, key: string) => Date | null;
  /** Told of faults the client sees as `InternalError` only. */
  readonly onFault?: (error: unknown) => void;
}

/** A running endpoint. */
export interface S3Endpoint {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Serving {
  readonly options: S3EndpointOptions;
  readonly store: ObjectStore;
}

/**
 * Starts an S3-compatible endpoint over a folder: what Anju and ordinary clients use of S3, path-style, on
 * loopback only, Signature Version 4 checked, versioning always on. A put is answered when object and event
 * are on disk. Rejects with Node's error (`EADDRINUSE`) before the folder is touched, with `JournalCorrupt`
 * when the folder is damaged.
 */
export async function startS3Endpoint(options: S3EndpointOptions): Promise<S3Endpoint> {
  const { host = '127.0.0.1', onFault = (error: unknown) => console.error(error) } = options;
  let opened: (serving: Serving) => void = () => undefined;
  const serving = new Promise<Serving>((resolve) => {
    opened = resolve;
  });
  const server = createServer(async (message, response) => {
    const id = options.randomId();
    try {
      await send(message, response, id, await answer(message, id, await serving, options.folder, onFault));
    } catch (error) {
      if (!message.errored && !response.errored && !message.socket.destroyed) onFault(error);
      response.destroy();
    }
  });
  const port = await listen(server, options.port, host);
  try {
    const store = await openObjectStore(options);
    opened({ options, store });
    const close = async () => {
      await closeServer(server);
      await store.close();
    };
    return { url: `http://${host}:${port}`, port, close };
  } catch (error) {
    server.closeAllConnections();
    await closeServer(server);
    throw error;
  }
}

async function answer(
  message: IncomingMessage,
  id: string,
  serving: Serving,
  folder: string,
  onFault: (error: unknown) => void,
): Promise<S3Response> {
  try {
    if (!isLoopbackHost(message.headers.host)) {
      throw new S3Error('AccessDenied', 'This endpoint answers to 127.0.0.1 and localhost only, path-style.');
    }
    if (isFromForeignPage(message.headers)) {
      throw new S3Error('AccessDenied', 'This endpoint does not answer to pages of other sites.');
    }
    return await perform(readRequest(message, id), serving);
  } catch (error) {
    if (error instanceof S3Error) return errorResponse(error, message, id);
    if (message.errored) throw error;
    const trouble = diskTrouble(error, folder);
    onFault(trouble ?? error);
    const words = trouble ?? 'We encountered an internal error. Please try again.';
    const fault = new S3Error('InternalError', words);
    return errorResponse(fault, message, id);
  }
}

async function perform(request: S3Request, { options, store }: Serving): Promise<S3Response> {
  const { buckets, credentials: user } = options;
  const now = options.now();
  const bucket = request.bucket ?? '';
  const isForm =
    request.method === 'POST' && /^multipart\/form-data/i.test(request.headers.get('content-type') ?? '');
  if (isForm && request.key === null && bucket !== '') {
    checkBucket(request, buckets);
    return postObject({ request, store, bucket, user, now });
  }
  const authenticated = authenticate(request, user, now);
  const operation = findOperation(request);
  if (bucket !== '') checkBucket(request, buckets);
  return operation.run({ request, authenticated, store, buckets, bucket, key: request.key ?? '' });
}

function checkBucket({ method, bucket, key }: S3Request, buckets: readonly string[]): void {
  if (bucket !== null && buckets.includes(bucket)) return;
  if (method === 'PUT' && key === null) {
    throw new S3Error('AccessDenied', `Buckets cannot be made here; there are ${buckets.join(', ')}.`);
  }
  throw new S3Error('NoSuchBucket', `The specified bucket does not exist; there are ${buckets.join(', ')}.`);
}

function errorResponse(error: S3Error, message: IncomingMessage, id: string): S3Response {
  const xml = element('Error', [
    element('Code', error.code),
    element('Message', error.message),
    element('Resource', message.url?.split('?')[0] ?? '/'),
    element('RequestId', id),
  ]);
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
  return { status: error.status, headers: { ...error.headers, 'content-type': 'application/xml' }, body };
}

async function send(
  message: IncomingMessage,
  response: ServerResponse,
  id: string,
  { status, headers = {}, body }: S3Response,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, Buffer.from(value, 'utf8').toString('latin1'));
  }
  response.setHeader('x-amz-request-id', id);
  response.setHeader('server', 'AmazonS3');
  const bodyless = status === 204 || status === 304;
  if (typeof body === 'string') response.setHeader('content-length', Buffer.byteLength(body));
  else if (body === undefined && !bodyless) response.setHeader('content-length', 0);
  response.writeHead(status);
  if (!message.complete) message.resume();
  if (message.method === 'HEAD' || bodyless || body === undefined) response.end();
  else if (typeof body === 'string') response.end(body);
  else await pipeline(Readable.from(body, { objectMode: false }), response);
}
