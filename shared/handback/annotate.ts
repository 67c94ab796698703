import { type Cell, type CellStyle, openXlsx, type RoundtripWorkbook, saveXlsx } from 'hucre/xlsx';
import { commentMark, handbackTexts } from '../messages/handback-texts.ts';
import { joinedSentences } from '../messages/sentences.ts';
import type { Finding } from '../normalise/finding.ts';
import { columnLetters } from '../normalise/finding-log.ts';
import { errorColumnHeader } from '../normalise/marks.ts';
import { cellPosition } from './cell-position.ts';
import { keepFormulaResults } from './formula-results.ts';
import { headingStyle, markStyles } from './palette.ts';
import type { Mark } from './sheet-marks.ts';
import { stripMarks } from './strip-marks.ts';
import { summarySheet, textCell } from './summary-sheet.ts';
import type { SurveyedSheet } from './survey.ts';

type Sheet = RoundtripWorkbook['sheets'][number];

/** Longest text of a comment and of a cell behind a row. */
const longestText = 2_000;
/** Different styles marks may make of the county's own; above it a marked cell keeps its number format only. */
const mostStyles = 2_000;

/** Position of the first column behind all that is filled, computed, commented or merged. */
function columnBehind({ rows, cells, merges }: Sheet): number {
  let last = -1;
  for (const row of rows) {
    let column = row.length - 1;
    while (column > last && (row[column] === null || row[column] === undefined || row[column] === ''))
      column -= 1;
    if (column > last) last = column;
  }
  for (const [key, { formula, comment }] of cells ?? []) {
    if (formula !== undefined || comment) last = Math.max(last, Number(key.split(',')[1]));
  }
  for (const { endCol } of merges ?? []) last = Math.max(last, endCol);
  return last + 1;
}

function cellAt({ rows, cells }: Sheet, row: number, column: number): Cell {
  const known = cells?.get(`${row},${column}`);
  if (known) return known;
  const value = rows[row]?.[column] ?? null;
  if (value === null) return { value, type: 'empty' };
  if (typeof value === 'string') return { value, type: 'string' };
  if (typeof value === 'number') return { value, type: 'number' };
  return { value, type: typeof value === 'boolean' ? 'boolean' : 'date' };
}

/** Puts a cell, and gives the row the length it needs. */
function putCell(sheet: Sheet, row: number, column: number, cell: Cell): void {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const cells = sheet.rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = cell.value;
  sheet.cells ??= new Map();
  sheet.cells.set(`${row},${column}`, cell);
}

/** Gives marked cells their fill; how many styles come of it is bounded. */
function styler(): (own: CellStyle | undefined, mark: CellStyle) => CellStyle {
  const made = new Set<string>();
  return (own, mark) => {
    if (!own) return mark;
    const style = { ...own, ...mark };
    made.add(JSON.stringify(style));
    if (made.size <= mostStyles) return style;
    return own.numFmt === undefined ? mark : { ...mark, numFmt: own.numFmt };
  };
}

function hasThread(sheet: Sheet, reference: string): boolean {
  return sheet.threadedComments?.some(({ ref }) => ref === reference) ?? false;
}

function commented(sheet: Sheet, reference: string, cell: Cell, mark: Mark): Cell {
  if (hasThread(sheet, reference)) return cell;
  const ours = `${commentMark}\n${mark.texts.join('\n').slice(0, longestText)}`;
  const own = cell.comment;
  if (!own) return { ...cell, comment: { author: 'Anju', text: ours } };
  return {
    ...cell,
    comment: { ...(own.author ? { author: own.author } : {}), text: `${own.text}\n${ours}` },
  };
}

/** Marks one sheet; gives the position of our column. */
function markSheet(
  sheet: Sheet,
  { marks, headerRow }: SurveyedSheet,
  styled: ReturnType<typeof styler>,
): number {
  const behind = columnBehind(sheet);
  for (const [reference, mark] of marks.cells) {
    const at = cellPosition(reference);
    if (!at) continue;
    const cell = cellAt(sheet, at.row, at.column);
    const style = styled(cell.style, markStyles[mark.severity]);
    putCell(sheet, at.row, at.column, commented(sheet, reference, { ...cell, style }, mark));
  }
  if (marks.rows.size === 0) return behind;
  putCell(sheet, headerRow - 1, behind, textCell(errorColumnHeader, headingStyle));
  for (const [row, mark] of marks.rows) {
    if (row === headerRow) continue;
    const text = joinedSentences(mark.texts).slice(0, longestText);
    putCell(sheet, row - 1, behind, textCell(text, markStyles[mark.severity]));
  }
  const columns = sheet.columns ?? [];
  while (columns.length < behind) columns.push({});
  columns[behind] = { ...columns[behind], width: 60 };
  sheet.columns = columns;
  return behind;
}

/**
 * Marks a county's own workbook: bad cells coloured and commented, a column 错误信息 behind the last, a sheet
 * 错误汇总 with links. All else is kept. Marks of an earlier time are replaced. Throws what the library throws for
 * a file it cannot open.
 */
export async function annotate(
  bytes: Uint8Array,
  findings: readonly Finding[],
  surveyed: readonly SurveyedSheet[],
): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true });
  stripMarks(workbook);
  keepFormulaResults(workbook);
  const styled = styler();
  const behind = new Map<string, { readonly name: string; readonly column: number }>();
  for (const sheet of workbook.sheets) {
    const known = surveyed.find(({ name }) => name === sheet.name);
    if (known) behind.set(known.shownAs, { name: sheet.name, column: markSheet(sheet, known, styled) });
  }
  const summary = summarySheet(findings, handbackTexts.inPlace, ({ sheet, cell, row }) => {
    const there = behind.get(sheet ?? '');
    if (!there) return null;
    return {
      sheet: there.name,
      cell: cell ?? (row === null ? 'A1' : `${columnLetters(there.column)}${row}`),
    };
  });
  workbook.sheets.push(summary);
  return saveXlsx(workbook);
}
