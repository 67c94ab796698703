import type { PageData } from '../../shared/api/page/page-data.ts';
import { chartTexts } from '../../shared/messages/page-charts.ts';
import { Html, html } from '../html.ts';
import { burnUp } from './burn-up.ts';
import { ladderChart } from './ladder.ts';
import { rankingChart } from './ranking.ts';
import { reportingGrid } from './reporting.ts';
import { waterfallChart } from './waterfall.ts';

/** Two charts that share a column. */
function beside(...charts: readonly Html[]): Html {
  const drawn = charts.filter(({ text }) => text !== '');
  return drawn.length === 0 ? new Html('') : html`<div class="column">${drawn}</div>`;
}

/** What a command room looks at first: the plan and how far it is, who leads, where the money is, who has reported. */
export function commandRoom({ charts, area, newest, language }: PageData): Html {
  if (newest === null) return new Html('');
  const drawn = [
    burnUp(charts.progress, language),
    rankingChart(charts.ranking, area.code, language),
    beside(waterfallChart(charts.waterfall, language), ladderChart(charts.ladder, language)),
    reportingGrid(charts.reporting, area.code, language),
  ].filter(({ text }) => text !== '');
  if (drawn.length === 0) return new Html('');
  return html`<section id="room" aria-labelledby="room-title"><h2 id="room-title">${chartTexts.room[language]}</h2><div class="room">${drawn}</div></section>`;
}
