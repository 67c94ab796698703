import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { handbackTexts } from '../messages/handback-texts.ts';
import { joinedSentences } from '../messages/sentences.ts';
import type { Finding } from '../normalise/finding.ts';
import { columnLetters } from '../normalise/finding-log.ts';
import { errorColumnHeader, errorSheetName } from '../normalise/marks.ts';
import { displayWidth } from '../text/display-width.ts';
import type { CellValue } from '../workbook/source.ts';
import { headingStyle, markStyles, plainFont } from './palette.ts';
import { summarySheet, textCell } from './summary-sheet.ts';
import type { SurveyedSheet } from './survey.ts';

/** A moment for the workbook's properties: equal findings give equal bytes. */
const stamped = new Date('2017-01-01T00:00:00Z');

/** A county's cell in a new workbook: texts stay texts, dates keep looking like dates. */
function copied(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return { value: null, type: 'empty' };
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { value, type: 'number' };
  if (typeof value === 'boolean') return { value, type: 'boolean' };
  if ('fault' in value) return textCell(value.fault);
  const numFmt = value.format === 'date' ? 'yyyy-mm-dd' : '0.00%';
  return { value: value.number, type: 'number', style: { numFmt } };
}

/** Widths that show the county's cells, within reason. */
function widthsOf(rows: readonly (readonly (string | number | boolean | null)[])[], count: number) {
  return Array.from({ length: count }, (_, column) => {
    const longest = Math.max(0, ...rows.map((row) => displayWidth(String(row[column + 1] ?? ''))));
    return { width: Math.min(30, Math.max(8, longest + 2)) };
  });
}

interface Placed {
  readonly sheet: WriteSheet;
  /** Row in the new sheet by row in the county's. */
  readonly rowOf: ReadonlyMap<number, number>;
  readonly last: number;
}

/** Names of sheets in a workbook: at most 31 characters, each once. */
function sheetName(index: number): string {
  return `${errorSheetName}·${index + 1}`;
}

/** The header and the failing rows of one sheet: row number, the county's cells, what is wrong. */
function failingRows({ header, marks, marked }: SurveyedSheet, index: number): Placed {
  const width = Math.max(0, ...[...marked, ...(header ? [header] : [])].map(({ cells }) => cells.length));
  const cells = new Map<string, Cell>();
  const rows: (string | number | boolean | null)[][] = [];
  const rowOf = new Map<number, number>();
  const put = (row: number, column: number, cell: Cell): void => {
    cells.set(`${row},${column}`, cell);
    const list = rows[row] ?? [];
    rows[row] = list;
    while (list.length <= column) list.push(null);
    list[column] = cell.value instanceof Date ? null : cell.value;
  };
  put(0, 0, textCell(handbackTexts.rowNumber, headingStyle));
  for (let column = 0; column < width; column += 1) {
    put(0, column + 1, { ...copied(header?.cells[column]), style: headingStyle });
  }
  put(0, width + 1, textCell(errorColumnHeader, headingStyle));
  for (const [at, { row, cells: own }] of marked.entries()) {
    rowOf.set(row, at + 2);
    put(at + 1, 0, { value: row, type: 'number' });
    for (let column = 0; column < width; column += 1) {
      const cell = copied(own[column]);
      const mark = marks.cells.get(`${columnLetters(column)}${row}`);
      const style = mark ? { ...cell.style, ...markStyles[mark.severity] } : cell.style;
      put(at + 1, column + 1, style ? { ...cell, style } : cell);
    }
    const mark = marks.rows.get(row);
    if (mark) put(at + 1, width + 1, textCell(joinedSentences(mark.texts), markStyles[mark.severity]));
  }
  const columns = [{ width: 7 }, ...widthsOf(rows, width), { width: 80 }];
  const sheet = { name: sheetName(index), rows, cells, columns, freezePane: { rows: 1 } };
  return { sheet, rowOf, last: width + 1 };
}

/** Letters of the column a county's column has here: one further, behind the row number. */
function shifted(cell: string): string {
  const letters = /^[A-Z]+/.exec(cell)?.[0] ?? 'A';
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return columnLetters(column);
}

/**
 * A workbook of its own for files we do not mark in place: the list of findings, linked to copies of the failing
 * rows with their bad cells coloured. `surveyed` is empty when the file could not be read. Its sheets have our
 * name, so that a county that uploads it by mistake replaces nothing.
 */
export function errorList(
  findings: readonly Finding[],
  surveyed: readonly SurveyedSheet[],
): Promise<Uint8Array> {
  const placed = new Map<string, Placed>();
  for (const sheet of surveyed) {
    if (sheet.marked.length > 0) placed.set(sheet.shownAs, failingRows(sheet, placed.size));
  }
  const summary = summarySheet(findings, handbackTexts.listOnly, ({ sheet, cell, row }) => {
    const there = placed.get(sheet ?? '');
    const at = there?.rowOf.get(row ?? 0);
    if (!there || at === undefined) return null;
    const letters = cell === null ? columnLetters(there.last) : shifted(cell);
    return { sheet: there.sheet.name, cell: `${letters}${at}` };
  });
  return writeXlsx({
    sheets: [summary, ...[...placed.values()].map(({ sheet }) => sheet)],
    defaultFont: plainFont,
    properties: { creator: 'Anju', created: stamped, modified: stamped },
  });
}
