import { readHtmlTables } from './html/html-tables.ts';
import type { LegacySheet, LegacyWorkbook } from './legacy-cells.ts';
import type { ReadLimits, Sheet, Workbook } from './source.ts';
import { readXls } from './xls/xls.ts';

/** Formats that are read whole, not streamed: .xls and .et (BIFF8), and HTML tables saved as .xls. */
export type LegacyFormat = 'xls' | 'html';

/**
 * Reads a legacy file. Ingest has it done in a thread with a deadline and a memory limit
 * (functions/ingest/legacy-reader.ts); whoever may take the time calls {@link readLegacyWorkbook}.
 *
 * @throws WorkbookRefused
 */
export type LegacyReader = (
  bytes: Uint8Array,
  format: LegacyFormat,
  limits: ReadLimits,
) => Promise<LegacyWorkbook>;

const readers: Readonly<Record<LegacyFormat, (bytes: Uint8Array, limits: ReadLimits) => LegacyWorkbook>> = {
  xls: readXls,
  html: readHtmlTables,
};

/** Reads a legacy file here and now. */
export const readLegacyWorkbook: LegacyReader = async (bytes, format, limits) =>
  readers[format](bytes, limits);

/** A legacy file as a workbook like any other. */
export function legacyWorkbook(format: LegacyFormat, { encoding, sheets }: LegacyWorkbook): Workbook {
  return { format, encoding, sheets: sheets.map(sheetOf) };
}

const blockRows = 256;

function sheetOf({ rows, lastRowStated, ...sheet }: LegacySheet): Sheet {
  return {
    ...sheet,
    ...(lastRowStated === undefined ? {} : { lastRowStated }),
    async *rows() {
      for (let at = 0; at < rows.length; at += blockRows) yield rows.slice(at, at + blockRows);
    },
  };
}
