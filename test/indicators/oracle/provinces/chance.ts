import fc from 'fast-check';
import type { Cell, Row } from '../../support/county.ts';

/** Small building blocks of made-up files: counts, blanks, days near the edges that the rules look at. */

export const count = (max: number, min = 0) => fc.integer({ min, max });

/** A value, or one time in `freq` + 1 a blank cell. */
export const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 4) => fc.option(value, { freq: freq + 1 });

/** True so many times in a hundred. */
export const chance = (percent: number) => count(99).map((n) => n < percent);

const dayMillis = 86_400_000;

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMillis).toISOString().slice(0, 10);
}

/** Any day from one to another, both included. */
export function dayBetween(from: string, to: string): fc.Arbitrary<string> {
  const length = (Date.parse(to) - Date.parse(from)) / dayMillis;
  return count(length).map((n) => shifted(from, n));
}

/** The days themselves, the day before and the day after. */
export function daysAround(...days: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...days.flatMap((day) => [day, shifted(day, -1), shifted(day, 1)]));
}

/** Days near what most files speak of: the ends of the 旬 of spring 2017, and what lies a little beyond. */
export const recentDay = fc.oneof(
  daysAround('2017-03-31', '2017-04-10', '2017-04-20', '2017-04-30'),
  dayBetween('2016-12-01', '2017-05-10'),
);

/** Days so many months before such days. */
export const oldDay = (...days: readonly string[]) =>
  fc.oneof(daysAround(...days), dayBetween('2016-01-01', '2017-03-31'));

/** Rows of which no two have one key. */
export function keyed<Value>(
  row: fc.Arbitrary<Value>,
  keyOf: (row: Value) => string,
  maxLength: number,
  minLength = 0,
): fc.Arbitrary<Value[]> {
  return fc.uniqueArray(row, { selector: keyOf, maxLength, minLength });
}

/** Now and then a file says nothing in a few of these columns. */
export function hushed(
  rows: fc.Arbitrary<readonly Row[]>,
  columns: readonly string[],
): fc.Arbitrary<readonly Row[]> {
  const none = fc.constant<readonly string[]>([]);
  const some = fc.subarray([...columns], { minLength: 1, maxLength: 2 });
  return fc
    .tuple(rows, fc.oneof({ arbitrary: none, weight: 5 }, { arbitrary: some, weight: 1 }))
    .map(([list, blank]) => list.map((row) => blanked(row, blank)));
}

function blanked(row: Row, columns: readonly string[]): Row {
  const cells = Object.entries(row).map(([name, cell]): [string, Cell] => [
    name,
    columns.includes(name) ? null : cell,
  ]);
  return Object.fromEntries(cells);
}
