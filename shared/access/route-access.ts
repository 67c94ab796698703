import type { RouteId } from '../contract.ts';
import type { Action } from './actions.ts';

/**
 * Where a request names the areas it asks of. A query that leaves `area` out asks of the principal's own area; an
 * upload speaks of the area it was sent for and of those its parts are of.
 */
export type AreaSource =
  | { readonly in: 'nothing' }
  | { readonly in: 'query' | 'path'; readonly name: string }
  | { readonly in: 'upload'; readonly name: string };

/** What a route asks leave for. */
export interface RouteAccess {
  readonly action: Action;
  readonly areas: AreaSource;
  /** Query parameter that names the indicators; a route without one gives figures nobody approved for the public. */
  readonly indicators?: string;
}

const nothing = { in: 'nothing' } as const;
const queried = { in: 'query', name: 'area' } as const;
const ofUpload = { in: 'upload', name: 'id' } as const;
const inPath = { in: 'path', name: 'area' } as const;
const overview: RouteAccess = { action: 'read_overviews', areas: queried };
const figures: RouteAccess = { action: 'read_figures', areas: queried, indicators: 'indicator' };

/**
 * Every route of the contract with the action it is and where its areas stand. From it come the check of every
 * request, what the IAM role of each principal may call, and the table of docs/access.md.
 */
export const routeAccess: Readonly<Record<RouteId, RouteAccess>> = {
  home: { action: 'read_page', areas: queried },
  docs: { action: 'read_reference', areas: nothing },
  compose: { action: 'read_reference', areas: nothing },
  problem: { action: 'read_reference', areas: nothing },
  entry: { action: 'read_reference', areas: nothing },
  openapi: { action: 'read_reference', areas: nothing },
  dictionary: { action: 'read_reference', areas: nothing },
  health: { action: 'read_reference', areas: nothing },
  areas: { action: 'read_reference', areas: nothing },
  indicators: { action: 'read_reference', areas: nothing },
  datasets: { action: 'read_reference', areas: nothing },
  template: { action: 'read_reference', areas: nothing },
  uploads: { action: 'list_uploads', areas: queried },
  upload: { action: 'read_upload', areas: ofUpload },
  annotated: { action: 'read_own_copy', areas: ofUpload },
  uploadFindings: { action: 'read_upload', areas: ofUpload },
  uploadFindingsCsv: { action: 'read_upload', areas: ofUpload },
  receipt: { action: 'read_upload', areas: ofUpload },
  receiptText: { action: 'read_upload', areas: ofUpload },
  diff: { action: 'read_upload', areas: ofUpload },
  publishOrder: { action: 'change_upload', areas: ofUpload },
  confirmOrder: { action: 'change_upload', areas: ofUpload },
  withdrawOrder: { action: 'change_upload', areas: ofUpload },
  findingCodes: { action: 'read_reference', areas: nothing },
  mapping: { action: 'read_mapping', areas: inPath },
  setMapping: { action: 'change_mapping', areas: inPath },
  alerts: { action: 'read_alerts', areas: queried },
  recompute: { action: 'recompute', areas: queried },
  data: figures,
  dataJson: figures,
  dataCsv: figures,
  dataJsonstat: figures,
  progress334: overview,
  progress334Csv: overview,
  waterfall: overview,
  waterfallCsv: overview,
  ranking: figures,
  rankingCsv: figures,
  completeness: overview,
  completenessCsv: overview,
  ladder: overview,
  ladderCsv: overview,
  explain: { action: 'explain_figures', areas: queried, indicators: 'indicator' },
  touches: { action: 'explain_figures', areas: ofUpload },
  revisions: { action: 'explain_figures', areas: queried, indicators: 'indicator' },
  rows: { action: 'read_rows', areas: queried },
  dataXlsx: figures,
  dataArrow: figures,
  dataFile: figures,
};
