import { routes } from '../../../contract.ts';
import { datasetIds } from '../../../datasets/dataset-ids.ts';
import { problemTexts } from '../../../messages/api-problems.ts';
import { representations } from '../../http/representations.ts';
import { areaParameter } from '../../query/common-parameters.ts';
import type { Choice, Parameter } from '../../query/parameter.ts';

/** An upload's id as the docs show it; where an example is executed it stands for an upload that is there. */
export const exampleUploadId = '3f4HIe2hmJSEiiqCWPmA65FB';

export const uploadInPath: Parameter = {
  name: 'id',
  required: true,
  takes: { kind: 'text', pattern: '^[\\w-]{1,100}$' },
  forms: [exampleUploadId],
  refused: ['upload_not_found'],
  meaning: { zh: '上报编号，见 /v1/uploads', en: 'id of an upload, as listed by /v1/uploads' },
};

const dataset: Choice<string> = {
  name: 'id',
  required: true,
  takes: { kind: 'one', values: datasetIds },
  refused: ['dataset_not_found'],
  meaning: { zh: '台账，见 /v1/datasets', en: 'a dataset, as listed by /v1/datasets' },
};

export const datasetInPath: Choice<string> = dataset;

export const mappingInPath: readonly Parameter[] = [
  { ...areaParameter, required: true, forms: ['431224'], meaning: { zh: '行政区划代码', en: 'area code' } },
  { ...dataset, name: 'dataset' },
];

export const rowsInPath: Choice<string> = {
  name: 'file',
  required: true,
  takes: { kind: 'one', values: datasetIds.flatMap((id) => [`${id}.csv`, `${id}.json`]) },
  refused: ['rows_not_found'],
  meaning: { zh: '台账与格式', en: 'dataset and format' },
};

export const routeInPath: Choice<string> = {
  name: 'route',
  required: true,
  takes: { kind: 'one', values: routes.map(({ id }) => id) },
  meaning: { zh: '操作编号', en: 'operation, as the OpenAPI document names it' },
};

export const problemInPath: Choice<string> = {
  name: 'code',
  required: true,
  takes: { kind: 'one', values: Object.keys(problemTexts).map((code) => code.replaceAll('_', '-')) },
  refused: ['problem_not_found'],
  meaning: { zh: '问题', en: 'problem' },
};

export const representationInPath: Choice<string> = {
  name: 'representation',
  required: true,
  takes: { kind: 'one', values: representations },
  meaning: { zh: '格式', en: 'representation' },
};
