import { lineageDetailOf } from '../../access/lineage-detail.ts';
import { audienceName } from '../../access/principal.ts';
import type { Audience } from '../../access/roles.ts';
import { contracts } from '../../datasets/contracts.ts';
import { isDatasetId } from '../../datasets/dataset-ids.ts';
import { catalogueVersion } from '../../indicators/catalogue.ts';
import type { IndicatorDefinition } from '../../indicators/definition.ts';
import type { Component, Facts } from '../../indicators/facts.ts';
import type { Observation } from '../../indicators/observation.ts';
import { readsOf } from '../../indicators/reads/reads-of.ts';
import { type SourceBatch, sourceBatches } from '../../lineage/county-figures.ts';
import { componentOf, explainCounty, type Figure, recordsOf } from '../../lineage/explain-figure.ts';
import { fieldsBehind } from '../../lineage/places.ts';
import { countiesOf } from '../../programme/areas.ts';
import { spanOf } from '../../programme/periods.ts';
import { policyOf } from '../../programme/province-policies.ts';
import { contentId } from '../../records/ids.ts';
import { keys } from '../../records/keys.ts';
import type { Items } from '../../records/ports.ts';
import { type PublishedCounty, readFacts, readPublished } from '../../records/read-published.ts';
import { batchHeader, type Upload } from '../../records/schema.ts';
import { readUpload } from '../../records/uploads.ts';
import { type Cell, selectCells } from '../data/data-cells.ts';
import { observeCells, representObservation } from '../data/observations.ts';
import { countiesToRead, releaseOf } from '../data/release.ts';
import type { DocumentDeps } from '../http/document-deps.ts';
import type { Route } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { type ListPage, pageOf, readListPage, refuseMoved } from '../http/list-page.ts';
import { nextLink } from '../http/next-link.ts';
import { queryError, refuse } from '../http/problem.ts';
import { type FigureQuery, readFigureQuery } from '../query/figure-query.ts';
import { colouringOf } from './colouring.ts';

/**
 * `GET /v1/explain`: one figure from its value to the formula, the counties that make it, the uploads behind each,
 * and for one county the rows above and below the line with their cells. An area above the county names its
 * counties, to be asked one by one. Who is shown aggregates only gets uploads and counts.
 */
export const explain: Route<DocumentDeps> = {
  async answer(call) {
    const { deps, principal, audience, query: values } = call;
    const asked = readFigureQuery(values, deps.province);
    const { page, errors } = readListPage(values);
    if ('errors' in asked) return refuse([...asked.errors, ...errors]);
    if (errors.length > 0) return refuse(errors);
    const counties = countiesOf(asked.area);
    const published = await readPublished(deps.items, deps.cache, countiesToRead(counties, audience));
    const cells = selectCells(asked.query, published);
    const release = releaseOf(cells, published, audience);
    const refs = cells.flatMap((cell) => cell.counties.flatMap(({ ref }) => ref ?? []));
    const facts = await readFacts(deps.items, deps.cache, [...refs, ...release.refs]);
    const { by } = asked.query;
    const observed = observeCells(cells, facts, { by, withTarget: true }, release.judge(facts, deps.cache));
    const observation = observed.find((one) => isAsked(one, asked, values.get('value')));
    const [cell] = cells;
    if (!observation || !cell) return refuse([unknownValue(values, observed, by ?? '')]);
    const state = contentId('explained', [audienceName(audience), ...refs.map(({ id }) => id)]);
    const moved = refuseMoved(page, state);
    if (moved) return moved;
    const figure = { indicator: asked.indicator, parameters: cell.parameters, breakdown: asked.breakdown };
    const told = await tellCounties(deps, cell, figure, facts, published, audience);
    const isCounty = told.length > 0 && asked.area.length === 6;
    const isDeep = isCounty && lineageDetailOf(principal) === 'cells';
    const [ref] = refs;
    const county = ref && published.get(ref.area);
    const rows =
      isDeep && ref && county ? await tellRows(deps, county, figure, ref.period, page, state) : none;
    const stored = ref ? componentOf(facts.get(ref.id)?.components ?? [], figure) : null;
    const answer = {
      observation: representObservation(observation),
      definition: describe(asked.indicator),
      colouring: colouringOf(asked.indicator, observation),
      versions: { catalogue: catalogueVersion, policy: policyVersionOf(cell) },
      counties: told,
      agrees: rows.component === undefined ? null : isSame(rows.component, stored),
      records: rows.records,
      total: rows.total,
      next: rows.next,
    };
    const audit = { rows: rows.records?.length ?? 0 };
    return jsonAnswer(answer, { headers: nextLink(call, rows.next), audit });
  },
};

const none = { component: undefined, records: null, total: null, next: null };

function isAsked({ breakdown }: Observation, { query }: FigureQuery, value: string | undefined): boolean {
  return query.by === null || String(breakdown[query.by]) === value;
}

function unknownValue(values: ReadonlyMap<string, string>, observed: readonly Observation[], by: string) {
  const allowed = observed.map(({ breakdown }) => String(breakdown[by]));
  return queryError({ name: 'value', code: 'unknown_value', value: values.get('value') ?? null, allowed });
}

/** What the figure is by the catalogue, its limits among it, and which fields of which datasets it hangs on. */
function describe(indicator: IndicatorDefinition) {
  const { id, name, formula, numerator, denominator, unit, countUnit, kind, sources } = indicator;
  const { direction, colour, thresholds } = indicator;
  const reads = Object.entries(readsOf(indicator)).flatMap(([dataset, columns]) =>
    isDatasetId(dataset)
      ? [
          {
            dataset,
            name: { zh: contracts[dataset].zh, en: contracts[dataset].en },
            fields: fieldsBehind(dataset, columns).map((field) => ({
              field: field.name,
              zh: field.zh,
              en: field.en,
            })),
          },
        ]
      : [],
  );
  const limits = { direction, colour, thresholds };
  return { id, name, formula, numerator, denominator, unit, countUnit, kind, sources, reads, ...limits };
}

function policyVersionOf({ area, period }: Cell): string | null {
  return period === 'latest' ? null : policyOf(area, spanOf(period).last).version;
}

/** The counties that report the figure, with their sums and the uploads behind them. */
async function tellCounties(
  { items }: DocumentDeps,
  { counties }: Cell,
  figure: Figure,
  facts: ReadonlyMap<string, Facts>,
  published: ReadonlyMap<string, PublishedCounty>,
  audience: Audience,
) {
  const reporting = counties.flatMap(({ area, ref }) => {
    const county = published.get(area);
    const component = ref && componentOf(facts.get(ref.id)?.components ?? [], figure);
    if (!ref || !county || !component) return [];
    return [{ area, ref, county, component, sources: sourcesOf(figure, county, ref.period) }];
  });
  const rows = await rowCounts(
    items,
    reporting.flatMap(({ sources }) => sources.map(({ batch }) => batch)),
  );
  return reporting.map(({ area, ref, county, component, sources }) => {
    const isOwn = audience === 'own';
    return {
      area,
      period: ref.period,
      generation: county.head.generation,
      publishedAt: county.head.time,
      numerator: isOwn ? component.num : null,
      denominator: isOwn ? component.den : null,
      sources: sources.map(({ dataset, period, batch, uploadId }) => {
        const count = rows.get(batch) ?? null;
        const isHidden = !isOwn && (count ?? 0) < audience.k;
        return { dataset, period, upload: uploadId, rows: isHidden ? null : count };
      }),
    };
  });
}

/** The batches of the family that the indicator itself reads. */
function sourcesOf({ indicator }: Figure, county: PublishedCounty, period: string): readonly SourceBatch[] {
  const reads = readsOf(indicator);
  return sourceBatches(county, indicator.family, period).filter(({ dataset }) => reads[dataset]);
}

/** Accepted rows of batches, by id. */
async function rowCounts(items: Items, batches: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(batches)];
  const headers = await items.getMany(ids.map(keys.batchComplete), 'eventual');
  return new Map(
    ids.flatMap((id, at) => {
      const body = headers[at]?.body;
      return body ? [[id, batchHeader.parse(JSON.parse(body)).rows] as const] : [];
    }),
  );
}

/** The rows of one county's figure, a page of them. */
async function tellRows(
  deps: DocumentDeps,
  county: PublishedCounty,
  figure: Figure,
  period: string,
  page: ListPage,
  state: string,
) {
  const { component, contributions, sources } = await explainCounty(deps, county, figure, period);
  const { rows, next } = pageOf(contributions ?? [], page, state);
  const ids = [...new Set(sources.map(({ uploadId }) => uploadId))];
  const uploads = await Promise.all(ids.map((id) => readUpload(deps.items, id)));
  const known = new Map(
    uploads.flatMap((upload): readonly (readonly [string, Upload])[] =>
      upload ? [[upload.id, upload]] : [],
    ),
  );
  const records = recordsOf(county.head.area, figure.indicator, rows, sources, known);
  return { component, records, total: contributions?.length ?? null, next };
}

/** Whether the rows come to what is published: not so where the facts are of an older catalogue. */
function isSame(found: Component | null, stored: Component | null): boolean {
  return found?.num === stored?.num && found?.den === stored?.den;
}
