import { contracts } from '../../datasets/contracts.ts';
import { type DatasetId, datasetIds, isDatasetId } from '../../datasets/dataset-ids.ts';
import { rowsCopyKey } from '../../handback/private-copies.ts';
import { selectPeriod } from '../../indicators/resolve.ts';
import { sheetName } from '../../lineage/places.ts';
import { disclosures, pseudonymousRows, type RowValue } from '../../privacy/pseudonymous-rows.ts';
import { countiesOf } from '../../programme/areas.ts';
import { containsPeriod } from '../../programme/periods.ts';
import { contentId } from '../../records/ids.ts';
import { splitAtPeriod } from '../../records/keys.ts';
import { type PublishedCounty, readPublished } from '../../records/read-published.ts';
import { cachedBatch } from '../../records/settle-facts.ts';
import { readUpload } from '../../records/uploads.ts';
import { csvText } from '../http/csv.ts';
import type { DocumentDeps } from '../http/document-deps.ts';
import { entityTag } from '../http/etag.ts';
import { attachment } from '../http/file-name.ts';
import type { Outcome, Route, RouteCall } from '../http/http.ts';
import { nearest } from '../http/nearest.ts';
import { type Problem, problem, queryError, refuse } from '../http/problem.ts';
import { readAreas } from '../query/read-areas.ts';
import { readPeriods } from '../query/read-periods.ts';

/** Most bytes that are answered at once; more is stored and linked to. */
const mostInline = 4 * 1024 * 1024;

const formats = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;
type Format = keyof typeof formats;

/** A batch whose rows are asked for. */
interface AskedBatch {
  readonly area: string;
  readonly period: string;
  readonly batch: string;
  readonly uploadId: string;
}

/**
 * `GET /v1/rows/{dataset}.csv|.json?area=&period=`: the accepted rows of a dataset as auditors see them: no name, no
 * number of a person or an account, tokens cut. Of a county the newest batch inside the period, of a dataset that
 * adds up all of them. Every answer leaves an audit record with how many rows it showed.
 */
export const rows: Route<DocumentDeps> = {
  async answer(call) {
    const { deps, query, pathValue } = call;
    const file = readFileName(pathValue);
    if ('refusal' in file) return file.refusal;
    const { areas, errors } = readAreas(query.get('area') ?? '', deps.province);
    const periods = readPeriods(query.get('period') ?? '');
    const [period, ...further] = periods.periods;
    const wrong = [...errors, ...periods.errors];
    if (wrong.length > 0) return refuse(wrong);
    if (typeof period !== 'string' || further.length > 0) {
      return refuse([
        queryError({ name: 'period', code: 'one_value_only', value: query.get('period') ?? '' }),
      ]);
    }
    const counties = [...new Set(areas.flatMap(countiesOf))];
    const published = await readPublished(deps.items, deps.cache, counties);
    const batches = counties.flatMap((area) => batchesIn(published.get(area), file.dataset, period));
    return answerRows(call, file, batches);
  },
};

function readFileName(
  name: string,
): { readonly dataset: DatasetId; readonly format: Format } | { readonly refusal: Problem } {
  const [, word = '', ending = ''] = /^(.*)\.(csv|json)$/.exec(name) ?? [];
  if (isDatasetId(word) && isFormat(ending)) return { dataset: word, format: ending };
  const allowed = datasetIds.flatMap((id) => Object.keys(formats).map((format) => `${id}.${format}`));
  const refusal: Problem = problem('rows_not_found', name, allowed);
  const about = { in: 'path', name: 'file', code: 'rows_not_found', value: name, allowed } as const;
  const error = queryError({ ...about, didYouMean: nearest(name, allowed) });
  return { refusal: { ...refusal, errors: [error] } };
}

function isFormat(word: string): word is Format {
  return Object.hasOwn(formats, word);
}

function batchesIn(
  county: PublishedCounty | undefined,
  dataset: DatasetId,
  asked: string,
): readonly AskedBatch[] {
  const own = Object.entries(county?.entries ?? {}).flatMap(([key, { batch, uploadId }]) => {
    const { name, period } = splitAtPeriod(key);
    const area = county?.head.area ?? '';
    return name === dataset && batch !== null ? [{ area, period, batch, uploadId }] : [];
  });
  const newest = selectPeriod(
    own.map(({ period }) => period),
    asked,
  );
  if (asked === 'latest' || contracts[dataset].accumulate === 'latest') {
    return own.filter(({ period }) => period === newest);
  }
  return own
    .filter(({ period }) => containsPeriod(asked, period))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

async function answerRows(
  { deps, method }: RouteCall<DocumentDeps>,
  { dataset, format }: { readonly dataset: DatasetId; readonly format: Format },
  batches: readonly AskedBatch[],
): Promise<Outcome> {
  const found = (await Promise.all(batches.map((asked) => rowsOf(deps, dataset, asked)))).flat();
  const periods = [...new Set(batches.map(({ period }) => period))].sort().join(',');
  const audit = { dataset, periods, rows: found.length };
  const text = write(dataset, format, found);
  // Where a row stands is said of the upload: the same batch may come again with another one.
  const content = [dataset, format, ...batches.flatMap(({ batch, uploadId }) => [batch, uploadId])];
  const name = `${contracts[dataset].zh}${periods}（脱敏）.${format}`;
  const disposition = attachment(`${dataset}.${format}`, name);
  if (Buffer.byteLength(text) <= mostInline) {
    return {
      kind: 'answer',
      contentType: formats[format],
      etag: entityTag({ query: dataset, content, representation: format, language: null }),
      language: null,
      headers: { 'content-disposition': disposition },
      audit,
      body: async () => text,
    };
  }
  const key = rowsCopyKey(contentId('rows', content), format);
  if (!(await deps.copies.has(key))) await deps.copies.put(key, Buffer.from(text), formats[format]);
  const location = await deps.copies.link(key, method === 'HEAD' ? 'HEAD' : 'GET', disposition);
  return { kind: 'redirect', location, audit };
}

/** Rows of one batch, each with where it stands in what the county sent. */
async function rowsOf(deps: DocumentDeps, dataset: DatasetId, { area, period, batch, uploadId }: AskedBatch) {
  const [{ table }, upload] = await Promise.all([cachedBatch(deps, batch), readUpload(deps.items, uploadId)]);
  const [sheetAt, rowAt] = [table.getter('sourceSheet'), table.getter('sourceRow')];
  return pseudonymousRows(contracts[dataset], table).map((row, at): Readonly<Record<string, RowValue>> => {
    const sheet = upload ? sheetName(upload, Number(sheetAt(at))) : null;
    return { area, period, ...row, upload: uploadId, sheet, row: Number(rowAt(at)) };
  });
}

function write(
  dataset: DatasetId,
  format: Format,
  found: readonly Readonly<Record<string, RowValue>>[],
): string {
  if (format === 'json') return `${JSON.stringify({ dataset, data: found, next: null })}\n`;
  const columns = disclosures(contracts[dataset]).keys();
  const header = [...new Set(['area', 'period', ...columns, 'upload', 'sheet', 'row'])];
  const cells = found.map((row) =>
    header.map((name) => {
      const value = row[name] ?? null;
      return typeof value === 'boolean' ? String(value) : value;
    }),
  );
  return csvText([header, ...cells]);
}
