import { type CubeCell, peopleOf, type Side } from './cube.ts';

/**
 * The primary rule (domain.md §5, Conventions): a cell is hidden if fewer than k stand behind it, or fewer than k
 * above the line, or fewer than k between above and below; sums of money by the households behind them. A cell
 * that nobody stands behind shows nobody and is not hidden. Given are the sides that would give somebody away;
 * none: the cell may be shown.
 */
export function sidesToProtect(cell: CubeCell, k: number): readonly Side[] {
  const isFew = (count: number): boolean => 0 < count && count < k;
  if (isFew(cell.n)) return cell.num.isMoney || cell.den.isMoney ? ['num', 'den'] : ['num', 'den', 'rem'];
  const found: Side[] = [];
  if (!cell.num.isMoney && isFew(peopleOf(cell, 'num'))) found.push('num');
  if (!cell.num.isMoney && !cell.den.isMoney && isFew(peopleOf(cell, 'rem'))) found.push('rem');
  return found;
}
