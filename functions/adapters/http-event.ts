import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { ApiRequest } from '../../shared/api/http.ts';

/** A request out of an API Gateway v2 event; header names there are lower-case already, or made so here. */
export function requestOf(event: APIGatewayProxyEventV2): ApiRequest {
  const headers = Object.entries(event.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value ?? '',
  ]);
  return {
    method: event.requestContext.http.method.toUpperCase(),
    path: event.rawPath,
    query: event.rawQueryString ?? '',
    headers: Object.fromEntries(headers),
    requestId: event.requestContext.requestId,
  };
}
