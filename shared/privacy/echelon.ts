/** A linear form over named variables with whole coefficients; a variable that is not in it has the coefficient 0. */
export type Form = ReadonlyMap<string, bigint>;

/** A form out of names and coefficients; what cancels out is left away. */
export function form(terms: readonly (readonly [variable: string, coefficient: number])[]): Form {
  const sums = new Map<string, bigint>();
  for (const [variable, coefficient] of terms) {
    sums.set(variable, (sums.get(variable) ?? 0n) + BigInt(coefficient));
  }
  return withoutZeros(sums);
}

/** What a reduction leaves of a form: nothing unknown when it is determined. */
export interface Reduced {
  readonly isDetermined: boolean;
  /** The known variables from which it follows; empty when it is not determined. */
  readonly support: readonly string[];
}

/**
 * What follows from relations between variables of which some are known. Relations are forms that come to 0;
 * they are brought into echelon form over the unknown variables, exactly, the known ones carried along as names,
 * so that whatever is determined also says from what.
 */
export function solveFor(
  relations: readonly Form[],
  isKnown: (variable: string) => boolean,
): (wanted: Form) => Reduced {
  const pivots = new Map<string, Form>();
  const reduce = (wanted: Form): Form => {
    let rest = wanted;
    for (;;) {
      const variable = [...rest.keys()].find((name) => pivots.has(name));
      const row = variable === undefined ? undefined : pivots.get(variable);
      if (variable === undefined || !row) return rest;
      rest = eliminate(rest, row, variable);
    }
  };
  for (const relation of relations) {
    const rest = reduce(relation);
    const pivot = [...rest.keys()].find((name) => !isKnown(name));
    if (pivot === undefined) continue;
    for (const [name, row] of pivots) if (row.has(pivot)) pivots.set(name, eliminate(row, rest, pivot));
    pivots.set(pivot, rest);
  }
  return (wanted) => {
    const rest = [...reduce(wanted).keys()];
    const isDetermined = rest.every(isKnown);
    return { isDetermined, support: isDetermined ? rest : [] };
  };
}

/** Takes a variable out of a form by adding a multiple of a row that has it, both scaled to stay whole. */
function eliminate(wanted: Form, row: Form, variable: string): Form {
  const [a, b] = [wanted.get(variable) ?? 0n, row.get(variable) ?? 1n];
  const sum = new Map<string, bigint>();
  for (const [name, coefficient] of wanted) sum.set(name, coefficient * b);
  for (const [name, coefficient] of row) sum.set(name, (sum.get(name) ?? 0n) - coefficient * a);
  return primitive(withoutZeros(sum));
}

function withoutZeros(terms: ReadonlyMap<string, bigint>): Form {
  return new Map([...terms].filter(([, coefficient]) => coefficient !== 0n));
}

/** Divides by what all coefficients share, so that they stay small. */
function primitive(terms: Form): Form {
  let shared = 0n;
  for (const coefficient of terms.values()) {
    shared = greatestDivisor(shared, coefficient);
    if (shared === 1n) return terms;
  }
  return new Map([...terms].map(([name, coefficient]) => [name, coefficient / shared]));
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
