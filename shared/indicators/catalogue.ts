import { type DatasetId, datasetIds } from '../datasets/dataset-ids.ts';
import type { IndicatorDefinition } from './definition.ts';
import { empDefinitions } from './emp/definitions.ts';
import { closureDefinitions } from './fund/closure-definitions.ts';
import { fundDefinitions } from './fund/definitions.ts';
import { issueDefinitions } from './issue/definitions.ts';
import { ladderDefinitions } from './ladder/definitions.ts';
import { netDefinitions } from './net/definitions.ts';
import { relocDefinitions } from './reloc/definitions.ts';
import { respDefinitions } from './resp/definitions.ts';
import { rptDefinitions } from './rpt/definitions.ts';
import { shareDefinitions } from './share/definitions.ts';
import { dividendDefinitions } from './share/dividend-definitions.ts';
import { equityDefinitions } from './share/equity-definitions.ts';
import { siteDefinitions } from './site/definitions.ts';

/**
 * Part of every facts id: raise it when the same batches would come to other facts, or an indicator joins.
 * A golden hash of the examples' facts fails otherwise.
 */
export const catalogueVersion = '8';

/**
 * Every indicator that is served, in the order of the programme: 搬得出 → 有事做 → 能致富, the funds that guard
 * it, the safety net and the ladder that sums it up (domain.md §5). Data only: no formula runs from here, so
 * the endpoint may carry it.
 */
export const catalogue: readonly IndicatorDefinition[] = [
  ...relocDefinitions,
  ...empDefinitions,
  ...shareDefinitions,
  ...dividendDefinitions,
  ...equityDefinitions,
  ...fundDefinitions,
  ...closureDefinitions,
  ...netDefinitions,
  ...ladderDefinitions,
  ...siteDefinitions,
  ...issueDefinitions,
  ...respDefinitions,
  ...rptDefinitions,
];

/** Datasets that name the sites 安置点 of an indicator that is opened by them. */
const siteSources: readonly DatasetId[] = ['projects', 'households'];

/** Datasets that only a rule of a family is held against: a contractor that also runs an industry project. */
const ruleSources: Readonly<Partial<Record<string, readonly DatasetId[]>>> = { share: ['fundParties'] };

/**
 * Datasets a family reads: those that any of its indicators reads or names sites by, or its rules are held against, in
 * the order of the contracts.
 */
export function sourcesOf(family: IndicatorDefinition['family']): readonly DatasetId[] {
  const own = catalogue.filter((one) => one.family === family);
  const isOpened = own.some(({ breakdowns }) => breakdowns.includes('site'));
  const beside = [...(isOpened ? siteSources : []), ...(ruleSources[family] ?? [])];
  const read = new Set([...formulaSourcesOf(family), ...beside]);
  return datasetIds.filter((dataset) => read.has(dataset));
}

/** Datasets that the formulas of a family read: a file that only names its sites makes no period of its own. */
export function formulaSourcesOf(family: IndicatorDefinition['family']): readonly DatasetId[] {
  const read = new Set(catalogue.filter((one) => one.family === family).flatMap(({ sources }) => sources));
  return datasetIds.filter((dataset) => read.has(dataset));
}
