import type { Observation, Rag } from '../shared/indicators/observation.ts';
import { ragTexts } from '../shared/messages/api-page.ts';
import type { Language } from '../shared/text/languages.ts';
import { Html, html } from './html.ts';

/** A colour as symbol and colour, with its word for whoever sees neither; `word` also shows the word. */
export function ragMark(rag: Rag | null, language: Language, word: boolean): Html {
  if (rag === null) return new Html('');
  const text = ragTexts[rag];
  return word
    ? html`<span class="rag ${rag}">${text.symbol} ${text[language]}</span>`
    : html`<span class="rag ${rag}" role="img" aria-label="${text[language]}">${text.symbol}</span>`;
}

/** How many figures are of each colour: ▲3 ●1. */
export function ragTally(observations: readonly Observation[], language: Language): Html {
  const marks = (['green', 'amber', 'red'] as const).flatMap((rag) => {
    const count = observations.filter((observation) => observation.rag === rag).length;
    return count === 0 ? [] : [html`<span>${ragMark(rag, language, false)} ${count}</span>`];
  });
  return html`<span class="tally">${marks.length > 0 ? marks : '–'}</span>`;
}
