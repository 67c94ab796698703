import type { RouteIdOf } from '../contract.ts';
import { dataArrow, dataFile, dataXlsx } from './data/data-documents.ts';
import { dictionary } from './docs/dictionary.ts';
import { compose, docs, problemPage } from './docs/docs-pages.ts';
import { openapi } from './docs/openapi-route.ts';
import { entry } from './entry.ts';
import type { DocumentDeps } from './http/document-deps.ts';
import type { Route } from './http/http.ts';
import { explain } from './lineage/explain.ts';
import { rows } from './lineage/rows.ts';
import { touches } from './lineage/touches.ts';
import { annotated } from './uploads/annotated.ts';
import { template } from './uploads/template.ts';

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
