import { areaOf } from '../programme/areas.ts';
import type { Day } from '../programme/calendar.ts';
import { containsDay, type Period, spanOf } from '../programme/periods.ts';
import type { RawRow } from '../workbook/source.ts';
import type { ShiftWatch } from './column-shift.ts';
import { pushRow, type RowValues } from './column-store.ts';
import type { DatasetIntake } from './dataset-intake.ts';
import type { FindingLog } from './finding-log.ts';
import type { Frame } from './frame.ts';
import type { SheetRow } from './merged-cells.ts';
import type { RowKind } from './row-kind.ts';
import type { ReadRow } from './row-reader.ts';
import type { SheetRemarks } from './sheet-remarks.ts';
import type { TotalCheck } from './total-check.ts';

/** What the rows of one sheet go through. */
export interface RowPath {
  readonly sheet: number;
  readonly name: string;
  readonly frame: Frame;
  readonly intake: DatasetIntake;
  readonly log: FindingLog;
  /** Takes our own column out. */
  readonly own: (rows: readonly RawRow[]) => readonly RawRow[];
  readonly fill: (row: RawRow) => SheetRow;
  readonly kind: (row: SheetRow) => RowKind;
  readonly read: (row: SheetRow) => ReadRow;
  readonly totals: TotalCheck;
  readonly shifts: ShiftWatch;
  readonly remarks: SheetRemarks;
  /** Index of the column in which a row states its period, and of the one for its 截至 date; -1 for none. */
  readonly periodColumn: number;
  readonly dataDateColumn: number;
}

/** The period a row states in a column of its own, else its sheet's, which the column is then given. */
function periodOf(values: RowValues, { frame, periodColumn: column }: RowPath): Period {
  if (column < 0) return frame.period;
  const stated = values[column];
  if (typeof stated === 'string') return stated;
  values[column] = frame.period;
  return frame.period;
}

/** 截至 date of a sheet for its rows of a period. */
function dateIn(period: Period, frame: Frame): Day {
  if (period === frame.period || containsDay(period, frame.dataDate)) return frame.dataDate;
  return spanOf(period).last;
}

function take(raw: SheetRow, { area, outside, values, refused, mistrusted }: ReadRow, path: RowPath): void {
  const { sheet, name, frame, intake, log } = path;
  const { store, contract } = intake;
  const place = { sheet: name, row: raw.row, dataset: contract.id };
  if (outside !== null) {
    const found = areaOf(outside)?.zh ?? outside;
    const expected = areaOf(frame.within)?.zh ?? frame.within;
    log.add('error', 'county_mismatch', { ...place, field: 'countyCode' }, { found, expected });
    intake.reject();
    return;
  }
  if (area === null) {
    intake.leaveUnassigned();
    return;
  }
  const period = periodOf(values, path);
  if (period !== frame.period && frame.periodIsKeys) {
    log.add(
      'error',
      'period_mismatch',
      { ...place, field: 'period' },
      { found: period, expected: frame.period },
    );
    intake.reject();
    return;
  }
  const typed = values[path.dataDateColumn];
  if (typeof typed === 'string' && !containsDay(period, typed)) {
    const params = { field: '截至日期', found: typed, expected: period };
    log.add('warning', 'date_outside_period', { ...place, field: 'dataDate' }, params);
  }
  const undated = mistrusted.has('period') && !frame.periodIsKeys;
  if (undated) log.add('error', 'row_without_period', { ...place, field: 'period' }, { field: '报告期' });
  const state = refused || undated ? 'quarantined' : 'accepted';
  pushRow(store, values, {
    area,
    period,
    sheetDate: dateIn(period, frame),
    sheet,
    row: raw.row,
    state,
  });
}

/** Text of the first cell that has one: 合计, 卢峰镇小计. */
function firstWord({ cells }: SheetRow): string {
  const first = cells.find((cell) => typeof cell === 'string' && cell.trim() !== '');
  return typeof first === 'string' ? first.replace(/\s/g, '') : '';
}

/** Sorts and reads rows below the header into the store; stops when the dataset has been refused. */
export function takeRows(rows: readonly RawRow[], path: RowPath): void {
  const { name, frame, intake, log, fill, kind, read, totals, remarks } = path;
  const dataset = intake.contract.id;
  for (const raw of rows) {
    if (intake.isRejected()) return;
    const row = fill(raw);
    const sort = kind(row);
    if (sort === 'footer') remarks.footer(row);
    if (sort === 'footer' || sort === 'form') continue;
    if (sort === 'data') {
      const taken = read(row);
      remarks.data(row, taken.countyAssumed);
      totals.data(taken.values, taken.mistrusted, taken.area);
      take(row, taken, path);
      continue;
    }
    if (sort === 'total') totals.total(row, firstWord(row));
    intake.ignoreTotal(frame.area, frame.period, frame.dataDate);
    log.add('note', sort === 'total' ? 'total_row' : 'continuation_row', {
      sheet: name,
      row: raw.row,
      dataset,
    });
  }
}

/** Tells what only the whole sheet shows; a shifted block refuses the dataset (F43). */
export function closeSheet({ name, intake, log, totals, shifts, remarks }: RowPath): void {
  if (intake.isRejected()) return;
  const place = { sheet: name, dataset: intake.contract.id };
  if (shifts.tell(log, place)) {
    intake.reject();
    return;
  }
  totals.tell(log, place);
  remarks.tell(log, place);
}
