import type { IndicatorDefinition } from '../../indicators/definition.ts';
import type { Observation } from '../../indicators/observation.ts';
import { thresholdOn } from '../../indicators/pace.ts';
import { colourSentence } from '../../messages/colour-rules.ts';
import { spanOf } from '../../programme/periods.ts';
import { againstPlan } from '../data/comparisons.ts';

/**
 * Why a figure has the colour it has: the limits in force on `day` (its newest data date, or the end of the period where
 * nobody has reported), the rule in words, and target and gap as `vs=plan` gives them. The observation is one that was
 * told its target; of a suppressed one no gap is said.
 */
export function colouringOf(indicator: IndicatorDefinition, observation: Observation) {
  const { dataDate, period } = observation;
  const day = dataDate?.max ?? (period === 'latest' ? null : spanOf(period).last);
  const threshold = day === null || indicator.colour === 'none' ? null : thresholdOn(indicator, day);
  const rule = colourSentence(indicator, threshold);
  return { rag: observation.rag, rule, day, threshold, ...againstPlan(observation) };
}
