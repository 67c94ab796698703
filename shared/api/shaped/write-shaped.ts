import { rational } from '../../indicators/rational.ts';
import { shapedColumnTitle } from '../../messages/shaped-texts.ts';
import type { Bilingual } from '../../text/languages.ts';
import type { CellValue } from '../data/result/columns.ts';
import { fenIn, figureIn } from '../data/result/row.ts';
import type { ResultForm } from '../data/result-form.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { csvText } from '../http/csv.ts';
import type { ShapedColumn } from './shape.ts';

/** A shaped answer as it is shown: the cells of each row in the order of the columns. */
export interface ShapedTable {
  readonly columns: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Lays rows out in the form asked: codes, names or both, shares and money in their units. */
export function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly ShapedColumn<Row>[],
  form: ResultForm,
): ShapedTable {
  const shown = columns.flatMap((column) => {
    const { id, name } = column;
    const code = { id, cell: (row: Row) => cellIn(column, row, form) };
    const label = { id: `${id}Label`, cell: (row: Row) => name?.(row, form.language) ?? null };
    if (!name) return [code];
    return { code: [code], text: [label], both: [code, label] }[form.labels];
  });
  return {
    columns: shown.map(({ id }) => ({ id, title: shapedColumnTitle(id) })),
    rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
  };
}

function cellIn<Row>({ kind, cell }: ShapedColumn<Row>, row: Row, form: ResultForm): CellValue {
  if (kind === 'moneyUnit') return form.money ?? '分';
  const value = cell(row);
  if (typeof value !== 'number') return value;
  if (kind === 'share') {
    return figureIn(rational(form.share === 'points' ? 100 : 1), form.decimals)(value);
  }
  if (kind === 'money' && form.money) return figureIn(rational(1, fenIn[form.money]), form.decimals)(value);
  return value;
}

/** As JSON: the snapshot, and an object a row. */
export function shapedJson({ columns, rows }: ShapedTable, snapshot: Snapshot): string {
  const data = rows.map((cells) =>
    Object.fromEntries(columns.map(({ id }, index) => [id, cells[index] ?? null])),
  );
  return `${JSON.stringify({ ...snapshot, data, next: null })}\n`;
}

/** As CSV: ids above the columns where only codes are told, titles otherwise. */
export function shapedCsv(
  { columns, rows }: ShapedTable,
  { labels, language }: ResultForm,
  withMark: boolean,
): string {
  const headers = columns.map(({ id, title }) => (labels === 'code' ? id : title[language]));
  const text = csvText([headers, ...rows]);
  return withMark ? text : text.slice(1);
}
