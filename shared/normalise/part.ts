import type { ColumnTable } from 'arquero';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Day } from '../programme/calendar.ts';
import type { Period } from '../programme/periods.ts';
import type { Finding } from './finding.ts';
import type { ReadColumns } from './read-columns.ts';

/** What became of the data rows of one part: `rows = accepted + quarantined + ignored`, asserted. */
export interface RowCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly ignored: number;
}

/** One (county, dataset, period) out of a file: the rows that passed, and what was found on the way. */
export interface NormalisedPart {
  readonly area: string;
  readonly dataset: DatasetId;
  readonly period: Period;
  /** The 截至 date the data speaks of. */
  readonly dataDate: Day;
  readonly counts: RowCounts;
  /** Whether the acceptance policy lets the clean rows be published. */
  readonly accepted: boolean;
  /**
   * Accepted rows. Columns: the contract's kept fields (`<name>`), tokens (`<name>Token`), and
   * `sourceSheet` (index of the sheet), `sourceRow` (1-based). Missing is `null`. Column types by field type:
   * string, areaCode, date, enum → string; int, decimal, money (分), percent, year → number; bool → boolean.
   */
  readonly table: ColumnTable;
}

/** What a file came to. `parts` is empty when the whole file is refused; findings then say why. */
export interface NormalisedFile {
  readonly parts: readonly NormalisedPart[];
  readonly findings: readonly Finding[];
  /** Sheet names by index, for lineage. */
  readonly sheets: readonly string[];
  /** In which columns the fields of the sheets that were read stand, for lineage. */
  readonly columns: readonly ReadColumns[];
}
