import { type Period, spanOf } from '../programme/periods.ts';
import type { Head } from './schema.ts';

/** What is computed anew: one year of one county, from a period on. */
export interface Recomputation {
  readonly area: string;
  readonly year: number;
  /** Periods that end on or after its first day. */
  readonly from: Period;
}

/** The recomputations that `from` asks of the counties: one for each of their years that may hold such a period. */
export function recomputationsFrom(
  heads: ReadonlyMap<string, Pick<Head, 'trees'>>,
  from: Period,
): readonly Recomputation[] {
  const { year: first } = spanOf(from);
  return [...heads].sort().flatMap(([area, { trees }]) =>
    Object.keys(trees)
      .map(Number)
      .filter((year) => year >= first)
      .sort((a, b) => a - b)
      .map((year) => ({ area, year, from })),
  );
}
