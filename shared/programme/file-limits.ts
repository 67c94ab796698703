/** How large a county's file may be (design.md, Object keys; domain.md F12); enforced while reading, never after. */
export interface FileLimits {
  readonly maxBytes: number;
  /** Rows with a value, of all sheets. */
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly maxCellCharacters: number;
  readonly maxSharedStrings: number;
  readonly maxSharedStringBytes: number;
  readonly maxSheetBytes: number;
  /** Size of a file that is read whole, not streamed: .xls, .et, HTML. */
  readonly maxLegacyBytes: number;
}

const megabyte = 1024 * 1024;

/**
 * Figures of design.md (64 MB, 300,000 rows, 256 columns) and spreadsheets.md §4.2. A full .xls sheet of 20 columns is
 * 20 MB. P.
 */
export const fileLimits2016: FileLimits = {
  maxBytes: 64 * megabyte,
  maxRows: 300_000,
  maxColumns: 256,
  maxCellCharacters: 4_000,
  maxSharedStrings: 2_000_000,
  maxSharedStringBytes: 256 * megabyte,
  maxSheetBytes: 1024 * megabyte,
  maxLegacyBytes: 32 * megabyte,
};
