import type { Observation } from '../../indicators/observation.ts';
import { decimal, quotient, rational, roundHalfUp, subtract } from '../../indicators/rational.ts';
import type { Figure } from './figures.ts';

/** A number that a figure says, with the figure: `null` where it is not shown or there is none. */
export interface Told {
  readonly figure: Figure | null;
  readonly amount: number | null;
}

/** What a figure counts above or below the line. */
export function told(figure: Figure | null, member: 'numerator' | 'denominator'): Told {
  return { figure, amount: figure?.one[member] ?? null };
}

/**
 * Whether two figures rest on the same counties. The counties behind a shaped answer's figures of one period lie in
 * each other (whoever has a ledger and its accounts has the ledger), so equally many are the same ones; figures of
 * different ones must not be taken from each other.
 */
export function areComparable(a: Figure | null, b: Figure | null): boolean {
  return a !== null && b !== null && a.one.coverage === b.one.coverage;
}

/** `a − b` of whole numbers; `null` where either is not told or they rest on different counties. */
export function less(a: Told, b: Told): number | null {
  if (a.amount === null || b.amount === null || !areComparable(a.figure, b.figure)) return null;
  return a.amount - b.amount;
}

/** `a ÷ b`, rounded half up to six decimals; `null` where {@link less} is, or b is 0. */
export function ratio(a: Told, b: Told): number | null {
  if (a.amount === null || b.amount === null || b.amount === 0 || !areComparable(a.figure, b.figure))
    return null;
  return roundHalfUp(quotient(rational(a.amount), rational(b.amount)));
}

/** `a − b` of served decimals, without the noise of floating point. */
export function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : roundHalfUp(subtract(decimal(a), decimal(b)));
}

/** Status of a number that is made of several figures: of the first that has no value of its own, else of the first. */
export function statusOfAll(figures: readonly (Figure | null)[]): Observation['status'] {
  const all = figures.map((figure) => figure?.one.status ?? 'no_data');
  const silent = all.find((status) => status === 'suppressed' || status === 'no_data');
  return silent ?? all[0] ?? 'no_data';
}
