import type { ApiRequest, ApiResponse } from './http.ts';
import { negotiateLanguage } from './language.ts';
import { problem, problemResponse } from './problem.ts';

/** The answer of a function that has no route: a 404 problem, whatever is asked. */
export function answerNothing(request: ApiRequest): ApiResponse {
  const language = negotiateLanguage(request.headers['accept-language']);
  const response = problemResponse(problem('route_not_found', request.path), language, request);
  return request.method === 'HEAD' ? { ...response, body: '' } : response;
}
