import { routes } from '../contract.ts';
import { catalogueVersion } from '../indicators/catalogue.ts';
import { routeDescriptions } from './docs/openapi/routes.ts';
import { documentTexts } from './docs/openapi/texts.ts';
import type { DocumentDeps } from './http/document-deps.ts';
import type { Route } from './http/http.ts';
import { jsonAnswer } from './http/json-answer.ts';

/** `GET /v1`: where everything is; `rel` is the operation of the OpenAPI document. */
export const entry: Route<DocumentDeps> = {
  answer: async () =>
    jsonAnswer({
      name: documentTexts.title,
      catalogueVersion,
      links: routes.map(({ id, method, path }) => ({
        rel: id,
        method,
        href: path,
        title: routeDescriptions[id].summary,
      })),
    }),
};
