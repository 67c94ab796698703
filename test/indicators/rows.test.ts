import { table } from 'arquero';
import { expect, test } from 'vitest';
import { readRows } from '../../shared/indicators/rows.ts';
import { batch } from './support/county.ts';

test('a column that is not there reads as missing', () => {
  const read = readRows(batch({ dataset: 'targets', rows: [{ persons: 3 }] }), (cells) => [
    cells.number('persons'),
    cells.text('mode'),
    cells.flag('isRegistered'),
  ]);
  expect(read).toEqual([[3, null, null]]);
});

test('a value of another type is a fault that names batch and column, never the value', () => {
  const wrong = batch({ dataset: 'projects', id: 'b-1', rows: [{ planYear: '两千' }] });
  expect(() => readRows(wrong, (cells) => cells.number('planYear'))).toThrow(
    'batch b-1 (projects), column planYear, row index 0: expected a number, found string',
  );
});

test('rows of a filtered and ordered table are read as shown', () => {
  const whole = table({ amount: [1, 2, 3], sourceRow: [4, 5, 6], sourceSheet: [0, 0, 1] });
  const shown = {
    ...batch({ dataset: 'fundLedger', rows: [] }),
    table: whole.filter('d => d.amount > 1').orderby('amount'),
  };
  expect(readRows(shown, (cells, { sheet, row }) => [cells.number('amount'), sheet, row])).toEqual([
    [2, 0, 5],
    [3, 1, 6],
  ]);
});
