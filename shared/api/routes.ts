import type { RouteIdOf } from '../contract.ts';
import { alerts } from './alerts.ts';
import { data, dataCsv, dataJson, dataJsonstat } from './data.ts';
import { areas, datasets, health, indicators } from './descriptions.ts';
import { findingCodes, uploadFindings, uploadFindingsCsv } from './findings.ts';
import { home } from './home.ts';
import type { Route } from './http.ts';
import { mapping, setMapping } from './mappings.ts';
import { receipt, receiptText } from './receipt.ts';
import { recompute } from './recompute.ts';
import { revisions } from './revisions.ts';
import { shapedRoutes } from './shaped/shaped-routes.ts';
import { diff } from './upload-diff.ts';
import { confirmOrder, publishOrder, withdrawOrder } from './upload-orders.ts';
import { upload, uploads } from './uploads.ts';

/** What `api` answers, by the ids of shared/contract.ts. */
export const apiRoutes: Readonly<Record<RouteIdOf<'api'>, Route>> = {
  home,
  health,
  areas,
  indicators,
  datasets,
  uploads,
  upload,
  uploadFindings,
  uploadFindingsCsv,
  receipt,
  receiptText,
  diff,
  publishOrder,
  confirmOrder,
  withdrawOrder,
  findingCodes,
  mapping,
  setMapping,
  alerts,
  data,
  recompute,
  dataJson,
  dataCsv,
  dataJsonstat,
  revisions,
  ...shapedRoutes,
};
