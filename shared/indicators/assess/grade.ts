import { add, atLeast, quotient, type Rational, rational, subtract, times, zero } from '../rational.ts';

const full = rational(100);
const pass = rational(60);

/**
 * Score of one indicator, 0 to 100: 100 at the green limit, 60 at the amber one, linear between and beyond
 * (domain.md §5.9). Where the two limits are one, whoever keeps it has 100 and whoever does not 0. Green above
 * amber asks for more, green below amber for less; with equal limits `direction` says which.
 */
export function gradeOf(
  share: Rational,
  { green, amber }: { readonly green: Rational; readonly amber: Rational },
  direction: 'higher' | 'lower',
): Rational {
  const width = subtract(green, amber);
  if (width.num === 0n) {
    const keeps = direction === 'higher' ? atLeast(share, green) : atLeast(green, share);
    return keeps ? full : zero;
  }
  const part = quotient(subtract(share, amber), width);
  return clamp(add(pass, times(subtract(full, pass), part)));
}

function clamp(grade: Rational): Rational {
  if (!atLeast(grade, zero)) return zero;
  return atLeast(grade, full) ? full : grade;
}
