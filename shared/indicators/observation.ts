import type { Day } from '../programme/calendar.ts';
import type { Period } from '../programme/periods.ts';
import type { Labels } from './facts.ts';
import type { Rational } from './rational.ts';

/** design.md, Words. */
export type Status = 'ok' | 'not_applicable' | 'inconsistent' | 'no_data' | 'suppressed' | 'stale';
export type Rag = 'green' | 'amber' | 'red';

/** One answer of `/v1/data`: an indicator for an area and a period, with all that is needed to trust it. */
export interface Observation {
  readonly indicator: string;
  readonly area: string;
  /** The period that was asked for, or selected by `latest`. */
  readonly period: Period;
  readonly dataDate: { readonly min: Day; readonly max: Day } | null;
  readonly breakdown: Labels;
  /** Name of the breakdown's cell where only its county knows it: a site 安置点. */
  readonly name?: string;
  readonly parameters: Labels;
  /** Fraction for unit % and pp, rounded half-up to 6 decimals; a count otherwise (R0). */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: string;
  readonly status: Status;
  readonly rag: Rag | null;
  /** Counties with a value / counties expected. */
  readonly coverage: number;
  /** Newest reported period at or before the one asked, when that one has no data. */
  readonly lastReported: Period | null;
  /** Value from which it is green, in the value's unit, where it was asked for; `null` where nothing is asked. */
  readonly target?: number | null;
  /** Score of 0 to 100 where it was asked for, exact; `null` where the indicator has no limits. Never served. */
  readonly grade?: Rational | null;
}
