import { unknownFinding } from '../../messages/api-page.ts';
import { findingMessage, findingTexts } from '../../messages/findings.ts';
import { type RowFate, rowFates } from '../../messages/row-fate.ts';
import type { Finding } from '../../normalise/finding.ts';
import { Fault } from '../../records/fault.ts';
import type { Log } from '../../records/log.ts';
import type { Objects } from '../../records/ports.ts';
import { readPublished } from '../../records/read-published.ts';
import type { Upload } from '../../records/schema.ts';
import { decodeFindings, findingsKey } from '../../records/upload-findings.ts';
import { listUploads, readUpload, uploadPosition, uploadState } from '../../records/uploads.ts';
import type { Bilingual } from '../../text/languages.ts';
import type { Published } from '../data/data-cells.ts';
import type { ApiDeps, Route } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { nextLink } from '../http/next-link.ts';
import { problem, type QueryError, queryError, refuse } from '../http/problem.ts';
import { limitParameter } from '../query/common-parameters.ts';
import { readArea } from '../query/read-areas.ts';
import { readNumber } from '../query/read-choice.ts';
import { publicationFindings } from './publication-findings.ts';
import { standingFindings } from './standing-findings.ts';
import { readDiffs } from './upload-diff.ts';

/** An upload as the endpoint shows it; `state` is the derived one, `findings` counts what reading found. */
export function describeUpload(upload: Upload, published: Published, now: Date) {
  const { id, key, area, receivedAt, findings } = upload;
  const parts = upload.parts.map((part) => ({
    area: part.area,
    dataset: part.dataset,
    period: part.period,
    rows: part.rows,
    accepted: part.accepted,
    quarantined: part.quarantined,
    ignored: part.ignored,
  }));
  return { id, key, area, state: uploadState(upload, published, now), receivedAt, parts, findings };
}

/** What is published in the counties that the uploads speak of: their states follow from it. */
export function publishedBehind(
  deps: Pick<ApiDeps, 'items' | 'cache'>,
  uploads: readonly Upload[],
): Promise<Published> {
  const counties = new Set(uploads.flatMap((upload) => upload.parts.map((part) => part.area)));
  return readPublished(deps.items, deps.cache, [...counties]);
}

/** `GET /v1/uploads`: newest first, a page at a time; only what lies wholly within the principal's area. */
export const uploads: Route = {
  async answer(call) {
    const { deps, principal, query } = call;
    const { filter, errors } = readFilter(query, deps.province);
    if (errors.length > 0) return refuse(errors);
    const wanted = { ...filter, scope: principal.area, limit: filter.limit + 1 };
    const found = await listUploads(deps.items, wanted);
    const page = found.slice(0, filter.limit);
    const last = found.length > page.length ? page.at(-1) : undefined;
    const published = await publishedBehind(deps, page);
    const next = last ? cursorOf(uploadPosition(last)) : null;
    const data = page.map((upload) => describeUpload(upload, published, deps.now()));
    return jsonAnswer({ data, next }, { headers: nextLink(call, next) });
  },
};

/** `GET /v1/uploads/{id}`: one upload with every finding in both languages, those of publication last. */
export const upload: Route = {
  async answer({ deps, pathValue }) {
    const record = await readUpload(deps.items, pathValue);
    if (!record) return problem('upload_not_found', pathValue);
    const published = await publishedBehind(deps, [record]);
    const findings = await allFindings(deps, record, published);
    const fateOf = rowFates(findings);
    return jsonAnswer({
      ...describeUpload(record, published, deps.now()),
      findings: findings.map((finding) => describeFinding(finding, fateOf(finding), deps.log)),
    });
  },
};

/** All that is to be said of an upload: what reading found, what stands against it, what publication found. */
export async function allFindings(
  deps: ApiDeps,
  record: Upload,
  published?: Published,
): Promise<readonly Finding[]> {
  const [state, findings, diffs] = await Promise.all([
    published ?? publishedBehind(deps, [record]),
    readFindings(deps.reports, record),
    readDiffs(deps, record),
  ]);
  const between = await publicationFindings(deps, record, state);
  return [...findings, ...standingFindings(record, diffs), ...between];
}

function describeFinding(finding: Finding, fate: RowFate, log: Log) {
  const { code, severity, sheet, cell, row, field } = finding;
  return { code, severity, sheet, cell, row, field, message: messageOf(finding, fate, log) };
}

/** Uploads are kept for ever: one whose code no longer has a sentence is still shown, by its code. */
export function messageOf(finding: Finding, fate: RowFate, log: Log): Bilingual {
  if (findingTexts[finding.code]) return findingMessage(finding, fate);
  log.warn('finding without a sentence', { code: finding.code });
  return unknownFinding(finding.code);
}

/** Findings are written before the upload counts them; counted and not there is a fault. */
export async function readFindings(
  reports: Objects,
  { area, id, findings }: Upload,
): Promise<readonly Finding[]> {
  if (findings.error + findings.warning + findings.note === 0) return [];
  const key = findingsKey(area, id);
  const object = await reports.get(key);
  if (!object) throw new Fault('content_missing', key);
  return decodeFindings(object.bytes);
}

interface UploadsFilter {
  readonly area: string | null;
  readonly key: string | null;
  readonly limit: number;
  readonly before: string | null;
}

function readFilter(query: ReadonlyMap<string, string>, province: string) {
  const errors: QueryError[] = [];
  const area = readOptionalArea(query.get('area'), province, errors);
  const limit = readNumber(query, limitParameter, errors) ?? limitParameter.takes.unasked;
  const cursor = query.get('cursor');
  const before = cursor === undefined ? null : positionOf(cursor);
  if (cursor !== undefined && before === null) {
    errors.push(queryError({ name: 'cursor', code: 'unknown_cursor', value: cursor }));
  }
  const filter: UploadsFilter = { area, key: query.get('key') ?? null, limit, before };
  return { filter, errors };
}

function readOptionalArea(text: string | undefined, province: string, errors: QueryError[]): string | null {
  if (text === undefined) return null;
  const read = readArea(text, province);
  if ('area' in read) return read.area;
  errors.push(read.error);
  return null;
}

/** A place in the listing as an opaque word; {@link positionOf} reads it back. */
function cursorOf(position: string): string {
  return Buffer.from(position, 'utf8').toString('base64url');
}

/** The order and id a cursor holds, or `null` when it is none of ours. */
function positionOf(cursor: string): string | null {
  const position = Buffer.from(cursor, 'base64url').toString('utf8');
  const known = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z~.{1,200}#[\w-]+$/.test(position);
  return known && cursorOf(position) === cursor ? position : null;
}
