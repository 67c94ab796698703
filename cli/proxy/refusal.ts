import type { ServerResponse } from 'node:http';
import { negotiateLanguage } from '../../shared/api/http/language.ts';
import { type Unseen, unseenProblem } from '../../shared/api/http/unseen-problem.ts';

/** Why the proxy answers itself instead of handing the request on. */
export type Refusal = Unseen;

/** Writes a problem document (RFC 9457) in the form of the API's own. */
export function refuse(
  response: ServerResponse,
  refusal: Refusal,
  request: { readonly path: string; readonly acceptLanguage: string | undefined },
): void {
  const language = negotiateLanguage(request.acceptLanguage);
  const document = unseenProblem(refusal, language, request.path);
  const body = Buffer.from(`${JSON.stringify(document)}\n`);
  response.writeHead(document.status, {
    'content-type': 'application/problem+json',
    'content-language': language,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': body.length,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
