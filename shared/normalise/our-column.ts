import type { RawRow } from '../workbook/source.ts';
import type { Header } from './header.ts';
import { errorColumnHeader } from './marks.ts';

/**
 * Empties the column 错误信息 that Anju wrote into a workbook, in every row of the sheet: what we said of a row must not
 * be read when the workbook comes back, least of all beside the lines above the table or below it.
 */
export function withoutOurColumn({ labels }: Pick<Header, 'labels'>) {
  const ours = new Set(
    labels.flatMap((label, column) => (label.split('/').includes(errorColumnHeader) ? [column] : [])),
  );
  return (rows: readonly RawRow[]): readonly RawRow[] => {
    if (ours.size === 0) return rows;
    return rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, column) => (ours.has(column) ? null : cell)),
    }));
  };
}
