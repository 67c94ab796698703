import type { CompletenessRow } from '../../shared/api/shaped/completeness.ts';
import { contracts } from '../../shared/datasets/contracts.ts';
import { datasetIds } from '../../shared/datasets/dataset-ids.ts';
import { pageTexts } from '../../shared/messages/api-page.ts';
import { chartTexts, filled } from '../../shared/messages/page-charts.ts';
import { periodText } from '../../shared/messages/period-text.ts';
import { areaOf } from '../../shared/programme/areas.ts';
import type { Language } from '../../shared/text/languages.ts';
import { Html, html } from '../html.ts';
import { ragMark } from '../rag.ts';
import { areaHref, areaName } from '../tables.ts';
import { links } from './texts.ts';

const together = 'all';

/** Which reports came from which area: a grid of areas and datasets, each cell on time / expected. */
export function reportingGrid(rows: readonly CompletenessRow[], parent: string, language: Language): Html {
  const [first] = rows;
  const period = first?.period ?? null;
  const columns = [...datasetIds.filter((id) => rows.some(({ cell }) => cell === id)), together];
  if (period === null || columns.length === 1) return new Html('');
  const areas = [...new Set(rows.map(({ area }) => area))];
  const named = areas.length > 1 ? `children(${parent})` : parent;
  const href = `/v1/completeness?area=${named}&period=${period}`;
  const title = filled(chartTexts.reporting[language], { period: periodText(period, language) });
  const heads = columns.map((id) => html`<th scope="col">${datasetName(id, language)}</th>`);
  const lines = areas.map((area) => {
    const own = rows.filter((row) => row.area === area);
    const found = areaOf(area);
    const cells = columns.map((id) =>
      gridCell(
        own.find(({ cell }) => cell === id),
        language,
      ),
    );
    return html`<tr><th scope="row"><a href="${areaHref(area, language)}">${found ? areaName(found, language) : area}</a></th>${cells}</tr>`;
  });
  return html`<article class="panel chart wide"><h3>${title} ${links(href)}</h3>
<p class="note">${chartTexts.reportingNote[language]}</p><div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="heat"><thead><tr><th scope="col">${pageTexts.areaColumn[language]}</th>${heads}</tr></thead>
<tbody>${lines}</tbody></table></div></article>`;
}

function datasetName(id: string, language: Language): string {
  if (id === together) return chartTexts.allDatasets[language];
  return Object.values(contracts).find((one) => one.id === id)?.[language] ?? id;
}

/** The colour of `rpt.ontime`, as the API has it: by the share that came on time, late and missing alike. */
function gridCell(row: CompletenessRow | undefined, language: Language): Html {
  const { expected = null, onTime = null, late = null, missing = null } = row ?? {};
  if (!expected) return html`<td class="heat none">–</td>`;
  const rag = row?.rag ?? null;
  const text = filled(chartTexts.tally[language], {
    expected,
    onTime: onTime ?? '–',
    late: late ?? '–',
    missing: missing ?? '–',
  });
  return html`<td class="heat ${rag ?? ''}" title="${text}">${onTime ?? '–'}/${expected} ${ragMark(rag, language, false)}</td>`;
}
