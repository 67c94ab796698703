import type { Audience } from '../../access/roles.ts';
import { wholeCell } from '../../indicators/breakdowns.ts';
import type { Labels } from '../../indicators/facts.ts';
import type { Observation } from '../../indicators/observation.ts';
import { readsOf } from '../../indicators/reads/reads-of.ts';
import { selectPeriod } from '../../indicators/resolve.ts';
import { observe } from '../../indicators/rollup.ts';
import { childrenOf, countiesOf } from '../../programme/areas.ts';
import { historyOf, type PublishedState } from '../../records/history.ts';
import { contentId } from '../../records/ids.ts';
import { splitAtPeriod } from '../../records/keys.ts';
import { readPublished } from '../../records/read-published.ts';
import type { Commit } from '../../records/schema.ts';
import { selectCells } from '../data/data-cells.ts';
import type { ApiDeps, Route } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { pageOf, readListPage, refuseMoved } from '../http/list-page.ts';
import { nextLink } from '../http/next-link.ts';
import { queryError, refuse } from '../http/problem.ts';
import { type FigureQuery, readFigureQuery } from '../query/figure-query.ts';
import { unknownValue } from '../query/read-choice.ts';

/**
 * `GET /v1/revisions`: every value a figure has had, newest first: at which commit it changed, why, and from what to
 * what. Of a city, county by county, for a city publishes nothing itself. Answered of commits, trees and facts.
 */
export const revisions: Route = {
  async answer(call) {
    const { deps, audience, query: values } = call;
    const asked = readFigureQuery(values, deps.province);
    const { page, errors } = readListPage(values);
    if ('errors' in asked) return refuse([...asked.errors, ...errors]);
    if (errors.length > 0) return refuse(errors);
    const { area, indicator } = asked;
    if (area.length === 2) return refuse([tooWide(area)]);
    const counties = countiesOf(area);
    const published = await readPublished(deps.items, deps.cache, counties);
    const [cell] = selectCells(asked.query, published);
    const heads = counties.map((county) => `${county}@${published.get(county)?.head.generation ?? 0}`);
    const state = contentId('revisions', heads);
    const moved = refuseMoved(page, state);
    if (moved) return moved;
    const parameters = cell?.parameters ?? {};
    const cells = new Set<string>();
    const all = await Promise.all(
      counties
        .filter((county) => published.has(county))
        .map((county) => countyRevisions(deps, county, { ...asked, parameters, audience, cells })),
    );
    const value = values.get('value') ?? wholeCell;
    if (cells.size > 0 && !cells.has(value)) return refuse([unknownValue('value', value, [...cells].sort())]);
    const newestFirst = all.flat().sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
    const { rows, next } = pageOf(newestFirst, page, state);
    const { period, breakdown } = asked;
    const answer = { indicator: indicator.id, area, period, parameters, breakdown, data: rows, next };
    return jsonAnswer(answer, { headers: nextLink(call, next) });
  },
};

function tooWide(value: string) {
  const allowed = childrenOf(value).map(({ code }) => code);
  return queryError({ name: 'area', code: 'area_too_wide', value, allowed });
}

/** A figure as it stood from one commit to the next. */
type Reading = Pick<Observation, 'value' | 'numerator' | 'denominator'> & {
  readonly status: Observation['status'] | 'not_kept';
  /** The reported period that answered. */
  readonly period: string | null;
};

const nothing: Reading = { value: null, numerator: null, denominator: null, status: 'no_data', period: null };

/** What is asked of a county's history; values of the breakdown that are met are added to `cells`. */
interface HistoryQuery extends FigureQuery {
  readonly parameters: Labels;
  readonly audience: Audience;
  readonly cells: Set<string>;
}

async function countyRevisions({ items, cache }: ApiDeps, county: string, asked: HistoryQuery) {
  const { indicator, period, audience } = asked;
  const choose = (reported: readonly string[]) => selectPeriod(reported, period);
  const states = await historyOf(items, cache, county, indicator.family, choose);
  let before = nothing;
  return states.flatMap((state) => {
    const after = readingOf(state, county, asked);
    const was = before;
    before = after;
    if (isSame(was, after)) return [];
    const { generation, time, cause } = state.commit;
    const isMasked = indicator.personal && audience !== 'own';
    return [
      {
        area: county,
        generation,
        time,
        cause: { kind: cause.kind, upload: cause.uploadId },
        restated: isRestated(state.commit, asked),
        before: isMasked ? masked(was) : was,
        after: isMasked ? masked(after) : after,
      },
    ];
  });
}

function readingOf(
  { facts, period }: PublishedState,
  area: string,
  { indicator, query, breakdown, parameters, cells }: HistoryQuery,
): Reading {
  if (facts === 'gone') return { ...nothing, status: 'not_kept' };
  if (facts === null || period === null) return nothing;
  const { by } = query;
  const counties = [{ area, facts, lastReported: null }];
  const observed = observe({ indicator, area, period, parameters, by, counties, expected: 1 });
  for (const each of observed) if (by !== null) cells.add(String(each.breakdown[by]));
  const wanted = by === null ? null : String(breakdown[by] ?? wholeCell);
  const one = observed.find((each) => by === null || String(each.breakdown[by]) === wanted);
  if (!one) return { ...nothing, period };
  const { value, numerator, denominator, status } = one;
  return { value, numerator, denominator, status, period };
}

function isSame(a: Reading, b: Reading): boolean {
  const names = ['value', 'numerator', 'denominator', 'status'] as const;
  return names.every((name) => a[name] === b[name]);
}

/** Neither a value nor a difference behind which few records may stand is shown to whoever is shown counts by k. */
function masked(one: Reading): Reading {
  const isNothing = one.status === 'no_data' || one.status === 'not_kept';
  return isNothing ? one : { ...nothing, status: 'suppressed', period: one.period };
}

/**
 * Whether the figure changed although nothing that it reads was sent anew: under a newer catalogue or policy, at
 * a recomputation or at the county's next publication.
 */
function isRestated({ changes }: Commit, { indicator }: FigureQuery): boolean {
  const reads: Readonly<Record<string, unknown>> = readsOf(indicator);
  return !changes.some(
    ({ entry, sameBatch }) => !sameBatch && reads[splitAtPeriod(entry).name] !== undefined,
  );
}
