import fc from 'fast-check';
import { catalogue } from '../../../shared/indicators/catalogue.ts';
import type { IndicatorDefinition } from '../../../shared/indicators/definition.ts';
import type { Component, Labels } from '../../../shared/indicators/facts.ts';
import type { CitySlice } from '../../../shared/privacy/family-cube.ts';

/** What is counted of the people of one county who fall into one breakdown cell. */
export const atoms = [
  'idle',
  'farmed',
  'posted',
  'trained',
  'helped',
  'asked',
  'jobless',
  'working',
] as const;
export type Atom = (typeof atoms)[number];
export type Counts = Readonly<Record<Atom, number>>;

/** Indicators of employment as sums of atoms: those above the line, those below it. */
export const formulas: Readonly<Record<string, readonly [above: readonly Atom[], below: readonly Atom[]]>> = {
  'emp.labour_rate': [
    ['farmed', 'posted'],
    ['idle', 'farmed', 'posted'],
  ],
  'emp.public_post_share': [['posted'], ['farmed', 'posted']],
  'emp.training_coverage': [['trained'], ['idle', 'farmed', 'posted']],
  'emp.willing_unemployed': [
    ['helped', 'asked'],
    ['idle', 'farmed', 'posted'],
  ],
  'emp.assisted_rate': [['helped'], ['helped', 'asked']],
  'emp.one_per_household': [['working'], ['working', 'jobless']],
  'emp.zero_job_households': [['jobless'], ['working', 'jobless']],
};

export const modes = ['concentrated', 'scattered'] as const;
/** Breakdown cells with the people whose mode nobody typed. */
export const groups = [...modes, null] as const;

/** The indicators served, opened by what the city is opened by, or not; beside one never suppressed. */
function definitionsOf({ served, opened }: MadeCity): readonly IndicatorDefinition[] {
  return catalogue
    .filter(({ id }) => served.includes(id) || id === 'emp.unknown_rate')
    .map((one) => ({ ...one, breakdowns: one.personal && opened !== null ? [opened] : [] }));
}

/** A city: per county the counts of each group, and in which of the nested totals it is. */
export interface MadeCity {
  readonly counties: readonly (readonly Counts[])[];
  /** How many of the first counties the smaller total holds; none: there is one total only. */
  readonly early: number | null;
  /** Which of the formulas are served. */
  readonly served: readonly string[];
  /**
   * By what they are opened: by mode, which every area has and some rows have not, or by site, of which each lies in
   * one county and together they are the whole of it.
   */
  readonly opened: 'mode' | 'site' | null;
}

const few = fc.oneof(
  { weight: 3, arbitrary: fc.nat(6) },
  { weight: 2, arbitrary: fc.nat(40) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const counts: fc.Arbitrary<Counts> = fc.record({
  idle: few,
  farmed: few,
  posted: few,
  trained: few,
  helped: few,
  asked: few,
  jobless: few,
  working: fc.oneof(few, fc.integer({ min: 20, max: 60 })),
});
const large = counts.map((one): Counts => ({ ...one, idle: one.idle + 30, farmed: one.farmed + 50 }));
const county = fc.tuple(
  fc.oneof(counts, large),
  fc.oneof(counts, large),
  fc.oneof(counts, fc.constant({ ...zeros() })),
);

function zeros(): Counts {
  return {
    idle: 0,
    farmed: 0,
    posted: 0,
    trained: 0,
    helped: 0,
    asked: 0,
    jobless: 0,
    working: 0,
  };
}

/** Small cities with many small figures. */
export const madeCity: fc.Arbitrary<MadeCity> = fc
  .array(county, { minLength: 2, maxLength: 4 })
  .chain((counties) =>
    fc.record({
      counties: fc.constant(counties),
      early: fc.option(fc.integer({ min: 1, max: counties.length - 1 })),
      served: fc.subarray(Object.keys(formulas), { minLength: 2, maxLength: 5 }),
      opened: fc.constantFrom('mode', 'site', null),
    }),
  );

/** Code of the county at a place of the list. */
export const areaAt = (index: number): string => `43120${index + 1}`;

/** Cells that an opened place has, with the groups that each holds: the whole (`null`) all of them. */
export interface MadeCell {
  readonly breakdown: Labels;
  readonly groups: readonly (string | null)[];
}

/** The totals served: of the early counties, where there are any, and of all. */
export function totalsOf({ counties, early }: MadeCity): CitySlice['totals'] {
  const areas = counties.map((_, index) => areaAt(index));
  const all = { name: 'all', counties: areas };
  return early === null ? [all] : [{ name: 'early', counties: areas.slice(0, early) }, all];
}

/** The cells that a place shows: a county its own sites, a total none. */
export function cellsOf({ opened }: MadeCity, place: string, isTotal: boolean): readonly MadeCell[] {
  const whole: MadeCell = { breakdown: {}, groups };
  if (opened === 'mode') return [whole, ...modes.map((mode) => ({ breakdown: { mode }, groups: [mode] }))];
  if (opened === null || isTotal) return [whole];
  const sites = [`${place}/P-1`, `${place}/P-2`, 'scattered'];
  return [
    whole,
    ...groups.map((group, index) => ({ breakdown: { site: sites[index] ?? 'unknown' }, groups: [group] })),
  ];
}

/** The city as the product gets it: facts of every county. */
export function sliceOf(city: MadeCity): CitySlice {
  const counties = city.counties.map((own, index) => ({
    area: areaAt(index),
    components: city.served.flatMap((id) =>
      cellsOf(city, areaAt(index), false).map((cell) => componentOf(id, own, cell)),
    ),
  }));
  return { counties, totals: totalsOf(city), definitions: definitionsOf(city) };
}

function componentOf(id: string, own: readonly Counts[], { breakdown, groups: held }: MadeCell): Component {
  const [above, below] = formulas[id] ?? [[], []];
  const sum = (of: readonly Atom[]) =>
    groups.reduce((total, group, index) => {
      const counted = own[index];
      return counted && held.includes(group) ? total + of.reduce((a, atom) => a + counted[atom], 0) : total;
    }, 0);
  return { indicator: id, parameters: {}, breakdown, num: sum(above), den: sum(below), n: sum(below) };
}
