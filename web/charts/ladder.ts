import type { ChainRow } from '../../shared/api/shaped/chain.ts';
import { statusTexts } from '../../shared/messages/api-page.ts';
import { chartTexts } from '../../shared/messages/page-charts.ts';
import { shapedText } from '../../shared/messages/shaped-texts.ts';
import type { Language } from '../../shared/text/languages.ts';
import { coverageText, grouped } from '../format.ts';
import { Html, html } from '../html.ts';
import { stepsTable } from './steps-table.ts';
import { links, share } from './texts.ts';

/** How many registered households stand on each rung: 搬得出 → 稳得住 → 有事做 → 能致富. */
export function ladderChart(rows: readonly ChainRow[], language: Language): Html {
  const [registered] = rows;
  if (!registered || rows.every(({ amount }) => amount === null)) return new Html('');
  const { ladder, rung, households, ofBefore } = chartTexts;
  const heads = [rung[language], '', households[language], ofBefore[language]];
  const steps = rows.map((row) => {
    const { area, amount, status, coverage } = row;
    return {
      name: shapedText(row.step.id)[language],
      amount,
      lost: null,
      note: '',
      shown: amount === null ? statusTexts[status][language] : grouped(amount),
      remark: amount === null ? '' : coverageText(area, coverage, language),
      share: share(row.ofBefore),
    };
  });
  return html`<article class="panel chart"><h3>${ladder[language]} ${links(`/v1/ladder?area=${registered.area}`)}</h3>
${stepsTable(ladder[language], heads, steps)}</article>`;
}
