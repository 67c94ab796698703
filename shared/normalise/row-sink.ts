import { areaOf } from '../programme/areas.ts';
import { containsDay } from '../programme/periods.ts';
import type { RawRow } from '../workbook/source.ts';
import { pushRow } from './column-store.ts';
import type { DatasetIntake } from './dataset-intake.ts';
import type { FindingLog } from './finding-log.ts';
import type { Frame } from './frame.ts';
import type { RowKind } from './row-kind.ts';
import type { ReadRow } from './row-reader.ts';

/** What the rows of one sheet go through. */
export interface RowPath {
  readonly sheet: number;
  readonly name: string;
  readonly frame: Frame;
  readonly intake: DatasetIntake;
  readonly log: FindingLog;
  readonly kind: (row: RawRow) => RowKind;
  readonly read: (row: RawRow) => ReadRow;
}

function take(raw: RawRow, { area, outside, values, refused }: ReadRow, path: RowPath): void {
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
  const column = store.columns.findIndex(({ name: own }) => own === 'dataDate');
  const typed = column >= 0 ? values[column] : null;
  if (typeof typed === 'string' && !containsDay(frame.period, typed)) {
    const params = { field: '截至日期', found: typed, expected: frame.period };
    log.add('warning', 'date_outside_period', { ...place, field: 'dataDate' }, params);
  }
  const state = refused ? 'quarantined' : 'accepted';
  pushRow(store, values, {
    area,
    period: frame.period,
    sheetDate: frame.dataDate,
    sheet,
    row: raw.row,
    state,
  });
}

/** Sorts and reads rows below the header into the store; stops when the dataset has been refused. */
export function takeRows(rows: readonly RawRow[], path: RowPath): void {
  const { name, frame, intake, log, kind, read } = path;
  for (const raw of rows) {
    if (intake.isRejected()) return;
    const sort = kind(raw);
    if (sort === 'form') continue;
    if (sort === 'data') {
      take(raw, read(raw), path);
      continue;
    }
    intake.ignoreTotal(frame.area, frame.period, frame.dataDate);
    log.add('note', 'total_row', { sheet: name, row: raw.row, dataset: intake.contract.id });
  }
}
