import type { Observation } from '../../indicators/observation.ts';
import { shapedText } from '../../messages/shaped-texts.ts';
import { addresses } from './addresses.ts';
import { less, ratio, type Told, told } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import type { Place } from './figures.ts';
import { type ShapedRow, standing } from './rows.ts';
import type { ShapedColumn } from './shape.ts';

/** A step of a chain whose amounts are told by figures: 预算 → 分解 → 到账 …, 搬得出 → 稳得住 …. */
export interface ChainStep {
  readonly id: string;
  readonly of: readonly [indicator: string, member: 'numerator' | 'denominator'];
  /** Step it is held against. */
  readonly from?: string;
  /** Name of what did not come over; without one it is no loss, only a share. */
  readonly lostAs?: string;
  /** Beside the chain: it is held against its own step only. */
  readonly isBeside?: true;
}

/** A step with what came over to it. */
export interface ChainRow extends ShapedRow {
  readonly step: ChainStep;
  /** Value of the opened breakdown. */
  readonly cell: string | null;
  readonly amount: number | null;
  /** Amount of the step before less this one; `null` where either is not told of the same counties. */
  readonly lost: number | null;
  readonly ofFirst: number | null;
  readonly ofBefore: number | null;
  /** Colour of the indicator whose numerator the amount is. */
  readonly rag: Observation['rag'];
}

const nothing: Told = { figure: null, amount: null };

/** Goes down a chain at one place: each step against the first, and against the one it comes from. */
export function chainAt(place: Place, steps: readonly ChainStep[], asking: Asking): readonly ChainRow[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const amountOf = (step: ChainStep | undefined): Told => {
    if (!step) return nothing;
    const [indicator, member] = step.of;
    return told(place.of(indicator), member);
  };
  return steps.map((step): ChainRow => {
    const own = amountOf(step);
    const first = step.isBeside ? undefined : steps[0];
    const before = step.from === undefined ? undefined : byId.get(step.from);
    const behind = [step, before, first].flatMap((one) => (one ? [one.of[0]] : []));
    return {
      area: place.area,
      period: place.period,
      cell: place.cell,
      step,
      amount: own.amount,
      lost: step.lostAs === undefined ? null : less(amountOf(before), own),
      ofFirst: ratio(own, amountOf(first)),
      ofBefore: ratio(own, amountOf(before)),
      rag: step.of[1] === 'numerator' ? (own.figure?.one.rag ?? null) : null,
      ...standing(own.figure?.one),
      ...addresses(place, [...new Set(behind)], asking),
    };
  });
}

/** The step by its code and name. */
export function stepColumn(id: string): ShapedColumn<ChainRow> {
  const name: ShapedColumn<ChainRow>['name'] = ({ step }, language) => shapedText(step.id)[language];
  return { id, kind: 'text', cell: ({ step }) => step.id, name };
}

/** Each step as a share of the first and of the one before. */
export const chainShares: readonly ShapedColumn<ChainRow>[] = [
  { id: 'ofFirst', kind: 'share', cell: ({ ofFirst }) => ofFirst },
  { id: 'ofBefore', kind: 'share', cell: ({ ofBefore }) => ofBefore },
];
