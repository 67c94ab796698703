import type { Observation } from '../shared/indicators/observation.ts';
import type { Language } from '../shared/text/languages.ts';
import { valueText } from './format.ts';
import { type Html, html } from './html.ts';

/** The value of an observation with its unit, or its status in words. */
export function valueMarkup(observation: Observation, language: Language): Html {
  const { figure, unit } = valueText(observation, language);
  return unit === '' ? html`${figure}` : html`${figure}<small> ${unit}</small>`;
}
