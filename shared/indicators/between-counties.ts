import type { DatasetId } from '../datasets/dataset-ids.ts';
import { type Area, areaOf, countiesOf } from '../programme/areas.ts';
import { type AlertLog, newAlertLog } from './alerts.ts';
import type { Alert, BatchInput } from './facts.ts';
import type { Origin } from './origin.ts';
import { readTargets, type Target, taskOfType } from './reloc/targets.ts';
import { readRows } from './rows.ts';

/** A rule between areas whose breach is an alert and never a value (design.md, Storage). */
export interface BetweenRule {
  readonly code: string;
  readonly severity: Alert['severity'];
  /** What is tested, in words. */
  readonly test: string;
  readonly source: string;
}

/** Every rule between areas; severities are ours where the papers give none. */
export const betweenRules = [
  {
    code: 'X1',
    severity: 'amber',
    test: 'persons of the tasks of a city’s counties do not add up to the city’s own task',
    source: 'domain.md §4, X1',
  },
  {
    code: 'X6',
    severity: 'red',
    test: 'one ID number is listed as a person or head of household in two counties',
    source: 'domain.md §4, X6',
  },
  {
    code: 'I6',
    severity: 'red',
    test: 'transfers out of accounts = transfers into accounts over the whole province, in every month that all ledgers have passed',
    source: 'domain.md §5.4',
  },
] as const satisfies readonly BetweenRule[];

export type BetweenRuleCode = (typeof betweenRules)[number]['code'];

/** An alert with the areas it concerns: the city of X1, the counties of X6. */
export interface AreaAlert {
  readonly areas: readonly string[];
  readonly alert: Alert;
}

/** The targets batches of one area, oldest first. */
export interface AreaTargets {
  readonly area: string;
  readonly batches: readonly BatchInput[];
}

/** Later than any task is issued: what is compared is the newest statement of each. */
const always = '9999-12-31';
const modes = ['all', 'concentrated', 'scattered'] as const;

/**
 * X1: holds the newest task of each plan year, target type and mode of a city against the sum over its
 * counties. The city's own stands in rows of its name in a file under its prefix (contract `cityRows`); where
 * there is none, nothing is compared. A sum below the city's while a county has not stated its task is no
 * breach: it is not known yet.
 */
export function checkTargetSums(stated: readonly AreaTargets[]): readonly AreaAlert[] {
  const byArea = new Map(stated.map(({ area, batches }) => [area, readTargets(batches)]));
  return stated
    .flatMap(({ area }) => areaOf(area) ?? [])
    .filter(({ level }) => level === 'city')
    .flatMap((city) => compareCity(city, byArea));
}

function compareCity(city: Area, byArea: ReadonlyMap<string, readonly Target[]>): readonly AreaAlert[] {
  const log = newAlertLog();
  const own = byArea.get(city.code) ?? [];
  const counties = countiesOf(city.code).map((code) => byArea.get(code) ?? []);
  for (const { planYear, targetType } of kindsOf(own)) {
    for (const mode of modes) {
      const whole = statement(own, planYear, targetType, mode);
      if (!whole) continue;
      const parts = counties.flatMap((targets) => statement(targets, planYear, targetType, mode) ?? []);
      const sum = parts.reduce((total, { persons }) => total + persons, 0);
      const complete = parts.length === counties.length;
      if (sum === whole.persons || (sum < whole.persons && !complete)) continue;
      const rows = [whole, ...parts].flatMap((part) => part.rows);
      const kind = { city: city.code, planYear, targetType, mode };
      log.raise('X1', 'amber', {
        object: { ...kind, cityPersons: whole.persons, countyPersons: sum },
        since: rows.reduce((newest, { effectiveDate }) => later(newest, effectiveDate), ''),
        amount: null,
        dataset: 'targets',
        origins: rows.map(({ origin }) => origin),
      });
    }
  }
  return log.list().map((alert) => ({ areas: [city.code], alert }));
}

function kindsOf(targets: readonly Target[]) {
  const kinds = new Map(
    targets.flatMap(({ planYear, targetType }) =>
      planYear === null || targetType === null
        ? []
        : [[`${planYear} ${targetType}`, { planYear, targetType }]],
    ),
  );
  return [...kinds.values()];
}

/** An area's task in persons with the rows that state it; `null` where it states none of this mode. */
function statement(
  targets: readonly Target[],
  planYear: number,
  targetType: string,
  mode: (typeof modes)[number],
) {
  const task = taskOfType(targets, targetType, planYear, always);
  const persons = mode === 'all' ? task?.all : task?.byMode[mode];
  if (persons === undefined) return null;
  const ofKind = targets.filter((one) => one.planYear === planYear && one.targetType === targetType);
  const rows = mode === 'all' ? ofKind : ofKind.filter((one) => one.mode === mode);
  const newest = new Map<string | null, Target>();
  for (const row of rows) {
    const known = newest.get(row.mode);
    if (!known || known.effectiveDate < row.effectiveDate) newest.set(row.mode, row);
  }
  return { persons, rows: [...newest.values()] };
}

/** Where a person is listed. */
interface Listing {
  readonly area: string;
  readonly dataset: DatasetId;
  readonly day: string;
  readonly origin: Origin;
}

/** X6, county by county, so that no two counties' rows need be at hand together. */
export interface IdentitySearch {
  /** Takes the persons or households batch in force of a county; other datasets are passed over. */
  read(area: string, batch: BatchInput): void;
  /** One alert for each set of counties that share persons, with their rows; no token is in it. */
  list(): readonly AreaAlert[];
}

/** Column that says who a row is about. What a row refers to (its household) names nobody twice. */
const identities: Readonly<Partial<Record<DatasetId, string>>> = {
  persons: 'personToken',
  households: 'headIdToken',
};

/** X6: the same ID number, as a person or a head of household, in more than one county (domain.md §4). */
export function searchIdentities(): IdentitySearch {
  const listings = new Map<string, Listing | Listing[]>();
  return {
    read(area, batch) {
      const { dataset, dataDate: day } = batch;
      const column = identities[dataset];
      if (column === undefined) return;
      readRows(batch, (cells, origin) => {
        const token = cells.text(column);
        if (token === null) return;
        const listing = { area, dataset, day, origin };
        const known = listings.get(token);
        if (known === undefined) listings.set(token, listing);
        else if (Array.isArray(known)) known.push(listing);
        else listings.set(token, [known, listing]);
      });
    },
    list() {
      const logs = new Map<string, { areas: readonly string[]; log: AlertLog }>();
      for (const found of listings.values()) {
        if (!Array.isArray(found)) continue;
        const areas = [...new Set(found.map(({ area }) => area))].sort();
        if (areas.length < 2) continue;
        const counties = areas.join(' ');
        const group = logs.get(counties) ?? { areas, log: newAlertLog() };
        logs.set(counties, group);
        const since = sharedSince(found, areas);
        for (const { dataset, origin } of found) {
          const sighting = { object: { counties }, since, amount: null, dataset, origins: [origin] };
          group.log.raise('X6', 'red', sighting);
        }
      }
      return [...logs.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, { areas, log }]) => log.list().map((alert) => ({ areas, alert })));
    },
  };
}

/** The day from which a second county has the person: the second of the counties' earliest days. */
function sharedSince(found: readonly Listing[], areas: readonly string[]): string {
  const firsts = areas.map((area) =>
    found.filter((one) => one.area === area).reduce((first, { day }) => (day < first ? day : first), always),
  );
  return firsts.sort()[1] ?? always;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
