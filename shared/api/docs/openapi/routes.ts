import type { RouteId } from '../../../contract.ts';
import type { RouteDescription } from './description.ts';
import { figureRoutes } from './routes/figures.ts';
import { lineageRoutes } from './routes/lineage.ts';
import { orderRoutes } from './routes/orders.ts';
import { pageRoutes } from './routes/pages.ts';
import { referenceRoutes } from './routes/reference.ts';
import { shapedRoutes } from './routes/shaped.ts';
import { uploadRoutes } from './routes/uploads.ts';

/** Every route of the contract with its description; a route without one does not compile. */
export const routeDescriptions: Readonly<Record<RouteId, RouteDescription>> = {
  ...figureRoutes,
  ...shapedRoutes,
  ...lineageRoutes,
  ...referenceRoutes,
  ...uploadRoutes,
  ...orderRoutes,
  ...pageRoutes,
};
