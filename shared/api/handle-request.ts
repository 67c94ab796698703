import { routes } from '../contract.ts';
import type { Log } from '../records/log.ts';
import { matchesTag } from './etag.ts';
import type { Accepted, Answer, ApiRequest, ApiResponse, Outcome, Redirect, RouteTable } from './http.ts';
import { type Language, negotiateLanguage } from './language.ts';
import { matchRoutes } from './match-route.ts';
import { nearest } from './nearest.ts';
import { problem, problemResponse, queryError, refuse } from './problem.ts';
import { readQuery } from './read-query.ts';
import { refuseForeignWrite } from './write-guard.ts';

/** Headers of every answer; what varies names what the answer was chosen by. */
const everywhere = {
  vary: 'Accept-Language, Authorization',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Answers one request from the route table: pure but for the ports in `deps`. Never throws: a fault of ours
 * is logged and answered as a problem that shows nothing of the inside.
 */
export async function handleRequest<Deps extends { readonly log: Log }>(
  request: ApiRequest,
  deps: Deps,
  table: RouteTable<Deps>,
): Promise<ApiResponse> {
  const language = negotiateLanguage(request.headers['accept-language']);
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

async function respond<Deps>(
  request: ApiRequest,
  deps: Deps,
  table: RouteTable<Deps>,
  language: Language,
): Promise<ApiResponse> {
  const outcome = await findOutcome(request, deps, table, language);
  if (outcome.kind === 'problem') return problemResponse(outcome, language, request);
  if (outcome.kind === 'redirect') return redirectResponse(outcome);
  if (outcome.kind === 'accepted') return acceptedResponse(outcome);
  return answerResponse(outcome, request);
}

async function findOutcome<Deps>(
  request: ApiRequest,
  deps: Deps,
  table: RouteTable<Deps>,
  language: Language,
): Promise<Outcome> {
  const matches = matchRoutes(request.path);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const match = matches.find((one) => one.method === method);
  if (!match) return matches.length > 0 ? wrongMethod(request, matches) : notFound(request);
  const route = table[match.id];
  if (!route) return notFound(request);
  const foreign = match.method === 'GET' ? null : refuseForeignWrite(request);
  if (foreign) return foreign;
  const { values, errors } = readQuery(request.query, route.parameters);
  if (errors.length > 0) return refuse(errors);
  return route.answer({
    deps,
    method: request.method === 'HEAD' ? 'HEAD' : match.method,
    headers: request.headers,
    body: request.body ?? '',
    caller: request.caller ?? null,
    audience: request.audience ?? 'own',
    language,
    query: values,
    pathValue: match.pathValue,
    pathValues: match.pathValues,
  });
}

async function answerResponse(answer: Answer, request: ApiRequest): Promise<ApiResponse> {
  const headers = {
    ...(answer.headers ?? {}),
    ...(answer.language ? { 'content-language': answer.language } : {}),
    etag: answer.etag,
    'cache-control': 'private, no-cache',
  };
  if (matchesTag(request.headers['if-none-match'], answer.etag)) return { status: 304, headers, body: '' };
  const body = await answer.body();
  const typed = { status: 200, headers: { 'content-type': answer.contentType, ...headers } };
  if (typeof body === 'string') return { ...typed, body };
  return { ...typed, body: Buffer.from(body).toString('base64'), isBase64: true };
}

function redirectResponse({ location }: Redirect): ApiResponse {
  return { status: 303, headers: { location, 'cache-control': 'private, no-store' }, body: '' };
}

function acceptedResponse({ location, document }: Accepted): ApiResponse {
  const headers = { 'content-type': 'application/json', location, 'cache-control': 'private, no-store' };
  return { status: 202, headers, body: `${JSON.stringify(document)}\n` };
}

function notFound(request: ApiRequest): Outcome {
  const allowed = routes.map(({ path }) => path);
  const didYouMean = nearest(
    request.path,
    allowed.filter((path) => path !== '/'),
  );
  const refusal = problem('route_not_found', request.path, allowed);
  const error = queryError({
    in: 'path',
    name: 'path',
    code: 'route_not_found',
    value: request.path,
    allowed,
    didYouMean,
  });
  return { ...refusal, errors: [error] };
}

function wrongMethod(request: ApiRequest, matches: readonly { readonly method: string }[]): Outcome {
  const methods = matches.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allowed = [...new Set(methods)];
  return problem('method_not_allowed', request.method, allowed, { allow: allowed.join(', ') });
}

/** Name, words and stack of a fault, for our log only. */
function describe(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { fault: String(error) };
  return { fault: error.name, message: error.message, stack: error.stack };
}
