import { sumOf } from './breakdowns.ts';
import type { Contribution } from './contribution.ts';
import type { Component, TracedComponent } from './facts.ts';
import type { Origin } from './origin.ts';

/** A row that knows where it came from. */
export interface Rooted {
  readonly origin: Origin;
}

/** What one row adds to a sum. */
interface TallyPart {
  readonly origin: Origin | null;
  readonly amount: number;
  readonly beside: readonly Origin[];
}

/** A whole-number sum that can still say of which rows it was made; `parts` is worked out when it is asked. */
export interface Tally {
  readonly sum: number;
  readonly parts: () => readonly TallyPart[];
}

/** Rows looked at beside the one that counts. */
type Beside<Row> = (row: Row) => readonly Origin[];

const nothing = (): readonly Origin[] => [];

/** Sum of a quantity over rows; throws `RangeError` past exact integers. */
export function tally<Row extends Rooted>(
  rows: readonly Row[],
  quantity: (row: Row) => number,
  beside: Beside<Row> = nothing,
): Tally {
  return {
    sum: sumOf(rows, quantity),
    parts: () =>
      rows.flatMap((row) => {
        const amount = quantity(row);
        return amount === 0 ? [] : [{ origin: row.origin, amount, beside: beside(row) }];
      }),
  };
}

/** How many rows there are. */
export function tallyRows<Row extends Rooted>(rows: readonly Row[], beside: Beside<Row> = nothing): Tally {
  return { ...tally(rows, () => 1, beside), sum: rows.length };
}

/** A figure of the policy: no row stands behind it. */
export function tallyFigure(sum: number): Tally {
  return { sum, parts: () => [{ origin: null, amount: sum, beside: [] }] };
}

/** All that a component has beside its sums. */
export type ComponentCell = Omit<Component, 'num' | 'den' | 'values'>;

/** What else a component rests on than the rows of its two sums. */
export interface TraceRest {
  /** Made key by key, as `values` of the component and as what each row adds. */
  readonly values?: Readonly<Record<string, Tally>>;
  /** Rows that decide without being counted themselves. */
  readonly also?: () => readonly Origin[];
}

/** A component of two tallies; it says of which rows it was made when it is asked, at no cost before. */
export function component(
  { indicator, parameters, breakdown, n, ...rest }: ComponentCell,
  num: Tally,
  den: Tally,
  { values, also = nothing }: TraceRest = {},
): TracedComponent {
  const sums = values && Object.entries(values).map(([key, { sum }]) => [key, sum] as const);
  return {
    indicator,
    parameters,
    breakdown,
    num: num.sum,
    den: den.sum,
    n,
    ...rest,
    ...(sums ? { values: Object.fromEntries(sums) } : {}),
    trace: () => contributionsOf(num, den, values ?? {}, also()),
  };
}

/** A cell that is by definition without a value: nothing is counted in it. */
export function notApplicable(cell: ComponentCell): TracedComponent {
  return { ...cell, num: 0, den: 0, notApplicable: true, trace: () => [] };
}

interface Collected {
  readonly origin: Origin | null;
  num: number;
  den: number;
  readonly values: Record<string, number>;
  readonly beside: Origin[];
}

/** One contribution a row, in the order in which rows are met: above the line, below it, then what else decides. */
function contributionsOf(
  num: Tally,
  den: Tally,
  values: Readonly<Record<string, Tally>>,
  also: readonly Origin[],
): readonly Contribution[] {
  const all = new Map<string, Collected>();
  const at = (origin: Origin | null): Collected => {
    const key = keyOf(origin);
    const known = all.get(key) ?? { origin, num: 0, den: 0, values: {}, beside: [] };
    all.set(key, known);
    return known;
  };
  const collect = (parts: readonly TallyPart[], take: (known: Collected, amount: number) => void) => {
    for (const { origin, amount, beside } of parts) {
      const known = at(origin);
      take(known, amount);
      const there = new Set(known.beside.map(keyOf));
      known.beside.push(...beside.filter((one) => !there.has(keyOf(one))));
    }
  };
  collect(num.parts(), (known, amount) => {
    known.num += amount;
  });
  collect(den.parts(), (known, amount) => {
    known.den += amount;
  });
  for (const [key, { parts }] of Object.entries(values)) {
    collect(parts(), (known, amount) => {
      known.values[key] = (known.values[key] ?? 0) + amount;
    });
  }
  for (const origin of also) at(origin);
  return [...all.values()];
}

/** Names a row within one computation. */
export function keyOf(origin: Origin | null): string {
  return origin === null ? '' : `${origin.batch} ${origin.sheet} ${origin.row}`;
}
