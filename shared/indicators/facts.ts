import type { ColumnTable } from 'arquero';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Day } from '../programme/calendar.ts';
import type { Period } from '../programme/periods.ts';
import type { Fraction } from '../programme/plan334.ts';
import type { Policy } from '../programme/policy.ts';
import type { Contribution } from './contribution.ts';

/** The families whose facts are computed and stored together (domain.md §5). */
export const familyIds = [
  'reloc',
  'emp',
  'share',
  'fund',
  'net',
  'ladder',
  'site',
  'issue',
  'resp',
  'rpt',
] as const;
export type FamilyId = (typeof familyIds)[number];

/** Breakdown cell or parameter setting, by name: `{ mode: 'concentrated' }`, `{ basis: 'households' }`. */
export type Labels = Readonly<Record<string, string | number>>;

/** What the plan expects on a day: at or above `green` is on course, at or above `amber` is behind, below is red. */
export interface Pace {
  readonly green: Fraction;
  readonly amber: Fraction;
}

/**
 * The additive part of one indicator in one county: sums that add up over counties. `num` and `den` are
 * integers (counts, or money in 分). `due`, where given, is the plan's share of `den` to be subtracted:
 * the numerator of the observation is num − den × due (start_lead_334), or its size (report_gap).
 */
export interface Component {
  readonly indicator: string;
  readonly parameters: Labels;
  readonly breakdown: Labels;
  readonly num: number;
  readonly den: number;
  /** Contributing households or persons, for suppression; `null` where the family is not personal. */
  readonly n: number | null;
  readonly due?: Fraction;
  /** What the pace so far adds to `num` until the deadline; may be negative (forecast_completion). */
  readonly gain?: Fraction;
  /** Shares of `den` from which this county is green, and amber, at its own dataDate (334 plan, year's pace). */
  readonly pace?: Pace;
  /** The cell is by definition without a value (start rate by projects of scattered housing). */
  readonly notApplicable?: true;
  /**
   * Whole numbers by key, of which the area's indicator is made after adding them up key by key: amounts of
   * entities by USCC, or how often each exact value occurs, of which a median is made.
   */
  readonly values?: Readonly<Record<string, number>>;
}

/**
 * A component as a family makes it, which can still say of which rows. `trace` is worked out only when somebody
 * asks (explain); the engine leaves it out of the facts. Without it the component cannot be traced.
 */
export interface TracedComponent extends Component {
  readonly trace?: () => readonly Contribution[];
}

/** A row that an alert rests on. */
export interface Evidence {
  readonly dataset: DatasetId;
  readonly batch: string;
  readonly sheet: number;
  readonly row: number;
}

/**
 * A rule that the county's own data break, about one object. It is there as long as the data show it: a newer
 * upload that mends the matter gives facts without it. It names no person and no account.
 */
export interface Alert {
  /** Code of the detector or identity (domain.md §5.3, §5.4). */
  readonly rule: string;
  readonly severity: 'red' | 'amber';
  /** What it is about: `{ project: 'P-001' }`, `{ source: 'policy_loan' }`, an account by its last four; `{}`: the county. */
  readonly object: Labels;
  /** First day on which it was so; of what has no day of its own, the day the data speak of. */
  readonly since: Day;
  /** Money concerned in 分; `null` where none is. */
  readonly amount: number | null;
  /** How many rows show it, and the first of them. */
  readonly count: number;
  readonly evidence: readonly Evidence[];
}

/** A publication finding: something between records or datasets of one county. */
export interface PublicationFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly dataset: DatasetId;
  readonly batch: string;
  /** How many rows, and the first of them. */
  readonly count: number;
  readonly rows: readonly { readonly sheet: number; readonly row: number }[];
}

/** What one family comes to in one county at one reported period. */
export interface Facts {
  readonly family: FamilyId;
  readonly area: string;
  readonly period: Period;
  /** By indicator: the newest dataDate among the batches its formula reads, targets excepted (R7). */
  readonly dataDates: Readonly<Record<string, Day>>;
  readonly components: readonly Component[];
  readonly findings: readonly PublicationFinding[];
  readonly alerts: readonly Alert[];
  /** Names of breakdown cells that only this county knows: its sites 安置点. */
  readonly names?: Readonly<Record<string, string>>;
}

/** One published batch as a family reads it. */
export interface BatchInput {
  readonly id: string;
  readonly dataset: DatasetId;
  readonly period: Period;
  readonly dataDate: Day;
  readonly table: ColumnTable;
}

/**
 * All a family may look at: the batches of one county in force at the period. `latest` datasets give at
 * most one batch, preceded by the earlier one where the family looks back on it (look-back.ts); `union`
 * datasets all at or before the period, oldest first.
 */
export interface FamilyInput {
  readonly area: string;
  readonly period: Period;
  readonly policy: Policy;
  readonly batches: Readonly<Partial<Record<DatasetId, readonly BatchInput[]>>>;
}

/** What a family's own file computes; the engine adds area, period and data dates. */
export interface FamilyResult {
  readonly components: readonly TracedComponent[];
  readonly findings: readonly PublicationFinding[];
  /** Left out by a family that has no rules of its own. */
  readonly alerts?: readonly Alert[];
  /** Names of the sites it opens, if any. */
  readonly names?: Readonly<Record<string, string>>;
}
