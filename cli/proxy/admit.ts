import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isLoopbackHost } from '../../local/loopback.ts';
import type { Refusal } from './refusal.ts';
import { unambiguous } from './sign.ts';

/** Where a request goes at the endpoint. */
export interface Target {
  readonly path: string;
  readonly query: string;
}

/**
 * Reads where a request goes, or why it goes nowhere: a name other than this machine's (DNS rebinding), another
 * page than the proxy's own, or an address that cannot be signed. Whoever follows a link to the proxy may read it.
 */
export function admitted(request: IncomingMessage): Target | Refusal {
  const { host } = request.headers;
  if (!isLoopbackHost(host)) return { code: 'foreign_host', value: host ?? '' };
  if (!isFromOwnPage(request.headers) && !isFollowedLink(request)) {
    return { code: 'foreign_page', value: '' };
  }
  const [path = '', ...query] = (request.url ?? '').split('?');
  const target = { path, query: unambiguous(query.join('?')) };
  return isReadable(target) ? target : { code: 'unreadable_address', value: '' };
}

/**
 * Whether the page that sends a request, if one does, is served at this very address: another port of this machine is
 * another program. The endpoint looks no further, for it is not told what page it was.
 */
function isFromOwnPage({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  const isOwn = origin === undefined || origin === `http://${host?.toLowerCase()}`;
  return isOwn && (site === undefined || site === 'same-origin' || site === 'none');
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
