import type { RouteIdOf } from '../contract.ts';
import { alerts } from './alerts.ts';
import { data, dataCsv, dataJson, dataJsonstat } from './data/data.ts';
import { areas, datasets, health, indicators } from './descriptions.ts';
import type { Route } from './http/http.ts';
import { revisions } from './lineage/revisions.ts';
import { home } from './page/home.ts';
import { recompute } from './recompute.ts';
import { shapedRoutes } from './shaped/shaped-routes.ts';
import { findingCodes, uploadFindings, uploadFindingsCsv } from './uploads/findings.ts';
import { mapping, setMapping } from './uploads/mappings.ts';
import { receipt, receiptText } from './uploads/receipt.ts';
import { diff } from './uploads/upload-diff.ts';
import { confirmOrder, publishOrder, withdrawOrder } from './uploads/upload-orders.ts';
import { upload, uploads } from './uploads/uploads.ts';

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
