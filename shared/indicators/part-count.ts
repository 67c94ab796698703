import type { Component, Labels } from './facts.ts';

/** Where a counted component stands, and whether its rows are people or households to be protected. */
export interface CountedCell {
  readonly parameters?: Labels;
  readonly breakdown?: Labels;
  readonly personal?: boolean;
}

/** Of all rows those that fulfil a condition: the numerator lies inside the denominator by making. */
export function partCount<Row>(
  indicator: string,
  rows: readonly Row[],
  isPart: (row: Row) => boolean,
  { parameters = {}, breakdown = {}, personal = true }: CountedCell = {},
): Component {
  const [num, den] = [rows.filter(isPart).length, rows.length];
  return { indicator, parameters, breakdown, num, den, n: personal ? den : null };
}
