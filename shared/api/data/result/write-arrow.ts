import { table, toArrow, toArrowIPC } from 'arquero';
import type { CellValue } from './columns.ts';
import type { Result } from './row.ts';
import { flatTable } from './table.ts';

/**
 * Arrow types of the two kinds of column, taken from a table that has both, so that a column has the same type
 * in every answer, also where it is empty: 64-bit floats and plain UTF-8.
 */
const types = (() => {
  const { fields } = toArrow(table({ number: [0.5], text: ['a'] })).schema;
  const [number, text] = fields.map(({ type }) => type);
  return { number, text: text && 'dictionary' in text ? text.dictionary : text };
})();

/**
 * An answer as an Arrow IPC stream, columns named by their ids. The same answer gives the same bytes.
 */
export function writeArrow(result: Result): Uint8Array {
  const { columns, rows } = flatTable(result);
  const data = columns.map(({ id }, index): [string, CellValue[]] => [
    id,
    rows.map(({ cells }) => cells[index] ?? null),
  ]);
  const typed = columns.map(({ id, kind }) => [id, kind === 'text' ? types.text : types.number]);
  return toArrowIPC(table(data), { format: 'stream', types: Object.fromEntries(typed) });
}
