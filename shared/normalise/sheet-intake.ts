import type { Contract } from '../datasets/contract.ts';
import type { Day } from '../programme/calendar.ts';
import { spanOf } from '../programme/periods.ts';
import type { RawRow, Sheet } from '../workbook/source.ts';
import { readDate } from './cells/date.ts';
import type { NormaliseContext } from './context.ts';
import type { DatasetIntake } from './dataset-intake.ts';
import { firstFilled } from './field-reader.ts';
import type { FindingLog } from './finding-log.ts';
import { settleFrame } from './frame.ts';
import { findHeader, type Header, headerSearchRows, type Incomplete, labelText } from './header.ts';
import { rowSorter } from './row-kind.ts';
import { rowReader } from './row-reader.ts';
import { type RowPath, takeRows } from './row-sink.ts';
import { settleUnits, tellColumns } from './sheet-columns.ts';
import { readTitle } from './title.ts';

/** What became of a sheet: read into its dataset, refused with a finding, no dataset's at all, or without rows. */
export type SheetOutcome = 'read' | 'refused' | 'unrecognised' | 'empty';

/** What sheets are read into: findings, and one intake per dataset. */
export interface FileIntake {
  readonly log: FindingLog;
  readonly context: NormaliseContext;
  intakeOf(contract: Contract): DatasetIntake;
}

function tellMissing({ contract, row, missing }: Incomplete, sheet: string, log: FindingLog): void {
  const suggestion = missing.flatMap((column) => (column.suggestion ? [column.suggestion] : [])).join('、');
  const expected = missing.map(({ field }) => field.zh).join('、');
  const place = { sheet, row, dataset: contract.id };
  log.add(
    'error',
    'missing_required_column',
    place,
    suggestion === '' ? { expected } : { expected, suggestion },
  );
}

/** 截至 date of the first row that has one, where no line above the table and no key says of when the data are. */
function typedDataDate(header: Header, rows: readonly RawRow[], date1904: boolean): Day | null {
  const columns = header.fields.find(({ field }) => field.name === 'dataDate')?.columns ?? [];
  for (const { cells } of rows) {
    const { value } = readDate(firstFilled(cells, columns).cell, { date1904, year: null });
    if (value !== null) return value;
  }
  return null;
}

/** Settles from the first rows how the rest is read; a refusal is logged. */
function openSheet(
  sheet: Sheet,
  index: number,
  first: readonly RawRow[],
  file: FileIntake,
): RowPath | SheetOutcome {
  const { log, context } = file;
  if (first.length === 0) return 'empty';
  const header = findHeader(first);
  if (!header) return 'unrecognised';
  if ('missing' in header) {
    tellMissing(header, sheet.name, log);
    return 'refused';
  }
  const dataset = header.contract.id;
  const above = first.slice(0, header.index).map(({ cells }) => cells.map(labelText).join(' '));
  const stated = readTitle(
    above,
    context.province,
    context.keyPeriod ? spanOf(context.keyPeriod).year : null,
  );
  const silent = context.keyPeriod === null && stated.period === null && stated.dataDate === null;
  const below = first.slice(header.index + 1);
  const title = silent ? { ...stated, dataDate: typedDataDate(header, below, sheet.date1904) } : stated;
  const frame = settleFrame(title, context, log, { sheet: sheet.name, row: header.row, dataset });
  const intake = file.intakeOf(header.contract);
  if (!frame) {
    intake.reject();
    return 'refused';
  }
  tellColumns(header, log, sheet.name);
  const moneyUnit = settleUnits(header, title.moneyUnit, log, sheet.name);
  const place = { sheet: sheet.name, dataset };
  const { date1904 } = sheet;
  const read = rowReader({ header, frame, context, store: intake.store, log, place, date1904, moneyUnit });
  const path = { sheet: index, name: sheet.name, frame, intake, log, kind: rowSorter(header), read };
  takeRows(below, path);
  return path;
}

/**
 * Reads one visible sheet: finds its header, settles whose data it is and of when, and reads the rows into the
 * dataset's store. Logs what it finds; throws only what the sheet's reader throws.
 */
export async function readSheet(sheet: Sheet, index: number, file: FileIntake): Promise<SheetOutcome> {
  const first: RawRow[] = [];
  let path: RowPath | null = null;
  for await (const block of sheet.rows()) {
    if (path) {
      takeRows(block, path);
      continue;
    }
    first.push(...block);
    if (first.length < headerSearchRows) continue;
    const opened = openSheet(sheet, index, first, file);
    if (typeof opened === 'string') return opened;
    path = opened;
  }
  if (path) return 'read';
  const opened = openSheet(sheet, index, first, file);
  return typeof opened === 'string' ? opened : 'read';
}
