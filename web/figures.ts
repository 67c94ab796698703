import { type StageId, stageIds } from '../shared/api/page/headlines.ts';
import type { PageFigure } from '../shared/api/page/page-data.ts';
import type { Observation } from '../shared/indicators/observation.ts';
import { breakdownTexts, pageTexts, stageTexts } from '../shared/messages/api-page.ts';
import { periodText } from '../shared/messages/period-text.ts';
import type { Language } from '../shared/text/languages.ts';
import { countedText, coverageText, fractionText } from './format.ts';
import { Html, html } from './html.ts';
import { ragMark, ragTally } from './rag.ts';
import { valueMarkup } from './value.ts';

/** Figures of each stage that has any, in the order of the programme. */
function byStage(figures: readonly PageFigure[]) {
  return stageIds
    .map((stage) => ({ stage, figures: figures.filter((figure) => figure.stage === stage) }))
    .filter((group) => group.figures.length > 0);
}

/** The chain 搬得出 → 稳得住 → 有事做 → 能致富, guarded by funds, with the colours of each stage. */
export function stagePath(figures: readonly PageFigure[], language: Language): Html {
  const items = byStage(figures).map(
    (group) =>
      html`<li><a href="#${group.stage}"><b>${stageTexts[group.stage][language]}</b>${ragTally(
        group.figures.map((figure) => figure.observation),
        language,
      )}</a></li>`,
  );
  return html`<nav aria-label="${pageTexts.path[language]}"><ol class="path">${items}</ol></nav>`;
}

/** All headline figures as cards, stage by stage. */
export function stageSections(figures: readonly PageFigure[], language: Language): Html {
  const groups = byStage(figures).map((group) => stageSection(group.stage, group.figures, language));
  return html`<section id="figures" aria-labelledby="figures-title">
<h2 id="figures-title">${pageTexts.figures[language]}</h2>${groups}</section>`;
}

function stageSection(stage: StageId, figures: readonly PageFigure[], language: Language): Html {
  const other = language === 'zh' ? stageTexts[stage].en : stageTexts[stage].zh;
  return html`<div class="stage" id="${stage}"><h3>${stageTexts[stage][language]} <small>${other}</small></h3>
<div class="cards">${figures.map((figure) => card(figure, language))}</div></div>`;
}

function card(figure: PageFigure, language: Language): Html {
  const { indicator, observation, cells, href } = figure;
  const fraction = fractionText(observation, indicator, language);
  return html`<article class="card ${observation.rag ?? ''}">
<h4><span>${indicator.name[language]}</span>${ragMark(observation.rag, language, true)}</h4>
<div class="value ${observation.value === null ? 'none' : ''}">${valueMarkup(observation, language)}</div>
${fraction === null ? null : html`<div class="of">${fraction} ${countedText(observation, indicator, language)}</div>`}${bar(observation)}${parts(figure, cells, language)}
<details><summary>${pageTexts.inWords[language]}</summary>${indicator.formula[language]}</details>
<div class="meta">${meta(observation, language)}<a href="${href}">${pageTexts.json[language]}</a></div>
</article>`;
}

/** A share of one as a bar; nothing for counts and leads. */
function bar({ value, unit, rag }: Observation): Html {
  if (value === null || unit !== '%') return new Html('');
  const width = Math.max(0, Math.min(100, value * 100));
  return html`<svg class="bar ${rag ?? ''}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6" rx="1"/><rect class="fill" width="${width.toFixed(2)}" height="6" rx="1"/></svg>`;
}

function parts({ indicator }: PageFigure, cells: readonly Observation[], language: Language): Html {
  if (cells.length === 0) return new Html('');
  const items = cells.map((cell) => {
    const name = Object.entries(cell.breakdown)
      .map(([key, value]) => breakdownTexts[`${key}=${value}`]?.[language] ?? String(value))
      .join(' ');
    const fraction = fractionText(cell, indicator, language);
    return html`<li><span>${name} <b>${valueMarkup(cell, language)}</b></span><span>${fraction ?? ''}</span></li>`;
  });
  return html`<ul class="parts">${items}</ul>`;
}

function meta(observation: Observation, language: Language): readonly Html[] {
  const { period, dataDate, coverage, value, lastReported, parameters } = observation;
  const texts: string[] = [];
  if (period !== 'latest') texts.push(periodText(period, language));
  if (parameters.planYear !== undefined) {
    texts.push(pageTexts.planYear[language].replace('{year}', String(parameters.planYear)));
  }
  if (dataDate) texts.push(`${pageTexts.dataDate[language]} ${dataDate.max}`);
  if (value !== null && coverage < 1) texts.push(coverageText(observation.area, coverage, language));
  if (value === null && lastReported !== null) {
    const last = periodText(lastReported, language);
    texts.push(pageTexts.lastReported[language].replace('{value}', last));
  }
  return texts.map((text) => html`<span>${text}</span>`);
}
