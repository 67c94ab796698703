import { type CubeCell, peopleOf } from './cube.ts';

/** Which cells of a cube are hidden, and with that which variables are known. */
export interface Publishing {
  isKnown(variable: string): boolean;
  isHidden(cell: CubeCell): boolean;
  /** Persons or households that a variable counts, or that stand behind its money. */
  peopleBehind(variable: string): number;
  /** Whether it is shown by cells that may be hidden, and is not told elsewhere. */
  canHide(variable: string): boolean;
  /**
   * Which of the variables to hide, given what stands behind each: finer cells before totals, one that is itself no
   * less than k, that takes the fewest further cells along, the smallest, by name. `null`: none can be hidden.
   */
  cheapest(candidates: readonly (readonly [variable: string, people: number])[], k: number): string | null;
  /** Hides every cell that shows the variable. */
  hide(variable: string): void;
  /** Shows or hides one cell by itself. */
  set(cell: CubeCell, state: 'shown' | 'hidden'): void;
  /** Keys of the hidden cells, those left away that are never released. */
  hidden(): ReadonlySet<string>;
}

interface Standing {
  readonly isPublic: boolean;
  readonly people: number;
  readonly rank: number;
  readonly cells: readonly CubeCell[];
  /** How many of the cells are shown. */
  shown: number;
}

/** Starts with the cells that are hidden at first. */
export function publishing(cells: readonly CubeCell[], first: readonly CubeCell[]): Publishing {
  const hidden = new Set<string>();
  const standings = standingsOf(cells);
  const set = ({ key, num, den }: CubeCell, state: 'shown' | 'hidden'): void => {
    if (hidden.has(key) === (state === 'hidden')) return;
    if (state === 'hidden') hidden.add(key);
    else hidden.delete(key);
    for (const variable of new Set([num.variable, den.variable])) {
      const standing = standings.get(variable);
      if (standing) standing.shown += state === 'hidden' ? -1 : 1;
    }
  };
  for (const cell of first) set(cell, 'hidden');
  return {
    isKnown(variable) {
      const standing = standings.get(variable);
      return standing !== undefined && (standing.isPublic || standing.shown > 0);
    },
    isHidden: ({ key }) => hidden.has(key),
    peopleBehind: (variable) => standings.get(variable)?.people ?? 0,
    canHide(variable) {
      const standing = standings.get(variable);
      return standing !== undefined && isHideable(standing);
    },
    cheapest(candidates, k) {
      const usable = candidates.flatMap(([variable, people]) => {
        const standing = standings.get(variable);
        if (!standing || !isHideable(standing)) return [];
        return [{ variable, cost: [standing.rank, people < k ? 1 : 0, standing.shown, people] }];
      });
      return usable.sort(compareCosts)[0]?.variable ?? null;
    },
    hide(variable) {
      for (const cell of standings.get(variable)?.cells ?? []) set(cell, 'hidden');
    },
    set,
    hidden: () =>
      new Set(cells.filter(({ key, isImplicit }) => hidden.has(key) && !isImplicit).map(({ key }) => key)),
  };
}

function standingsOf(cells: readonly CubeCell[]): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const cell of cells) {
    for (const side of ['num', 'den'] as const) {
      const { variable, isPublic } = cell[side];
      const before = found.get(variable);
      const cellsOf = before?.cells ?? [];
      const all = cellsOf.includes(cell) ? cellsOf : [...cellsOf, cell];
      found.set(variable, {
        isPublic: isPublic || before?.isPublic === true,
        people: peopleOf(cell, side),
        rank: Math.min(before?.rank ?? cell.rank, cell.rank),
        cells: all,
        shown: all.length,
      });
    }
  }
  return found;
}

const isHideable = ({ isPublic, shown }: Standing): boolean => !isPublic && shown > 0;

interface Costed {
  readonly variable: string;
  readonly cost: readonly number[];
}

function compareCosts(a: Costed, b: Costed): number {
  const differing = a.cost.findIndex((part, index) => part !== b.cost[index]);
  if (differing >= 0) return (a.cost[differing] ?? 0) - (b.cost[differing] ?? 0);
  return a.variable < b.variable ? -1 : 1;
}
