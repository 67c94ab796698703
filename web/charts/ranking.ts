import type { RankingRow } from '../../shared/api/shaped/ranking.ts';
import { pageTexts } from '../../shared/messages/api-page.ts';
import { chartTexts, filled } from '../../shared/messages/page-charts.ts';
import { periodText } from '../../shared/messages/period-text.ts';
import { areaOf } from '../../shared/programme/areas.ts';
import type { Language } from '../../shared/text/languages.ts';
import { coverageText } from '../format.ts';
import { Html, html } from '../html.ts';
import { ragMark } from '../rag.ts';
import { areaHref, areaName } from '../tables.ts';
import { valueMarkup } from '../value.ts';
import { links } from './texts.ts';

/** The areas below, best first, with the places they gained or lost since the period before. */
export function rankingChart(rows: readonly RankingRow[], parent: string, language: Language): Html {
  const [first] = rows;
  if (!first || rows.every(({ standing }) => standing === null)) return new Html('');
  const { indicator } = first.figure.shown;
  const title = filled(chartTexts.ranking[language], { indicator: indicator.name[language] });
  const href = `/v1/ranking?indicator=${indicator.id}&area=children(${parent})`;
  const before = first.figure.vs?.previous?.period ?? null;
  const since =
    before === null ? '' : filled(chartTexts.changeSince[language], { period: periodText(before, language) });
  const note = filled(chartTexts.ranked[language], {
    period: periodText(first.period ?? '', language),
    ranked: rows.filter(({ standing }) => standing !== null).length,
    count: rows.length,
  });
  return html`<article class="panel chart"><h3>${title} ${links(href)}</h3>
<p class="note">${note}</p><div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="ranking"><thead><tr><th scope="col">${chartTexts.rank[language]}</th><th scope="col">${pageTexts.areaColumn[language]}</th>
<th scope="col">${indicator.name[language]}</th><th scope="col">${chartTexts.change[language]} <small>${since}</small></th></tr></thead>
<tbody>${rows.map((row) => rankingRow(row, language))}</tbody></table></div></article>`;
}

function rankingRow(row: RankingRow, language: Language): Html {
  const area = areaOf(row.area);
  const name = area ? areaName(area, language) : row.area;
  const covered = row.figure.one.value === null ? '' : coverageText(row.area, row.coverage, language);
  return html`<tr><td>${row.standing?.rank ?? '–'}</td><th scope="row"><a href="${areaHref(row.area, language)}">${name}</a></th>
<td>${valueMarkup(row.figure.one, language)} ${ragMark(row.rag, language, false)}${covered === '' ? null : html`<small> ${covered}</small>`}</td><td>${movementMark(row.movement, language)}</td></tr>`;
}

function movementMark(movement: number | null, language: Language): Html {
  if (movement === null) return html`–`;
  const { up, down, same } = chartTexts;
  if (movement === 0) return html`<span class="move" role="img" aria-label="${same[language]}">＝</span>`;
  const text = filled((movement > 0 ? up : down)[language], { count: Math.abs(movement) });
  const sign = movement > 0 ? '↑' : '↓';
  return html`<span class="move ${movement > 0 ? 'up' : 'down'}" role="img" aria-label="${text}">${sign}${Math.abs(movement)}</span>`;
}
