import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { type Day, dayNumber } from '../../shared/programme/calendar.ts';
import type { Habits } from './habits.ts';

export type Cell = string | number | null;

/** A filled form before it is bytes; date cells are ISO days in the marked columns. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly headers: readonly string[];
  readonly dateColumns: readonly boolean[];
  readonly dates: Habits['dates'];
  readonly rows: readonly (readonly Cell[])[];
  readonly total: readonly Cell[] | null;
  readonly footer: string | null;
}

/** Days between the spreadsheet epoch 1899-12-30 and 1970-01-01. */
const epochOffset = 25_569;

const dateWriters: Readonly<Record<Habits['dates'], (day: Day) => Cell>> = {
  iso: (day) => day,
  dotted: (day) => day.split('-').map(Number).join('.'),
  slash: (day) => day.split('-').map(Number).join('/'),
  han: (day) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${year}年${month}月${date}日`;
  },
  serial: (day) => dayNumber(day) + epochOffset,
};

/** A moment for the workbook's properties: bytes must not depend on when they are made. */
const stamped = new Date('2017-04-21T01:00:00Z');

function written(sheet: Sheet, dates: Habits['dates']): Cell[][] {
  const write = dateWriters[dates];
  return sheet.rows.map((row) =>
    row.map((cell, i) => (sheet.dateColumns[i] && typeof cell === 'string' ? write(cell) : cell)),
  );
}

function pad(cells: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? null);
}

/** The rows in the order of the page: title, note, header, data, 合计, footer. */
function page(sheet: Sheet, dates: Habits['dates']): Cell[][] {
  const width = sheet.headers.length;
  const rows = [
    pad([sheet.title], width),
    pad([sheet.note], width),
    [...sheet.headers],
    ...written(sheet, dates),
  ];
  if (sheet.total) rows.push([...sheet.total]);
  if (sheet.footer) rows.push(pad([sheet.footer], width));
  return rows;
}

/** The sheet as a workbook of one sheet; title and note are merged over the width. */
export function toXlsx(sheet: Sheet): Promise<Uint8Array> {
  const last = sheet.headers.length - 1;
  const merge = (row: number) => ({ startRow: row, startCol: 0, endRow: row, endCol: last });
  return writeXlsx({
    sheets: [
      {
        name: sheet.name,
        rows: page(sheet, sheet.dates),
        columns: sheet.dateColumns.map((isDate) =>
          isDate && sheet.dates === 'serial' ? { width: 12, numFmt: 'yyyy-mm-dd' } : { width: 14 },
        ),
        merges: [merge(0), merge(1)],
        freezePane: { rows: 3 },
      },
    ],
    properties: { creator: '样例', created: stamped, modified: stamped },
  });
}

const needsQuotes = /[",\r\n]/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The sheet as a CSV in GB18030, as spreadsheet programs on a Chinese system save it. */
export function toCsv(sheet: Sheet): Uint8Array {
  const dates = sheet.dates === 'serial' ? 'slash' : sheet.dates;
  const text = page(sheet, dates)
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
  return iconv.encode(text, 'gb18030');
}
