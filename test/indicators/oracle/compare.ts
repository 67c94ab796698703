import type { Observation } from '../../../shared/indicators/observation.ts';
import type { SqlFigure } from './duck.ts';
import { type Answers, type CountyFigure, keyOf } from './ours.ts';

/** Where the two sides differ. */
export interface Difference {
  readonly run: number;
  readonly key: string;
  readonly ours: string;
  readonly sql: string;
}

/** Holds all figures of one province against each other: county by county exactly, the roll-up as served. */
export function differencesOf(
  run: number,
  counties: number,
  ours: Answers,
  sql: readonly SqlFigure[],
): readonly Difference[] {
  const figures = new Map(sql.map((one) => [keyOf(one.area, one.indicator, one.parameters, one.cell), one]));
  const keys = new Set([...ours.counties.keys(), ...ours.all.keys(), ...figures.keys()]);
  return [...keys].flatMap((key): readonly Difference[] => {
    const theirs = figures.get(key);
    const county = ours.counties.get(key);
    const all = ours.all.get(key);
    const said = county ? countyText(county) : all ? observationText(all) : null;
    const expected = theirs
      ? theirs.area === 'all'
        ? servedText(theirs, counties)
        : exactText(theirs)
      : null;
    if (said === expected) return [];
    // a county without the very cell has nothing in it
    if (said === null && theirs && isEmpty(theirs)) return [];
    if (theirs === undefined && all && isCell(key) && ['no_data', 'not_applicable'].includes(all.status))
      return [];
    if (
      theirs === undefined &&
      county &&
      isCell(key) &&
      county.denominator === 0 &&
      county.numerator.num === 0n
    )
      return [];
    return [{ run, key, ours: said ?? 'no data', sql: expected ?? 'no data' }];
  });
}

function isCell(key: string): boolean {
  return !key.endsWith(' | ');
}

function isEmpty({ cell, numerator, denominator }: SqlFigure): boolean {
  return cell !== '' && numerator === 0n && denominator === 0n;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

function fraction(num: bigint, den: bigint): string {
  const divisor = gcd(num, den) || 1n;
  return `${num / divisor}/${den / divisor}`;
}

function countyText({ status, numerator, denominator, value }: CountyFigure): string {
  return [
    status,
    ...(status === 'not_applicable' ? [] : [fraction(numerator.num, numerator.den), denominator]),
    value ? fraction(value.num, value.den) : '–',
  ].join(' ');
}

function exactText({ status, numerator, numeratorBelow, denominator, value, valueBelow }: SqlFigure): string {
  return [
    status,
    ...(status === 'not_applicable' ? [] : [fraction(numerator, numeratorBelow), denominator]),
    status === 'ok' ? fraction(value, valueBelow) : '–',
  ].join(' ');
}

/** Half-up to six decimals, halves away from zero, written out by hand. */
function sixDecimals(num: bigint, den: bigint): number {
  const negative = num < 0n !== den < 0n && num !== 0n;
  const [a, b] = [num < 0n ? -num : num, den < 0n ? -den : den];
  let units = (a * 1_000_000n) / b;
  if (((a * 1_000_000n) % b) * 2n >= b) units += 1n;
  const size = Number(`${units / 1_000_000n}.${String(units % 1_000_000n).padStart(6, '0')}`);
  return negative && size !== 0 ? -size : size;
}

function observationText({ status, numerator, denominator, value, coverage }: Observation): string {
  const sums = status === 'not_applicable' ? [] : [numerator, denominator];
  return [status, ...sums, value ?? '–', `coverage ${coverage.toFixed(3)}`].join(' ');
}

function servedText(figure: SqlFigure, expected: number): string {
  const { status, numerator, numeratorBelow, denominator, value, valueBelow, counties, cell } = figure;
  // a site is one county's
  const covered = cell.includes('/') ? 1 : Number(counties) / expected;
  const sums = status === 'not_applicable' ? [] : [sixDecimals(numerator, numeratorBelow), denominator];
  const shown = status === 'ok' ? sixDecimals(value, valueBelow) : '–';
  return [status, ...sums, shown, `coverage ${covered.toFixed(3)}`].join(' ');
}
