import type { IncomingMessage } from 'node:http';
import { isFromForeignPage, isLoopbackHost } from '../../local/loopback.ts';
import type { Refusal } from './refusal.ts';
import { unambiguous } from './sign.ts';

/** Where a request goes at the endpoint. */
export interface Target {
  readonly path: string;
  readonly query: string;
}

/**
 * Reads where a request goes, or why it goes nowhere: a name other than this machine's (DNS rebinding), a page of
 * another site, or an address that cannot be signed. Whoever follows a link to the proxy may read it.
 */
export function admitted(request: IncomingMessage): Target | Refusal {
  const { host } = request.headers;
  if (!isLoopbackHost(host)) return { code: 'foreign_host', value: host ?? '' };
  if (isFromForeignPage(request.headers) && !isFollowedLink(request)) {
    return { code: 'foreign_page', value: '' };
  }
  const [path = '', ...query] = (request.url ?? '').split('?');
  const target = { path, query: unambiguous(query.join('?')) };
  return isReadable(target) ? target : { code: 'unreadable_address', value: '' };
}

function isFollowedLink({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.origin === undefined && headers['sec-fetch-dest'] === 'document';
}

/** An address of the server itself in percent-encoded UTF-8, with no segment that would be resolved on the way. */
function isReadable({ path, query }: Target): boolean {
  if (!path.startsWith('/') || /\/\.{0,2}\//.test(path) || /\/\.{1,2}$/.test(path)) return false;
  try {
    decodeURIComponent(path);
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}
