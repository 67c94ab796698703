import type { ApiRequest } from './http.ts';
import { type Problem, problem } from './problem.ts';

/**
 * Refuses a write that a page of another site could have made a browser send. In the cloud every request is
 * signed; on loopback nobody signs, so a write must say `content-type: application/json`, which no form and no
 * simple cross-origin request can, and an `Origin`, where there is one, must be this very address. There is no
 * CORS answer that would let another origin ask first.
 */
export function refuseForeignWrite({ headers }: Pick<ApiRequest, 'headers'>): Problem | null {
  const { origin, host, 'content-type': type, 'sec-fetch-site': site } = headers;
  const isOwn = origin === undefined || (host !== undefined && hostOf(origin) === host.toLowerCase());
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
  if (!isOwn || !isOwnSite) return problem('foreign_origin', origin ?? site ?? null);
  const isJson = /^application\/json\s*(;|$)/i.test(type ?? '');
  return isJson ? null : problem('unsupported_media_type', type ?? null, ['application/json']);
}

/** Host and port an Origin names; `null` for an opaque one. */
function hostOf(origin: string): string | null {
  return /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}
