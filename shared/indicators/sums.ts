import type { Rational } from './rational.ts';

/** An indicator's sums over the counties that reported. */
export interface Sums {
  readonly num: number;
  readonly den: number;
  /** Numbers by key, added up over the counties; empty where the indicator pools nothing. */
  readonly values: ReadonlyMap<string, number>;
  /** Σ den × due of each county at its own dataDate. */
  readonly due: Rational;
  /** Σ |num − den × due| of each component: what differs in one county does not cancel out in another. */
  readonly gap: Rational;
  /** Σ of what each county's pace adds until the deadline. */
  readonly gain: Rational;
  /** Σ den × the shares that are green and amber; `null` when nothing is due of any county. */
  readonly pace: { readonly green: Rational; readonly amber: Rational } | null;
}
