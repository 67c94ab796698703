import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { type Gateway, startGateway } from '../../../local/http/gateway.ts';
import { localPrincipals } from '../../../local/http/local-principal.ts';
import type { ApiResponse } from '../../../shared/api/http/api-response.ts';
import { routes } from '../../../shared/contract.ts';
import { now } from './county.ts';
import { documentsOf } from './documents.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

/** Both answering functions over a table in memory, as a server on any free port of this machine. */
export async function served(publish: (items: Endpoint['items']) => Promise<void>): Promise<Gateway> {
  const api = endpoint();
  await publish(api.items);
  const documents = documentsOf(api.items);
  const handled =
    (ask: (method: string, url: string, headers: Readonly<Record<string, string>>) => Promise<ApiResponse>) =>
    async ({ rawPath, rawQueryString, headers, requestContext }: APIGatewayProxyEventV2WithIAMAuthorizer) => {
      const sent = Object.entries(headers).map(([name, value]) => [name, value ?? '']);
      const url = rawQueryString === '' ? rawPath : `${rawPath}?${rawQueryString}`;
      const answer = await ask(requestContext.http.method, url, Object.fromEntries(sent));
      const { status: statusCode, body, isBase64: isBase64Encoded = false } = answer;
      return { statusCode, headers: { ...answer.headers }, body, isBase64Encoded };
    };
  return startGateway({
    port: 0,
    host: '127.0.0.1',
    routes,
    handlers: { api: handled((_, url, headers) => api.get(url, headers)), documents: handled(documents.ask) },
    principals: localPrincipals('43', 'anju-43'),
    now,
    randomId: () => 'request-1',
  });
}
