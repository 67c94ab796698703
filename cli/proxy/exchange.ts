import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as encryptedRequest } from 'node:https';

/** The endpoint did not answer in time. */
export class Silent extends Error {
  override readonly name = 'Silent';
}

/** A request as it is sent. */
export interface Sending {
  readonly method: string;
  readonly origin: string;
  /** Path and query, exactly as they are to be spelled. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Longest silence, in milliseconds. */
  readonly patience: number;
  /** Ends the exchange when whoever asked has gone. */
  readonly signal: AbortSignal;
}

/**
 * Sends a request and gives the answer once its head is there; follows no redirect, decodes nothing. Rejects with
 * {@link Silent}, or with Node's error where the endpoint cannot be reached.
 */
export function exchange(sending: Sending): Promise<IncomingMessage> {
  const { method, origin, target, headers, body, patience, signal } = sending;
  const request = origin.startsWith('https:') ? encryptedRequest : plainRequest;
  const { hostname, port } = new URL(origin);
  const length = body.length > 0 ? { 'content-length': String(body.length) } : {};
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path: target, headers: { ...headers, ...length }, timeout: patience, signal },
      resolve,
    );
    sent.on('timeout', () => sent.destroy(new Silent()));
    sent.on('error', reject);
    sent.end(body);
  });
}
