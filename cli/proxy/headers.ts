import type { IncomingHttpHeaders } from 'node:http';

/**
 * What is handed on of a browser's headers: what it asks for and what it sends. Nothing that says who asks
 * (Authorization, cookies, `x-anju-principal`), since only the signature may say that.
 */
const handedOn = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-encoding',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'range',
] as const;

export function headersHandedOn(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    handedOn.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

/** Headers that belong to one connection and not to the answer (RFC 9110 §7.6.1). */
const ofConnection: readonly string[] = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** An answer's headers as they came, name and value in turn, less those of the connection. */
export function headersHandedBack(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!ofConnection.includes(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}
