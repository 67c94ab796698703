import type { Day } from '../programme/calendar.ts';
import { comparePeriods, type Period } from '../programme/periods.ts';
import { observedGrade } from './assess/observed-grade.ts';
import { breakdownValues, countyOfCell, wholeCell } from './breakdowns.ts';
import { componentsOf } from './components-of.ts';
import type { IndicatorDefinition } from './definition.ts';
import type { Component, Facts, Labels } from './facts.ts';
import { exactValue, numeratorOf } from './figure.ts';
import type { Observation } from './observation.ts';
import { addUp } from './pooled.ts';
import { add, magnitude, partOf, type Rational, rational, roundHalfUp, subtract, zero } from './rational.ts';
import { colourOf, statusOf } from './status.ts';
import type { Sums } from './sums.ts';
import { targetOf } from './target.ts';

/** What one county has to say: facts at the period selected for it, or when it last reported. */
export interface CountyFacts {
  readonly area: string;
  readonly facts: Facts | null;
  readonly lastReported: Period | null;
}

/** One indicator of the catalogue for one area and period. */
export interface ObservationQuery {
  readonly indicator: IndicatorDefinition;
  readonly area: string;
  readonly period: Period;
  /** Every parameter of the indicator, defaults filled in. */
  readonly parameters: Labels;
  /** Breakdown that is opened; `null`: the whole alone. */
  readonly by: string | null;
  readonly counties: readonly CountyFacts[];
  /** Counties that should report. */
  readonly expected: number;
  /** Whether the observations say their targets. */
  readonly withTarget?: boolean;
  /** Whether they carry their grades. */
  readonly withGrade?: boolean;
}

/** A county's facts with those components that answer the query's parameters. */
interface Answering {
  readonly county: CountyFacts;
  readonly components: readonly Component[];
}

/**
 * Rolls an indicator up: ratio of sums over the counties that reported, never a mean of ratios (domain.md §5,
 * G11). One observation, or with a breakdown opened one per cell and the whole under `all`.
 */
export function observe(query: ObservationQuery): readonly Observation[] {
  const answering = query.counties.map((county) => ({
    county,
    components: (county.facts ? componentsOf(county.facts, query.indicator.id) : []).filter((one) =>
      hasLabels(query.parameters, one.parameters),
    ),
  }));
  if (query.by === null) return [observeCell(query, answering, {}, {})];
  const name = query.by;
  const found = answering.flatMap(({ components }) =>
    components.flatMap(({ breakdown }) => breakdown[name] ?? []),
  );
  const values = [...new Set([...(breakdownValues[name] ?? []), ...found.map(String)])].sort();
  const reported = answering.some(({ components }) => components.length > 0);
  return [
    ...(reported ? values : []).map((value) =>
      observeCell(query, answering, { [name]: value }, { [name]: value }),
    ),
    observeCell(query, answering, {}, { [name]: wholeCell }),
  ];
}

function hasLabels(wanted: Labels, given: Labels): boolean {
  const isSame = (name: string) =>
    wanted[name] === given[name] || String(wanted[name]) === String(given[name]);
  return Object.keys(wanted).every(isSame) && Object.keys(given).every(isSame);
}

function observeCell(
  query: ObservationQuery,
  answering: readonly Answering[],
  cell: Labels,
  shown: Labels,
): Observation {
  const { indicator, area, period, parameters } = query;
  const base = { indicator: indicator.id, area, period, breakdown: shown, parameters, unit: indicator.unit };
  const isAnswer = saysOf(cell);
  const reporting = answering.filter(({ components }) => components.some(isAnswer));
  const empty = { value: null, numerator: null, denominator: null, rag: null };
  if (reporting.length === 0) {
    const lastReported = newestOf(query.counties.flatMap((county) => county.lastReported ?? []));
    return { ...base, ...empty, dataDate: null, status: 'no_data', coverage: 0, lastReported };
  }
  const valued = reporting.filter(
    ({ components }) => !components.some((one) => isCell(one, cell) && one.notApplicable),
  );
  const counted = valued.length > 0 ? valued : reporting;
  const expected = countyOfCell(cell) === null ? query.expected : reporting.length;
  const coverage = expected > 0 ? counted.length / expected : 0;
  const named = nameOf(cell, counted);
  const reported = {
    ...base,
    ...(named === undefined ? {} : { name: named }),
    dataDate: dataDatesOf(indicator, counted),
    coverage,
    lastReported: null,
  };
  if (valued.length === 0) return { ...reported, ...empty, status: 'not_applicable' };
  const sums = sumUp(valued.flatMap(({ components }) => components.filter((one) => isCell(one, cell))));
  const status = statusOf(sums, indicator);
  const value = status === 'ok' ? exactValue(indicator, sums) : null;
  const numerator = numeratorOf(indicator, sums);
  return {
    ...reported,
    value: value && roundHalfUp(value),
    numerator: roundHalfUp(numerator),
    denominator: sums.den,
    status: status === 'ok' && !value ? 'not_applicable' : status,
    rag: value && colourOf(indicator, sums, numerator, newestDay(reported.dataDate)),
    ...(query.withTarget && value ? targeted(indicator, sums, newestDay(reported.dataDate)) : {}),
    ...(query.withGrade && value
      ? { grade: observedGrade(indicator, sums, numerator, newestDay(reported.dataDate)) }
      : {}),
  };
}

function targeted(indicator: IndicatorDefinition, sums: Sums, day: Day | null): Pick<Observation, 'target'> {
  const target = targetOf(indicator, sums, day);
  return { target: target && roundHalfUp(target) };
}

/**
 * Which components say what a county has in a cell. Without the cell of an open list it has nothing in it: a source
 * of money it does not use. Every county has the cells of a fixed list, or says nothing of them: a task by mode.
 * A site 安置点 lies in one county, and no other has anything to say of it.
 */
function saysOf(cell: Labels): (component: Component) => boolean {
  const isFixed =
    countyOfCell(cell) !== null ||
    Object.keys(cell).every((name) => (breakdownValues[name] ?? []).length > 0);
  return (component) => !isFixed || isCell(component, cell);
}

/** What the county calls a cell that only it knows. */
function nameOf(cell: Labels, answering: readonly Answering[]): string | undefined {
  const [value] = Object.values(cell);
  return answering.flatMap(({ county }) => county.facts?.names?.[String(value)] ?? []).at(0);
}

function isCell(component: Component, cell: Labels): boolean {
  return hasLabels(cell, component.breakdown);
}

/**
 * Adds components of one indicator and cell up, each county's own shares and paces weighed by what it counts. There is
 * no pace where a county that counts has none: the others cannot say what is expected of it.
 */
export function sumUp(components: readonly Component[]): Sums {
  const counting = components.filter(({ den }) => den !== 0);
  const weigh = (share: (component: Component) => Rational | undefined) =>
    components.reduce((sum, component) => {
      const part = share(component);
      return part ? add(sum, part) : sum;
    }, zero);
  return {
    num: components.reduce((sum, { num }) => sum + num, 0),
    den: components.reduce((sum, { den }) => sum + den, 0),
    values: addUp(components.map(({ values }) => values ?? {})),
    due: weigh(({ den, due }) => due && partOf(den, due)),
    gap: weigh(({ num, den, due }) => due && magnitude(subtract(rational(num), partOf(den, due)))),
    gain: weigh(({ gain }) => gain && partOf(1, gain)),
    pace:
      counting.length === 0 || counting.some(({ pace }) => pace === undefined)
        ? null
        : {
            green: weigh(({ den, pace }) => pace && partOf(den, pace.green)),
            amber: weigh(({ den, pace }) => pace && partOf(den, pace.amber)),
          },
  };
}

function dataDatesOf(
  indicator: IndicatorDefinition,
  answering: readonly Answering[],
): Observation['dataDate'] {
  const days = answering.flatMap(({ county }) => county.facts?.dataDates[indicator.id] ?? []).sort();
  const [min, max] = [days.at(0), days.at(-1)];
  return min !== undefined && max !== undefined ? { min, max } : null;
}

function newestDay(dataDate: Observation['dataDate']): Day | null {
  return dataDate?.max ?? null;
}

function newestOf(periods: readonly Period[]): Period | null {
  return [...periods].sort(comparePeriods).at(-1) ?? null;
}
