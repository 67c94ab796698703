import type { Language } from '../../shared/api/language.ts';
import type { ChainRow } from '../../shared/api/shaped/chain.ts';
import { pageTexts, statusTexts } from '../../shared/messages/api-page.ts';
import { chartTexts, filled } from '../../shared/messages/page-charts.ts';
import { shapedText } from '../../shared/messages/shaped-texts.ts';
import { moneyText } from '../format.ts';
import { Html, html } from '../html.ts';
import { share } from './texts.ts';

/** The money of the budget down to what is settled: a table whose bars stand where the money is, and where it is not. */
export function waterfallChart(rows: readonly ChainRow[], language: Language): Html {
  const steps = rows.filter(({ step }) => !step.isBeside && step.id !== 'available');
  const [budget] = steps;
  if (!budget || steps.every(({ amount }) => amount === null)) return new Html('');
  const title = chartTexts.waterfall[language];
  const href = `/v1/funds/waterfall?area=${budget.area}`;
  const most = Math.max(1, ...steps.map(({ amount, lost }) => (amount ?? 0) + Math.max(0, lost ?? 0)));
  const heads = [chartTexts.step, chartTexts.lost, chartTexts.amount, chartTexts.ofBudget].map(
    (text) => html`<th scope="col">${text[language]}</th>`,
  );
  const outside = rows.find(({ step }) => step.id === 'outside');
  return html`<article class="panel chart"><h3>${title} <small><a href="${href}">JSON</a> <a href="${href.replace('?', '.csv?')}">CSV</a></small></h3>
<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="steps"><thead><tr>${heads}</tr></thead>
<tbody>${steps.map((row) => stepRow(row, budget, most, language))}</tbody></table></div>${outside ? leak(outside, language) : null}</article>`;
}

function stepRow(row: ChainRow, budget: ChainRow, most: number, language: Language): Html {
  const { step, amount, lost, ofFirst, status, coverage } = row;
  const gap =
    step.lostAs === undefined || lost === null
      ? ''
      : `${shapedText(step.lostAs)[language]} ${moneyText(lost, language)}`;
  const shown = amount === null ? statusTexts[status][language] : moneyText(amount, language);
  const others =
    amount !== null && coverage !== budget.coverage
      ? html`<small>${partial(coverage, language)}</small>`
      : null;
  return html`<tr><th scope="row">${shapedText(step.id)[language]}</th><td class="bars">${bar(amount, lost, most)}<small>${gap}</small></td>
<td>${shown}${others}</td><td>${share(ofFirst)}</td></tr>`;
}

/** Which part of the counties says it, where that is not the part that says the budget: the two are not compared. */
function partial(coverage: number | null, language: Language): string {
  return pageTexts.partial[language].replace('{value}', share(coverage));
}

/** What came over as a full bar, what did not as a hollow one behind it. */
function bar(amount: number | null, lost: number | null, most: number): Html {
  const width = (value: number | null) => Math.round((Math.max(0, value ?? 0) / most) * 1_000) / 10;
  const full = width(amount);
  return html`<svg class="flow" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" width="${full}" height="12"/><rect class="gap" x="${full}" width="${width(lost)}" height="12"/></svg>`;
}

/** Money that left the circuit, said in words: it is too little beside the budget to be seen as a bar. */
function leak({ amount, ofBefore }: ChainRow, language: Language): Html {
  if (amount === null) return new Html('');
  const values = { amount: moneyText(amount, language), share: share(ofBefore) };
  const mark = amount > 0 ? html`<span class="rag red">■</span>` : html`<span class="rag green">●</span>`;
  return html`<p>${mark} ${filled(chartTexts.outside[language], values)}</p>`;
}
