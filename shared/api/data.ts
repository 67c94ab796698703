import { catalogue, catalogueVersion } from '../indicators/catalogue.ts';
import { countiesOf } from '../programme/areas.ts';
import { readFacts, readPublished } from '../records/read-published.ts';
import { type Cell, selectCells } from './data-cells.ts';
import { type DataQuery, dataParameters, mostObservations, readDataQuery, tooLarge } from './data-query.ts';
import { entityTag } from './etag.ts';
import type { Answer, Route } from './http.ts';
import { observeCells, representObservation } from './observations.ts';
import { refuse } from './problem.ts';
import { snapshotOf } from './snapshot.ts';

/**
 * `GET /v1/data`: indicators for areas and periods. Heads, trees, facts: three steps, each in parallel,
 * and only heads once the content is known. The entity tag follows from the facts' ids, so a client that
 * has the answer already is told so without reading them, and a commit that moves no fact keeps the tag.
 */
export const data: Route = {
  parameters: dataParameters,
  async answer({ deps, query: values }) {
    const { query, errors } = readDataQuery(values, catalogue, deps.province);
    if (errors.length > 0) return refuse(errors);
    const counties = query.areas.flatMap((area) => countiesOf(area));
    const published = await readPublished(deps.items, deps.cache, counties);
    const cells = selectCells(query, published);
    const refs = cells.flatMap((cell) => cell.counties.flatMap(({ ref }) => ref ?? []));
    const observations = async () =>
      observeCells(cells, await readFacts(deps.items, deps.cache, refs), query.by);
    const opened = query.by === null ? null : await observations();
    if (opened && opened.length > mostObservations) return refuse([tooLarge(opened.length)]);
    const body = async () => {
      const found = (opened ?? (await observations())).map(representObservation);
      return `${JSON.stringify({ ...snapshotOf(counties, published), data: found, next: null })}\n`;
    };
    return jsonOf(query, cells, body);
  },
};

function jsonOf(query: DataQuery, cells: readonly Cell[], body: () => Promise<string>): Answer {
  const etag = entityTag({
    query: canonicalQuery(query),
    content: [catalogueVersion, ...contentOf(cells)],
    representation: 'json',
    language: null,
  });
  return { kind: 'answer', contentType: 'application/json', etag, language: null, body };
}

/** The query as it was understood: the same question in other words has the same tag. */
function canonicalQuery({ indicators, areas, periods, by, parameters }: DataQuery): string {
  return JSON.stringify([indicators.map(({ id }) => id), areas, periods, by, parameters]);
}

/**
 * Cell by cell in the order of the answer: facts ids, and when each county last reported. Values, dates and
 * coverage follow from them; nothing is merged, because `latest` and a named period may be the same one.
 */
function contentOf(cells: readonly Cell[]): readonly string[] {
  return cells.map(({ indicator, area, period, parameters, counties }) => {
    const selected = counties.map((one) => `${one.area} ${one.ref?.id ?? '-'} ${one.lastReported}`);
    return [indicator.id, area, period, JSON.stringify(parameters), ...selected].join('\n');
  });
}
