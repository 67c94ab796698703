import { table } from 'arquero';
import { describe, expect, it } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { compareBatches, isLargeRemoval } from '../../shared/records/compare-batches.ts';
import { stillDue } from '../../shared/records/still-due.ts';

const contract = contracts.projects;

/** A ledger of `count` projects in each of some plan years. */
function ledger(counts: Readonly<Record<number, number>>, year: (year: number) => unknown = (one) => one) {
  const rows = Object.entries(counts).flatMap(([planYear, count]) =>
    Array.from({ length: count }, (_, n) => ({
      projectId: `XP-${planYear}-${n}`,
      planYear: year(Number(planYear)),
    })),
  );
  return table({
    projectId: rows.map(({ projectId }) => projectId),
    planYear: rows.map(({ planYear }) => planYear),
  });
}

const full = ledger({ 2016: 10, 2017: 20 });

describe('a projects ledger of a new period', () => {
  it.each([
    ['has everything', ledger({ 2016: 10, 2017: 20 }), { published: 30, removed: 0 }, false],
    ['leaves the year before out', ledger({ 2017: 20 }), { published: 20, removed: 0 }, false],
    ['is cut to a few of the newest year', ledger({ 2017: 8 }), { published: 20, removed: 12 }, true],
    ['is cut to the year before', ledger({ 2016: 10 }), { published: 30, removed: 20 }, true],
    ['lacks a fifth', ledger({ 2016: 10, 2017: 14 }), { published: 30, removed: 6 }, false],
    ['speaks of the next year only', ledger({ 2018: 5 }), { published: 0, removed: 0 }, false],
    ['has no years at all', ledger({ 2017: 20 }, () => null), { published: 30, removed: 10 }, true],
  ])('that %s', (_, next, keys, isLarge) => {
    const comparison = compareBatches(contract, full, next, stillDue(contract, full, next));
    expect(comparison.keys).toEqual(keys);
    expect(isLargeRemoval(comparison, 20)).toBe(isLarge);
  });

  it('is to have rows that stated no year', () => {
    const unstated = ledger({ 2016: 10 }, () => null);
    expect(compareBatches(contract, unstated, full, stillDue(contract, unstated, full)).keys.published).toBe(
      10,
    );
    const next = ledger({ 2018: 1 });
    expect(compareBatches(contract, unstated, next, stillDue(contract, unstated, next)).keys.removed).toBe(
      10,
    );
  });
});

it('a register without years is to have every row again', () => {
  const due = stillDue(contracts.persons, full, ledger({ 2018: 1 }));
  expect([0, 29].map(due)).toEqual([true, true]);
});
