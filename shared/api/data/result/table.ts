import { type CellValue, type Column, longColumns } from './columns.ts';
import type { Result, ResultRow } from './row.ts';
import { wideColumns, widen } from './series.ts';

/** A row of a flat table, with the observation whose unit its values have. */
export interface TableRow {
  readonly cells: readonly CellValue[];
  readonly of: ResultRow;
}

/** An answer as a flat table: what CSV, workbook and Arrow are written from. */
export interface FlatTable {
  readonly columns: readonly Pick<Column, 'id' | 'title' | 'kind'>[];
  readonly rows: readonly TableRow[];
}

/** Lays an answer out in the shape asked for. */
export function flatTable(result: Result): FlatTable {
  if (result.form.shape === 'wide') {
    const wide = widen(result);
    const columns = wideColumns(result, wide);
    return {
      columns,
      rows: wide.series.map((one) => ({ cells: columns.map(({ cell }) => cell(one)), of: one.first })),
    };
  }
  const columns = longColumns(result);
  return {
    columns,
    rows: result.rows.map((row) => ({ cells: columns.map(({ cell }) => cell(row)), of: row })),
  };
}

/** Headers: ids where only codes are told, titles in the reader's language otherwise. */
export function headersOf(table: FlatTable, { form }: Pick<Result, 'form'>): readonly string[] {
  return table.columns.map(({ id, title }) => (form.labels === 'code' ? id : title[form.language]));
}
