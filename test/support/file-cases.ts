import iconv from 'iconv-lite';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import type { NormalisedFile } from '../../shared/normalise/part.ts';
import { openWorkbook } from '../../shared/workbook/open.ts';
import { defaultReadLimits, type Merge, type Sheet } from '../../shared/workbook/source.ts';
import { contextOf, type Grid, sheetOf, workbookOf } from './workbooks.ts';

type Changes = Parameters<typeof contextOf>[0];

/** Reads grids as the sheets of one workbook; `merges` and other facts of a sheet go beside the grid. */
export function readSheets(sheets: readonly Sheet[], changes: Changes = {}): Promise<NormalisedFile> {
  return normaliseFile(workbookOf(...sheets), contextOf(changes));
}

/** Reads one grid. */
export function readGrid(
  grid: Grid,
  options: Partial<Omit<Sheet, 'rows'>> = {},
  changes: Changes = {},
): Promise<NormalisedFile> {
  return readSheets([sheetOf(grid, options)], changes);
}

/** Reads bytes as an upload is read; a refusal is thrown as `WorkbookRefused`. */
export async function readBytes(bytes: Uint8Array, changes: Changes = {}): Promise<NormalisedFile> {
  const workbook = await openWorkbook(bytes, defaultReadLimits, { knowsHeader });
  return normaliseFile(workbook, contextOf({ fileName: 'file.csv', ...changes }));
}

/** A grid as CSV text; texts with a separator, quote or line end are quoted. */
export function csvText(grid: Grid, separator = ','): string {
  const field = (cell: Grid[number][number]): string => {
    const text = cell === null || cell === undefined ? '' : String(cell);
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return grid.map((row) => row.map(field).join(separator)).join('\r\n');
}

/** Text in the encodings counties send. */
export function encoded(
  text: string,
  encoding: 'utf8' | 'utf8-bom' | 'gb18030' | 'utf-16le' | 'big5',
): Uint8Array {
  if (encoding === 'utf8-bom') return iconv.encode(text, 'utf8', { addBOM: true });
  if (encoding === 'utf-16le') return iconv.encode(text, 'utf-16le', { addBOM: true });
  return iconv.encode(text, encoding);
}

/** A merged range by its corners, 1-based: `merge(1, 1, 1, 6)` is A1:F1. */
export function merge(top: number, left: number, bottom: number, right: number): Merge {
  return { top, left, bottom, right };
}

/** Codes of findings, those of one severity on request. */
export function codesOf(file: NormalisedFile, severity?: string): readonly string[] {
  return file.findings.filter((one) => !severity || one.severity === severity).map(({ code }) => code);
}
