import { mayEver } from '../../access/actions.ts';
import { audienceName } from '../../access/principal.ts';
import { routeAccess } from '../../access/route-access.ts';
import { catalogueVersion } from '../../indicators/catalogue.ts';
import { maskVersion } from '../../privacy/released.ts';
import { areaOf, countiesOf } from '../../programme/areas.ts';
import { pageLimits } from '../data/data-grammar.ts';
import { tooLarge } from '../data/data-query.ts';
import { readObservations } from '../data/observations.ts';
import { type ReadDeps, readState } from '../data/read-state.ts';
import { countiesToRead } from '../data/release.ts';
import { readMeasuring } from '../data/selected-cells.ts';
import { snapshotOf } from '../data/snapshot.ts';
import { entityTag } from '../http/etag.ts';
import { attachment } from '../http/file-name.ts';
import type { Outcome, Route, RouteCall } from '../http/http.ts';
import { negotiateRepresentation } from '../http/negotiate.ts';
import { problem, refuse } from '../http/problem.ts';
import { representationDefinitions } from '../http/representations.ts';
import { readShapedRequest, type ShapedRepresentation } from './read-request.ts';
import { askingOf, chooseCells } from './select.ts';
import type { Shape } from './shape.ts';
import { shapedCsv, shapedJson, tableOf } from './write-shaped.ts';

/** The route of a shaped answer: JSON, or CSV where `Accept` wants it more. */
export function shapedRoute<Row>(shape: Shape<Row>): Route {
  return {
    async answer(call) {
      const wanted = negotiateRepresentation(call.headers.accept, ['json', 'csv']);
      if (wanted === 'json' || wanted === 'csv') return answerShaped(call, shape, wanted);
      const allowed = (['json', 'csv'] as const).flatMap((one) => representationDefinitions[one].accepts);
      return problem('not_acceptable', call.headers.accept ?? null, allowed);
    },
  };
}

/** The route of a shaped answer as CSV. */
export function shapedCsvRoute<Row>(shape: Shape<Row>): Route {
  return { answer: (call) => answerShaped(call, shape, 'csv') };
}

/**
 * Answers from the observations of `/v1/data`, read and suppressed in the same way: heads, trees, facts, each step
 * in parallel, and for what is measured the uploads' records beside the heads.
 */
async function answerShaped<Row>(
  call: RouteCall<ReadDeps>,
  shape: Shape<Row>,
  representation: ShapedRepresentation,
): Promise<Outcome> {
  const { deps, audience, principal, query } = call;
  const { area: scope } = principal;
  const reader = { ...deps, now: deps.now(), language: call.language, area: scope };
  const request = readShapedRequest(shape, query, reader);
  if ('kind' in request) return request;
  const { question, form, asOf, withMark } = request;
  const { selection } = question;
  const counties = [...new Set(countiesToRead(selection.areas.flatMap(countiesOf), audience))].sort();
  const [state, measuring] = await Promise.all([
    readState(deps, counties, asOf, audience),
    readMeasuring(deps, { selection, vs: shape.vs, asOf }),
  ]);
  if (!state) return problem('snapshot_expired', asOf?.snapshot ?? null);
  const { published, newest, snapshot, isPinned } = state;
  const asking = askingOf(shape, question, published);
  const asked = asking.indicators.length * asking.areas.length * asking.periods.length;
  if (asked > pageLimits.most) return refuse([tooLarge(asked, pageLimits.most)]);
  const chosen = chooseCells(asking, published, measuring);
  if (chosen.cells.length > pageLimits.most) return refuse([tooLarge(chosen.cells.length, pageLimits.most)]);
  const { facts: measured } = measuring;
  const { language, ...shown } = form;
  const isWorded = form.labels !== 'code';
  const named = asking.indicators.map(({ id }) => id);
  return {
    kind: 'answer',
    contentType: representationDefinitions[representation].contentType,
    etag: entityTag({
      query: JSON.stringify([
        [shape.id, asking.areas, asking.periods, asking.by, asking.parameters],
        named,
        shown,
        withMark,
      ]),
      content: [
        catalogueVersion,
        snapshot.snapshot,
        newest ? snapshotOf(counties, newest).snapshot : '',
        audienceName(audience),
        maskVersion,
        ...measured.keys(),
      ],
      representation,
      language: isWorded ? language : null,
    }),
    language: isWorded ? language : null,
    isPinned: isPinned && measured.size === 0,
    headers: {
      'anju-snapshot': snapshot.snapshot,
      ...(representation === 'csv' ? saved(shape, asking.areas) : {}),
    },
    async body() {
      const observed = await readObservations(deps, chosen.cells, {
        published,
        newest,
        audience,
        scope,
        by: asking.by,
        withTarget: asking.vs.includes('plan'),
        measured,
      });
      const rows = shape.arrange(chosen.figures(observed, form), asking);
      const mayExplain = mayEver(principal.role, routeAccess.explain.action);
      const table = tableOf(rows, mayExplain ? shape.columns : unexplained(shape.columns), form);
      return representation === 'csv' ? shapedCsv(table, form, withMark) : shapedJson(table, snapshot);
    },
  };
}

/** No row leads to `/v1/explain`, for whoever may not ask it. */
function unexplained<Row>(columns: Shape<Row>['columns']): Shape<Row>['columns'] {
  return columns.map((column) => (column.id === 'explain' ? { ...column, cell: () => null } : column));
}

/** Name the file is saved under: 怀化市_资金瀑布.csv. */
function saved<Row>({ id, title }: Shape<Row>, areas: readonly string[]): Readonly<Record<string, string>> {
  const [first = ''] = areas;
  const place =
    areas.length > 1 ? `${areaOf(first)?.zh ?? first}等${areas.length}地` : (areaOf(first)?.zh ?? first);
  return { 'content-disposition': attachment(`anju-${id}-${first}.csv`, `${place}_${title.zh}.csv`) };
}
