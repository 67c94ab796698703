import { routes } from '../contract.ts';
import { catalogueVersion } from '../indicators/catalogue.ts';
import type { DocumentDeps } from './document-deps.ts';
import type { Route } from './http.ts';
import { jsonAnswer } from './json-answer.ts';
import { routeDescriptions } from './openapi/routes.ts';
import { documentTexts } from './openapi/texts.ts';

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
