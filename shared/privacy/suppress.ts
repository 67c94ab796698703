import { groupByKey } from '../indicators/union.ts';
import { blocksOf } from './blocks.ts';
import { type Cube, type CubeCell, peopleOf, relationsOf, type Side, sideForm } from './cube.ts';
import { type Echelon, echelonOf, type Form } from './echelon.ts';
import { sidesToProtect } from './primary.ts';
import { type Publishing, publishing } from './publishing.ts';

/** A variable that would have to be hidden, and what stands behind it where it is looked at. */
type Candidate = readonly [variable: string, people: number];

/** What is given away, by what might be hidden to end it; nothing can be done where there is none. */
type Leak = readonly Candidate[];

/** A cell with its sides as forms, and those of them that k protects. */
interface Judged {
  readonly cell: CubeCell;
  readonly forms: Readonly<Record<Side, Form>>;
  readonly sensitive: readonly Side[];
}

/** A sum with its cells. */
interface JudgedSum {
  readonly total: Judged;
  readonly parts: readonly Judged[];
}

type Solve = Echelon['solve'];

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
  const cells = new Map(cube.cells.map((cell) => [cell.key, judge(cell, k)]));
  const sums = cube.sums.flatMap(({ total, parts }): readonly JudgedSum[] => {
    const whole = cells.get(total);
    return whole ? [{ total: whole, parts: parts.flatMap((key) => cells.get(key) ?? []) }] : [];
  });
  const first = [...cells.values()].filter(
    ({ cell, sensitive }) => cell.isImplicit || already.has(cell.key) || sensitive.length > 0,
  );
  const released = publishing(
    cube.cells,
    first.map(({ cell }) => cell),
  );
  const whole: Part = { relations, cells: [...cells.values()], sums };
  const solveNow = () => echelonOf(relations, released.isKnown).solve;
  hideUntil(() => leaksIn(whole, solveNow(), k, released), released, k);
  const partOf = partsOf(whole, released);
  const echelons = new Map<Part, Echelon>();
  for (const judged of sparable(whole.cells, first)) {
    if (!released.isHidden(judged.cell)) continue;
    const part = partOf(judged);
    const before = echelons.get(part) ?? echelonOf(part.relations, released.isKnown);
    const unknown = variablesOf(judged).filter((one) => !released.isKnown(one));
    released.set(judged.cell, 'shown');
    const after = before.knowing(unknown);
    const isTelling = leaksIn(part, after.solve, k, released).length > 0;
    if (isTelling) released.set(judged.cell, 'hidden');
    echelons.set(part, isTelling ? before : after);
  }
  return released.hidden();
}

/** Relations of a cube with the cells and sums that they speak of. */
interface Part {
  readonly relations: readonly Form[];
  readonly cells: readonly Judged[];
  readonly sums: readonly JudgedSum[];
}

function leaksIn({ cells, sums }: Part, solve: Solve, k: number, released: Publishing): readonly Leak[] {
  const solved = cells.flatMap((one) => solvedSides(one, solve, released));
  return solved.length > 0 ? solved : sums.flatMap((sum) => narrowSides(sum, k, solve, released));
}

/**
 * The part of a cube in which a hidden cell, were it shown, could tell anything: all else hangs together with it by
 * known figures only. As cells are shown, what is known grows and the parts fall apart further, never together.
 */
function partsOf({ relations, cells, sums }: Part, released: Publishing): (judged: Judged) => Part {
  const ofRelation = (relation: Form) => [...relation.keys()];
  const ofSum = ({ total, parts }: JudgedSum) => [total, ...parts].flatMap(variablesOf);
  const groups = [...relations.map(ofRelation), ...cells.map(variablesOf), ...sums.map(ofSum)];
  const blockOf = blocksOf(groups, released.isKnown);
  const blocks = new Map(cells.map((cell) => [cell, blockOf(variablesOf(cell))]));
  const relationsIn = groupByKey(relations, (one) => blockOf(ofRelation(one)));
  const cellsIn = groupByKey(cells, (one) => blocks.get(one) ?? null);
  const sumsIn = groupByKey(sums, (one) => blockOf(ofSum(one)));
  const parts = new Map<string, Part>();
  for (const [block, own] of cellsIn) {
    if (block === null) continue;
    parts.set(block, { relations: relationsIn.get(block) ?? [], cells: own, sums: sumsIn.get(block) ?? [] });
  }
  return (judged) => parts.get(blocks.get(judged) ?? '') ?? nothing;
}

const nothing: Part = { relations: [], cells: [], sums: [] };

function variablesOf({ cell }: Judged): readonly string[] {
  return [cell.num.variable, cell.den.variable];
}

/** Hides for one leak after another, of several that share a way out for one, until there is none. */
function hideUntil(leaksNow: () => readonly Leak[], released: Publishing, k: number): void {
  for (;;) {
    const chosen = new Set<string>();
    for (const candidates of leaksNow()) {
      if (candidates.some(([variable]) => chosen.has(variable))) continue;
      const best = released.cheapest(candidates, k);
      if (best !== null) chosen.add(best);
    }
    if (chosen.size === 0) return;
    for (const variable of chosen) released.hide(variable);
  }
}

/** Cells that may turn out to have been hidden for nothing, totals first: what one leak asked, another made needless. */
function sparable(cells: readonly Judged[], first: readonly Judged[]): readonly Judged[] {
  const kept = new Set(first);
  return cells.filter((one) => !kept.has(one)).sort((a, b) => b.cell.rank - a.cell.rank);
}

function judge(cell: CubeCell, k: number): Judged {
  const [num, den, rem] = [sideForm(cell, 'num'), sideForm(cell, 'den'), sideForm(cell, 'rem')];
  return { cell, forms: { num, den, rem }, sensitive: sidesToProtect(cell, k) };
}

/** Of a hidden cell what follows from the shown ones though it is protected; or the whole cell, though hidden. */
function solvedSides(
  { cell, forms, sensitive }: Judged,
  solve: Solve,
  released: Publishing,
): readonly Leak[] {
  if (!released.isHidden(cell)) return [];
  const leakFrom = (support: readonly string[]): readonly Leak[] => {
    const candidates = support.filter(released.canHide);
    if (candidates.length === 0) return [];
    return [candidates.map((variable) => [variable, released.peopleBehind(variable)] as const)];
  };
  if (sensitive.length > 0 || cell.isImplicit) {
    return sensitive.flatMap((side) => leakFrom(solve(forms[side]).support));
  }
  const both = [solve(forms.num), solve(forms.den)];
  if (!both.every(({ isDetermined }) => isDetermined)) return [];
  return leakFrom(both.flatMap(({ support }) => support));
}

/**
 * Sides of a sum that is known and whose hidden parts come to less than k together: nobody is solved, yet everybody
 * knows that there are few, or none.
 */
function narrowSides(
  { total, parts }: JudgedSum,
  k: number,
  solve: Solve,
  released: Publishing,
): readonly Leak[] {
  const guarded = parts.filter(({ cell }) => released.isHidden(cell)).flatMap(({ sensitive }) => sensitive);
  return [...new Set(guarded)].flatMap((side): readonly Leak[] => {
    if (!solve(total.forms[side]).isDetermined) return [];
    const isOpen = ({ forms }: Judged) => !solve(forms[side]).isDetermined;
    const open = parts.filter(isOpen);
    if (!open.some(({ sensitive }) => sensitive.includes(side))) return [];
    if (open.reduce((sum, { cell }) => sum + peopleOf(cell, side), 0) >= k) return [];
    const closed = parts.filter((part) => !open.includes(part) && peopleOf(part.cell, side) > 0);
    const candidates = [...closed, total].flatMap(({ cell, forms }) =>
      [...forms[side].keys()]
        .filter(released.canHide)
        .map((variable): Candidate => [variable, peopleOf(cell, side)]),
    );
    return candidates.length > 0 ? [candidates] : [];
  });
}
