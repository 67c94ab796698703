import type { IndicatorDefinition } from '../indicators/definition.ts';
import type { Labels } from '../indicators/facts.ts';
import { lastReported, selectPeriod } from '../indicators/resolve.ts';
import { countiesOf } from '../programme/areas.ts';
import { comparePeriods, type Period, spanOf } from '../programme/periods.ts';
import { atPeriod, splitAtPeriod } from '../records/keys.ts';
import type { FactsRef, PublishedCounty } from '../records/read-published.ts';
import type { DataQuery } from './data-query.ts';
import type { AskedPeriod } from './read-periods.ts';

/** What one county has to say to a query: facts at the selected period, or when it last reported. */
export interface CountySelection {
  readonly area: string;
  readonly ref: FactsRef | null;
  /** Newest reported period not later than the one asked; of any time for `latest`. */
  readonly lastReported: Period | null;
}

/** One indicator for one area and one period, before its facts are read. */
export interface Cell {
  readonly indicator: IndicatorDefinition;
  readonly area: string;
  /** The period asked for; for `latest` the newest selected among the area's counties. */
  readonly period: AskedPeriod;
  readonly parameters: Labels;
  readonly counties: readonly CountySelection[];
}

export type Published = ReadonlyMap<string, PublishedCounty>;

/**
 * Which facts answer a query (design.md, Periods): per county and family the newest reported period lying
 * inside the one asked, or the newest of all for `latest`. An area above the county takes its counties'
 * own selections together; under `latest` they may differ, and the newest of them names the observation
 * and gives `planYear` its default.
 */
export function selectCells(query: DataQuery, published: Published): readonly Cell[] {
  const selections = new Map<string, CountySelection>();
  const selectionOf = (county: string, family: string, asked: AskedPeriod) => {
    const name = `${county} ${family} ${asked}`;
    const known = selections.get(name) ?? selectFacts(county, family, asked, published);
    selections.set(name, known);
    return known;
  };
  const areas = query.areas.map((area) => ({ area, inside: countiesOf(area) }));
  return query.indicators.flatMap((indicator) =>
    areas.flatMap(({ area, inside }) =>
      query.periods.map((asked) => {
        const counties = inside.map((county) => selectionOf(county, indicator.family, asked));
        const period = asked === 'latest' ? (newestSelected(counties) ?? asked) : asked;
        return { indicator, area, period, parameters: settle(indicator, query, period), counties };
      }),
    ),
  );
}

function selectFacts(
  area: string,
  family: string,
  asked: AskedPeriod,
  published: Published,
): CountySelection {
  const facts = published.get(area)?.facts ?? {};
  const reported = Object.keys(facts)
    .map(splitAtPeriod)
    .filter(({ name }) => name === family)
    .map(({ period }) => period);
  const period = selectPeriod(reported, asked);
  const id = period === null ? undefined : facts[atPeriod(family, period)];
  const ref = period !== null && id !== undefined ? { area, family, period, id } : null;
  return { area, ref, lastReported: lastReported(reported, asked) };
}

function newestSelected(counties: readonly CountySelection[]): Period | null {
  const selected = counties.flatMap(({ ref }) => ref?.period ?? []);
  return [...selected].sort(comparePeriods).at(-1) ?? null;
}

/** The indicator's parameters, as named or by default; without any period there is no plan year. */
function settle(indicator: IndicatorDefinition, query: DataQuery, period: AskedPeriod): Labels {
  const labels: Record<string, string | number> = {};
  for (const parameter of indicator.parameters) {
    const named = query.parameters[parameter.name];
    if (parameter.values !== 'year') labels[parameter.name] = named ?? parameter.default;
    else if (named !== undefined) labels[parameter.name] = Number(named);
    else if (period !== 'latest') labels[parameter.name] = spanOf(period).year;
  }
  return labels;
}
