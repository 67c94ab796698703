import { type CitySlice, familyCube } from './family-cube.ts';
import { suppressionLevels } from './levels.ts';
import { suppress } from './suppress.ts';

/** Keys of the cells of one family, city and day that an audience is shown; no other cell is. */
export type Mask = ReadonlySet<string>;

/**
 * The mask of a cube for an audience of k: made level by level, so that what a smaller k hides stays hidden, and
 * from the facts alone, so that every query for the same facts finds the same.
 */
export function maskOf(slice: CitySlice, k: number): Mask {
  let hidden: ReadonlySet<string> = new Set();
  for (const level of suppressionLevels.filter((one) => one < k)) {
    hidden = suppress(familyCube(slice, level), level, hidden);
  }
  const cube = familyCube(slice, k);
  hidden = suppress(cube, k, hidden);
  const released = cube.cells.filter(({ key, isImplicit }) => !isImplicit && !hidden.has(key));
  return new Set(released.map(({ key }) => key));
}
