import type { ChainRow } from '../../shared/api/shaped/chain.ts';
import { statusTexts } from '../../shared/messages/api-page.ts';
import { chartTexts, filled } from '../../shared/messages/page-charts.ts';
import { shapedText } from '../../shared/messages/shaped-texts.ts';
import type { Language } from '../../shared/text/languages.ts';
import { coverageText, moneyText } from '../format.ts';
import { Html, html } from '../html.ts';
import { ragMark } from '../rag.ts';
import { type Step, stepsTable } from './steps-table.ts';
import { links, share } from './texts.ts';

/** The money of the budget down to what is settled. */
export function waterfallChart(rows: readonly ChainRow[], language: Language): Html {
  const steps = rows.filter(({ step }) => !step.isBeside && step.id !== 'available');
  const [budget] = steps;
  if (!budget || steps.every(({ amount }) => amount === null)) return new Html('');
  const { waterfall, step, lost, amount, ofBudget } = chartTexts;
  const heads = [step, lost, amount, ofBudget].map((text) => text[language]);
  const outside = rows.find((row) => row.step.id === 'outside');
  return html`<article class="panel chart"><h3>${waterfall[language]} ${links(`/v1/funds/waterfall?area=${budget.area}`)}</h3>
${stepsTable(
  waterfall[language],
  heads,
  steps.map((row) => stepOf(row, language)),
)}${outside ? leak(outside, language) : null}</article>`;
}

function stepOf(row: ChainRow, language: Language): Step {
  const { area, step, amount, lost, ofFirst, status, coverage } = row;
  return {
    name: shapedText(step.id)[language],
    amount,
    lost,
    note:
      step.lostAs === undefined || lost === null
        ? ''
        : `${shapedText(step.lostAs)[language]} ${moneyText(lost, language)}`,
    shown: amount === null ? statusTexts[status][language] : moneyText(amount, language),
    remark: amount === null ? '' : coverageText(area, coverage, language),
    share: share(ofFirst),
  };
}

/** Money that left the circuit, said in words: it is too little beside the budget to be seen as a bar. */
function leak({ amount, ofBefore, rag }: ChainRow, language: Language): Html {
  if (amount === null) return new Html('');
  const values = { amount: moneyText(amount, language), share: share(ofBefore) };
  return html`<p>${ragMark(rag, language, true)} ${filled(chartTexts.outside[language], values)}</p>`;
}
