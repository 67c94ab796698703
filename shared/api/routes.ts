import type { RouteIdOf } from '../contract.ts';
import { data } from './data.ts';
import { areas, datasets, health, indicators } from './descriptions.ts';
import { home } from './home.ts';
import type { Route } from './http.ts';
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
  data,
};
