import { isLoopbackHost } from '../../local/loopback.ts';
import { proxyTexts } from '../../shared/messages/proxy-texts.ts';
import type { Language } from '../../shared/text/languages.ts';
import { CannotRun } from '../exit-code.ts';

/** The endpoint that requests are signed for. */
export interface Upstream {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly region: string;
}

/** `<api>.execute-api.<region>.amazonaws.com`, in China with `.cn` behind. */
const executeApi = /^[a-z0-9]+\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/;

/**
 * Reads the API's address; its region stands in the host name, or is named for an address without one. Throws
 * {@link CannotRun} for an address that is not HTTPS (plain HTTP is for this machine only), has more than a host,
 * or lies in another region than the one named.
 */
export function upstreamOf(address: string, named: string | null, language: Language): Upstream {
  const texts = proxyTexts[language];
  const url = URL.canParse(address) ? new URL(address) : null;
  const isEncrypted = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.host));
  const isBare = url && `${url.origin}/` === url.href;
  if (!url || !isEncrypted || !isBare) throw new CannotRun(texts.badUrl(address));
  const found = executeApi.exec(url.hostname)?.[1] ?? null;
  if (found !== null && named !== null && named !== found) {
    throw new CannotRun(texts.otherRegion(address, found, named));
  }
  const region = found ?? named;
  if (region === null) throw new CannotRun(texts.regionOfUrl(address));
  return { origin: url.origin, region };
}
