import type { Header, Incomplete } from '../normalise/header.ts';
import { keyFields } from '../normalise/key-fields.ts';
import type { RawRow } from '../workbook/source.ts';

/**
 * The cells, as columns from zero, that are coloured for what is wrong with a row as a whole: those of its natural
 * key, else the first one that is filled.
 */
export function keyCells(header: Header | Incomplete | null): (row: RawRow) => readonly number[] {
  const isRead = header !== null && 'fields' in header;
  const keyed = new Set(isRead ? keyFields(header.contract) : []);
  const columns = isRead ? header.fields.filter(({ field }) => keyed.has(field)) : [];
  const isFilled = ({ cells }: RawRow, column: number) => (cells[column] ?? '') !== '';
  return (row) => {
    const filled = columns.flatMap((one) => one.columns).filter((column) => isFilled(row, column));
    if (filled.length > 0) return filled;
    const first = row.cells.findIndex((_, column) => isFilled(row, column));
    return first < 0 ? [] : [first];
  };
}
