import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Who asks, unless a test says otherwise: who runs Anju in Hunan. */
export const admin = 'arn:aws:sts::000000000000:assumed-role/anju-43-admin-43/local';

/** An event as API Gateway v2 sends it, signed by an assumed role, or by nobody (`null`). */
export function httpEvent(
  method: string,
  rawPath: string,
  rawQueryString = '',
  headers: Readonly<Record<string, string>> = {},
  caller: string | null = admin,
): APIGatewayProxyEventV2 {
  const signature = { authorizer: { iam: { userArn: caller } } };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: { ...headers },
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '02/May/2017:01:30:00 +0000',
      timeEpoch: 1493688600000,
      ...(caller === null ? {} : signature),
    },
  };
}
