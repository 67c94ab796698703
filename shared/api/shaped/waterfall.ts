import { shapedText } from '../../messages/shaped-texts.ts';
import type { Asking } from './asking.ts';
import { type ChainRow, type ChainStep, chainAt, chainShares, stepColumn } from './chain.ts';
import { type Figure, placesOf } from './figures.ts';
import { areaParameter, periodParameter, sourceParameter } from './parameters.ts';
import { breakdownColumn, placeColumns, ragColumn, standingColumns } from './rows.ts';
import { settleAsked } from './settle.ts';
import type { Shape } from './shape.ts';

/**
 * 预算 → 分解 → 到账 → 支付 → 结算 (domain.md §5.4, stages B, A, R, D, S), in 分. What can be paid is what was
 * received and the opening balance; payments outside the circuit are held against gross payments.
 */
export const waterfallSteps: readonly ChainStep[] = [
  { id: 'budget', of: ['fund.allocation_rate', 'denominator'] },
  { id: 'allocated', of: ['fund.allocation_rate', 'numerator'], from: 'budget', lostAs: 'unallocated' },
  { id: 'received', of: ['fund.arrival_rate', 'numerator'], from: 'allocated', lostAs: 'in_transit' },
  { id: 'available', of: ['fund.disbursement_rate', 'denominator'] },
  { id: 'paid', of: ['fund.disbursement_rate', 'numerator'], from: 'available', lostAs: 'unspent' },
  { id: 'settled', of: ['fund.full_closure_rate', 'numerator'], from: 'paid', lostAs: 'unsettled' },
  { id: 'gross', of: ['fund.leak_amount', 'denominator'], isBeside: true },
  { id: 'outside', of: ['fund.leak_amount', 'numerator'], from: 'gross', isBeside: true },
];

const indicators = [...new Set(waterfallSteps.map(({ of: [indicator] }) => indicator))];

/** The steps of every area, period and source of money. */
export function arrangeWaterfall(figures: readonly Figure[], asking: Asking): readonly ChainRow[] {
  return placesOf(figures, asking.by).flatMap((place) => chainAt(place, waterfallSteps, asking));
}

/** `GET /v1/funds/waterfall`: where the money of the budget has got to, and what has not come over at each step. */
export const waterfall: Shape<ChainRow> = {
  id: 'waterfall',
  title: { zh: '资金瀑布', en: 'Fund waterfall' },
  fixed: { indicator: indicators.join(',') },
  area: 'own',
  parameters: [areaParameter, periodParameter, sourceParameter],
  vs: [],
  settle: settleAsked,
  arrange: arrangeWaterfall,
  columns: [
    ...placeColumns,
    breakdownColumn('source'),
    stepColumn('step'),
    { id: 'amount', kind: 'money', cell: ({ amount }) => amount },
    { id: 'unit', kind: 'moneyUnit', cell: () => null },
    ...chainShares,
    { id: 'lost', kind: 'money', cell: ({ lost }) => lost },
    {
      id: 'lostAs',
      kind: 'text',
      cell: ({ step }) => step.lostAs ?? null,
      name: ({ step: { lostAs } }, language) => (lostAs ? shapedText(lostAs)[language] : null),
    },
    ragColumn,
    ...standingColumns,
  ],
};
