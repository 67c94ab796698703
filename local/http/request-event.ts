import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { localAccount } from '../local-account.ts';
import type { MatchedRoute } from './route-match.ts';

/** What the event says besides the request itself. */
export interface EventContext {
  readonly route: MatchedRoute;
  readonly path: string;
  readonly query: string;
  readonly body: Buffer;
  /** ARN of the assumed role the caller has. */
  readonly userArn: string;
  readonly requestId: string;
  readonly now: Date;
}

const apiId = 'local';

/**
 * The event of API Gateway's HTTP API, payload format 2.0, with IAM authorisation. As there, `rawPath` is
 * decoded and `rawQueryString` is not; repeated headers and parameters are joined by commas.
 */
export function requestEvent(
  request: IncomingMessage,
  context: EventContext,
): APIGatewayProxyEventV2WithIAMAuthorizer {
  const { route, path, query, body, requestId, now } = context;
  const headers = headersOf(request);
  const cookies = headers.cookie?.split('; ');
  const domainName = headers.host ?? '';
  const isText = textTypes.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies ? { cookies } : {}),
    headers,
    ...(query === '' ? {} : { queryStringParameters: queryParameters(query) }),
    ...(Object.keys(route.pathParameters).length > 0 ? { pathParameters: { ...route.pathParameters } } : {}),
    requestContext: {
      accountId: localAccount,
      apiId,
      authorizer: {
        iam: {
          accessKey: 'local',
          accountId: localAccount,
          callerId: 'local',
          cognitoIdentity: null,
          principalOrgId: '',
          userArn: context.userArn,
          userId: 'local',
        },
      },
      domainName,
      domainPrefix: apiId,
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: route.routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length === 0 ? {} : { body: isText ? body.toString('utf8') : body.toString('base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

const textTypes = /^(text\/|application\/(json|xml|javascript|[\w.-]+\+(json|xml))\b)/i;

function headersOf(request: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(request.headersDistinct).map(([name, values]) => [
    name,
    (values ?? []).join(name === 'cookie' ? '; ' : ','),
  ]);
  return Object.fromEntries(pairs);
}

function queryParameters(query: string): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = joined[name];
    joined[name] = before === undefined ? value : `${before},${value}`;
  }
  return joined;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `21/Apr/2017:08:00:00 +0000` */
function commonLogTime(time: Date): string {
  const [date = '', clock = ''] = time.toISOString().split('T');
  const day = date.slice(8);
  return `${day}/${months[time.getUTCMonth()]}/${date.slice(0, 4)}:${clock.slice(0, 8)} +0000`;
}
