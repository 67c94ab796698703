import type { ServerResponse } from 'node:http';
import { negotiateLanguage } from '../../shared/api/http/language.ts';
import { type ProxyProblem, proxyProblems } from '../../shared/messages/proxy-problems.ts';

/** Why the proxy answers itself instead of handing the request on. */
export interface Refusal {
  readonly code: ProxyProblem;
  /** What stands in for `{value}` in the sentence. */
  readonly value: string;
}

/** The sentence in one language. */
export function refusalDetail({ code, value }: Refusal, language: 'zh' | 'en'): string {
  return proxyProblems[code].detail[language].replaceAll('{value}', () => value);
}

/** Writes a problem document (RFC 9457) in the form of the API's own. */
export function refuse(
  response: ServerResponse,
  refusal: Refusal,
  request: { readonly path: string; readonly acceptLanguage: string | undefined },
): void {
  const { status, title } = proxyProblems[refusal.code];
  const language = negotiateLanguage(request.acceptLanguage);
  const message = { zh: refusalDetail(refusal, 'zh'), en: refusalDetail(refusal, 'en') };
  const document = {
    // The endpoint has no page for what it never saw, and may be what cannot be reached.
    type: 'about:blank',
    title: title[language],
    status,
    detail: message[language],
    instance: request.path.split('?')[0]?.slice(0, 200),
    code: refusal.code,
    errors: [],
    message,
  };
  const body = Buffer.from(`${JSON.stringify(document)}\n`);
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'content-language': language,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': body.length,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
