import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellKey } from '../../shared/privacy/family-cube.ts';
import { maskOf } from '../../shared/privacy/mask.ts';
import { attacker, type Row } from './support/linear-solve.ts';
import {
  type Atom,
  areaAt,
  atoms,
  cellsOf,
  formulas,
  groups,
  type MadeCity,
  madeCity,
  sliceOf,
  totalsOf,
} from './support/made-city.ts';

/** A cell as anybody sees it: where, what, which mode or site; and what stands behind it. */
interface Seen {
  readonly key: string;
  readonly above: Row;
  readonly below: Row;
  readonly figures: { readonly above: number; readonly below: number };
  readonly labourBelow: boolean;
  readonly isWhole: boolean;
}

const columns = (city: MadeCity) =>
  city.counties.flatMap((_, county) =>
    groups.flatMap((group) => atoms.map((atom) => ({ county, group, atom }))),
  );

const labour: readonly Atom[] = ['idle', 'farmed', 'posted'];

function seenIn(city: MadeCity): readonly Seen[] {
  const unknowns = columns(city);
  const values = unknowns.map(
    ({ county, group, atom }) => city.counties[county]?.[groups.indexOf(group)]?.[atom] ?? 0,
  );
  const places = [
    ...city.counties.map((_, index) => ({ name: areaAt(index), counties: [areaAt(index)], isTotal: false })),
    ...totalsOf(city).map((total) => ({ ...total, isTotal: true })),
  ];
  return places.flatMap(({ name, counties, isTotal }) =>
    city.served.flatMap((id) =>
      cellsOf(city, name, isTotal).map(({ breakdown, groups: held }): Seen => {
        const [above, below] = formulas[id] ?? [[], []];
        const row = (of: readonly Atom[]): Row =>
          unknowns.map(({ county, group, atom }) =>
            counties.includes(areaAt(county)) && held.includes(group) && of.includes(atom) ? 1 : 0,
          );
        const amount = (form: Row) =>
          form.reduce((sum, factor, index) => sum + factor * (values[index] ?? 0), 0);
        return {
          key: cellKey(name, id, {}, breakdown),
          above: row(above),
          below: row(below),
          figures: { above: amount(row(above)), below: amount(row(below)) },
          labourBelow: below.length === labour.length,
          isWhole: held.length === groups.length,
        };
      }),
    ),
  );
}

const isFew = (count: number, k: number) => 0 < count && count < k;
const isSmall = ({ figures: { above, below } }: Seen, k: number) =>
  isFew(below, k) || isFew(above, k) || isFew(below - above, k);
const difference = (a: Row, b: Row): Row => a.map((value, index) => value - (b[index] ?? 0));

/** All that is told: both sides of every shown cell, and how many labour persons each area has (emp.unknown_rate). */
const toldBy = (cells: readonly Seen[], shown: ReadonlySet<string>): readonly Row[] => [
  ...cells.filter(({ key }) => shown.has(key)).flatMap(({ above, below }) => [above, below]),
  ...cells.filter(({ labourBelow, isWhole }) => labourBelow && isWhole).map(({ below }) => below),
];

/** What follows from the shown cells though the primary rule protects it, and hidden cells that follow as a whole. */
function solvedIn(cells: readonly Seen[], shown: ReadonlySet<string>, k: number): readonly string[] {
  const follows = attacker(toldBy(cells, shown));
  return cells
    .filter(({ key }) => !shown.has(key))
    .filter((cell) => {
      const { above, below, figures } = cell;
      if (!isSmall(cell, k)) return follows(above) && follows(below);
      const few = isFew(figures.below, k);
      return (
        ((few || isFew(figures.above, k)) && follows(above)) ||
        ((few || isFew(figures.below - figures.above, k)) && follows(difference(below, above))) ||
        (few && !(cell.labourBelow && cell.isWhole) && follows(below))
      );
    })
    .map(({ key, figures }) => `${key}: ${figures.above}/${figures.below}`);
}

describe('of whatever city', () => {
  test.each([5, 10])(
    'nothing that is hidden at k = %d can be solved from what is shown',
    (k) => {
      fc.assert(
        fc.property(madeCity, (city) => {
          const shown = maskOf(sliceOf(city), k);
          const cells = seenIn(city);
          expect(cells.filter((cell) => shown.has(cell.key) && isSmall(cell, k))).toEqual([]);
          expect(solvedIn(cells, shown, k)).toEqual([]);
        }),
        { numRuns: 260 },
      );
    },
    240_000,
  );

  test('what is hidden at k = 5 is hidden at k = 10, and the order of the counties changes nothing', () => {
    fc.assert(
      fc.property(madeCity, (city) => {
        const slice = sliceOf(city);
        const [five, ten] = [maskOf(slice, 5), maskOf(slice, 10)];
        expect([...ten].filter((key) => !five.has(key))).toEqual([]);
        const reversed = maskOf({ ...slice, counties: [...slice.counties].reverse() }, 5);
        expect([...reversed].sort()).toEqual([...five].sort());
      }),
      { numRuns: 40 },
    );
  });

  test('hiding the small cells alone would give some of them away', () => {
    const cities = fc.sample(madeCity, { numRuns: 60, seed: 7 });
    const leaky = cities.filter((city) => {
      const cells = seenIn(city);
      const large = cells.filter((cell) => !isSmall(cell, 5)).map(({ key }) => key);
      return solvedIn(cells, new Set(large), 5).length > 0;
    });
    expect(leaky.length).toBeGreaterThan(10);
  });
});
