import { createHash } from 'node:crypto';
import type { RenderedPage } from '../shared/api/http/http.ts';
import type { PageData } from '../shared/api/page/page-data.ts';
import { pageTexts, statusTexts } from '../shared/messages/api-page.ts';
import { filled } from '../shared/messages/page-charts.ts';
import { periodText } from '../shared/messages/period-text.ts';
import { countiesOf } from '../shared/programme/areas.ts';
import type { Language } from '../shared/text/languages.ts';
import { commandRoom } from './charts/room.ts';
import { stagePath, stageSections } from './figures.ts';
import { shanghaiTime } from './format.ts';
import { formsPanel } from './forms.ts';
import { Html, html } from './html.ts';
import { style } from './style.ts';
import { areaHref, areaName, boardSection, uploadsSection } from './tables.ts';

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing from outside, no script, no form, in no frame; the one style sheet by its hash. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of one area, whole: a pure function of its data. It reads without a script. */
export function renderPage(data: PageData): RenderedPage {
  const { language, area, figures } = data;
  const title = `${areaName(area, language)} · ${pageTexts.brand[language]}`;
  const shown = html`${commandRoom(data)}${stageSections(figures, language)}${boardSection(data)}`;
  const main = html`<main class="wrap">${overview(data)}${hiddenNote(shown, data)}${shown}${uploadsSection(data)}
<div class="two">${formsPanel(data)}${howToPanel(data)}${apiPanel(data)}</div></main>`;
  const document = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style>${new Html(style)}</style></head>
<body><a class="skip" href="#figures">${pageTexts.skip[language]}</a>${masthead(data)}${main}${footer(data)}</body></html>
`;
  return { html: document.text, contentSecurityPolicy };
}

function masthead({ language, area, trail, asOf, newest, counties }: PageData): Html {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const above = trail.map(
    (one) => html`<a href="${areaHref(one.code, language)}">${areaName(one, language)}</a> › `,
  );
  const shown: readonly (readonly [string, string])[] = [
    [pageTexts.newest[language], newest === null ? '–' : periodText(newest, language)],
    [pageTexts.asOf[language], asOf === null ? '–' : shanghaiTime(asOf)],
    [pageTexts.coverage[language], `${counties.published} / ${counties.expected}`],
  ];
  const facts = shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  const secondName = language === 'zh' ? (area.en ?? '') : area.zh;
  return html`<header><div class="wrap"><div class="top"><span class="brand">安居<small>Anju</small></span>
<span class="tagline">${pageTexts.tagline[language]}</span>
<a href="${areaHref(area.code, other)}" hreflang="${other}" lang="${other}">${pageTexts.otherLanguage[language]}</a></div>
<div class="title"><div>${trail.length > 0 ? html`<nav>${above}</nav>` : null}<h1>${areaName(area, language)}<small>${secondName}</small></h1></div>
<dl class="facts">${facts}</dl></div></div></header>`;
}

function overview({ figures, newest, language }: PageData): Html {
  if (newest === null) return html`<p class="notice">${pageTexts.empty[language]}</p>`;
  return stagePath(figures, language);
}

/** Why some numbers are not shown, once, where one is not. */
function hiddenNote(shown: Html, { hiddenBelow, language }: PageData): Html {
  if (hiddenBelow === null || !shown.text.includes(statusTexts.suppressed[language])) return new Html('');
  return html`<p class="notice">${filled(pageTexts.hidden[language], { k: hiddenBelow })}</p>`;
}

function howToPanel({ area, inbox, may, newest, language }: PageData): Html {
  if (!may.includes('change_upload')) return new Html('');
  const county = countiesOf(area.code)[0] ?? area.code;
  const bucket = inbox?.bucket ?? (language === 'zh' ? '<收件桶>' : '<inbox>');
  const endpoint = inbox?.endpoint ? ` \\\n  --endpoint-url ${inbox.endpoint}` : '';
  const command = `aws s3 cp 项目台账.xlsx \\\n  s3://${bucket}/${county}/${newest ?? '2017-04-X3'}/${endpoint}`;
  return html`<section class="panel"><h2>${pageTexts.howTo[language]}</h2><p>${pageTexts.howToText[language]}</p><pre>${command}</pre></section>`;
}

function apiPanel({ area, may, language }: PageData): Html {
  const addresses = [
    `/v1/data?indicator=reloc.start_rate&area=${area.code}&period=latest&by=mode`,
    '/v1/indicators',
    '/v1/areas',
    '/v1/datasets',
    ...(may.includes('list_uploads') ? [`/v1/uploads?area=${area.code}`] : []),
    '/v1/dictionary.csv',
    '/docs',
  ].map((address) => html`<li><a href="${address}">${address}</a></li>`);
  return html`<section class="panel"><h2>${pageTexts.api[language]}</h2><p>${pageTexts.apiText[language]}</p><ul>${addresses}</ul></section>`;
}

function footer({ language, catalogueVersion }: PageData): Html {
  return html`<footer><div class="wrap"><p>${pageTexts.footer[language]}</p>
<p>${pageTexts.catalogue[language]} ${catalogueVersion}</p></div></footer>`;
}
