import type * as z from 'zod';
import { alertsAnswer } from './alerts.ts';
import { bilingual } from './common.ts';
import { contract, contractsAnswer, field } from './contracts.ts';
import { cubeAnswer, figuresAnswer, plainObservation, series, shownObservation } from './figures.ts';
import { explainAnswer, revisionsAnswer, rowsAnswer, touchesAnswer } from './lineage.ts';
import { mappingAnswer, mappingOrderAnswer, orderAnswer, recomputeAnswer } from './orders.ts';
import { problemDocument } from './problem.ts';
import {
  areasAnswer,
  entryAnswer,
  findingCodesAnswer,
  healthAnswer,
  indicator,
  indicatorsAnswer,
  openapiAnswer,
} from './reference.ts';
import { shapedAnswers } from './shaped.ts';
import {
  diffAnswer,
  listedUpload,
  receiptAnswer,
  uploadAnswer,
  uploadFindingsAnswer,
  uploadsAnswer,
} from './uploads.ts';

/** Schemas by the name they have in the OpenAPI document; where one is used in another it is referred to. */
export const namedSchemas: Readonly<Record<string, z.ZodType>> = {
  Bilingual: bilingual,
  Problem: problemDocument,
  Entry: entryAnswer,
  OpenApi: openapiAnswer,
  Health: healthAnswer,
  Areas: areasAnswer,
  Indicator: indicator,
  Indicators: indicatorsAnswer,
  Field: field,
  Contract: contract,
  Contracts: contractsAnswer,
  FindingCodes: findingCodesAnswer,
  Observation: shownObservation,
  PlainObservation: plainObservation,
  Series: series,
  Figures: figuresAnswer,
  Cube: cubeAnswer,
  Progress334: shapedAnswers.progress334,
  Waterfall: shapedAnswers.waterfall,
  Ranking: shapedAnswers.ranking,
  Completeness: shapedAnswers.completeness,
  Ladder: shapedAnswers.ladder,
  Alerts: alertsAnswer,
  ListedUpload: listedUpload,
  Uploads: uploadsAnswer,
  Upload: uploadAnswer,
  UploadFindings: uploadFindingsAnswer,
  Receipt: receiptAnswer,
  Diff: diffAnswer,
  Order: orderAnswer,
  Mapping: mappingAnswer,
  MappingOrder: mappingOrderAnswer,
  Recomputation: recomputeAnswer,
  Explanation: explainAnswer,
  Touches: touchesAnswer,
  Revisions: revisionsAnswer,
  Rows: rowsAnswer,
};
