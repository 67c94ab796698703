import type { RouteId } from '../contract.ts';
import { data } from './data.ts';
import { areas, datasets, health, indicators } from './descriptions.ts';
import { home } from './home.ts';
import type { Route, RouteTable } from './http.ts';
import { upload, uploads } from './uploads.ts';

/** What `api` answers, by the ids of shared/contract.ts. */
export const apiRoutes: Readonly<Record<RouteId, Route>> = {
  home,
  health,
  areas,
  indicators,
  datasets,
  uploads,
  upload,
  data,
};

/** What `documents` answers: templates, exports and lineage come with their own issues. */
export const documentRoutes: RouteTable = {};
