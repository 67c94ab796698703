import type { Contract } from '../../datasets/contract.ts';
import { contracts } from '../../datasets/contracts.ts';
import { datasetIds, isDatasetId } from '../../datasets/dataset-ids.ts';
import { xlsxType } from '../../handback/private-copies.ts';
import { areaOf } from '../../programme/areas.ts';
import { parsePeriod, periodForms } from '../../programme/periods.ts';
import { sha256 } from '../../records/ids.ts';
import type { TemplateScope } from '../../templates/form-columns.ts';
import { makeTemplate } from '../../templates/template.ts';
import type { DocumentDeps } from '../http/document-deps.ts';
import { entityTag } from '../http/etag.ts';
import { attachment } from '../http/file-name.ts';
import type { Route } from '../http/http.ts';
import { nearest } from '../http/nearest.ts';
import { problem, type QueryError, queryError, refuse } from '../http/problem.ts';
import { meantPeriod } from '../query/period-spellings.ts';
import { readArea } from '../query/read-areas.ts';

/** `GET /v1/datasets/{id}/template.xlsx?area=&period=`: an empty form that passes ingest when filled in. */
export const template: Route<DocumentDeps> = {
  async answer({ deps, query, pathValue }) {
    if (!isDatasetId(pathValue)) {
      const didYouMean = nearest(pathValue, datasetIds);
      const known = { in: 'path', name: 'id', value: pathValue, allowed: datasetIds, didYouMean } as const;
      const error = queryError({ ...known, code: 'dataset_not_found' });
      return { ...problem('dataset_not_found', pathValue, datasetIds), errors: [error] };
    }
    const { scope, errors } = readScope(query, deps.province);
    if (errors.length > 0) return refuse(errors);
    const contract = contracts[pathValue];
    const bytes = await makeTemplate(contract, scope);
    const content = [sha256(bytes)];
    return {
      kind: 'answer',
      contentType: xlsxType,
      etag: entityTag({ query: '', content, representation: 'xlsx', language: null }),
      language: null,
      headers: { 'content-disposition': attachment(`${pathValue}.xlsx`, fileName(contract, scope)) },
      body: async () => bytes,
    };
  },
};

/** 沅陵县搬迁户花名册2017-04-X3.xlsx */
function fileName({ zh }: Contract, { area, period }: TemplateScope): string {
  return `${areaOf(area ?? '')?.zh ?? ''}${zh}${period ?? ''}.xlsx`;
}

function readScope(query: ReadonlyMap<string, string>, province: string) {
  const errors: QueryError[] = [];
  const areaText = query.get('area');
  const read = areaText === undefined ? null : readArea(areaText, province);
  if (read && 'error' in read) errors.push(read.error);
  const period = query.get('period') ?? null;
  if (period !== null && !parsePeriod(period)) {
    const meant = meantPeriod(period);
    const didYouMean = meant !== null && parsePeriod(meant) ? meant : null;
    errors.push(
      queryError({ name: 'period', code: 'unknown_period', value: period, allowed: periodForms, didYouMean }),
    );
  }
  const scope: TemplateScope = { area: read && 'area' in read ? read.area : null, period };
  return { scope, errors };
}
