import type { RouteIdOf } from '../contract.ts';
import { annotated } from './annotated.ts';
import type { DocumentDeps } from './document-deps.ts';
import type { Route } from './http.ts';
import { template } from './template.ts';

/** What `documents` answers; apart from {@link apiRoutes}, so that `api` carries no workbook library. */
export const documentRoutes: Readonly<Record<RouteIdOf<'documents'>, Route<DocumentDeps>>> = {
  template,
  annotated,
};
