import { explainAnswer, revisionsAnswer, rowsAnswer, touchesAnswer } from '../answers/lineage.ts';
import { elsewhere, example, json, type RouteDescription } from '../description.ts';
import { exampleUploadId, rowsInPath, uploadInPath } from '../path-parameters.ts';

const figure = { indicator: 'reloc.start_rate', area: '431224', period: '2017-04' };

const oneValue = { zh: '细分中的一个值', en: 'One value of a breakdown' };

export const lineageRoutes = {
  explain: {
    group: 'lineage',
    summary: { zh: '一个数从何而来', en: 'Where a figure comes from' },
    detail: {
      zh: '从数值到公式、颜色的规则和限值、各县、上报的文件，直到每一行和单元格；县以上逐县查询。',
      en: 'From the value to its formula, the rule and limits of its colour, the counties, the uploads, down to every row and cell; above a county, county by county.',
    },
    answers: [json(explainAnswer, { zh: '来源', en: 'what the figure is made of' })],
    examples: [
      example(figure),
      example({ ...figure, by: 'mode', value: 'scattered', basis: 'persons' }, 200, oneValue),
    ],
  },
  touches: {
    group: 'lineage',
    summary: { zh: '一个单元格影响哪些数', en: 'Which figures hang on a cell' },
    path: [uploadInPath],
    answers: [json(touchesAnswer, { zh: '涉及的指标', en: 'the figures touched' })],
    examples: [
      example({ id: exampleUploadId }),
      example({ id: exampleUploadId, cell: '项目!3' }, 200, { zh: '一行', en: 'One row' }),
    ],
  },
  revisions: {
    group: 'lineage',
    summary: { zh: '一个数的历次变化', en: 'Every value a figure has had' },
    detail: {
      zh: 'restated 表示所用的数据没有重报，是目录或政策变了。',
      en: '`restated` says that nothing it reads was sent anew: the catalogue or the policy changed.',
    },
    answers: [json(revisionsAnswer, { zh: '变化，新的在前', en: 'the changes, newest first' })],
    problems: ['area_too_wide'],
    examples: [example(figure), example({ ...figure, by: 'mode', value: 'scattered' }, 200, oneValue)],
  },
  rows: {
    group: 'lineage',
    summary: { zh: '脱敏明细，供审计', en: 'Accepted rows, pseudonymous, for auditors' },
    path: [rowsInPath],
    answers: [
      {
        status: 200,
        meaning: { zh: '明细', en: 'the rows' },
        content: { 'application/json': rowsAnswer, 'text/csv; charset=utf-8': 'text' },
      },
      elsewhere({
        zh: '较大时，五分钟内有效的链接',
        en: 'where it is large, a link that is good for five minutes',
      }),
    ],
    examples: [
      example({ file: 'projects.json', area: '431224', period: '2017-04' }),
      example({ file: 'projects.csv', area: '431224', period: '2017-04' }),
    ],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;
