import { type Cube, type CubeCell, type CubeSum, peopleOf, relationsOf, sideForm } from './cube.ts';
import { type Form, solveFor } from './echelon.ts';
import { sidesToProtect } from './primary.ts';
import { type Publishing, publishing } from './publishing.ts';

/** A variable that would have to be hidden, and what stands behind it where it is looked at. */
type Candidate = readonly [variable: string, people: number];

/** What is still given away, and what to hide to end it: one of the candidates. */
interface Leak {
  readonly candidates: readonly Candidate[];
}

/**
 * Complementary suppression: the keys of the cells to hide, in which is what the primary rule hides and what was
 * hidden `already` for an audience with a smaller k. Further cells are hidden until the relations of the cube
 * neither determine what is to be protected, nor both sides of any hidden cell, and until what the hidden parts of
 * a sum come to together is itself no less than k. Nothing is drawn by lot: the same cube gives the same mask.
 *
 * What everybody knows from elsewhere cannot be hidden; a cell of which only such figures are left is hidden all
 * the same.
 */
export function suppress(
  cube: Cube,
  k: number,
  already: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const relations = relationsOf(cube);
  const isSensitive = (cell: CubeCell) => sidesToProtect(cell, k).length > 0;
  const first = cube.cells.filter((cell) => cell.isImplicit || already.has(cell.key) || isSensitive(cell));
  const released = publishing(
    cube.cells,
    first.map(({ key }) => key),
  );
  for (;;) {
    const leaks = leaksOf(cube, k, relations, released);
    const chosen = new Set<string>();
    for (const { candidates } of leaks) {
      if (candidates.some(([variable]) => chosen.has(variable))) continue;
      const best = released.cheapest(candidates, k);
      if (best !== null) chosen.add(best);
    }
    if (chosen.size === 0) return released.hidden();
    for (const variable of chosen) released.hide(variable);
  }
}

function leaksOf(cube: Cube, k: number, relations: readonly Form[], released: Publishing): readonly Leak[] {
  const solve = solveFor(relations, released.isKnown);
  const determined = cube.cells.filter(released.isHidden).flatMap((cell): readonly Leak[] => {
    const protectedSides = sidesToProtect(cell, k);
    const solved = protectedSides.map((side) => solve(sideForm(cell, side)));
    if (protectedSides.length === 0 && !cell.isImplicit) {
      const both = [solve(sideForm(cell, 'num')), solve(sideForm(cell, 'den'))];
      if (!both.every(({ isDetermined }) => isDetermined)) return [];
      return [
        leakFrom(
          both.flatMap(({ support }) => support),
          released,
        ),
      ];
    }
    return solved
      .filter(({ isDetermined }) => isDetermined)
      .map(({ support }) => leakFrom(support, released));
  });
  if (determined.some(({ candidates }) => candidates.length > 0)) return determined;
  return cube.sums.flatMap((sum) => narrowSums(cube, sum, k, solve, released));
}

function leakFrom(support: readonly string[], released: Publishing): Leak {
  const candidates = support.filter(released.canHide);
  return { candidates: candidates.map((variable) => [variable, released.valueOf(variable)] as const) };
}

/**
 * Sums that are known and whose hidden parts come to less than k together: nobody is solved, yet everybody knows
 * that there are few, or none.
 */
function narrowSums(
  { cells }: Cube,
  { total, parts }: CubeSum,
  k: number,
  solve: ReturnType<typeof solveFor>,
  released: Publishing,
): readonly Leak[] {
  const inside = new Set(parts);
  const whole = cells.find(({ key }) => key === total);
  const of = cells.filter(({ key }) => inside.has(key));
  const sensitive = of.filter(released.isHidden).flatMap((cell) => sidesToProtect(cell, k));
  return [...new Set(sensitive)].flatMap((side): readonly Leak[] => {
    if (!whole || !solve(sideForm(whole, side)).isDetermined) return [];
    const isOpen = (cell: CubeCell) => !solve(sideForm(cell, side)).isDetermined;
    const open = of.filter(isOpen);
    if (!open.some((cell) => sidesToProtect(cell, k).includes(side))) return [];
    if (open.reduce((sum, cell) => sum + peopleOf(cell, side), 0) >= k) return [];
    const closed = of.filter((cell) => !isOpen(cell) && peopleOf(cell, side) > 0);
    const candidates = [...closed, whole].flatMap((cell) =>
      [...sideForm(cell, side).keys()].map((variable): Candidate => [variable, peopleOf(cell, side)]),
    );
    return [{ candidates }];
  });
}
