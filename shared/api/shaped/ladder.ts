import type { Asking } from './asking.ts';
import { type ChainRow, type ChainStep, chainAt, chainShares, stepColumn } from './chain.ts';
import { type Figure, placesOf } from './figures.ts';
import { areaParameter, periodParameter } from './parameters.ts';
import { placeColumns, standingColumns } from './rows.ts';
import { settleAsked } from './settle.ts';
import type { Shape } from './shape.ts';

/** 搬得出 → 稳得住 → 有事做 → 能致富 (domain.md §5.8): each rung counts only households that stand on the one before. */
export const ladderRungs: readonly ChainStep[] = [
  { id: 'registered', of: ['ladder.move_out', 'denominator'] },
  { id: 'moved_out', of: ['ladder.move_out', 'numerator'], from: 'registered' },
  { id: 'settled_in', of: ['ladder.settle', 'numerator'], from: 'moved_out' },
  { id: 'in_work', of: ['ladder.work', 'numerator'], from: 'settled_in' },
  { id: 'prospering', of: ['ladder.prosper', 'numerator'], from: 'in_work' },
];

const indicators = [...new Set(ladderRungs.map(({ of: [indicator] }) => indicator))];

/** The rungs of every area and period. */
export function arrangeLadder(figures: readonly Figure[], asking: Asking): readonly ChainRow[] {
  return placesOf(figures, null).flatMap((place) => chainAt(place, ladderRungs, asking));
}

/** `GET /v1/ladder`: how many registered households stand on each rung. */
export const ladder: Shape<ChainRow> = {
  id: 'ladder',
  title: { zh: '搬迁成效阶梯', en: 'Outcome ladder' },
  fixed: { indicator: indicators.join(',') },
  area: 'own',
  parameters: [areaParameter, periodParameter],
  vs: [],
  settle: settleAsked,
  arrange: arrangeLadder,
  columns: [
    ...placeColumns,
    stepColumn('rung'),
    { id: 'households', kind: 'count', cell: ({ amount }) => amount },
    ...chainShares,
    ...standingColumns,
  ],
};
