import type { AuditTrail } from '../../access/audit.ts';
import { audienceOf } from '../../access/principal.ts';
import { routes } from '../../contract.ts';
import type { Log } from '../../records/log.ts';
import type { Language } from '../../text/languages.ts';
import { routeParameters } from '../query/route-parameters.ts';
import { type AdmissionDeps, admit } from './admit.ts';
import type { ApiResponse } from './api-response.ts';
import type { Accepted, ApiRequest, Outcome, Redirect, Route, RouteTable } from './http.ts';
import { languageOf } from './language.ts';
import { type Match, matchRoutes } from './match-route.ts';
import { nearest } from './nearest.ts';
import { type Problem, problem, problemResponse, queryError, refuse } from './problem.ts';
import { readQuery } from './read-query.ts';
import { recordAccess } from './record-access.ts';
import { sendAnswer } from './send-answer.ts';
import { refuseForeignWrite } from './write-guard.ts';

/** Headers of every answer; what varies names what the answer was chosen by. */
const everywhere = {
  vary: 'Accept, Accept-Language, Accept-Encoding, Authorization',
  'x-content-type-options': 'nosniff',
} as const;

/** What answering any request needs, whatever the routes need besides. */
export interface RequestDeps extends AdmissionDeps {
  readonly log: Log;
  readonly audit: AuditTrail;
}

/**
 * Most characters of a query: the HTTP API takes 10,240 bytes of request line and headers together, and says no
 * more of a longer one than that it is.
 */
const longestQuery = 8_000;

/**
 * Answers one request from the route table: pure but for the ports in `deps`. Never throws: a fault of ours
 * is logged and answered as a problem that shows nothing of the inside.
 */
export async function handleRequest<Deps extends RequestDeps>(
  request: ApiRequest,
  deps: Deps,
  table: RouteTable<Deps>,
): Promise<ApiResponse> {
  const language = languageOf(request.query, request.headers['accept-language']);
  const response = await respond(request, deps, table, language).catch((error: unknown) => {
    deps.log.error('request failed', {
      requestId: request.requestId,
      path: request.path,
      ...describe(error),
    });
    return problemResponse(problem('internal', null), language, request);
  });
  const headers = { ...everywhere, ...response.headers };
  return { ...response, headers, body: request.method === 'HEAD' ? '' : response.body };
}

async function respond<Deps extends RequestDeps>(
  request: ApiRequest,
  deps: Deps,
  table: RouteTable<Deps>,
  language: Language,
): Promise<ApiResponse> {
  const { principal } = request;
  if (principal === null) return problemResponse(problem('no_access', null), language, request);
  const found = findRoute(request, table);
  if ('kind' in found) return problemResponse(found, language, request);
  const { match, route } = found;
  const { values, errors } = readQuery(request.query, routeParameters[match.id]);
  const admission = await admit(principal, match, values, deps);
  const refused = admission.refusal ?? (errors.length > 0 ? refuse(errors) : null);
  const outcome =
    refused ??
    (await route.answer({
      deps,
      method: request.method === 'HEAD' ? 'HEAD' : match.method,
      path: request.path,
      headers: request.headers,
      body: request.body ?? '',
      caller: request.caller ?? null,
      principal,
      audience: audienceOf(principal),
      language,
      query: values,
      pathValue: match.pathValue,
      pathValues: match.pathValues,
    }));
  const response = await responseOf(outcome, language, request);
  const details = 'audit' in outcome ? (outcome.audit ?? {}) : {};
  const { status } = response;
  await recordAccess(request, deps, { route: match.id, principal, admission, status, details });
  return response;
}

/** The route a request goes to; a write that a foreign page could have sent goes to none. */
function findRoute<Deps>(
  request: ApiRequest,
  table: RouteTable<Deps>,
): { readonly match: Match; readonly route: Route<Deps> } | Problem {
  if (request.query.length > longestQuery) {
    return problem('query_too_long', String(request.query.length), [String(longestQuery)]);
  }
  const matches = matchRoutes(request.path);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const match = matches.find((one) => one.method === method);
  if (!match) return matches.length > 0 ? wrongMethod(request, matches) : notFound(request);
  const route = table[match.id];
  if (!route) return notFound(request);
  const foreign = match.method === 'GET' ? null : refuseForeignWrite(request);
  return foreign ?? { match, route };
}

async function responseOf(outcome: Outcome, language: Language, request: ApiRequest): Promise<ApiResponse> {
  if (outcome.kind === 'problem') return problemResponse(outcome, language, request);
  if (outcome.kind === 'redirect') return redirectResponse(outcome);
  if (outcome.kind === 'accepted') return acceptedResponse(outcome);
  const sent = await sendAnswer(outcome, request);
  return 'kind' in sent ? responseOf(sent, language, request) : sent;
}

function redirectResponse({ location }: Redirect): ApiResponse {
  return { status: 303, headers: { location, 'cache-control': 'private, no-store' }, body: '' };
}

function acceptedResponse({ location, document }: Accepted): ApiResponse {
  const headers = { 'content-type': 'application/json', location, 'cache-control': 'private, no-store' };
  return { status: 202, headers, body: `${JSON.stringify(document)}\n` };
}

function notFound(request: ApiRequest): Problem {
  const allowed = routes.map(({ path }) => path);
  const didYouMean = nearest(
    request.path,
    allowed.filter((path) => path !== '/'),
  );
  const error = queryError({
    in: 'path',
    name: 'path',
    code: 'route_not_found',
    value: request.path,
    allowed,
    didYouMean,
  });
  return refuse([error]);
}

function wrongMethod(request: ApiRequest, matches: readonly { readonly method: string }[]): Problem {
  const methods = matches.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allowed = [...new Set(methods)];
  return problem('method_not_allowed', request.method, allowed, { allow: allowed.join(', ') });
}

/** Name, words and stack of a fault, for our log only. */
function describe(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { fault: String(error) };
  return { fault: error.name, message: error.message, stack: error.stack };
}
