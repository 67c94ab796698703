import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answerNothing } from '../../shared/api/answer-nothing.ts';
import { requestOf } from '../adapters/http-event.ts';

type HttpHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * The function for answers that need the heavy libraries: templates, annotated workbooks, exports, lineage.
 * It has no route yet, so whatever reaches it is answered with a problem document.
 */
export function create(): HttpHandler {
  return async (event) => {
    const { status, headers, body } = answerNothing(requestOf(event));
    return { statusCode: status, headers: { ...headers }, body };
  };
}

/** Wires the handler; it needs nothing from the environment yet. */
export async function wire(): Promise<HttpHandler> {
  return create();
}

/** Entry in the cloud. */
export const handler: HttpHandler = create();
