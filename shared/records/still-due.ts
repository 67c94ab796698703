import type { ColumnTable } from 'arquero';
import type { Contract } from '../datasets/contract.ts';
import { getterOf, plain } from './table-cells.ts';

/**
 * Which rows of a stock's period before a file of a new period is to have: all, but those of years before the oldest
 * year the file speaks of, where the contract names a column of the year. A row without a year is due.
 */
export function stillDue(
  { stockYear }: Pick<Contract, 'stockYear'>,
  before: ColumnTable,
  after: ColumnTable,
): (row: number) => boolean {
  if (stockYear === undefined) return () => true;
  const oldest = yearsOf(after, stockYear).reduce<number | null>(
    (least, year) => (year === null || (least !== null && least <= year) ? least : year),
    null,
  );
  const years = yearsOf(before, stockYear);
  return (row) => {
    const year = years[row] ?? null;
    return year === null || oldest === null || year >= oldest;
  };
}

/** The year of each row; `null` where none is stated. */
function yearsOf(table: ColumnTable, column: string): readonly (number | null)[] {
  const get = getterOf(table, column);
  return Array.from({ length: table.numRows() }, (_, row) => {
    const year = plain(get(row));
    return typeof year === 'number' ? year : null;
  });
}
