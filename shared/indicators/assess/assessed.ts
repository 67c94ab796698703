import { type Period, spanOf } from '../../programme/periods.ts';
import { policyOf } from '../../programme/province-policies.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { indicatorOf, wholeCatalogue } from '../whole-catalogue.ts';

/** Whether an indicator is held to a published rule (†): red in it is a red line. */
export function hasRedLine({ thresholds }: IndicatorDefinition): boolean {
  return thresholds.some(({ basis }) => basis === 'rule');
}

/** A day on which the newest policy is in force: `latest` is assessed by it. */
const openEnd = '9999-12-31';

/** The assessment policy of an area: as everywhere the one in force on the last day of the period. */
export function assessmentPolicy(area: string, period: Period | 'latest', policyOn = policyOf) {
  return policyOn(area, period === 'latest' ? openEnd : spanOf(period).last).assessment;
}

/** The indicators an assessment looks at: those it scores, and every one whose red is a red line. */
export function assessedIndicators(area: string, period: Period | 'latest'): readonly IndicatorDefinition[] {
  const { components } = assessmentPolicy(area, period);
  const scored = components.flatMap(({ indicators }) => indicators.map(indicatorOf));
  return [...new Set([...scored, ...wholeCatalogue.filter(hasRedLine)])];
}
