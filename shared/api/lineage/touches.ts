import { lineageDetailOf } from '../../access/lineage-detail.ts';
import type { DatasetId } from '../../datasets/dataset-ids.ts';
import { compareOrigins } from '../../indicators/origin.ts';
import { type AskedCell, layoutOf, parseCell, sheetName } from '../../lineage/places.ts';
import {
  type ChangedColumns,
  columnsChangedBy,
  figuresTouched,
  partsOfRow,
  type TouchedFigure,
} from '../../lineage/touched.ts';
import { contentId } from '../../records/ids.ts';
import { atPeriod } from '../../records/keys.ts';
import { type PublishedCounty, readPublished } from '../../records/read-published.ts';
import type { Upload, UploadPart } from '../../records/schema.ts';
import { cachedBatch } from '../../records/settle-facts.ts';
import { readUpload } from '../../records/uploads.ts';
import type { DocumentDeps } from '../http/document-deps.ts';
import type { Route } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { pageOf, readListPage, refuseMoved } from '../http/list-page.ts';
import { nextLink } from '../http/next-link.ts';
import { problem, queryError, refuse } from '../http/problem.ts';

/** A cell as it stands in an upload. */
interface FoundCell extends Omit<AskedCell, 'sheet'> {
  /** Index of the sheet in the file. */
  readonly sheet: number;
}

/**
 * `GET /v1/uploads/{id}/touches[?cell=花名册!K12]`: the reverse of explain. Which published figures hang on the upload,
 * on one of its rows (`花名册!12`) or on one cell: those whose formula reads it, at every period they are reported
 * at, and what the row gives to each of them now. Cells are for the own county, auditors and administrators.
 */
export const touches: Route<DocumentDeps> = {
  async answer(call) {
    const { deps, principal, query, pathValue } = call;
    const upload = await readUpload(deps.items, pathValue);
    if (!upload) return problem('upload_not_found', pathValue);
    const text = query.get('cell') ?? null;
    if (text !== null && lineageDetailOf(principal) !== 'cells') return problem('cells_not_shown', null);
    const { page, errors } = readListPage(query);
    const cell = text === null ? null : findCell(upload, text);
    if (cell && 'code' in cell) return refuse([cell, ...errors]);
    if (errors.length > 0) return refuse(errors);
    const parts = upload.parts.filter((part) => part.batch !== null);
    const published = await readPublished(
      deps.items,
      deps.cache,
      parts.map(({ area }) => area),
    );
    const speaking = await Promise.all(
      parts.map((part) => speakingPart(deps, upload, part, published, cell)),
    );
    const found = speaking.flatMap((one) => one ?? []);
    const all = found.flatMap((part) => part.figures.map((figure) => ({ part, figure })));
    const state = contentId('touched', [
      ...found.map(({ county }) => `${county.head.area}@${county.head.generation}`),
      text ?? '',
    ]);
    const moved = refuseMoved(page, state);
    if (moved) return moved;
    const { rows, next } = pageOf(all, page, state);
    const answer = {
      upload: upload.id,
      cell: cell && describeCell(upload, cell, found),
      data: await describeFigures(deps, rows, cell),
      total: all.length,
      next,
    };
    const audit = { rows: cell && found.length > 0 ? 1 : 0 };
    return jsonAnswer(answer, { headers: nextLink(call, next), audit });
  },
};

function findCell(upload: Upload, text: string) {
  const asked = parseCell(text);
  const sheet = asked ? upload.sheets.indexOf(asked.sheet) : -1;
  if (asked && sheet >= 0) return { sheet, row: asked.row, column: asked.column };
  const allowed = upload.sheets.map((name) => `${name}!A1`);
  return queryError({ name: 'cell', code: 'unknown_cell', value: text, allowed });
}

/** A part of the upload that speaks for its county, with the figures that hang on what is asked. */
interface SpeakingPart {
  readonly part: UploadPart;
  readonly batch: string;
  readonly county: PublishedCounty;
  readonly fields: readonly string[];
  readonly figures: readonly TouchedFigure[];
}

/** `null`: a newer upload speaks there, or the row is none that was accepted. */
async function speakingPart(
  deps: DocumentDeps,
  upload: Upload,
  part: UploadPart,
  published: ReadonlyMap<string, PublishedCounty>,
  cell: FoundCell | null,
): Promise<SpeakingPart | null> {
  const { dataset, period, area, batch } = part;
  const county = published.get(area);
  const entry = county?.entries[atPeriod(dataset, period)];
  if (!county || batch === null || entry?.uploadId !== upload.id || entry.batch !== batch) return null;
  if (cell && !(await isAccepted(deps, batch, cell))) return null;
  const fields = cell ? fieldsAt(upload, dataset, cell) : [];
  const isLaidOut = cell !== null && layoutOf(upload, dataset, cell.sheet) !== null;
  const columns = isLaidOut ? columnsOf(dataset, cell, fields) : null;
  return { part, batch, county, fields, figures: figuresTouched(county, dataset, batch, columns) };
}

async function isAccepted(deps: DocumentDeps, batch: string, { sheet, row }: FoundCell): Promise<boolean> {
  const { table } = await cachedBatch(deps, batch);
  const [sheets, rows] = [table.getter('sourceSheet'), table.getter('sourceRow')];
  for (let at = 0; at < table.numRows(); at += 1) {
    const origin = { batch, sheet: Number(sheets(at)), row: Number(rows(at)) };
    if (compareOrigins(origin, { batch, sheet, row }) === 0) return true;
  }
  return false;
}

/** Fields that the column of a cell was read as. */
function fieldsAt(upload: Upload, dataset: DatasetId, { sheet, column }: FoundCell): readonly string[] {
  const fields = Object.entries(layoutOf(upload, dataset, sheet)?.fields ?? {});
  return fields.flatMap(([name, columns]) => (column !== null && columns.includes(column) ? [name] : []));
}

/** Columns of the batch behind a cell; a row whose columns were not kept is asked about whole. */
function columnsOf(dataset: DatasetId, { column }: FoundCell, fields: readonly string[]): ChangedColumns {
  if (column === null) return null;
  const changed = fields.map((field) => columnsChangedBy(dataset, field));
  return changed.includes(null) ? null : changed.flatMap((columns) => columns ?? []);
}

function describeCell(upload: Upload, { sheet, row }: FoundCell, found: readonly SpeakingPart[]) {
  const parts = found.map(({ part: { area, dataset, period }, fields }) => ({
    area,
    dataset,
    period,
    fields,
  }));
  return { sheet: sheetName(upload, sheet), row, published: found.length > 0, parts };
}

/** Figures with what the row gives to them; a county's figure is in that of its city and province. */
async function describeFigures(
  deps: DocumentDeps,
  rows: readonly { readonly part: SpeakingPart; readonly figure: TouchedFigure }[],
  cell: FoundCell | null,
) {
  const parts = [...new Set(rows.map(({ part }) => part))];
  const given = await Promise.all(
    parts.map(async (part) => {
      const own = rows.filter((one) => one.part === part).map(({ figure }) => figure);
      const { batch, county } = part;
      return cell ? partsOfRow(deps, county, own, { batch, sheet: cell.sheet, row: cell.row }) : new Map();
    }),
  );
  return rows.map(({ part, figure }) => ({
    indicator: figure.indicator,
    period: figure.period,
    areas: [6, 4, 2].map((length) => figure.area.slice(0, length)),
    gives: cell ? (given[parts.indexOf(part)]?.get(figure) ?? []) : null,
  }));
}
