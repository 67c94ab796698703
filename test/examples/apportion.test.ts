import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from '../../examples/huaihua/apportion.ts';

test('parts are whole, add up to the total and lie within one of the exact share', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1 }),
      (total, weights) => {
        const parts = apportion(total, weights);
        const whole = weights.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, i) => {
          expect(Math.abs(part - (total * (weights[i] ?? 0)) / whole)).toBeLessThan(1);
        });
      },
    ),
  );
});

test('bounds are kept', () => {
  expect(apportion(10, [1, 1, 8], { max: [10, 10, 3] })).toEqual([4, 3, 3]);
  expect(apportion(10, [0, 1, 9], { min: [2, 0, 0] }).at(0)).toBe(2);
});

test('bounds without a way are refused', () => {
  expect(() => apportion(10, [1, 1], { max: [2, 2] })).toThrow('cannot split 10');
});
