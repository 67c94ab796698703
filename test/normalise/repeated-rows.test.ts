import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { createColumnStore, pushRow } from '../../shared/normalise/column-store.ts';
import { repeatedRows } from '../../shared/normalise/repeated-rows.ts';

const cell = fc.constantFrom<(string | number | null)[]>('a', 'b', '1', '[1]', 1, 0, null);
const row = fc.record({
  area: fc.constantFrom('431224', '431226'),
  period: fc.constantFrom('2017-04', '2017-05'),
  values: fc.tuple(cell, cell),
  meant: fc.boolean(),
});
type Row = typeof row extends fc.Arbitrary<infer One> ? One : never;

/** The same by looking at every pair. */
function groupsOf(rows: readonly Row[], width: number): readonly (readonly number[])[] {
  const same = (one: Row | undefined, other: Row): boolean =>
    one?.area === other.area &&
    one.period === other.period &&
    other.values.slice(0, width).every((value, column) => one.values[column] === value);
  return rows.flatMap((own, first) => {
    if (!own.meant) return [];
    const group = rows.flatMap((other, index) => (other.meant && same(other, own) ? [index] : []));
    return group.length > 1 && group[0] === first ? [group] : [];
  });
}

test.each([1, 2])('rows that repeat %d columns within a part are found, in order', (width) => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const store = createColumnStore(contracts.households);
      for (const [index, { area, period, values }] of rows.entries()) {
        const origin = { area, period, sheetDate: '2017-04-30', sheet: 0, row: index + 2 };
        pushRow(store, [...values], { ...origin, state: 'accepted' });
      }
      const columns = store.values.slice(0, width);
      const found = repeatedRows(store, columns, (index) => rows[index]?.meant === true);
      expect(found).toEqual(groupsOf(rows, width));
    }),
    { numRuns: 2_000 },
  );
});
