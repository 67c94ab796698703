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
  const rows = new Map<string, Form>();
  for (const relation of relations) {
    const rest = reduce(relation, rows);
    const pivot = [...rest.keys()].find((name) => !isKnown(name));
    if (pivot !== undefined) rows.set(pivot, primitive(rest));
  }
  return (wanted) => {
    const rest = [...reduce(wanted, rows).keys()];
    const isDetermined = rest.every(isKnown);
    return { isDetermined, support: isDetermined ? rest : [] };
  };
}

/**
 * Takes out of a form every variable that leads a row. A row has no leader of the rows before it, so what one
 * elimination brings in leads a later row only, and the end is reached.
 */
function reduce(wanted: Form, rows: ReadonlyMap<string, Form>): Form {
  const rest = new Map(wanted);
  const waiting = [...rest.keys()].filter((name) => rows.has(name));
  for (let variable = waiting.pop(); variable !== undefined; variable = waiting.pop()) {
    const row = rows.get(variable);
    const coefficient = rest.get(variable);
    if (!row || coefficient === undefined) continue;
    const lead = row.get(variable) ?? 1n;
    if (lead !== 1n && lead !== -1n) for (const [name, own] of rest) rest.set(name, own * lead);
    const share = lead === -1n ? -coefficient : coefficient;
    for (const [name, own] of row) {
      const sum = (rest.get(name) ?? 0n) - own * share;
      if (sum === 0n) rest.delete(name);
      else rest.set(name, sum);
      if (sum !== 0n && rows.has(name)) waiting.push(name);
    }
  }
  return rest;
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
