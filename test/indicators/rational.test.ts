import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  atLeast,
  decimal,
  quotient,
  rational,
  roundHalfUp,
  subtract,
  zero,
} from '../../shared/indicators/rational.ts';

const parts = fc.record({
  num: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  den: fc.integer({ min: 1, max: 1_000_000 }),
});

describe('exact fractions', () => {
  test('a sum less one part is the other', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [x, y] = [rational(a.num, a.den), rational(b.num, b.den)];
        expect(subtract(add(x, y), y)).toEqual(x);
      }),
    );
  });

  test('a decimal is what is written, not the nearest double', () => {
    expect(decimal(0.1)).toEqual({ num: 1n, den: 10n });
    expect(decimal(0.005)).toEqual({ num: 1n, den: 200n });
    expect(decimal(-1.25)).toEqual({ num: -5n, den: 4n });
  });

  test.each([
    ['a part of a unit', 0.5, 1],
    ['a zero below', 1, 0],
    ['a negative below', 1, -2],
    ['more than an exact integer', 2 ** 53, 1],
  ])('%s is refused', (_, num, den) => {
    expect(() => rational(num, den)).toThrow(RangeError);
  });

  test('division by zero and numbers without a plain decimal are refused', () => {
    expect(() => quotient(rational(1), zero)).toThrow(RangeError);
    expect(() => decimal(Number.NaN)).toThrow(RangeError);
    expect(() => decimal(1e-7)).toThrow(RangeError);
  });
});

describe('rounding half-up', () => {
  test('is off by half a unit at most, and up at the half', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 9 }), ({ num, den }, digits) => {
        const value = rational(Math.abs(num), den);
        const rounded = decimalOf(roundHalfUp(value, digits), digits);
        const half = { num: 1n, den: 2n * 10n ** BigInt(digits) };
        expect(atLeast(half, subtract(value, rounded))).toBe(true);
        expect(atLeast(subtract(rounded, value), half) && !same(subtract(rounded, value), half)).toBe(false);
        expect(same(subtract(value, rounded), half)).toBe(false);
      }),
    );
  });

  test('mirrors at zero', () => {
    fc.assert(
      fc.property(parts, ({ num, den }) => {
        const up = roundHalfUp(rational(Math.abs(num), den));
        expect(roundHalfUp(rational(-Math.abs(num), den))).toBe(up === 0 ? 0 : -up);
      }),
    );
  });
});

function decimalOf(value: number, digits: number) {
  const scale = 10 ** digits;
  return quotient(rational(Math.round(value * scale)), rational(scale));
}

function same(a: { num: bigint; den: bigint }, b: { num: bigint; den: bigint }): boolean {
  return a.num * b.den === b.num * a.den;
}
