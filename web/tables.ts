import type { PageAction, PageData, PageUpload } from '../shared/api/page/page-data.ts';
import type { IndicatorDefinition } from '../shared/indicators/definition.ts';
import type { Observation } from '../shared/indicators/observation.ts';
import { heldText, pageTexts, uploadStateTexts } from '../shared/messages/api-page.ts';
import type { Area } from '../shared/programme/areas.ts';
import type { Language } from '../shared/text/languages.ts';
import { countedText, fractionText, grouped, shanghaiTime } from './format.ts';
import { Html, html } from './html.ts';
import { ragMark } from './rag.ts';
import { valueMarkup } from './value.ts';

/** Name of an area in the reader's language; Chinese where it has no other. */
export function areaName(area: Area, language: Language): string {
  return language === 'en' ? (area.en ?? area.zh) : area.zh;
}

/** Address of an area's page in the same language. */
export function areaHref(code: string, language: Language): string {
  return `/?area=${code}&lang=${language}`;
}

/** The areas below, one a row, with one figure of every stage; nothing for a county. */
export function boardSection({ board, language }: PageData): Html {
  if (board.rows.length === 0) return new Html('');
  const title = pageTexts.board[language];
  const rows = board.rows.map(
    ({
      area,
      observations,
    }) => html`<tr><th scope="row"><a href="${areaHref(area.code, language)}">${areaName(area, language)}</a></th>
${observations.map((observation, index) => boardCell(observation, board.columns[index] ?? null, language))}</tr>`,
  );
  return html`<section aria-labelledby="board-title"><h2 id="board-title">${title} <small>${pageTexts.boardNote[language]}
<a href="${board.href}">${pageTexts.json[language]}</a></small></h2>
<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table><thead><tr><th scope="col">${pageTexts.areaColumn[language]}</th>
${board.columns.map((column) => html`<th scope="col">${column.name[language]}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function boardCell(observation: Observation, column: IndicatorDefinition | null, language: Language): Html {
  const text = valueMarkup(observation, language);
  if (observation.value === null) return html`<td class="none">${text}</td>`;
  const fraction = column ? (fractionText(observation, column, language) ?? '') : '';
  const counted = column ? countedText(observation, column, language) : '';
  return html`<td title="${fraction} ${counted}">${text}${ragMark(observation.rag, language, false)}</td>`;
}

/** The newest uploads with what became of them; nothing for whoever may not list them. */
export function uploadsSection({ uploads, area, may, language }: PageData): Html {
  if (!may.includes('list_uploads')) return new Html('');
  const title = pageTexts.uploads[language];
  const href = `/v1/uploads?area=${area.code}`;
  return html`<section aria-labelledby="uploads-title"><h2 id="uploads-title">${title} <small><a href="${href}">${pageTexts.json[language]}</a></small></h2>
${uploads.length === 0 ? html`<p class="none">${pageTexts.noUploads[language]}</p>` : uploadTable(uploads, title, may, language)}</section>`;
}

function uploadTable(
  uploads: readonly PageUpload[],
  title: string,
  may: readonly PageAction[],
  language: Language,
): Html {
  const columns = [
    pageTexts.fileColumn,
    pageTexts.stateColumn,
    pageTexts.rowsColumn,
    pageTexts.findingsColumn,
    pageTexts.receivedColumn,
  ].map((text) => html`<th scope="col">${text[language]}</th>`);
  return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="uploads"><thead><tr>${columns}</tr></thead>
<tbody>${uploads.map((upload) => uploadRow(upload, may, language))}</tbody></table></div>`;
}

function uploadRow(upload: PageUpload, may: readonly PageAction[], language: Language): Html {
  const { error, warning, note } = upload.findings;
  const address = `/v1/uploads/${upload.id}`;
  const name = may.includes('read_upload')
    ? html`<a href="${address}">${upload.key}</a>`
    : html`${upload.key}`;
  return html`<tr><td class="file">${name}${handedBack(upload, address, may, language)}</td>
<td><span class="state ${upload.state}">${(upload.isHeld ? heldText : uploadStateTexts[upload.state])[language]}</span></td>
<td data-name="${pageTexts.rowsColumn[language]}">${grouped(upload.accepted)} / ${grouped(upload.rows)}</td><td data-name="${pageTexts.findingsColumn[language]}">${error} · ${warning} · ${note}</td>
<td>${shanghaiTime(upload.receivedAt)}</td></tr>`;
}

/** What came back of a file that has been read, as far as the reader may have it. */
function handedBack(
  { state }: PageUpload,
  address: string,
  may: readonly PageAction[],
  language: Language,
): Html {
  if (state === 'received' || state === 'reading') return new Html('');
  const all = [
    ['read_upload', 'findings.csv', pageTexts.findingsFile],
    ['read_own_copy', 'annotated.xlsx', pageTexts.annotatedFile],
    ['read_upload', 'receipt.txt', pageTexts.receiptFile],
  ] as const;
  const links = all
    .filter(([action]) => may.includes(action))
    .map(([, file, text]) => html`<a href="${address}/${file}">${text[language]}</a> `);
  return links.length === 0 ? new Html('') : html`<small class="back">${links}</small>`;
}
