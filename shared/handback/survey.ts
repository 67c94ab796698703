import type { Finding } from '../normalise/finding.ts';
import { columnLetters } from '../normalise/finding-log.ts';
import { findHeader, headerSearchRows } from '../normalise/header.ts';
import { errorSheetName } from '../normalise/marks.ts';
import { shownSheetNames } from '../normalise/shown-names.ts';
import { type RawRow, type Sheet, type Workbook, WorkbookRefused } from '../workbook/source.ts';
import { keyCells } from './key-cells.ts';
import { marksBySheet, noMarks, onCells, type SheetMarks } from './sheet-marks.ts';

/** A sheet as far as handing back needs it. */
export interface SurveyedSheet {
  readonly name: string;
  /** What findings call it. */
  readonly shownAs: string;
  readonly marks: SheetMarks;
  /** Row of the header, 1-based; the row above the first marked one when none is recognised. */
  readonly headerRow: number;
  readonly header: RawRow | null;
  /** Rows something was found in. */
  readonly marked: readonly RawRow[];
}

/** A county's file, read through once. */
export interface Survey {
  readonly format: Workbook['format'];
  readonly rows: number;
  readonly cells: number;
  readonly sheets: readonly SurveyedSheet[];
}

async function surveySheet(sheet: Sheet, marks: SheetMarks) {
  const first: RawRow[] = [];
  const marked: RawRow[] = [];
  let rows = 0;
  let cells = 0;
  for await (const block of sheet.rows()) {
    for (const row of block) {
      rows += 1;
      cells += row.cells.length;
      if (first.length < headerSearchRows) first.push(row);
      if (marks.rows.has(row.row)) marked.push(row);
    }
  }
  const found = findHeader(first, sheet.merges);
  const firstMarked = Math.min(...marks.rows.keys());
  const guessed = Number.isFinite(firstMarked) ? Math.max(1, firstMarked - 1) : 1;
  const headerRow = found?.row ?? guessed;
  const header = first.find(({ row }) => row === headerRow) ?? null;
  const data = marked.filter(({ row }) => row !== headerRow);
  const keysOf = keyCells(found);
  const byRow = new Map(data.map((row) => [row.row, row]));
  const placed = onCells(marks, (row) => {
    const raw = byRow.get(row);
    return raw ? keysOf(raw).map((column) => `${columnLetters(column)}${row}`) : [];
  });
  return { rows, cells, sheet: { name: sheet.name, marks: placed, headerRow, header, marked: data } };
}

/**
 * Reads the whole file with our own reader, which is hardened, before any other library sees it. `null` when it
 * cannot be read: then there are findings of the file, and none of its cells.
 */
export async function survey(
  open: () => Promise<Workbook>,
  findings: readonly Finding[],
): Promise<Survey | null> {
  const bySheet = marksBySheet(findings);
  try {
    const workbook = await open();
    const sheets: SurveyedSheet[] = [];
    let rows = 0;
    let cells = 0;
    const shown = shownSheetNames(workbook.sheets);
    for (const [index, sheet] of workbook.sheets.entries()) {
      const shownAs = shown[index] ?? sheet.name;
      const seen = await surveySheet(sheet, bySheet.get(shownAs) ?? noMarks);
      rows += seen.rows;
      cells += seen.cells;
      if (!sheet.name.startsWith(errorSheetName)) sheets.push({ ...seen.sheet, shownAs });
    }
    return { format: workbook.format, rows, cells, sheets };
  } catch (error) {
    if (error instanceof WorkbookRefused) return null;
    throw error;
  }
}
