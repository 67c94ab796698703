import { catalogue, catalogueVersion } from '../indicators/catalogue.ts';
import { countiesOf } from '../programme/areas.ts';
import { readFacts, readPublished } from '../records/read-published.ts';
import { type Cell, selectCells } from './data-cells.ts';
import { type DataQuery, dataParameters, mostObservations, readDataQuery, tooLarge } from './data-query.ts';
import { entityTag } from './etag.ts';
import type { Answer, Route } from './http.ts';
import { observeCells, representObservation } from './observations.ts';
import { refuse } from './problem.ts';
import { countiesToRead, type Release, releaseOf } from './release.ts';
import { snapshotOf } from './snapshot.ts';

/**
 * `GET /v1/data`: indicators for areas and periods. Heads, trees, facts: three steps, each in parallel,
 * and only heads once the content is known. The entity tag follows from the facts' ids, so a client that
 * has the answer already is told so without reading them, and a commit that moves no fact keeps the tag. Where the
 * audience has a k, the facts of the whole city decide with what is shown, and are read in the same step.
 */
export const data: Route = {
  parameters: dataParameters,
  async answer({ deps, audience, query: values }) {
    const { query, errors } = readDataQuery(values, catalogue, deps.province);
    if (errors.length > 0) return refuse(errors);
    const counties = query.areas.flatMap((area) => countiesOf(area));
    const published = await readPublished(deps.items, deps.cache, countiesToRead(counties, audience));
    const cells = selectCells(query, published);
    const release = releaseOf(cells, published, audience);
    const refs = cells.flatMap((cell) => cell.counties.flatMap(({ ref }) => ref ?? []));
    const observations = async () => {
      const facts = await readFacts(deps.items, deps.cache, [...refs, ...release.refs]);
      return observeCells(cells, facts, query.by, release.judge(facts, deps.cache));
    };
    const opened = query.by === null ? null : await observations();
    if (opened && opened.length > mostObservations) return refuse([tooLarge(opened.length)]);
    const body = async () => {
      const found = (opened ?? (await observations())).map(representObservation);
      return `${JSON.stringify({ ...snapshotOf(counties, published), data: found, next: null })}\n`;
    };
    return jsonOf(query, cells, release, body);
  },
};

function jsonOf(
  query: DataQuery,
  cells: readonly Cell[],
  release: Release,
  body: () => Promise<string>,
): Answer {
  const etag = entityTag({
    query: canonicalQuery(query),
    content: [catalogueVersion, ...contentOf(cells), ...release.content],
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
