import type { IndicatorDefinition } from './definition.ts';
import type { Labels } from './facts.ts';

/** Measure of what `basis` counts. */
const basisUnits: Readonly<Record<string, string>> = {
  households: '户',
  persons: '人',
  projects: '个',
  count: '笔',
  amount: '分',
  start_rate: '户',
  completion_rate: '户',
  started: '户',
  completed: '户',
  occupied: '户',
  received: '分',
  paid: '分',
};

/**
 * What stands above and below the line, where it depends on `basis` or differs between the two: 户, 人, 个, 笔, or
 * 分 for money.
 */
export function countedUnits(
  countUnit: IndicatorDefinition['countUnit'],
  { basis }: Labels,
): readonly [numerator: string, denominator: string] {
  if (countUnit === '户/人') return ['户', '人'];
  if (countUnit === '分/户' || countUnit === '分/个') return ['分', countUnit.slice(-1)];
  const unit = countUnit.includes('/') ? (basisUnits[String(basis)] ?? '') : countUnit;
  return [unit, unit];
}
