import { describe, expect, test } from 'vitest';
import { shownMovement, shownRows } from '../../shared/api/uploads/shown-differences.ts';
import type { PartDiff } from '../../shared/records/upload-diff.ts';

const part = (added: number, changed: number, removed: number): PartDiff => ({
  dataset: 'persons',
  period: '2017-04-X3',
  outcome: 'replaces',
  against: null,
  counts: { added, changed, removed, unchanged: 600 },
  keys: { published: 600, removed },
  added: [{ sheet: 0, row: 8 }],
  changed: [{ sheet: 0, row: 5, fields: ['employmentStatus'] }],
});

describe('rows that differ', () => {
  test.each<[string, number | null, PartDiff, boolean]>([
    ['fewer than k are not told', 5, part(1, 1, 2), false],
    ['k are', 5, part(2, 1, 2), true],
    ['that none differs is told', 5, part(0, 0, 0), true],
    ['the own office is told of one', null, part(0, 1, 0), true],
    ['the public is told of fewer', 10, part(4, 3, 2), false],
  ])('%s', (_, k, given, isTold) => {
    const { counts, keys, added, changed } = given;
    const nothing = { rows: null, keys: null, added: [], changed: [] };
    expect(shownRows(given, k)).toEqual(isTold ? { rows: counts, keys, added, changed } : nothing);
  });
});

describe('figures that move', () => {
  const reading = (numerator: number) => ({
    value: numerator / 100,
    numerator,
    denominator: 100,
    status: 'ok' as const,
  });
  const movement = (indicator: string) => ({
    indicator,
    period: '2017-04-X3',
    parameters: {},
    unit: '%',
    before: reading(60),
    after: reading(61),
    n: 100,
  });
  const hidden = { value: null, numerator: null, denominator: null, status: 'suppressed' };

  test.each<[string, string, number | null, object]>([
    ['of people are told to the own office', 'emp.labour_rate', null, reading(61)],
    ['of people are told to nobody else: a difference may be one person', 'emp.labour_rate', 5, hidden],
    ['of the programme are told to everybody', 'reloc.start_rate', 10, reading(61)],
  ])('%s', (_, indicator, k, after) => {
    expect(shownMovement(movement(indicator), k)).toMatchObject({ after });
  });

  test('never tell n', () => {
    expect(Object.keys(shownMovement(movement('emp.labour_rate'), null))).not.toContain('n');
  });

  test('from nothing are said to come from nothing', () => {
    const first = { ...movement('emp.labour_rate'), before: null };
    expect(shownMovement(first, 5)).toMatchObject({ before: null, after: hidden });
  });
});
