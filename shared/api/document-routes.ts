import type { RouteIdOf } from '../contract.ts';
import { annotated } from './annotated.ts';
import { dataArrow, dataFile, dataXlsx } from './data-documents.ts';
import { dictionary } from './dictionary.ts';
import { compose, docs, problemPage } from './docs-pages.ts';
import type { DocumentDeps } from './document-deps.ts';
import { entry } from './entry.ts';
import { explain } from './explain.ts';
import type { Route } from './http.ts';
import { openapi } from './openapi-route.ts';
import { rows } from './rows.ts';
import { template } from './template.ts';
import { touches } from './touches.ts';

/** What `documents` answers; apart from {@link apiRoutes}, so that `api` carries no workbook library. */
export const documentRoutes: Readonly<Record<RouteIdOf<'documents'>, Route<DocumentDeps>>> = {
  docs,
  compose,
  problem: problemPage,
  entry,
  openapi,
  dictionary,
  template,
  annotated,
  explain,
  touches,
  rows,
  dataXlsx,
  dataArrow,
  dataFile,
};
