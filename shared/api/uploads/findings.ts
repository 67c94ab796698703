import { contracts } from '../../datasets/contracts.ts';
import { findingCatalogue } from '../../messages/finding-catalogue.ts';
import { findingColumns } from '../../messages/finding-columns.ts';
import { type RowFate, rowFates } from '../../messages/row-fate.ts';
import type { Finding } from '../../normalise/finding.ts';
import { countFindings } from '../../normalise/finding-log.ts';
import { readUpload } from '../../records/uploads.ts';
import { csvText } from '../http/csv.ts';
import { entityTag } from '../http/etag.ts';
import type { ApiDeps, Route } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { problem } from '../http/problem.ts';
import { allFindings, messageOf } from './uploads.ts';

/** `GET /v1/findings`: every code a finding may have, with its severity, its sentence and what to do. */
export const findingCodes: Route = {
  answer: async () =>
    jsonAnswer({
      data: findingCatalogue.map(({ zh, en, ...entry }) => ({ ...entry, message: { zh, en } })),
      next: null,
    }),
};

/** `GET /v1/uploads/{id}/findings`: what is to be mended, place by place, with the counts of each kind. */
export const uploadFindings: Route = {
  async answer({ deps, pathValue }) {
    const record = await readUpload(deps.items, pathValue);
    if (!record) return problem('upload_not_found', pathValue);
    const findings = await allFindings(deps, record);
    const fateOf = rowFates(findings);
    const data = findings.map((finding) => ({
      ...finding,
      message: messageOf(finding, fateOf(finding), deps.log),
    }));
    return jsonAnswer({ uploadId: record.id, counts: countFindings(findings), data, next: null });
  },
};

/** `GET /v1/uploads/{id}/findings.csv`: the same as a sheet for the office, both languages side by side. */
export const uploadFindingsCsv: Route = {
  async answer({ deps, pathValue }) {
    const record = await readUpload(deps.items, pathValue);
    if (!record) return problem('upload_not_found', pathValue);
    const findings = await allFindings(deps, record);
    const fateOf = rowFates(findings);
    const rows = findings.map((finding) => cellsOf(finding, fateOf(finding), deps));
    const text = csvText([findingColumns, ...rows]);
    return {
      kind: 'answer',
      contentType: 'text/csv; charset=utf-8',
      etag: entityTag({ query: '', content: [text], representation: 'csv', language: null }),
      language: null,
      headers: { 'content-disposition': `attachment; filename="findings-${record.id}.csv"` },
      body: async () => text,
    };
  },
};

/** One row of the sheet, in the order of {@link findingColumns}. */
function cellsOf(
  finding: Finding,
  fate: RowFate,
  { log }: Pick<ApiDeps, 'log'>,
): readonly (string | number | null)[] {
  const { code, severity, sheet, cell, row, field, dataset } = finding;
  const contract = dataset ? contracts[dataset] : null;
  const label = contract?.fields.find(({ name }) => name === field);
  const { zh, en } = messageOf(finding, fate, log);
  return [severity, code, contract?.zh ?? null, dataset, sheet, cell, row, label?.zh ?? null, field, zh, en];
}
