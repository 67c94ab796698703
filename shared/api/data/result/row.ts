import { countedUnits } from '../../../indicators/counted-units.ts';
import type { IndicatorDefinition } from '../../../indicators/definition.ts';
import type { Observation } from '../../../indicators/observation.ts';
import { decimal, type Rational, rational, roundHalfUp, times } from '../../../indicators/rational.ts';
import type { AskedPeriod } from '../../query/period-spellings.ts';
import type { Against, Versus } from '../comparisons.ts';
import type { Comparison, MoneyUnit } from '../data-grammar.ts';
import type { ResultForm } from '../result-form.ts';
import type { Snapshot } from '../snapshot.ts';

/** One observation as it is shown: its figures are the same in every representation. */
export interface ResultRow {
  readonly indicator: IndicatorDefinition;
  readonly asked: AskedPeriod;
  /** Value, numerator, denominator and unit as the form asks for them. */
  readonly observation: Observation;
  /** Units of numerator and denominator. */
  readonly counted: readonly [string, string];
  readonly vs: Versus | null;
}

/** The one model of an answer that every representation is written from. */
export interface Result {
  readonly rows: readonly ResultRow[];
  readonly form: ResultForm;
  readonly by: string | null;
  readonly vs: readonly Comparison[];
  /** Whether a plan year was named; otherwise it follows from the period. */
  readonly isPlanYearNamed: boolean;
  readonly snapshot: Snapshot;
  /** Cursor of the page behind this one. */
  readonly next: string | null;
}

/** 分 in each unit of money. */
export const fenIn: Readonly<Record<MoneyUnit, number>> = { 分: 1, 元: 100, 万元: 1_000_000 };

/** Shows an observation in the form asked: money in its unit, % and pp in points, values at their decimals. */
export function showObservation(
  one: Observation,
  vs: Versus | null,
  { indicator, asked }: { readonly indicator: IndicatorDefinition; readonly asked: AskedPeriod },
  form: ResultForm,
): ResultRow {
  const { scale, unit } = valueScale(indicator.unit, form);
  const value = figureIn(scale, form.decimals);
  const units = countedUnits(indicator.countUnit, one.parameters);
  const side = (figure: number | null, counted: string): number | null =>
    counted === '分' && form.money ? figureIn(rational(1, fenIn[form.money]), null)(figure) : figure;
  return {
    indicator,
    asked,
    observation: {
      ...one,
      value: value(one.value),
      numerator: side(one.numerator, units[0]),
      denominator: side(one.denominator, units[1]),
      unit,
    },
    counted: [countedIn(units[0], form), countedIn(units[1], form)],
    vs: vs && showVersus(vs, value),
  };
}

type Figure = (figure: number | null) => number | null;

/** Shows figures at a scale, rounded half up to some decimals; as they are where neither is asked. */
export function figureIn(scale: Rational, decimals: number | null): Figure {
  if (decimals === null && scale.num === scale.den) return (figure) => figure;
  return (figure) => (figure === null ? null : roundHalfUp(times(decimal(figure), scale), decimals ?? 6));
}

function countedIn(unit: string, { money }: ResultForm): string {
  return unit === '分' && money ? money : unit;
}

/** Values in money are served in 元; of % and pp as fractions. */
function valueScale(unit: IndicatorDefinition['unit'], { money, share }: ResultForm) {
  if ((unit === '%' || unit === 'pp') && share === 'points') return { scale: rational(100), unit };
  if ((unit === '元' || unit === '元/户') && money) {
    return { scale: rational(fenIn.元, fenIn[money]), unit: unit.replace('元', money) };
  }
  return { scale: rational(1), unit };
}

function showVersus({ plan, previous, year, peers }: Versus, value: Figure): Versus {
  const against = (one: Against | null): Against | null =>
    one && { ...one, value: value(one.value), delta: value(one.delta) };
  return {
    ...(plan ? { plan: { target: value(plan.target), gap: value(plan.gap) } } : {}),
    ...(previous === undefined ? {} : { previous: against(previous) }),
    ...(year === undefined ? {} : { year: against(year) }),
    ...(peers === undefined ? {} : { peers }),
  };
}
