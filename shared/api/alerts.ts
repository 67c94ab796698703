import { seesCells } from '../access/actions.ts';
import type { Principal } from '../access/principal.ts';
import type { AreaAlert } from '../indicators/between-counties.ts';
import { type FamilyId, familyIds } from '../indicators/facts.ts';
import { selectPeriod } from '../indicators/resolve.ts';
import { alertTexts } from '../messages/alert-texts.ts';
import { countiesOf, isWithin } from '../programme/areas.ts';
import { areaAlertsKey, decodeAreaAlerts } from '../records/area-alerts.ts';
import { contentId } from '../records/ids.ts';
import { splitAtPeriod } from '../records/keys.ts';
import type { Log } from '../records/log.ts';
import { type FactsRef, type PublishedCounty, readFacts, readPublished } from '../records/read-published.ts';
import type { Bilingual } from '../text/languages.ts';
import type { ApiDeps, Route } from './http/http.ts';
import { jsonAnswer } from './http/json-answer.ts';
import { pageOf, readListPage, refuseMoved } from './http/list-page.ts';
import { nextLink } from './http/next-link.ts';
import { refuse } from './http/problem.ts';
import { alertsParameter } from './query/common-parameters.ts';
import { readAreas } from './query/read-areas.ts';

/**
 * `GET /v1/alerts?area=`: what stands against the areas asked, the principal's own where none is: the alerts
 * between counties of the last morning, then those of each county's own data at the newest period of every
 * family. An alert between counties is shown for every area that holds one of those it concerns; the rows it
 * rests on only to who sees cells, and all of those counties.
 */
export const alerts: Route = {
  async answer(call) {
    const { deps, principal, query } = call;
    const { areas, errors: unknown } = readAreas(query.get('area') ?? principal.area, deps.province);
    const { page, errors: unread } = readListPage(query, alertsParameter);
    const errors = [...unknown, ...unread];
    if (errors.length > 0) return refuse(errors);
    const [between, own] = await Promise.all([alertsBetween(deps, areas), alertsWithin(deps, areas)]);
    const all = [...between, ...own].map((one) => disclosed(one, principal));
    const state = contentId('alerts', [JSON.stringify(all)]);
    const moved = refuseMoved(page, state);
    if (moved) return moved;
    const { rows, next } = pageOf(all, page, state);
    const uploadOf = await uploadsBehind(deps, rows);
    const data = rows.map((one) => describe(one, uploadOf, deps.log));
    return jsonAnswer({ data, next }, { headers: nextLink(call, next) });
  },
};

async function alertsBetween(deps: ApiDeps, asked: readonly string[]): Promise<readonly AreaAlert[]> {
  const stored = await deps.reports.get(areaAlertsKey(deps.province));
  const all = stored ? decodeAreaAlerts(stored.bytes) : [];
  return all.filter(({ areas }) => areas.some((area) => asked.some((outer) => isWithin(area, outer))));
}

async function alertsWithin(deps: ApiDeps, asked: readonly string[]): Promise<readonly AreaAlert[]> {
  const counties = [...new Set(asked.flatMap(countiesOf))].sort();
  const published = await readPublished(deps.items, deps.cache, counties);
  const refs = counties.flatMap((area) => newestFacts(area, published.get(area)));
  const facts = await readFacts(deps.items, deps.cache, refs);
  return refs.flatMap(({ id, area }) =>
    (facts.get(id)?.alerts ?? []).map((alert) => ({ areas: [area], alert })),
  );
}

function newestFacts(area: string, county: PublishedCounty | undefined): readonly FactsRef[] {
  const all = Object.entries(county?.facts ?? {}).map(([key, id]) => ({ ...splitAtPeriod(key), id }));
  return familyIds.flatMap((family: FamilyId) => {
    const reported = all.filter(({ name }) => name === family);
    const period = selectPeriod(
      reported.map((one) => one.period),
      'latest',
    );
    return reported
      .filter((one) => one.period === period)
      .map(({ id }) => ({ area, family, period: period ?? '', id }));
  });
}

function disclosed(one: AreaAlert, { role, area: scope }: Principal): AreaAlert {
  if (seesCells(role) && one.areas.every((area) => isWithin(area, scope))) return one;
  return { ...one, alert: { ...one.alert, evidence: [] } };
}

/** The upload that spoke the rows of a batch; `null`: it speaks no more. */
type UploadOf = (batch: string) => string | null;

/** Reads from the trees which uploads the evidence came with: facts name batches, and a batch may come twice. */
async function uploadsBehind(deps: ApiDeps, all: readonly AreaAlert[]): Promise<UploadOf> {
  const shown = all.filter(({ alert }) => alert.evidence.length > 0).flatMap(({ areas }) => areas);
  const areas = [...new Set(shown.flatMap((area) => [area, ...countiesOf(area)]))].sort();
  const published = await readPublished(deps.items, deps.cache, areas);
  const uploads = new Map<string, string>();
  for (const { entries } of published.values()) {
    for (const { batch, uploadId } of Object.values(entries))
      if (batch !== null) uploads.set(batch, uploadId);
  }
  return (batch) => uploads.get(batch) ?? null;
}

/** An alert whose rule no longer has a sentence is still shown, by its code. */
function describe({ areas, alert }: AreaAlert, uploadOf: UploadOf, log: Log) {
  const texts: Readonly<Record<string, Bilingual>> = alertTexts;
  const message = texts[alert.rule];
  if (!message) log.warn('alert without a sentence', { rule: alert.rule });
  const { rule, severity, object, since, amount, count } = alert;
  const evidence = alert.evidence.map((one) => ({ ...one, upload: uploadOf(one.batch) }));
  const shown = { rule, severity, areas, object, since, amount, count, evidence };
  return { ...shown, message: message ?? { zh: rule, en: rule } };
}
