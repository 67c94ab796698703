import type { Fraction } from '../programme/plan334.ts';

/** Exact arithmetic for roll-ups: no figure that is served depends on the luck of floating point. */
export interface Rational {
  readonly num: bigint;
  /** Always positive. */
  readonly den: bigint;
}

export const zero: Rational = { num: 0n, den: 1n };

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function reduced(num: bigint, den: bigint): Rational {
  const divisor = gcd(num, den) || 1n;
  return { num: num / divisor, den: den / divisor };
}

/** A fraction of integers, exactly; throws `RangeError` on a part that is not a safe integer, or a zero below. */
export function rational(num: number, den = 1): Rational {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0) {
    throw new RangeError(`not an exact fraction: ${num}/${den}`);
  }
  return reduced(BigInt(num), BigInt(den));
}

/** A decimal as written (0.95 is 19/20, not the nearest double). */
export function decimal(value: number): Rational {
  const [, sign = '', whole = '0', digits = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (!Number.isFinite(value) || String(value).includes('e'))
    throw new RangeError(`not a plain decimal: ${value}`);
  const magnitude = reduced(BigInt(whole + digits), 10n ** BigInt(digits.length));
  return sign ? { num: -magnitude.num, den: magnitude.den } : magnitude;
}

export function add(a: Rational, b: Rational): Rational {
  return reduced(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { num: -b.num, den: b.den });
}

export function times(a: Rational, b: Rational): Rational {
  return reduced(a.num * b.num, a.den * b.den);
}

/** `a` of a fraction: 15521 × 9/13. */
export function partOf(amount: number, share: Fraction): Rational {
  return times(rational(amount), rational(share.num, share.den));
}

/** The distance from zero. */
export function magnitude({ num, den }: Rational): Rational {
  return { num: num < 0n ? -num : num, den };
}

/** Whether `a` ≥ `b`. */
export function atLeast(a: Rational, b: Rational): boolean {
  return a.num * b.den >= b.num * a.den;
}

/**
 * `num / den`; throws `RangeError` when `den` is zero: callers settle 0/0 by status first.
 */
export function quotient(num: Rational, den: Rational): Rational {
  if (den.num === 0n) throw new RangeError('division by zero');
  const below = num.den * den.num;
  return below < 0n ? reduced(-num.num * den.den, -below) : reduced(num.num * den.den, below);
}

/**
 * Rounds half-up to 6 decimals, halves away from zero (domain.md §5: rates are kept to 6 decimals): 1/2000000
 * gives 0.000001, −1/2000000 gives −0.000001.
 */
export function roundHalfUp(value: Rational, digits = 6): number {
  const magnitude = value.num < 0n ? -value.num : value.num;
  const scale = 10n ** BigInt(digits);
  const scaled = (2n * magnitude * scale + value.den) / (2n * value.den);
  const text = `${scaled / scale}.${String(scaled % scale).padStart(digits, '0')}`;
  const rounded = Number(text);
  return value.num < 0n && rounded !== 0 ? -rounded : rounded;
}
