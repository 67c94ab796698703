import { exampleUploadId } from '../../../shared/api/docs/openapi/path-parameters.ts';
import type { RouteId } from '../../../shared/contract.ts';
import { type Asking, callerOf } from './described-county.ts';

const start = { indicator: 'reloc.start_rate', area: '431224', period: '2017-04' };
const everything = {
  ...start,
  indicator: 'reloc.start_rate,fund.leak_ratio',
  area: 'children(4312)',
  period: 'last:400:xun',
};

const mapped = { area: '431224', dataset: 'projects' };

/** Requests that answer in a way no single parameter brings about. */
export const further: readonly (readonly [RouteId, Readonly<Record<string, string>>, number, Asking?])[] = [
  ['data', start, 303, { headers: { accept: 'application/vnd.apache.arrow.stream' } }],
  ['data', start, 200, { headers: { accept: 'text/csv' } }],
  ['data', start, 200, { headers: { accept: 'application/json;profile=json-stat' } }],
  ['data', { ...start, shape: 'wide', limit: '5' }, 400],
  ['data', { ...start, by: 'nothing' }, 400],
  ['data', { ...start, basis: 'projects', indicator: 'fund.leak_ratio' }, 400],
  ['data', { ...start, period: '2017-06..2017-01' }, 400],
  ['data', { ...start, area: 'children(431224)' }, 400],
  ['data', { ...start, asOf: '2017-05-02', vs: 'plan,peers', labels: 'both', unit: '万元,points' }, 200],
  ['data', { ...start, indicator: 'emp.zero_job_households' }, 403, { caller: callerOf('public', '43') }],
  ['dataJson', { ...everything, shape: 'wide' }, 303],
  ['dataCsv', everything, 303],
  ['dataJsonstat', everything, 303],
  [
    'data',
    {
      ...everything,
      period: 'last:1000:xun',
      area: 'children(4312),children(4301),children(4331)',
      indicator: 'reloc.start_rate,fund.leak_ratio,reloc.start_lead_334,fund.leak_amount',
    },
    400,
  ],
  ['explain', { ...start, area: '43' }, 200],
  ['explain', { ...start, period: '2017-01,2017-02' }, 400],
  ['explain', { ...start, by: 'mode' }, 400],
  ['revisions', { ...start, area: '43' }, 400],
  ['data', { ...start, by: 'nothing', area: '~' }, 400],
  ['touches', { id: exampleUploadId, cell: '项目!3' }, 403, { caller: callerOf('analyst', '4312') }],
  ['setMapping', mapped, 400, { body: '{"headers":{"项目编号":"plannedHouseholds"}}' }],
  ['setMapping', mapped, 400, { body: '{"headers":{"项目编号":"nothing"}}' }],
  ['mapping', { area: '431224', dataset: 'persons' }, 404],
];
