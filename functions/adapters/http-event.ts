import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { principalOf, type RoleSource } from '../../shared/access/principal.ts';
import type { ApiResponse } from '../../shared/api/http/api-response.ts';
import type { ApiRequest } from '../../shared/api/http/http.ts';

/** Where an event signed with IAM says who signed it. */
const signed = z.object({ authorizer: z.object({ iam: z.object({ userArn: z.string() }) }) });

/**
 * A request out of an API Gateway v2 event; header names there are lower-case already, or made so here. Who asks
 * is what IAM says of the signature, whatever the request itself says.
 */
export function requestOf(event: APIGatewayProxyEventV2, source: RoleSource): ApiRequest {
  const headers = Object.entries(event.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value ?? '',
  ]);
  const caller = signed.safeParse(event.requestContext).data?.authorizer.iam.userArn;
  return {
    method: event.requestContext.http.method.toUpperCase(),
    path: event.rawPath,
    query: event.rawQueryString ?? '',
    headers: Object.fromEntries(headers),
    requestId: event.requestContext.requestId,
    body: bodyOf(event),
    principal: principalOf(caller ?? null, source),
    ...(caller === undefined ? {} : { caller }),
  };
}

function bodyOf({ body, isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
}

/** An answer as API Gateway v2 takes it. */
export function resultOf({
  status,
  headers,
  body,
  isBase64,
}: ApiResponse): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { ...headers },
    body,
    ...(isBase64 ? { isBase64Encoded: true } : {}),
  };
}
