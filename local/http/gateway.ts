import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import type { FunctionName } from '../../shared/contract.ts';
import { closeServer, isFromForeignPage, isLoopbackHost, listen } from '../loopback.ts';
import { gatewayMessage, type HttpAnswer, readAnswer } from './function-answer.ts';
import { type LocalPrincipals, principalHeader } from './local-principal.ts';
import { readBody } from './read-body.ts';
import { requestEvent } from './request-event.ts';
import { type GatewayRoute, matchRoute } from './route-match.ts';
import { refuseUnreadable } from './unreadable.ts';

export interface GatewayOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host: '127.0.0.1';
  readonly routes: readonly GatewayRoute[];
  readonly handlers: Partial<
    Record<FunctionName, (event: APIGatewayProxyEventV2WithIAMAuthorizer) => Promise<unknown>>
  >;
  /** Who a caller is taken for. */
  readonly principals: LocalPrincipals;
  readonly now: () => Date;
  readonly randomId: () => string;
  /** Told why a request ended in a 500; the client is not. */
  readonly onFault?: (error: unknown) => void;
}

/** A running gateway. */
export interface Gateway {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Limits of the HTTP API and of Lambda behind it, in bytes. */
export const requestLimits = { lineAndHeaders: 10_240, body: 6 * 1024 * 1024 } as const;

/**
 * Starts an HTTP server that hands requests to functions as API Gateway's HTTP API does (payload format
 * 2.0). It listens on loopback only, refuses foreign Host headers and answers no cross-origin questions.
 * Rejects with Node's error (`EADDRINUSE`) when the port is taken.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const onFault = options.onFault ?? ((error: unknown) => console.error(error));
  const server = createServer({ maxHeaderSize: 8 * requestLimits.lineAndHeaders }, (request, response) => {
    answerRequest(request, options, onFault)
      .then((answer) => send(request, response, answer))
      .catch((error: unknown) => {
        if (!request.errored) onFault(error);
        response.destroy();
      });
  });
  refuseUnreadable(server);
  const port = await listen(server, options.port, options.host);
  return { url: `http://${options.host}:${port}`, port, close: () => closeServer(server) };
}

async function answerRequest(
  request: IncomingMessage,
  options: GatewayOptions,
  onFault: (error: unknown) => void,
): Promise<HttpAnswer> {
  const refused = refusedByHead(request);
  if (refused) return refused;
  const [encodedPath = '/', ...rest] = (request.url ?? '/').split('?');
  const path = decodePath(encodedPath);
  if (path === null) return gatewayMessage(400, 'Bad Request');
  const { principals } = options;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/principal' && isRead) return principals.answer(rest.join('?'), request.headers);
  const principal = principals.of(request.headers);
  if ('refused' in principal) return principal.refused;
  const body = await readBody(request, requestLimits.body);
  if (body === null) return gatewayMessage(413, 'Request Entity Too Large');
  const route = matchRoute(options.routes, request.method ?? 'GET', path);
  try {
    const handler = options.handlers[route.function];
    if (!handler) throw new Error(`no function ${route.function} runs here to answer ${route.routeKey}`);
    const event = requestEvent(request, {
      route,
      path,
      query: rest.join('?'),
      body,
      userArn: principal.arn,
      requestId: options.randomId(),
      now: options.now(),
    });
    return varying(readAnswer(await handler(event)));
  } catch (error) {
    onFault(error);
    return gatewayMessage(500, 'Internal Server Error');
  }
}

/** Here the answer also hangs on the header and the cookie that switch who asks. */
function varying(answer: HttpAnswer): HttpAnswer {
  const vary = [answer.headers.vary ?? [], 'Cookie', principalHeader].flat().join(', ');
  return { ...answer, headers: { ...answer.headers, vary } };
}

function refusedByHead(request: IncomingMessage): HttpAnswer | null {
  if (!isLoopbackHost(request.headers.host)) {
    return gatewayMessage(403, `Forbidden: this server answers to 127.0.0.1 and localhost only`);
  }
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && isFromForeignPage(request.headers)) {
    return gatewayMessage(403, 'Forbidden: pages of other sites may not write here');
  }
  const line = `${request.method} ${request.url} HTTP/${request.httpVersion}\r\n`.length;
  if (line > requestLimits.lineAndHeaders) return gatewayMessage(414, 'Request-URI Too Long');
  const headers = request.rawHeaders.reduce((sum, part) => sum + part.length + 2, 0);
  if (line + headers > requestLimits.lineAndHeaders) {
    return gatewayMessage(431, 'Request Header Fields Too Large');
  }
  return null;
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: HttpAnswer,
): void {
  const bodyless = status === 204 || status === 304;
  const lengthKnown = !bodyless && (request.method !== 'HEAD' || body.length > 0);
  const written = Object.entries(headers).map(
    ([name, value]) => [name, typeof value === 'string' ? value : [...value]] as const,
  );
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(status, {
    ...Object.fromEntries(written),
    ...(lengthKnown ? { 'content-length': body.length } : {}),
  });
  response.end(request.method === 'HEAD' || bodyless ? undefined : body);
}
