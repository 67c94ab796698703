import type { Cell, CellValue, RoundtripWorkbook } from 'hucre/xlsx';
import { commentMark } from '../messages/handback-texts.ts';
import { errorColumnHeader, errorSheetName } from '../normalise/marks.ts';
import { wearsMark, withoutFill } from './palette.ts';

type Sheet = RoundtripWorkbook['sheets'][number];

/** Rows in which a header may stand. */
const headerSearch = 40;

function isOurHeader(value: CellValue | undefined): boolean {
  return typeof value === 'string' && value.trim() === errorColumnHeader;
}

/** Empties our column, from its header down. */
function stripColumn(sheet: Sheet): void {
  for (const [index, row] of sheet.rows.slice(0, headerSearch).entries()) {
    const column = row.findIndex(isOurHeader);
    if (column < 0) continue;
    for (let below = index; below < sheet.rows.length; below += 1) {
      const cells = sheet.rows[below];
      if (cells && column < cells.length) cells[column] = null;
      sheet.cells?.delete(`${below},${column}`);
    }
    return;
  }
}

/** The cell without what we added to its comment; the county's own words before ours stay. */
function withoutOurComment(cell: Cell): Cell {
  const at = cell.comment?.text.indexOf(commentMark) ?? -1;
  if (!cell.comment || at < 0) return cell;
  const own = cell.comment.text.slice(0, at).trimEnd();
  const { comment, ...rest } = cell;
  return own === ''
    ? rest
    : { ...rest, comment: { ...(comment.author ? { author: comment.author } : {}), text: own } };
}

function withoutOurFill(cell: Cell): Cell {
  if (!cell.style || !wearsMark(cell.style)) return cell;
  const { style, ...rest } = cell;
  const own = withoutFill(style);
  return own ? { ...rest, style: own } : rest;
}

/**
 * Takes our marks off a workbook that came back: sheet, column, comments and fills, wherever rows have moved to.
 * A fill the cell had before it was marked is not brought back.
 */
export function stripMarks(workbook: RoundtripWorkbook): void {
  workbook.sheets = workbook.sheets.filter(({ name }) => !name.startsWith(errorSheetName));
  for (const sheet of workbook.sheets) {
    stripColumn(sheet);
    for (const [key, cell] of sheet.cells ?? []) {
      const stripped = withoutOurFill(withoutOurComment(cell));
      if (stripped !== cell) sheet.cells?.set(key, stripped);
    }
  }
}
