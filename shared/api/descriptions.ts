import { contracts } from '../datasets/contracts.ts';
import { catalogueVersion } from '../indicators/catalogue.ts';
import type { IndicatorDefinition } from '../indicators/definition.ts';
import { grainsOf } from '../indicators/grains.ts';
import { wholeCatalogue } from '../indicators/whole-catalogue.ts';
import { suppressionLevels } from '../privacy/levels.ts';
import { maskVersion, releasedCubes } from '../privacy/released.ts';
import { areasOfProvince } from '../programme/areas.ts';
import { periodForms } from '../programme/periods.ts';
import type { Route } from './http/http.ts';
import { jsonAnswer } from './http/json-answer.ts';

/** `GET /v1/health`: the endpoint lives, and which catalogue it computes with. */
export const health: Route = {
  answer: async ({ deps }) => jsonAnswer({ status: 'ok', province: deps.province, catalogueVersion }),
};

/** `GET /v1/areas`: the province with its cities and counties, by code. */
export const areas: Route = {
  answer: async ({ deps }) =>
    jsonAnswer({
      data: areasOfProvince(deps.province).map(({ code, level, zh, en, parent }) => ({
        code,
        level,
        name: { zh, en },
        parent,
      })),
      next: null,
    }),
};

/**
 * `GET /v1/indicators`: the catalogue as data, with the forms a period may take and the cubes that are released to
 * audiences who are shown only what at least k stand behind.
 */
export const indicators: Route = {
  answer: async () =>
    jsonAnswer({
      catalogueVersion,
      periods: [...periodForms, 'latest'],
      data: wholeCatalogue.map(described),
      released: { maskVersion, levels: suppressionLevels, cubes: releasedCubes() },
      next: null,
    }),
};

/** An indicator with the grains it has, and the k below which each audience is shown nothing of it. */
function described(indicator: IndicatorDefinition) {
  const k = indicator.personal ? suppressionLevels : [];
  return { ...indicator, grains: grainsOf(indicator), k };
}

/** `GET /v1/datasets`: the contracts as data: what a county may send, field by field. */
export const datasets: Route = {
  answer: async () => jsonAnswer({ data: Object.values(contracts), next: null }),
};
