import type { DatasetId } from './dataset-ids.ts';

/**
 * What a dataset contract says: plain, JSON-serialisable data from which header matching, validation,
 * tokenisation, templates and docs are generated (domain.md §4). Code walks contracts, never the reverse.
 */

/** Types of domain.md §4; `money` is kept as integer 分, `percent` as a fraction, `date` as an ISO day. */
export type FieldType =
  | 'string'
  | 'areaCode'
  | 'int'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'yearMonth'
  | 'bool'
  | 'enum'
  | 'idno';

/** Direct identifier, quasi-identifier, sensitive attribute, none (domain.md §4). */
export type PiiClass = 'D' | 'Q' | 'S' | 'N';

/**
 * What is kept of a cell in the batch. `keep`: the value; `drop`: nothing; `token:*`: an HMAC token under
 * the named scope in column `<name>Token`; `year`: the year only; `account`: last four digits and a token.
 */
export type Keeping =
  | 'keep'
  | 'drop'
  | 'token:head'
  | 'token:household'
  | 'token:person'
  | 'token:account'
  | 'year';

export interface EnumValue {
  /** English code that is stored and served. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Further spellings met in county files, folded before comparison. */
  readonly spellings: readonly string[];
}

export interface Field {
  readonly name: string;
  /** Canonical header in Simplified and Traditional Chinese, and the English label. */
  readonly zh: string;
  readonly zhHant: string;
  readonly en: string;
  readonly aliases: readonly string[];
  readonly type: FieldType;
  /** Unit the value is stated in when the file does not say; for money `元` or `万元`. */
  readonly unit: string | null;
  /** `required`: blank or refused quarantines the row; `expected`: blank gives a warning (R1). */
  readonly need: 'required' | 'expected' | 'optional';
  readonly values?: readonly EnumValue[];
  readonly min?: number;
  readonly max?: number;
  /** Regular expression source the whole text must match. */
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly pii: PiiClass;
  readonly keeping: Keeping;
  /** Value a blank cell stands for, said in the contract so that nothing is guessed in code. */
  readonly blankMeans?: string | number | boolean;
}

/** A rule between fields of one row; `null` on either side makes it hold. */
export interface RowRule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Field names, or a number on the right. */
  readonly left: string;
  readonly is: '<=' | '>=' | '<' | '>' | '=';
  readonly right: string | number;
}

/** A condition under which a field is needed: `entryType` in [`pay`] needs `payerAccount` (R1). */
export interface NeedRule {
  readonly field: string;
  readonly when: { readonly field: string; readonly in: readonly string[] };
  readonly severity: 'error' | 'warning';
}

export interface Contract {
  readonly id: DatasetId;
  /** Part of every batch id: raise it when a change alters what a file becomes. */
  readonly version: string;
  readonly zh: string;
  readonly en: string;
  readonly grain: string;
  /** `latest`: the newest batch is the whole picture; `union`: batches add up by natural key. */
  readonly accumulate: 'latest' | 'union';
  /** `start`: in force from the period's first day (targets); `end`: speaks of its last day. */
  readonly effective: 'start' | 'end';
  /** Natural key as column names of the batch (tokens where the field is tokenised). */
  readonly key: readonly string[];
  readonly fields: readonly Field[];
  readonly rowRules: readonly RowRule[];
  readonly needRules: readonly NeedRule[];
  /** Words in a title that speak for this dataset. */
  readonly titleWords: readonly string[];
}
