import type { ProgressRow } from '../../shared/api/shaped/progress-row.ts';
import { chartTexts, filled } from '../../shared/messages/page-charts.ts';
import { periodText } from '../../shared/messages/period-text.ts';
import type { Bilingual, Language } from '../../shared/text/languages.ts';
import { coverageText, grouped } from '../format.ts';
import { Html, html } from '../html.ts';
import { ragMark } from '../rag.ts';
import { burnUpPlot } from './burn-up-plot.ts';
import { links, points, share } from './texts.ts';

/** Plan, actual and forecast of the plan year, in words, as a drawing, and as a table; nothing before the first report. */
export function burnUp(rows: readonly ProgressRow[], language: Language): Html {
  const actual = rows.filter(({ series }) => series === 'actual');
  const [last] = actual.slice(-1);
  if (!last) return new Html('');
  const title = filled(chartTexts.burnUp[language], { year: last.planYear });
  const between = language === 'zh' ? '' : ' ';
  const words = [progressWords(last, language), ...forecastWords(rows, language)].join(between);
  const href = `/v1/progress/334?area=${last.area}&year=${last.planYear}`;
  return html`<article class="panel chart wide"><h3 id="burn-up">${title} ${links(href)}</h3>
<p>${ragMark(last.rag, language, true)} ${words}</p>
${burnUpPlot(rows, { title, words, language })}${legend(language)}
<details><summary>${chartTexts.table[language]}</summary>${table(actual, language)}</details></article>`;
}

function progressWords(row: ProgressRow, language: Language): string {
  const lead = (value: number | null) =>
    filled(((value ?? 0) < 0 ? chartTexts.behindBy : chartTexts.aheadBy)[language], {
      points: grouped(Math.abs((value ?? 0) * 100), 1),
    });
  const covered = coverageText(row.area, row.coverage, language);
  return filled(chartTexts.burnUpDesc[language], {
    day: row.day ?? '–',
    rate: share(row.startRate),
    started: grouped(row.started ?? 0),
    planned: grouped(row.planned ?? 0),
    plan: filled(chartTexts.ahead[language], { step: lead(row.leadStep), linear: lead(row.leadLinear) }),
    coverage: covered === '' ? '' : `${language === 'zh' ? '，' : ', '}${covered}`,
  });
}

function forecastWords(rows: readonly ProgressRow[], language: Language): readonly string[] {
  const { early, late, forecast, finish, unfinished, noForecast } = chartTexts;
  const of = (series: ProgressRow['series']) => rows.find((one) => one.series === series);
  const told = (row: ProgressRow | undefined, sentence: Bilingual): readonly string[] => {
    if (!row || row.day === null || row.daysLate === null) return [];
    const days = filled((row.daysLate > 0 ? late : early)[language], { count: Math.abs(row.daysLate) });
    return [filled(sentence[language], { day: row.day, days })];
  };
  const [completion, deadline] = [of('forecast_completion'), of('forecast_deadline')];
  const isInTime = (completion?.daysLate ?? 1) <= 0;
  const all = [
    ...told(of('forecast_start'), forecast),
    ...(isInTime ? told(completion, finish) : []),
    ...(isInTime || !deadline || deadline.completionRate === null
      ? []
      : [filled(unfinished[language], { day: deadline.day ?? '–', rate: share(deadline.completionRate) })]),
  ];
  return all.length > 0 ? all : [noForecast[language]];
}

function legend(language: Language): Html {
  const lines = [
    ['plan-step', chartTexts.planStep],
    ['plan-linear', chartTexts.planLinear],
    ['started', chartTexts.started],
    ['completed', chartTexts.completed],
    ['started forecast', chartTexts.forecastLine],
  ] as const;
  const items = lines.map(
    ([name, text]) =>
      html`<li><svg class="key" viewBox="0 0 28 8" aria-hidden="true"><path class="${name}" d="M1 4H27"/></svg>${text[language]}</li>`,
  );
  return html`<ul class="legend">${items}</ul>`;
}

function table(actual: readonly ProgressRow[], language: Language): Html {
  const heads = ['period', 'day', 'started', 'due', 'lead', 'completed'] as const;
  const rows = actual.map(
    (
      row,
    ) => html`<tr><th scope="row">${row.period === null ? '–' : periodText(row.period, language)}</th><td>${row.day ?? '–'}</td>
<td>${share(row.startRate)} ${ragMark(row.rag, language, false)}</td><td>${share(row.dueStep)} · ${share(row.dueLinear)}</td>
<td>${points(row.leadStep)} · ${points(row.leadLinear)}</td><td>${share(row.completionRate)}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr>${heads.map((id) => html`<th scope="col">${chartTexts[id][language]}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
