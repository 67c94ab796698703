import { policyOf } from '../../programme/province-policies.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { indicatorOf, wholeCatalogue } from '../whole-catalogue.ts';

/** Whether an indicator is held to a published rule (†): red in it is a red line. */
export function hasRedLine({ thresholds }: IndicatorDefinition): boolean {
  return thresholds.some(({ basis }) => basis === 'rule');
}

/** A day on which today's policy is in force: the weights are those of whoever asks. */
const openEnd = '9999-12-31';

/** The assessment policy of an area. */
export function assessmentPolicy(area: string) {
  return policyOf(area, openEnd).assessment;
}

/** The indicators an assessment looks at: those it scores, and every one whose red is a red line. */
export function assessedIndicators(area: string): readonly IndicatorDefinition[] {
  const scored = assessmentPolicy(area).components.flatMap(({ indicators }) => indicators.map(indicatorOf));
  return [...new Set([...scored, ...wholeCatalogue.filter(hasRedLine)])];
}
