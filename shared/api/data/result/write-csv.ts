import { csvText } from '../../http/csv.ts';
import type { Result } from './row.ts';
import { flatTable, headersOf } from './table.ts';

/** An answer as CSV (RFC 4180), with a byte-order mark unless it is not wanted; no cell is a formula. */
export function writeCsv(result: Result, { withMark = true } = {}): string {
  const table = flatTable(result);
  const text = csvText([headersOf(table, result), ...table.rows.map(({ cells }) => cells)]);
  return withMark ? text : text.slice(1);
}
