import type { Contract, Field } from '../datasets/contract.ts';
import { spanOf } from '../programme/periods.ts';
import type { CellValue, RawRow, Sheet } from '../workbook/source.ts';
import { readDate } from './cells/date.ts';
import { readPeriod } from './cells/period.ts';
import type { Reading } from './cells/reading.ts';
import { watchShifts } from './column-shift.ts';
import type { NormaliseContext } from './context.ts';
import type { DatasetIntake } from './dataset-intake.ts';
import { fieldPlans } from './field-plan.ts';
import { firstFilled } from './field-reader.ts';
import type { FindingLog, Place } from './finding-log.ts';
import { type Frame, settleFrame } from './frame.ts';
import { findHeader, type Header, headerSearchRows, type Incomplete } from './header.ts';
import { labelText } from './header-band.ts';
import { mergeFiller } from './merged-cells.ts';
import { withoutOurColumn } from './our-column.ts';
import type { ColumnLog } from './read-columns.ts';
import { rowSorter } from './row-kind.ts';
import { rowReader } from './row-reader.ts';
import { closeSheet, type RowPath, takeRows } from './row-sink.ts';
import { settleUnits, tellAmbiguous, tellColumns } from './sheet-columns.ts';
import { createSheetRemarks } from './sheet-remarks.ts';
import { shownHeader } from './shown-header.ts';
import { readTitle, type TitleFacts } from './title.ts';
import { checkTotals } from './total-check.ts';

/** What became of a sheet: read into its dataset, refused with a finding, no dataset's at all, or without rows. */
export type SheetOutcome = 'read' | 'refused' | 'unrecognised' | 'empty';

/** What sheets are read into: findings, and one intake per dataset. */
export interface FileIntake {
  readonly log: FindingLog;
  readonly context: NormaliseContext;
  readonly columns: ColumnLog;
  intakeOf(contract: Contract): DatasetIntake;
}

function tellMissing({ contract, row, missing }: Incomplete, sheet: string, log: FindingLog): void {
  const near = missing.flatMap((column) => (column.suggestion ? [shownHeader(column.suggestion)] : []));
  const suggestion = [...new Set(near)].join('、');
  const expected = missing.map(({ field }) => field.zh).join('、');
  const place = { sheet, row, dataset: contract.id };
  log.add(
    'error',
    'missing_required_column',
    place,
    suggestion === '' ? { expected } : { expected, suggestion },
  );
}

/** What the first row that states it says, where no line above the table and no key tells of when the data are. */
function firstStated<T>(
  header: Header,
  rows: readonly RawRow[],
  isColumn: (field: Field) => boolean,
  read: (cell: CellValue) => Reading<T>,
): T | null {
  const columns = header.fields.find(({ field }) => isColumn(field))?.columns ?? [];
  for (const { cells } of rows) {
    const { value } = read(firstFilled(cells, columns).cell);
    if (value !== null) return value;
  }
  return null;
}

/** Period and 截至 date that the rows state in columns of their own. */
function typedFrame(header: Header, rows: readonly RawRow[], date1904: boolean) {
  const context = { date1904, year: null };
  return {
    period: firstStated(
      header,
      rows,
      ({ type }) => type === 'period',
      (cell) => readPeriod(cell, context, null),
    ),
    dataDate: firstStated(
      header,
      rows,
      ({ name }) => name === 'dataDate',
      (cell) => readDate(cell, context),
    ),
  };
}

/** Settles from the first rows how the rest is read; a refusal is logged. */
function openSheet(
  sheet: Sheet,
  index: number,
  typed: readonly RawRow[],
  file: FileIntake,
): RowPath | SheetOutcome {
  const { log, context } = file;
  if (typed.length === 0) return 'empty';
  const header = findHeader(typed, sheet.merges, context.mapping);
  if (!header) return 'unrecognised';
  if ('missing' in header) {
    tellAmbiguous(header, log, sheet.name);
    tellMissing(header, sheet.name, log);
    return 'refused';
  }
  const dataset = header.contract.id;
  const own = withoutOurColumn(header);
  const first = own(typed);
  const titleRows = first.slice(0, header.index).map(({ cells }) => cells.map(labelText));
  const below = first.slice(header.end);
  const frame = settleSheetFrame(sheet, header, first, titleRows, file);
  const intake = file.intakeOf(header.contract);
  if (!frame) {
    intake.reject();
    return 'refused';
  }
  tellColumns(header, log, sheet.name);
  file.columns.add(index, header);
  const moneyUnit = settleUnits(header, frame.moneyUnit, log, sheet.name);
  const place = { sheet: sheet.name, dataset };
  const { date1904 } = sheet;
  const { store } = intake;
  const parts = { header, frame, context, store, log, place, date1904, moneyUnit, shifts: watchShifts() };
  const plans = fieldPlans(parts);
  const unitOf = (name: string): string => {
    const mapped = header.fields.find(({ field }) => field.name === name);
    return mapped ? moneyUnit(mapped) : '元';
  };
  const titles = new Set(titleRows.flat().flatMap((text) => (text.trim() === '' ? [] : [text.trim()])));
  const path: RowPath = {
    sheet: index,
    name: sheet.name,
    frame,
    intake,
    log,
    own,
    fill: mergeFiller(sheet.merges, header.row),
    kind: rowSorter(header, titles),
    read: rowReader(parts, plans),
    totals: checkTotals(header.contract, plans, store.at, unitOf),
    shifts: parts.shifts,
    remarks: createSheetRemarks(header.contract),
    periodColumn: store.at(header.contract.fields.find(({ type }) => type === 'period')?.name ?? ''),
    dataDateColumn: store.at('dataDate'),
  };
  takeRows(below, path);
  return path;
}

/** County, period and dataDate of a sheet, and the money unit its lines state; `null` after a logged refusal. */
function settleSheetFrame(
  sheet: Sheet,
  header: Header,
  first: readonly RawRow[],
  titleRows: readonly (readonly string[])[],
  { log, context }: FileIntake,
): (Frame & { readonly moneyUnit: string | null }) | null {
  const lines = titleRows.map((texts) => texts.join(' '));
  const year = context.keyPeriod ? spanOf(context.keyPeriod).year : null;
  const stated = readTitle(lines, context.province, year);
  const silent = context.keyPeriod === null && stated.period === null && stated.dataDate === null;
  const title = silent
    ? { ...stated, ...typedFrame(header, first.slice(header.end), sheet.date1904) }
    : stated;
  const place = { sheet: sheet.name, row: header.row, dataset: header.contract.id };
  const at = (states: (facts: TitleFacts) => boolean): Place => {
    for (const [index, texts] of titleRows.entries()) {
      const column = texts.findIndex(
        (text) => text.trim() !== '' && states(readTitle([text], context.province, year)),
      );
      const row = first[index]?.row;
      if (column >= 0 && row !== undefined) return { ...place, row, column };
    }
    return place;
  };
  const byCounty = header.fields.some(({ field }) => field.type === 'areaCode');
  const wholeCity = header.contract.cityRows === true && !byCounty;
  const stating = {
    area: at(({ area }) => area !== null && area === title.area),
    period: at(({ period, dataDate }) => (title.period === null ? dataDate !== null : period !== null)),
  };
  const frame = settleFrame(title, context, log, place, stating, wholeCity);
  return frame && { ...frame, moneyUnit: title.moneyUnit };
}

/**
 * Reads one visible sheet: finds its header, settles whose data it is and of when, and reads the rows into the
 * dataset's store. Logs what it finds; throws only what the sheet's reader throws.
 */
export async function readSheet(sheet: Sheet, index: number, file: FileIntake): Promise<SheetOutcome> {
  const first: RawRow[] = [];
  let path: RowPath | null = null;
  let last = 0;
  for await (const block of sheet.rows()) {
    last = block.at(-1)?.row ?? last;
    if (path) {
      takeRows(path.own(block), path);
      continue;
    }
    first.push(...block);
    if (first.length < headerSearchRows) continue;
    const opened = openSheet(sheet, index, first, file);
    if (typeof opened === 'string') return opened;
    path = opened;
  }
  const opened = path ?? openSheet(sheet, index, first, file);
  if (typeof opened === 'string') return opened;
  closeSheet(opened);
  const { lastRowStated = 0 } = sheet;
  if (lastRowStated > last) {
    const place = { sheet: sheet.name, dataset: opened.intake.contract.id };
    file.log.add('warning', 'rows_may_be_missing', place, { found: last, expected: lastRowStated });
  }
  return 'read';
}
