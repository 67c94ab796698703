/** Where a row of a batch came from; the upload is looked up in the tree. */
export interface Origin {
  readonly batch: string;
  /** Index of the sheet in the file. */
  readonly sheet: number;
  /** Row of the sheet, 1-based. */
  readonly row: number;
}

/** Reading order of rows inside one batch: sheet, then row, whatever order the table holds them in. */
export function compareOrigins(a: Origin, b: Origin): number {
  return a.sheet - b.sheet || a.row - b.row;
}
