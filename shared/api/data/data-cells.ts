import { assessedIndicators } from '../../indicators/assess/assessed.ts';
import type { IndicatorDefinition } from '../../indicators/definition.ts';
import type { Labels } from '../../indicators/facts.ts';
import { lastReported, selectPeriod } from '../../indicators/resolve.ts';
import { countiesOf } from '../../programme/areas.ts';
import { comparePeriods, type Period, spanOf } from '../../programme/periods.ts';
import { atPeriod, splitAtPeriod } from '../../records/keys.ts';
import type { FactsRef, PublishedCounty } from '../../records/read-published.ts';
import type { AskedPeriod } from '../query/period-spellings.ts';
import type { DataQuery } from './data-query.ts';

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
  /** The period as it was asked for. */
  readonly asked: AskedPeriod;
  /** The period asked for; for `latest` the newest selected among the area's counties. */
  readonly period: AskedPeriod;
  readonly parameters: Labels;
  readonly counties: readonly CountySelection[];
  /** Cells of which its figure is made, where it is measured of other indicators. */
  readonly parts?: readonly Cell[];
}

export type Published = ReadonlyMap<string, PublishedCounty>;

/** Selects the cell of one indicator for an area and a period. */
export type CellOf = (indicator: IndicatorDefinition, area: string, asked: AskedPeriod) => Cell;

/**
 * Which facts answer a query (design.md, Periods): per county and family the newest reported period lying
 * inside the one asked, or the newest of all for `latest`. An area above the county takes its counties'
 * own selections together; under `latest` they may differ, and the newest of them names the observation
 * and gives `planYear` its default.
 */
export function selectCells(query: DataQuery, published: Published): readonly Cell[] {
  const cellOf = cellsAmong(published, query.parameters);
  return query.indicators.flatMap((indicator) =>
    query.areas.flatMap((area) => query.periods.map((asked) => cellOf(indicator, area, asked))),
  );
}

/**
 * Selects cells one by one among what is published, each county's selection made once. `fill` gives a cell that is
 * measured of uploads its figures; without it such a cell has none.
 */
export function cellsAmong(
  published: Published,
  named: DataQuery['parameters'],
  fill: (cell: Cell) => Cell = (cell) => cell,
): CellOf {
  const reportedOf = remembered((name: string) => reportedPeriods(name, published));
  const selectionOf = remembered((name: string): CountySelection => {
    const [county = '', family = '', asked = ''] = name.split(' ');
    return selectFacts(county, family, asked, reportedOf(`${county} ${family}`), published);
  });
  const cellOf: CellOf = (indicator, area, asked) => {
    const counties = countiesOf(area).map((county) => selectionOf(`${county} ${indicator.family} ${asked}`));
    const period = asked === 'latest' ? (newestSelected(counties) ?? asked) : asked;
    const cell = { indicator, area, asked, period, parameters: settle(indicator, named, period), counties };
    if (indicator.measured === undefined) return cell;
    if (indicator.measured === 'uploads') return fill(cell);
    return { ...cell, parts: assessedIndicators(area, asked).map((part) => cellOf(part, area, asked)) };
  };
  return cellOf;
}

function remembered<Value>(make: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const found = known.get(name) ?? make(name);
    known.set(name, found);
    return found;
  };
}

function reportedPeriods(name: string, published: Published): readonly Period[] {
  const [county = '', family = ''] = name.split(' ');
  return Object.keys(published.get(county)?.facts ?? {})
    .map(splitAtPeriod)
    .filter((one) => one.name === family)
    .map(({ period }) => period);
}

function selectFacts(
  area: string,
  family: string,
  asked: AskedPeriod,
  reported: readonly Period[],
  published: Published,
): CountySelection {
  const period = selectPeriod(reported, asked);
  const id = period === null ? undefined : published.get(area)?.facts[atPeriod(family, period)];
  const ref = period !== null && id !== undefined ? { area, family, period, id } : null;
  return { area, ref, lastReported: lastReported(reported, asked) };
}

/** The newest period that any of the counties has reported in a family of the indicators. */
export function newestReported(
  counties: readonly string[],
  indicators: readonly IndicatorDefinition[],
  published: Published,
): Period | null {
  const families = new Set(indicators.map(({ family }) => String(family)));
  return periodsReported(counties, families, published).at(-1) ?? null;
}

/** The periods that any of the counties has reported in some families, or in any (`null`), oldest first. */
export function periodsReported(
  counties: readonly string[],
  families: ReadonlySet<string> | null,
  published: Published,
): readonly Period[] {
  const periods = counties
    .flatMap((county) => Object.keys(published.get(county)?.facts ?? {}).map(splitAtPeriod))
    .filter(({ name }) => families === null || families.has(name))
    .map(({ period }) => period);
  return [...new Set(periods)].sort(comparePeriods);
}

function newestSelected(counties: readonly CountySelection[]): Period | null {
  const selected = counties.flatMap(({ ref }) => ref?.period ?? []);
  return [...selected].sort(comparePeriods).at(-1) ?? null;
}

/** The indicator's parameters, as named or by default; without any period there is no plan year. */
function settle(
  indicator: IndicatorDefinition,
  parameters: DataQuery['parameters'],
  period: AskedPeriod,
): Labels {
  const labels: Record<string, string | number> = {};
  for (const parameter of indicator.parameters) {
    const named = parameters[parameter.name];
    if (parameter.values !== 'year') labels[parameter.name] = named ?? parameter.default;
    else if (named !== undefined) labels[parameter.name] = Number(named);
    else if (period !== 'latest' && parameter.default === 'periodYear')
      labels[parameter.name] = spanOf(period).year;
  }
  return labels;
}
