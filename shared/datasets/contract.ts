import type { DatasetId } from './dataset-ids.ts';
import type { PolicyLimits } from './policy-limits.ts';

/**
 * What a dataset contract says: plain, JSON-serialisable data from which header matching, validation,
 * tokenisation, templates and docs are generated (domain.md §4). Code walks contracts, never the reverse.
 */

/**
 * Types of domain.md §4; `money` is kept as integer 分, `percent` as a fraction, `date` as an ISO day, `period` in its
 * canonical form. A `period` column says of when its rows are: a row belongs to the part of the period it states.
 */
export type FieldType =
  | 'string'
  | 'areaCode'
  | 'int'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'yearMonth'
  | 'period'
  | 'bool'
  | 'enum'
  | 'idno';

/** Direct identifier, quasi-identifier, sensitive attribute, none (domain.md §4). */
export type PiiClass = 'D' | 'Q' | 'S' | 'N';

/**
 * What is kept of a cell in the batch (domain.md §4, Tokens). `keep`: the value; `drop`: nothing, the cell is
 * only checked; `year`: the year only; `token:*`: an HMAC token under the named scope in `tokenColumn`.
 * `token:reference`: 户编号 or the head's ID number, whichever was typed, into householdNoToken or headIdToken.
 * `keep+token:name`: the name and a token of it. `party`: a company's code as it is, a person's ID as a token.
 * `token:official`, `token:subject`: tokens of an official's name and of what an issue is about, of one county each.
 */
export type Keeping =
  | 'keep'
  | 'drop'
  | 'year'
  | 'token:head'
  | 'token:household'
  | 'token:reference'
  | 'token:person'
  | 'token:account'
  | 'token:name'
  | 'token:official'
  | 'token:subject'
  | 'keep+token:name'
  | 'party';

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
  /** Headers that name the field only where no other column does, with a warning: 序号 as an issue's number. */
  readonly weakAliases?: readonly string[];
  readonly type: FieldType;
  /** Unit the value is stated in when the file does not say; for money `元` or `万元`. */
  readonly unit: string | null;
  /** `required`: blank or refused quarantines the row; `expected`: blank gives a warning (R1). */
  readonly need: 'required' | 'expected' | 'optional';
  /** The column should be there although a blank cell in it is nothing to tell: without it figures have no data. */
  readonly column?: 'expected';
  readonly values?: readonly EnumValue[];
  /** Bounds of the value as kept: 分 for money, a fraction for percent. */
  readonly min?: number;
  readonly max?: number;
  /** Regular expression source the whole text must match. */
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly pii: PiiClass;
  readonly keeping: Keeping;
  /** Value a blank cell stands for, said in the contract so that nothing is guessed in code. */
  readonly blankMeans?: string | number | boolean;
  /** Column of the token; default `<name>Token`. */
  readonly tokenColumn?: string;
  /** Column of the last four digits of an account. */
  readonly lastDigitsColumn?: string;
  /** Column of the year that `year` keeps. */
  readonly yearColumn?: string;
  /** Columns filled from an ID number: birth year, and sex (`male`, `female`). */
  readonly derives?: { readonly birthYear: string; readonly sex: string };
  /** `code`: full-width characters are narrowed and inner white space removed. */
  readonly form?: 'code';
  /** Check characters beside the pattern: `uscc` is GB 32100. */
  readonly check?: 'uscc';
  /** Whole texts with a fixed meaning for this field, folded before comparison: 十三五 → 0, 一般户 → false. */
  readonly words?: Readonly<Record<string, number | boolean>>;
  /** Range taken from the dated policy. */
  readonly range?: 'planYears' | 'planYearsOrZero';
  /** The value must be above `min`, not equal to it. */
  readonly aboveMin?: true;
  /** A month typed as 2017.1 may be 2017.10: refused where a day drives 334 or the ledger (DT17). */
  readonly ambiguousMonth?: 'error';
  /** A day after the upload is refused (X13). */
  readonly notAfterUpload?: true;
  /** Tells of what has happened: a day after the data date, or after the upload, is kept, with a warning. */
  readonly happened?: true;
  /** A day outside the period is a warning. */
  readonly insidePeriod?: true;
  /** A rate, year or mean that a 合计 row does not add up (X10). */
  readonly additive?: false;
  /** Words that say there is none, kept as an empty text, which is no blank: 否 under 是否重复信访. */
  readonly saysNone?: readonly string[];
  /** How the cell is read and kept in rows of another kind; where the condition does not hold, as the field says. */
  readonly otherwise?: OtherReading;
  /** What a negative amount turns the row into: `entryType` becomes `reverse`, with a warning. */
  readonly negativeMeans?: { readonly field: string; readonly value: string };
}

/**
 * Another reading of one column: 对象编号 is a household's reference, to be tokenised, unless 对象类型 says that it is a
 * site's or another thing's. What it does not give is not taken over from the field.
 */
export interface OtherReading {
  readonly when: FieldCondition;
  readonly pii: PiiClass;
  readonly keeping: 'keep';
  readonly maxLength?: number;
}

/** A limit of the dated policy by its name (shared/programme/policy.ts). */
export interface PolicyLimit {
  readonly policy: keyof PolicyLimits;
}

/** A rule between fields of one row; `null` on either side makes it hold. */
export interface RowRule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Field names; on the right also a number or a limit of the policy. */
  readonly left: string;
  readonly is: '<=' | '>=' | '<' | '>' | '=';
  readonly right: string | number | PolicyLimit;
  /** Days added to a date on the right: 受理日期 at most so many days after 收到日期. */
  readonly plusDays?: PolicyLimit;
}

/** A quotient of two fields that must stay in bounds; blank or a zero denominator makes it hold. Warning only. */
export interface RatioRule {
  readonly code: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly min?: number;
  readonly max?: number | PolicyLimit;
}

/** A fact that deserves a look wherever it stands: a payment in cash. Warning only. */
export interface RemarkRule {
  readonly code: string;
  readonly when: FieldCondition;
}

/** Who meets the condition is at least of the policy's working age: on dataDate, or on the day of `on` (X11). */
export interface AgeRule {
  readonly code: string;
  readonly when: FieldCondition;
  readonly birthYear: string;
  readonly on?: string;
}

/**
 * Rows of the parts add up to the row of the whole, where all stand in one file: 集中 + 分散 = 合计 (X2).
 * `by` names the columns that the rows share beside their county.
 */
export interface WholeRule {
  readonly code: string;
  readonly column: string;
  readonly whole: string;
  readonly parts: readonly string[];
  readonly by: readonly string[];
  readonly sums: readonly string[];
}

/** Σ numerator ÷ Σ denominator (or ÷ rows) of a county's file lies in these bounds (X7). Warning only. */
export interface MeanRule {
  readonly code: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly min: number;
  readonly max: number;
}

/** Columns of the batch that no two accepted rows of one file share; blank ones do. Warning only. */
export interface UniqueRule {
  readonly code: string;
  readonly columns: readonly string[];
}

/** A condition on one field; without `in` any filled cell meets it. `valid`: its text has right check characters, too. */
export interface FieldCondition {
  readonly field: string;
  readonly in?: readonly (string | boolean)[];
  readonly valid?: 'uscc' | 'idno';
}

/** A condition under which a field is needed: `entryType` in [`pay`] needs `payerAccount` (R1). */
export interface NeedRule {
  readonly field: string;
  readonly when: FieldCondition;
  readonly severity: 'error' | 'warning';
}

/** Two conditions that should not hold together (X12). Warning only. */
export interface ClashRule {
  readonly code: string;
  readonly one: FieldCondition;
  readonly other: FieldCondition;
}

/**
 * Rows that repeat one entry although their natural keys differ (R3): all named columns repeat; each inner
 * list is read as its first filled column. Rows that leave one of `notBlank` wholly blank repeat nothing. The
 * later row is ignored.
 */
export interface RepeatRule {
  readonly code: string;
  readonly when: FieldCondition;
  readonly columns: readonly (readonly string[])[];
  readonly notBlank: readonly (readonly string[])[];
}

/**
 * Columns emptied in a row unless it is sure that they name no person: one of `unless` holds and none of `when`.
 * What is not read proves nothing.
 */
export interface EraseRule {
  readonly columns: readonly string[];
  readonly unless: readonly FieldCondition[];
  readonly when: readonly FieldCondition[];
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
  /**
   * A register of what goes on from period to period, of `latest` only: a file of a new period in which much of what
   * the period before had is missing is held back, as a replacement would be.
   */
  readonly stock?: true;
  /** Column of the year whose rows a stock may let go when it is over: a ledger of 2017 need not repeat 2016. */
  readonly stockYear?: string;
  /** `start`: in force from the period's first day (targets); `end`: speaks of its last day. */
  readonly effective: 'start' | 'end';
  /** Natural key inside one county, as column names of the batch (tokens where the field is tokenised). */
  readonly key: readonly string[];
  /** Identity of a row whose key is blank, for union; never a reason to refuse a row. */
  readonly fallbackKey?: readonly string[];
  readonly fields: readonly Field[];
  /**
   * Fields of which one must have a column: for a dataset that requires so little that other datasets' sheets would
   * pass as its own. Its sheet is another dataset's where that one has two columns more, whatever it lacks.
   */
  readonly evidence?: readonly string[];
  readonly rowRules: readonly RowRule[];
  readonly needRules: readonly NeedRule[];
  readonly ratioRules?: readonly RatioRule[];
  readonly clashRules?: readonly ClashRule[];
  readonly remarkRules?: readonly RemarkRule[];
  readonly ageRules?: readonly AgeRule[];
  readonly wholeRules?: readonly WholeRule[];
  readonly meanRules?: readonly MeanRule[];
  readonly uniqueRules?: readonly UniqueRule[];
  readonly repeatRules?: readonly RepeatRule[];
  readonly eraseRules?: readonly EraseRule[];
  /**
   * Rows may speak of a whole city and not only of its counties (`怀化市`, 431200): they are published for the
   * city, so that its counties can be held against it (X1), and no roll-up counts them.
   */
  readonly cityRows?: true;
  /** Words in a title that speak for this dataset. */
  readonly titleWords: readonly string[];
}
