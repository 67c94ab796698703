import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './sha256.ts';

/** AWS credentials of whoever runs the proxy. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only temporary credentials have one: those of an assumed role. */
  readonly sessionToken?: string | undefined;
}

/** Gives the credentials in force; `forceRefresh` has them looked up anew. */
export type CredentialSource = (options?: { readonly forceRefresh?: boolean }) => Promise<Credentials>;

/** A request before it is signed. */
export interface Unsigned {
  readonly method: string;
  readonly origin: string;
  /** Path as it is sent, percent-encoded. */
  readonly path: string;
  /** Query as it is sent, without `?`. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What the signature is made for. */
export interface Scope {
  readonly service: 'execute-api' | 'cloudformation';
  readonly region: string;
}

/** What a content type means to the receiver is signed; what a proxy on the way may rewrite is not. */
const signedAsWell: readonly string[] = ['content-type'];

/**
 * Signs a request with Signature Version 4: gives all headers it is to be sent with. Throws `URIError` when the query
 * is not UTF-8 in percent-encoding, since what is not readable cannot be signed.
 */
export async function signedHeaders(
  request: Unsigned,
  credentials: Credentials,
  { service, region }: Scope,
  now: Date,
): Promise<Readonly<Record<string, string>>> {
  const { method, path, headers, body } = request;
  const { protocol, host, hostname } = new URL(request.origin);
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 });
  const query = parametersOf(request.query);
  const sent = { ...headers, host };
  const unsignableHeaders = new Set(Object.keys(headers).filter((name) => !signedAsWell.includes(name)));
  const signed = await signer.sign(
    { method, protocol, hostname, path, query, headers: sent, body },
    { signingDate: now, unsignableHeaders },
  );
  return signed.headers;
}

/** Parameters by name, as the receiver reads them out of the query. */
function parametersOf(query: string): Record<string, string[]> {
  const all = new Map<string, string[]>();
  for (const pair of query.split('&').filter((one) => one !== '')) {
    const [name = '', ...value] = pair.split('=');
    const key = decodeURIComponent(name);
    all.set(key, [...(all.get(key) ?? []), decodeURIComponent(value.join('='))]);
  }
  return Object.fromEntries(all);
}

/**
 * A query without `+`. It means a space to Anju, but signers disagree whether it is one; `%20` is a space to all.
 */
export function unambiguous(query: string): string {
  return query.replaceAll('+', '%20');
}
