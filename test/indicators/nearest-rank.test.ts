import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countValues, nearestRank } from '../../shared/indicators/nearest-rank.ts';
import { addUp } from '../../shared/indicators/pooled.ts';

test.each<[readonly number[], number | null]>([
  [[], null],
  [[7], 7],
  [[4, 2], 2],
  [[3, 1, 2], 2],
  [[4, 3, 2, 1], 2],
  [[5, 5, 5, 1], 5],
  [[10, 9], 9],
])('of %o the nearest rank is %s', (values, expected) => {
  expect(nearestRank(countValues(values))).toBe(expected);
});

test('it is the value at place ⌈n/2⌉ of the sorted list, however the list is split', () => {
  const list = fc.array(fc.nat(40), { maxLength: 30 });
  fc.assert(
    fc.property(list, list, (one, other) => {
      const sorted = [...one, ...other].sort((a, b) => a - b);
      const parts = [one, other].map((part) => Object.fromEntries(countValues(part)));
      expect(nearestRank(addUp(parts))).toBe(sorted[Math.ceil(sorted.length / 2) - 1] ?? null);
    }),
  );
});
