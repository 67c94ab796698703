import type { DatasetId } from '../datasets/dataset-ids.ts';

/** `error`: not published; `warning`: published, look at it; `note`: for information. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * Something the county should know about its file: a result, never thrown, never retried (design.md, Two
 * kinds of trouble). The sentence is made from `code` and `params` by shared/messages when it is read.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  /** `A1` reference inside the sheet. */
  readonly cell: string | null;
  readonly row: number | null;
  readonly field: string | null;
  readonly dataset: DatasetId | null;
  /** What was found (masked), expected, limits …; never identity digits, names or phones. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** How many findings of each severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}
