import { countiesOf } from '../programme/areas.ts';
import type { Day } from '../programme/calendar.ts';
import { comparePeriods, type Grain, type Period, spanOf } from '../programme/periods.ts';
import type { Total } from './family-cube.ts';

/** The periods at which a county has facts of a family. */
export type Reported = (county: string) => readonly Period[];

/**
 * The cube of one family in one city on one day. Periods that end on the same day speak of the same state of the
 * county, so a month and its last 旬 are one and the same cell and are hidden together.
 */
export interface DayCube {
  readonly name: string;
  readonly counties: readonly { readonly area: string; readonly period: Period }[];
  readonly totals: readonly Total[];
}

/** Code of the city of a county. */
export function cityOf(county: string): string {
  return county.slice(0, 4);
}

/** All counties of the cities in which some counties lie. */
export function wholeCities(counties: readonly string[]): readonly string[] {
  return [...new Set(counties.map(cityOf))].flatMap((city) => countiesOf(city));
}

/** Name of the total over some counties of a city. */
export function totalName(counties: readonly string[]): string {
  return `Σ ${[...counties].sort().join('+')}`;
}

const grains: readonly Grain[] = ['xun', 'month', 'quarter', 'year'];

/**
 * The cube of a city and day: the counties with a period that ends on it, each by the longest, and the totals that
 * queries for a 旬, month, quarter or year ending on that day can be given: each over the counties that have
 * reported a period no longer than asked. A later or longer query that selects this day in every county gives the
 * last of them.
 */
export function dayCubeOf(city: string, family: string, day: Day, reported: Reported): DayCube {
  const members = countiesOf(city).flatMap((area) => {
    const ending = reported(area).filter((period) => spanOf(period).last === day);
    const period = [...ending].sort(comparePeriods).at(-1);
    const shortest = Math.min(...ending.map((one) => grains.indexOf(spanOf(one).grain)));
    return period === undefined ? [] : [{ area, period, shortest }];
  });
  const subsets = grains
    .map((_, grain) => members.filter(({ shortest }) => shortest <= grain).map(({ area }) => area))
    .filter((areas) => areas.length > 0);
  const totals = new Map(subsets.map((counties) => [totalName(counties), counties]));
  return {
    name: `${city} ${family} ${day}`,
    counties: members.map(({ area, period }) => ({ area, period })),
    totals: [...totals].map(([name, counties]) => ({ name, counties })),
  };
}
