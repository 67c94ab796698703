import { breakdownValues } from '../indicators/breakdowns.ts';
import type { Labels } from '../indicators/facts.ts';

/** What an indicator comes to in one cell: its sums, and who stands behind them. */
export interface Figure {
  readonly num: number;
  readonly den: number;
  readonly n: number;
}

/** A county, or a total of counties, with what one indicator comes to there. */
export interface Place {
  readonly name: string;
  readonly isTotal: boolean;
  /** The counties of a total; none of a county. */
  readonly inside: readonly Place[];
  /** The next smaller total that this one holds. */
  readonly smaller: Place | null;
  /** Breakdown cells that its facts have, the whole among them. */
  readonly labels: readonly Labels[];
  figureOf(breakdown: Labels): Figure;
}

/** A breakdown cell of a place; the rest is what the cells leave of the whole: rows without a value. */
export interface BreakdownCell {
  readonly place: Place;
  readonly breakdown: Labels;
  readonly figure: Figure;
  readonly isRest: boolean;
}

/**
 * Breakdowns whose cells lie in one county each: they divide the counties, and an area's cell is the county's own, or
 * is shown where each county's is.
 */
export const withinCounties: ReadonlySet<string> = new Set(['site']);

/** Values of a breakdown that any of the places has, and those that every county has. */
export function valuesOf(name: string, places: readonly Place[]): readonly string[] {
  const found = places.flatMap(({ labels }) => labels.flatMap((breakdown) => breakdown[name] ?? []));
  return [...new Set([...(breakdownValues[name] ?? []), ...found.map(String)])].sort();
}

/** Label of the rest; no file can name a cell so. */
const restValue = '(rest)';

/**
 * The cells of a breakdown in every place, with the rest where there is one. A breakdown whose cells do not divide
 * the whole between them gives none: it is no part of the released cube.
 */
export function breakdownSums(
  name: string,
  values: readonly string[],
  places: readonly Place[],
): readonly BreakdownCell[] {
  const rests = new Map(places.map((place) => [place, restOf(name, values, place)]));
  const all = [...rests.values()];
  if (all.some(({ num, den }) => num < 0 || den < 0)) return [];
  const hasRest = all.some(({ num, den }) => num !== 0 || den !== 0);
  return places.flatMap((place) => {
    const cells = values.map((value): BreakdownCell => {
      const breakdown = { [name]: value };
      return { place, breakdown, figure: place.figureOf(breakdown), isRest: false };
    });
    const figure = rests.get(place);
    const rest = { place, breakdown: { [name]: restValue }, isRest: true };
    return hasRest && figure ? [...cells, { ...rest, figure }] : cells;
  });
}

function restOf(name: string, values: readonly string[], place: Place): Figure {
  const whole = place.figureOf({});
  return values
    .map((value) => place.figureOf({ [name]: value }))
    .reduce(
      (left, cell) => ({
        num: left.num - cell.num,
        den: left.den - cell.den,
        n: Math.max(0, left.n - cell.n),
      }),
      whole,
    );
}
