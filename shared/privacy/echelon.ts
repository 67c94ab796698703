/** A linear form over named variables with whole coefficients; a variable that is not in it has the coefficient 0. */
export type Form = ReadonlyMap<string, number>;

/** A form out of names and coefficients; what cancels out is left away. */
export function form(terms: readonly (readonly [variable: string, coefficient: number])[]): Form {
  const sums = new Map<string, number>();
  for (const [variable, coefficient] of terms) {
    sums.set(variable, exact((sums.get(variable) ?? 0) + coefficient));
  }
  return new Map([...sums].filter(([, coefficient]) => coefficient !== 0));
}

/** What a reduction leaves of a form: nothing unknown when it is determined. */
export interface Reduced {
  readonly isDetermined: boolean;
  /** The known variables from which it follows; empty when it is not determined. */
  readonly support: readonly string[];
}

/** Relations in echelon form. */
export interface Echelon {
  /** What follows of a form from the variables known now. */
  readonly solve: (wanted: Form) => Reduced;
  /** The same relations when some variables have become known since, as `isKnown` says already. */
  readonly knowing: (variables: readonly string[]) => Echelon;
}

/**
 * What follows from relations between variables of which some are known. Relations are forms that come to 0;
 * they are brought into echelon form over the unknown variables, exactly, the known ones carried along as names,
 * so that whatever is determined also says from what. Throws `RangeError` where a coefficient is no longer exact.
 */
export function echelonOf(relations: readonly Form[], isKnown: (variable: string) => boolean): Echelon {
  const rows = new Map<string, Form>();
  for (const relation of relations) addRow(reduce(relation, rows), rows, isKnown);
  return echelonWith(withoutLeaders(rows), isKnown, (wanted) => wanted);
}

/** Takes the leaders of later rows out of every row, so that no form has to go down a chain of them. */
function withoutLeaders(rows: ReadonlyMap<string, Form>): ReadonlyMap<string, Form> {
  const done = new Map<string, Form>();
  for (const [leader, row] of [...rows].reverse()) done.set(leader, primitive(reduce(row, done)));
  return done;
}

/** `before` has reduced a form by what these rows follow from; what they reduce is kept, for it stays equal to the form. */
function echelonWith(
  rows: ReadonlyMap<string, Form>,
  isKnown: (variable: string) => boolean,
  before: (wanted: Form) => Form,
): Echelon {
  const rests = new Map<Form, Form>();
  const restOf = (wanted: Form): Form => {
    const rest = rests.get(wanted) ?? reduce(before(wanted), rows);
    rests.set(wanted, rest);
    return rest;
  };
  return {
    solve(wanted) {
      const rest = [...restOf(wanted).keys()];
      const isDetermined = rest.every(isKnown);
      return { isDetermined, support: isDetermined ? rest : [] };
    },
    // A row that a known variable led is led by another of its unknown ones, or says nothing more.
    knowing(variables) {
      const next = new Map(rows);
      for (const variable of variables) {
        const row = next.get(variable);
        if (!row) continue;
        next.delete(variable);
        addRow(reduce(row, next), next, isKnown);
      }
      return echelonWith(next, isKnown, restOf);
    },
  };
}

function addRow(rest: Form, rows: Map<string, Form>, isKnown: (variable: string) => boolean): void {
  const pivot = [...rest.keys()].find((name) => !isKnown(name));
  if (pivot !== undefined) rows.set(pivot, primitive(rest));
}

/**
 * Takes out of a form every variable that leads a row. A row has no leader of those before it, so what one elimination
 * brings in leads a later row only: gone through in their order, each row is used once at most.
 */
function reduce(wanted: Form, rows: ReadonlyMap<string, Form>): Form {
  if (![...wanted.keys()].some((name) => rows.has(name))) return wanted;
  const rest = new Map(wanted);
  for (const [leader, row] of rows) {
    const coefficient = rest.get(leader);
    if (coefficient === undefined) continue;
    const lead = row.get(leader) ?? 1;
    if (lead !== 1 && lead !== -1) for (const [name, own] of rest) rest.set(name, exact(own * lead));
    const share = lead === -1 ? -coefficient : coefficient;
    for (const [name, own] of row) {
      const sum = exact((rest.get(name) ?? 0) - exact(own * share));
      if (sum === 0) rest.delete(name);
      else rest.set(name, sum);
    }
  }
  return rest;
}

/** Divides by what all coefficients share, so that they stay small. */
function primitive(terms: Form): Form {
  let shared = 0;
  for (const coefficient of terms.values()) {
    shared = greatestDivisor(shared, coefficient);
    if (shared === 1) return terms;
  }
  return new Map([...terms].map(([name, coefficient]) => [name, coefficient / shared]));
}

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function exact(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError('a coefficient is no longer exact');
}
