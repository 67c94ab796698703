import { columnsFedBy } from '../datasets/columns.ts';
import type { Field } from '../datasets/contract.ts';
import { contracts } from '../datasets/contracts.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Upload } from '../records/schema.ts';
import { columnLetters } from '../workbook/cell-reference.ts';

/** A row of a sheet of an upload. */
export interface RowPlace {
  readonly dataset: DatasetId;
  /** Index of the sheet in the file. */
  readonly sheet: number;
  readonly row: number;
}

/** Name of a sheet as the county sees it; of an upload whose sheets were not kept its number from 1. */
export function sheetName({ sheets }: Pick<Upload, 'sheets'>, sheet: number): string {
  return sheets[sheet] ?? String(sheet + 1);
}

/** Fields whose cells are kept in one of some columns of the batches. */
export function fieldsBehind(dataset: DatasetId, columns: readonly string[]): readonly Field[] {
  return contracts[dataset].fields.filter((field) =>
    columnsFedBy(field).some(({ name }) => columns.includes(name)),
  );
}

/**
 * The cells of a row that fill some columns of its batch, by field: `花名册!K12`. None where the upload was read before
 * columns were kept; several where a field stood in more than one column, of which the first filled one was read.
 */
export function cellsOf(
  upload: Upload,
  { dataset, sheet, row }: RowPlace,
  columns: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const layout = layoutOf(upload, dataset, sheet);
  return Object.fromEntries(
    fieldsBehind(dataset, columns).flatMap(({ name }) => {
      const cells = layout?.fields[name]?.map((column) => cellName(upload, sheet, column, row));
      return cells ? [[name, cells] as const] : [];
    }),
  );
}

function cellName(upload: Upload, sheet: number, column: number, row: number): string {
  return `${sheetName(upload, sheet)}!${columnLetters(column + 1)}${row}`;
}

/** Which fields stand in which columns of a sheet. */
export function layoutOf({ columns = [] }: Pick<Upload, 'columns'>, dataset: DatasetId, sheet: number) {
  return columns.find((one) => one.dataset === dataset && one.sheets.includes(sheet)) ?? null;
}

/** A cell, or a whole row, as somebody asks for it. */
export interface AskedCell {
  readonly sheet: string;
  /** From 0; `null`: the whole row. */
  readonly column: number | null;
  readonly row: number;
}

/** Reads `花名册!K12`, or `花名册!12` for the whole row; the sheet's name may hold a `!`. `null`: it is neither. */
export function parseCell(text: string): AskedCell | null {
  const [, quoted = '', letters = '', digits = ''] = /^(.+)!([A-Za-z]{0,3})(\d{1,7})$/s.exec(text) ?? [];
  if (digits === '' || Number(digits) === 0) return null;
  const sheet = /^'.*'$/s.test(quoted) ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { sheet, column: letters === '' ? null : column - 1, row: Number(digits) };
}
