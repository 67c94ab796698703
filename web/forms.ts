import type { PageData } from '../shared/api/page/page-data.ts';
import { contracts } from '../shared/datasets/contracts.ts';
import { datasetIds } from '../shared/datasets/dataset-ids.ts';
import { pageTexts } from '../shared/messages/api-page.ts';
import { periodText } from '../shared/messages/period-text.ts';
import { periodOfDay, spanOf } from '../shared/programme/periods.ts';
import { policyOf } from '../shared/programme/province-policies.ts';
import { Html, html } from './html.ts';

/** An empty form of every dataset for a county that may send files, for the period in which its newest lies. */
export function formsPanel({ area, newest, may, language }: PageData): Html {
  if (area.level !== 'county' || newest === null || !may.includes('change_upload')) return new Html('');
  const day = spanOf(newest).last;
  const { grains } = policyOf(area.code, day).reporting;
  const items = datasetIds.map((id) => {
    const period = periodOfDay(day, grains[id]);
    const href = `/v1/datasets/${id}/template.xlsx?area=${area.code}&period=${period}`;
    return html`<li><a href="${href}">${contracts[id][language]}</a> <small>${periodText(period, language)}</small></li>`;
  });
  return html`<section class="panel"><h2>${pageTexts.forms[language]}</h2><p>${pageTexts.formsText[language]}
<a href="/docs?lang=${language}">${pageTexts.docsLink[language]}</a></p><ul class="forms">${items}</ul></section>`;
}
