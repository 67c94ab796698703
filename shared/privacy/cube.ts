import { type Form, form } from './echelon.ts';

/** What a cell counts above or below the line. Cells that count the very same thing name the same variable. */
export interface Quantity {
  readonly variable: string;
  readonly value: number;
  /** An amount in 分: smallness is judged by the households behind it, not by the amount. */
  readonly isMoney: boolean;
  /** Told to everybody elsewhere, by an indicator that is never suppressed: nothing can be gained by hiding it. */
  readonly isPublic: boolean;
}

/** One figure of the cube: an indicator, a setting of its parameters, an area, and a breakdown cell or the whole. */
export interface CubeCell {
  readonly key: string;
  readonly num: Quantity;
  readonly den: Quantity;
  /** Persons or households behind it. */
  readonly n: number;
  /** The smaller, the rather it is hidden for another's sake: cells of a county before its whole, totals last. */
  readonly rank: number;
  /** Never released and yet derivable: what the cells of a breakdown leave of the whole. */
  readonly isImplicit: boolean;
}

/** Numerators and denominators of the parts add up to those of the total; all by the keys of cells. */
export interface CubeSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** All that is released together, and what is known to hold between its figures. */
export interface Cube {
  readonly cells: readonly CubeCell[];
  readonly sums: readonly CubeSum[];
  /** Further relations between variables: forms that come to 0 whatever the data. */
  readonly identities: readonly Form[];
}

/** What may give somebody away: the count above the line, below it, or the difference of the two. */
export const sides = ['num', 'den', 'rem'] as const;
export type Side = (typeof sides)[number];

/** A side of a cell as a form over the variables. */
export function sideForm({ num, den }: CubeCell, side: Side): Form {
  if (side === 'rem')
    return form([
      [den.variable, 1],
      [num.variable, -1],
    ]);
  return form([[side === 'num' ? num.variable : den.variable, 1]]);
}

/** How many persons or households a side of a cell shows. */
export function peopleOf({ num, den, n }: CubeCell, side: Side): number {
  if (side === 'rem') return den.value - num.value;
  const quantity = side === 'num' ? num : den;
  return quantity.isMoney ? n : quantity.value;
}

/** All relations of a cube as forms that come to 0, each once: indicators that count the same add up alike. */
export function relationsOf({ cells, sums, identities }: Cube): readonly Form[] {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const adding = new Map<string, Form>();
  for (const { total, parts } of sums) {
    const whole = byKey.get(total);
    if (!whole) continue;
    const found = parts.flatMap((key) => byKey.get(key) ?? []);
    for (const side of ['num', 'den'] as const) {
      const added = found.map((part) => part[side].variable);
      const name = [whole[side].variable, ...added].join('\n');
      if (adding.has(name)) continue;
      adding.set(name, form([[whole[side].variable, -1], ...added.map((one) => [one, 1] as const)]));
    }
  }
  return [...adding.values(), ...identities];
}
