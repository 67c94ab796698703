import { counties } from '../../examples/huaihua/counties.ts';
import { type CountyWorld, huaihua } from '../../examples/huaihua/world.ts';

const world = huaihua();

/** The thirteen counties of the examples, built once a test file. */
export const worlds: readonly CountyWorld[] = counties.map((county) => world.of(county));

/** Adds up one figure over rows. */
export function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
