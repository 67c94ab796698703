import type { Labels, TracedComponent } from './facts.ts';
import type { Origin } from './origin.ts';
import { component, type Rooted, tallyRows } from './trace.ts';

/** Where a counted component stands, and whether its rows are people or households to be protected. */
export interface CountedCell<Row = never> {
  readonly parameters?: Labels;
  readonly breakdown?: Labels;
  readonly personal?: boolean;
  /** Rows looked at beside the counted one, for whoever asks where a figure comes from. */
  readonly beside?: (row: Row) => readonly Origin[];
}

/** Of all rows those that fulfil a condition: the numerator lies inside the denominator by making. */
export function partCount<Row extends Rooted>(
  indicator: string,
  rows: readonly Row[],
  isPart: (row: Row) => boolean,
  { parameters = {}, breakdown = {}, personal = true, beside }: CountedCell<Row> = {},
): TracedComponent {
  const n = personal ? rows.length : null;
  const num = tallyRows(rows.filter(isPart), beside);
  return component({ indicator, parameters, breakdown, n }, num, tallyRows(rows, beside));
}
