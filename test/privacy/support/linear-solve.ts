/**
 * Gaussian elimination over the rationals, written for the tests alone: it knows nothing of how cells are hidden.
 * Fractions are pairs of whole numbers; a number too large to be exact throws.
 */
type Fraction = readonly [num: number, den: number];

const none: Fraction = [0, 1];

function fraction(num: number, den: number): Fraction {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) throw new RangeError('no longer exact');
  let [a, b] = [Math.abs(num), Math.abs(den)];
  while (b !== 0) [a, b] = [b, a % b];
  const sign = den < 0 ? -1 : 1;
  return num === 0 ? none : [(sign * num) / a, (sign * den) / a];
}

const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d - c * b, b * d);
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * c, b * d);
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d, b * c);

/** A row of coefficients by the place of its unknown. */
export type Row = readonly number[];

/** What an attacker may conclude from the sums it is told: every form that is a combination of them. */
export function attacker(told: readonly Row[]): (wanted: Row) => boolean {
  const echelon: { readonly pivot: number; readonly row: Fraction[] }[] = [];
  const reduce = (start: Row): Fraction[] => {
    const row = start.map((value): Fraction => [value, 1]);
    for (const { pivot, row: known } of echelon) {
      const share = row[pivot] ?? none;
      if (share[0] === 0) continue;
      known.forEach((value, column) => {
        if (value[0] !== 0) row[column] = minus(row[column] ?? none, times(share, value));
      });
    }
    return row;
  };
  for (const one of told) {
    const row = reduce(one);
    const pivot = row.findIndex(([num]) => num !== 0);
    const lead = row[pivot];
    if (lead) echelon.push({ pivot, row: row.map((value) => over(value, lead)) });
  }
  return (wanted) => reduce(wanted).every(([num]) => num === 0);
}
