import type { FindingLog, Place } from './finding-log.ts';
import { columnLetters } from './finding-log.ts';

/** Codes that say a cell holds another kind of thing than its column. */
const otherKind: ReadonlySet<string> = new Set([
  'bad_number',
  'bad_date',
  'bad_bool',
  'bad_enum',
  'bad_format',
  'wrong_unit',
  'not_integer',
  'id_format',
  'unknown_county',
]);

const fewestRows = 3;
const fewestColumns = 3;

interface Failure {
  /** Count of data rows up to and with this one. */
  readonly ordinal: number;
  readonly row: number;
}

/** Watches a sheet for a block that was pasted one column aside (domain.md §6.2 F43). */
export interface ShiftWatch {
  nextRow(): void;
  note(code: string, row: number, column: number): void;
  /** Logs `column_shift_suspected` and answers `true` when three columns fail in most rows from some row on. */
  tell(log: FindingLog, place: Place): boolean;
}

/** The first row from which on three columns each fail in more than half of the rows. */
function shiftOf(failures: ReadonlyMap<number, readonly Failure[]>, rows: number) {
  const starts = [...failures.values()].flat().sort((a, b) => b.ordinal - a.ordinal);
  const failed = new Map<number, number>();
  const left = new Map([...failures].map(([column, list]) => [column, list.length - 1]));
  let found: { readonly row: number; readonly columns: readonly number[] } | null = null;
  let last = 0;
  for (const { ordinal, row } of starts) {
    if (ordinal === last) continue;
    last = ordinal;
    for (const [column, list] of failures) {
      let at = left.get(column) ?? -1;
      while (at >= 0 && (list[at]?.ordinal ?? 0) >= ordinal) at -= 1;
      left.set(column, at);
      failed.set(column, list.length - 1 - at);
    }
    const size = rows - ordinal + 1;
    const columns = [...failed].filter(([, count]) => 2 * count > size).map(([column]) => column);
    if (size >= fewestRows && columns.length >= fewestColumns) found = { row, columns };
  }
  return found;
}

/** A watch over one sheet; only failures are kept. */
export function watchShifts(): ShiftWatch {
  const failures = new Map<number, Failure[]>();
  let rows = 0;
  return {
    nextRow() {
      rows += 1;
    },
    note(code, row, column) {
      if (!otherKind.has(code)) return;
      const known = failures.get(column);
      if (known) known.push({ ordinal: rows, row });
      else failures.set(column, [{ ordinal: rows, row }]);
    },
    tell(log, place) {
      const shift = failures.size < fewestColumns ? null : shiftOf(failures, rows);
      if (!shift) return false;
      const found = [...shift.columns]
        .sort((a, b) => a - b)
        .map(columnLetters)
        .join('、');
      const { row } = shift;
      log.add('error', 'column_shift_suspected', { ...place, row }, { row, found });
      return true;
    },
  };
}
