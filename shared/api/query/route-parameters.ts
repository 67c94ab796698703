import type { RouteId } from '../../contract.ts';
import { dataParameters } from '../data/data-grammar.ts';
import { shapedParameters } from '../shaped/shapes.ts';
import {
  alertsParameter,
  areaParameter,
  areasParameter,
  cellParameter,
  cursorParameter,
  fieldsParameter,
  keyParameter,
  langParameter,
  limitParameter,
  onePeriodParameter,
  pageLangParameter,
  pageParameters,
  periodParameter,
  positionParameter,
} from './common-parameters.ts';
import { figureParameters } from './figure-query.ts';
import { type Parameter, required } from './parameter.ts';

/**
 * Every route of the contract with the query parameters it takes. By it a query is read, where nothing else is let
 * pass, and by it the OpenAPI document and the docs page are written.
 */
export const routeParameters: Readonly<Record<RouteId, readonly Parameter[]>> = {
  home: [areaParameter, langParameter],
  docs: [langParameter],
  compose: [pageLangParameter, fieldsParameter],
  problem: [langParameter],
  entry: [],
  openapi: [langParameter],
  dictionary: [langParameter],
  health: [],
  areas: [],
  indicators: [],
  datasets: [],
  template: [areaParameter, periodParameter],
  uploads: [areaParameter, keyParameter, limitParameter, positionParameter],
  upload: [],
  annotated: [],
  uploadFindings: [],
  uploadFindingsCsv: [],
  receipt: [],
  receiptText: [],
  diff: [],
  publishOrder: [],
  confirmOrder: [],
  withdrawOrder: [],
  findingCodes: [],
  mapping: [],
  setMapping: [],
  alerts: [areasParameter, alertsParameter, cursorParameter],
  recompute: [areasParameter],
  // The representation is chosen by Accept: what any of them takes is taken.
  data: dataParameters('csv'),
  dataJson: dataParameters('json'),
  dataCsv: dataParameters('csv'),
  dataJsonstat: dataParameters('jsonstat'),
  progress334: shapedParameters('progress334'),
  progress334Csv: shapedParameters('progress334'),
  waterfall: shapedParameters('waterfall'),
  waterfallCsv: shapedParameters('waterfall'),
  ranking: shapedParameters('ranking'),
  rankingCsv: shapedParameters('ranking'),
  completeness: shapedParameters('completeness'),
  completenessCsv: shapedParameters('completeness'),
  ladder: shapedParameters('ladder'),
  ladderCsv: shapedParameters('ladder'),
  explain: [...figureParameters, ...pageParameters],
  touches: [cellParameter, ...pageParameters],
  revisions: [...figureParameters, ...pageParameters],
  rows: [required(areasParameter), required(onePeriodParameter)],
  dataXlsx: dataParameters('xlsx'),
  dataArrow: dataParameters('arrow'),
  dataFile: dataParameters('csv'),
};
