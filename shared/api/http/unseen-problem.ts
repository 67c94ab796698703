import { type ProxyProblem, proxyProblems } from '../../messages/proxy-problems.ts';
import type { Language } from '../../text/languages.ts';

/** What a server in front of the endpoint refuses itself. */
export interface Unseen {
  readonly code: ProxyProblem;
  /** What stands in for `{value}` in the sentence. */
  readonly value: string;
}

/** The sentence in one language. */
export function unseenDetail({ code, value }: Unseen, language: Language): string {
  return proxyProblems[code].detail[language].replaceAll('{value}', () => value);
}

/**
 * A problem document (RFC 9457) with the members of the endpoint's own, for what the endpoint never saw. It has no page
 * there, so its type is `about:blank`. `path` is left out where the address could not be read.
 */
export function unseenProblem(unseen: Unseen, language: Language, path: string | null) {
  const { status, title } = proxyProblems[unseen.code];
  const message = { zh: unseenDetail(unseen, 'zh'), en: unseenDetail(unseen, 'en') };
  return {
    type: 'about:blank',
    title: title[language],
    status,
    detail: message[language],
    ...(path === null ? {} : { instance: path.split('?')[0]?.slice(0, 200) }),
    code: unseen.code,
    errors: [],
    message,
  };
}
