import { xlsxType } from '../../../../handback/private-copies.ts';
import { contractsAnswer } from '../answers/contracts.ts';
import { areasAnswer, findingCodesAnswer, healthAnswer, indicatorsAnswer } from '../answers/reference.ts';
import { example, file, json, type RouteDescription } from '../description.ts';
import { datasetInPath } from '../path-parameters.ts';

export const referenceRoutes = {
  health: {
    group: 'reference',
    summary: { zh: '是否正常', en: 'Whether the endpoint lives' },
    answers: [json(healthAnswer, { zh: '正常', en: 'it does' })],
    examples: [example()],
  },
  areas: {
    group: 'reference',
    summary: { zh: '本省的地区', en: 'The province’s areas' },
    answers: [json(areasAnswer, { zh: '省、市、县', en: 'province, cities, counties' })],
    examples: [example()],
  },
  indicators: {
    group: 'reference',
    summary: { zh: '指标目录', en: 'The catalogue of indicators' },
    answers: [json(indicatorsAnswer, { zh: '公式、单位、阈值', en: 'formulas, units, thresholds' })],
    examples: [example()],
  },
  datasets: {
    group: 'reference',
    summary: { zh: '台账的约定', en: 'The contracts of the datasets' },
    answers: [json(contractsAnswer, { zh: '逐字段的约定', en: 'what a county may send, field by field' })],
    examples: [example()],
  },
  template: {
    group: 'reference',
    summary: { zh: '空白表样', en: 'An empty form' },
    path: [datasetInPath],
    answers: [file(xlsxType, { zh: '工作簿', en: 'a workbook' }, 'bytes')],
    examples: [example({ id: 'projects', area: '431224', period: '2017-04-X3' })],
  },
  findingCodes: {
    group: 'reference',
    summary: { zh: '问题代码', en: 'The codes of findings' },
    answers: [json(findingCodesAnswer, { zh: '代码与处理办法', en: 'every code, and what to do' })],
    examples: [example()],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;
