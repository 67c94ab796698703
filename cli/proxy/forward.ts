import type { IncomingMessage } from 'node:http';
import type { Target } from './admit.ts';
import { exchange, Silent } from './exchange.ts';
import { headersHandedOn } from './headers.ts';
import type { Refusal } from './refusal.ts';
import { type CredentialSource, type Credentials, signedHeaders } from './sign.ts';
import type { Upstream } from './upstream.ts';

/** A request that was admitted and read. */
export interface Admitted {
  readonly request: Pick<IncomingMessage, 'method' | 'headers'>;
  readonly target: Target;
  readonly body: Uint8Array;
  /** Aborted when whoever asked has gone. */
  readonly signal: AbortSignal;
}

/** What handing on needs. */
export interface Forwarding {
  readonly upstream: Upstream;
  readonly credentials: CredentialSource;
  readonly now: () => Date;
  readonly patience: number;
}

/**
 * Signs a request and sends it to the endpoint; gives the answer as it comes, or why there is none. It is sent once
 * more only where the endpoint's gate refused temporary credentials that have since been renewed: nothing behind the
 * gate has seen the first one then.
 */
export async function forward(
  admitted: Admitted,
  forwarding: Forwarding,
): Promise<IncomingMessage | Refusal> {
  const credentials = await usable(() => forwarding.credentials());
  if ('code' in credentials) return credentials;
  const first = await send(admitted, forwarding, credentials);
  if ('code' in first || !isRefusedAtGate(first) || credentials.sessionToken === undefined) return first;
  const renewed = await usable(() => forwarding.credentials({ forceRefresh: true }));
  if ('code' in renewed || renewed.sessionToken === credentials.sessionToken) return first;
  first.resume();
  return send(admitted, forwarding, renewed);
}

async function usable(look: () => Promise<Credentials>): Promise<Credentials | Refusal> {
  try {
    return await look();
  } catch (error) {
    return { code: 'no_credentials', value: withoutCommand(wordsOf(error)) };
  }
}

/** A `credential_process` that fails is quoted with its whole command line, which may hold a secret. */
function withoutCommand(words: string): string {
  return words.startsWith('Command failed:') ? 'credential_process' : words;
}

async function send(
  { request, target, body, signal }: Admitted,
  { upstream, now, patience }: Forwarding,
  credentials: Credentials,
): Promise<IncomingMessage | Refusal> {
  const { origin, region } = upstream;
  const { method = 'GET' } = request;
  const unsigned = { method, origin, ...target, headers: headersHandedOn(request.headers), body };
  const headers = await signedHeaders(unsigned, credentials, { service: 'execute-api', region }, now());
  const address = target.query === '' ? target.path : `${target.path}?${target.query}`;
  try {
    return await exchange({ method, origin, target: address, headers, body, patience, signal });
  } catch (error) {
    if (error instanceof Silent) return { code: 'endpoint_silent', value: String(patience / 1000) };
    return { code: 'endpoint_unreachable', value: `${origin}: ${wordsOf(error)}` };
  }
}

/** Refused by the gate before Anju, which would have answered with a problem document. */
function isRefusedAtGate({ statusCode, headers }: IncomingMessage): boolean {
  return statusCode === 403 && !headers['content-type']?.startsWith('application/problem+json');
}

/** An error's own words; several addresses of a name that all refuse have only codes. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return error.message || code || error.name;
}
