import type { Route } from '../http/http.ts';
import { shapedCsvRoute, shapedRoute } from './shaped-route.ts';
import { shapes } from './shapes.ts';

const { progress334, waterfall, ranking, completeness, ladder } = shapes;

/** The routes of the shaped answers, each as JSON and as CSV, by the ids of shared/contract.ts. */
export const shapedRoutes = {
  progress334: shapedRoute(progress334),
  progress334Csv: shapedCsvRoute(progress334),
  waterfall: shapedRoute(waterfall),
  waterfallCsv: shapedCsvRoute(waterfall),
  ranking: shapedRoute(ranking),
  rankingCsv: shapedCsvRoute(ranking),
  completeness: shapedRoute(completeness),
  completenessCsv: shapedCsvRoute(completeness),
  ladder: shapedRoute(ladder),
  ladderCsv: shapedCsvRoute(ladder),
} as const satisfies Readonly<Record<string, Route>>;
