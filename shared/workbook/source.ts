import { type FileLimits, fileLimits2016 } from '../programme/file-limits.ts';

/**
 * The border between bytes and meaning: what every reader (xlsx, CSV, .xls, HTML) hands on, and all that
 * recognition and normalisation know of a file.
 */

/** A number whose cell format says it is a date/time or a percentage; other numbers are plain `number`. */
export interface FormattedNumber {
  readonly number: number;
  readonly format: 'date' | 'percent';
}

/**
 * An Excel error (`#DIV/0!`), a formula that was saved without a value, or `malformed_value`: a cell whose
 * content is not what its type says (a number cell that holds `NaN`).
 */
export interface CellFault {
  readonly fault: string | 'formula_without_value';
}

/** Text, number, boolean, formatted number or fault; `null` or a hole is an empty cell. Never guessed. */
export type CellValue = string | number | boolean | FormattedNumber | CellFault | null;

/** One row that has at least one filled cell. */
export interface RawRow {
  /** 1-based row number as Excel shows it; for CSV the 1-based record number. */
  readonly row: number;
  /** Sparse-free, index 0 = column A; shorter than the widest row where trailing cells are empty. */
  readonly cells: readonly CellValue[];
  /** The row is hidden or filtered away in the file; it counts all the same, and the county is told. */
  readonly hidden?: true;
}

/** A merged range, 1-based and inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet; a CSV file is one sheet named `CSV`. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Serial dates count from 1904 in this workbook. */
  readonly date1904: boolean;
  /** Merged ranges, known before the first row is read. */
  readonly merges: readonly Merge[];
  /**
   * An .xls states that its used range reaches down to this row, and nothing was found so far down: either a
   * program kept its books badly, or rows were lost. The format has no checksums (spreadsheets.md §1.3).
   */
  readonly lastRowStated?: number;
  /** Rows in order, in blocks (a block is a few hundred rows); throws {@link WorkbookRefused}. */
  rows(): AsyncIterable<readonly RawRow[]>;
}

/** A file opened for reading. */
export interface Workbook {
  readonly format: 'xlsx' | 'csv' | 'xls' | 'html';
  /** For text: the encoding that was recognised. */
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | null;
  readonly sheets: readonly Sheet[];
}

/** Limits a reader enforces while reading, never after: those of the dated policy. */
export type ReadLimits = FileLimits;

/** For who reads a file by itself, and knows no day. */
export const defaultReadLimits: ReadLimits = fileLimits2016;

/** Why a file as a whole cannot be read; each code is a finding the county sees. */
export type RefusalCode =
  | 'empty_file'
  | 'too_large'
  | 'too_slow_to_read'
  | 'not_a_workbook'
  | 'unsupported_format'
  | 'encrypted_file'
  | 'corrupt_file'
  | 'zip_bomb'
  | 'xml_dtd'
  | 'encoding_unrecognised'
  | 'single_column_csv';

/**
 * A file, or the rest of it, cannot be read. It is a result for the county, not a fault of ours: it carries
 * a code and plain parameters, never a library's words.
 */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';
  constructor(
    readonly code: RefusalCode,
    /** Facts for the message: `found`, `expected`, `limit`, `sheet`, `row` … */
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
