import type { Origin } from './origin.ts';

/** What one row, or a figure of the policy, gives to a component; over all of them the sums are the component's. */
export interface Contribution {
  /** `null`: a dated figure of the policy, in no county's file. */
  readonly origin: Origin | null;
  readonly num: number;
  readonly den: number;
  /** What it adds to the component's `values`, by key. */
  readonly values: Readonly<Record<string, number>>;
  /** Rows that were looked at with it to decide: the persons of a household, the payments of a project. */
  readonly beside: readonly Origin[];
}
