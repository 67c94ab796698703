import { mayEver } from '../../access/actions.ts';
import { audienceOf, type Principal } from '../../access/principal.ts';
import { catalogue, catalogueVersion } from '../../indicators/catalogue.ts';
import type { IndicatorDefinition } from '../../indicators/definition.ts';
import { type Area, areaOf, areasWithin, childrenOf, countiesOf, isWithin } from '../../programme/areas.ts';
import { shanghaiDay } from '../../programme/calendar.ts';
import { readPublished } from '../../records/read-published.ts';
import { isHeld } from '../../records/staging.ts';
import { listUploads } from '../../records/uploads.ts';
import type { Language } from '../../text/languages.ts';
import { type Cell, type Published, selectCells } from '../data/data-cells.ts';
import type { DataQuery } from '../data/data-query.ts';
import { readObserver } from '../data/observations.ts';
import { countiesToRead } from '../data/release.ts';
import { readMeasuring } from '../data/selected-cells.ts';
import { snapshotOf } from '../data/snapshot.ts';
import { entityTag } from '../http/etag.ts';
import type { ApiDeps, Route } from '../http/http.ts';
import { type QueryError, refuse } from '../http/problem.ts';
import { langParameter } from '../query/common-parameters.ts';
import { readArea } from '../query/read-areas.ts';
import { readChoice } from '../query/read-choice.ts';
import { newestPlanYear } from '../shaped/progress-334.ts';
import { newestOfMost } from '../shaped/settle.ts';
import { describeUpload } from '../uploads/uploads.ts';
import { askedPeriod, boardIndicators, type Headline, headlines } from './headlines.ts';
import { chooseCharts } from './page-charts.ts';
import { type PageData, type PageFigure, type PageUpload, pageActions } from './page-data.ts';

const uploadsShown = 12;

/** `GET /`: the page of one area: headline figures, the areas below, the newest uploads. */
export const home: Route = {
  async answer({ deps, principal, query, language: preferred }) {
    const errors: QueryError[] = [];
    const language = readChoice(query, langParameter, errors) ?? preferred;
    const asked = query.get('area');
    const read = asked === undefined ? null : readArea(asked, deps.province);
    if (read && 'error' in read) errors.push(read.error);
    if (errors.length > 0) return refuse(errors);
    const data = await gatherPage(deps, principal, read && 'area' in read ? read.area : null, language);
    const { html, contentSecurityPolicy } = deps.renderPage(data);
    return {
      kind: 'answer',
      contentType: 'text/html; charset=utf-8',
      etag: entityTag({ query: data.area.code, content: [html], representation: 'html', language }),
      language,
      headers: {
        'content-security-policy': contentSecurityPolicy,
        'referrer-policy': 'no-referrer',
      },
      body: async () => html,
    };
  },
};

/** Gathers all the page shows of the principal's area: heads, trees, facts, and beside them the uploads. */
export async function gatherPage(
  deps: ApiDeps,
  principal: Principal,
  asked: string | null,
  language: Language,
): Promise<PageData> {
  const audience = audienceOf(principal);
  const read = countiesToRead(countiesOf(principal.area), audience);
  const published = await readPublished(deps.items, deps.cache, read);
  const area = mustBeArea(asked ?? areaOfAll(published, principal.area));
  const inside = countiesOf(area.code);
  const newest = newestOfMost([area.code], null, published);
  const today = shanghaiDay(deps.now());
  const planYear = newestPlanYear([area.code], published, today);
  const shown = headlines.flatMap((headline) => cellOf(headline, area.code, planYear, published));
  const columns = boardIndicators.flatMap((id) => definitionOf(id) ?? []);
  const below = childrenOf(area.code);
  const board = below.map((child) => selectCells(latestOf(columns, [child.code]), published));
  const cells = [...shown.map(({ cell }) => cell), ...board.flat()];
  const charts = chooseCharts(area, published, { today, language });
  const showing = { published, newest: null, audience, scope: principal.area };
  const [observe, reporting, uploads] = await Promise.all([
    readObserver(deps, [...cells, ...charts.cells], showing),
    readMeasuring(deps, charts.reporting),
    newestUploads(deps, principal, area.code, published),
  ]);
  const whole = { by: null, withTarget: false } as const;
  const figures = shown.flatMap(({ headline, cell }): readonly PageFigure[] => {
    const { indicator } = cell;
    const [observation] = observe(cell, whole);
    const byCell = headline.by === null ? [] : observe(cell, { ...whole, by: headline.by });
    if (!observation) return [];
    const opened = byCell.filter(({ breakdown }) => breakdown[headline.by ?? ''] !== 'all');
    return [{ stage: headline.stage, indicator, observation, cells: opened, href: hrefOf(headline, cell) }];
  });
  return {
    language,
    province: mustBeArea(deps.province),
    area,
    trail: trailOf(area).filter(({ code }) => isWithin(code, principal.area)),
    asOf: snapshotOf(inside, published).asOf,
    newest,
    counties: { published: inside.filter((county) => published.has(county)).length, expected: inside.length },
    charts: charts.draw(observe, reporting),
    figures,
    board: {
      columns,
      rows: below.map((child, index) => ({
        area: child,
        observations: (board[index] ?? []).flatMap((cell) => observe(cell, whole)),
      })),
      href: `/v1/data?indicator=${boardIndicators.join(',')}&area=children(${area.code})&period=latest`,
    },
    uploads,
    may: pageActions.filter((action) => mayEver(principal.role, action)),
    hiddenBelow: audience === 'own' ? null : audience.k,
    inbox: deps.inbox,
    catalogueVersion,
  };
}

/** The smallest area of a scope in which all it published lies; the scope itself before anything is. */
function areaOfAll(published: Published, scope: string): string {
  const counties = [...published.keys()].filter((county) => isWithin(county, scope));
  const holding = areasWithin(scope).filter(
    ({ code }) => counties.length > 0 && counties.every((county) => isWithin(county, code)),
  );
  return holding.reduce((best, { code }) => (code.length > best.length ? code : best), scope);
}

function mustBeArea(code: string): Area {
  const area = areaOf(code);
  if (!area) throw new RangeError(`not an area: ${code}`);
  return area;
}

function trailOf(area: Area): readonly Area[] {
  const above = area.parent === null ? null : areaOf(area.parent);
  return above ? [...trailOf(above), above] : [];
}

function definitionOf(id: string): IndicatorDefinition | null {
  return catalogue.find((indicator) => indicator.id === id) ?? null;
}

function latestOf(indicators: readonly IndicatorDefinition[], areas: readonly string[]): DataQuery {
  return { indicators, areas, periods: ['latest'], by: null, parameters: {} };
}

/** The cell of a headline; none while the catalogue lacks the indicator. */
function cellOf(
  headline: Headline,
  area: string,
  planYear: number,
  published: Published,
): readonly { readonly headline: Headline; readonly cell: Cell }[] {
  const indicator = definitionOf(headline.indicator);
  if (!indicator) return [];
  const periods = [askedPeriod(headline, planYear)];
  return selectCells({ ...latestOf([indicator], [area]), periods }, published).map((cell) => ({
    headline,
    cell,
  }));
}

function hrefOf({ period, by }: Headline, cell: Cell): string {
  const asked = period === 'latest' ? period : cell.period;
  const opened = by === null ? '' : `&by=${by}`;
  return `/v1/data?indicator=${cell.indicator.id}&area=${cell.area}&period=${asked}${opened}`;
}

/** The newest uploads of an area, which all speak of counties of the principal's own: `published` tells their states. */
async function newestUploads(
  deps: ApiDeps,
  { role, area: scope }: Principal,
  area: string,
  published: Published,
): Promise<readonly PageUpload[]> {
  if (!mayEver(role, 'list_uploads')) return [];
  const filter = { scope, area, key: null, before: null, limit: uploadsShown };
  const uploads = await listUploads(deps.items, filter);
  return uploads.map((upload) => {
    const { id, key, state, receivedAt, parts, findings } = describeUpload(upload, published, deps.now());
    const rows = parts.reduce((sum, part) => sum + part.rows, 0);
    const accepted = parts.reduce((sum, part) => sum + part.accepted, 0);
    const held = state === 'staged' && upload.parts.some((part) => isHeld(upload, part));
    return { id, key, area: upload.area, state, isHeld: held, receivedAt, rows, accepted, findings };
  });
}
