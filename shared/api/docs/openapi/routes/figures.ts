import { representationDefinitions as formats } from '../../../http/representations.ts';
import { cubeAnswer, figuresAnswer } from '../answers/figures.ts';
import { elsewhere, example, file, json, linked, type RouteDescription } from '../description.ts';
import { representationInPath } from '../path-parameters.ts';

const asked = { indicator: 'reloc.start_rate', area: '4312', period: 'latest' };
const larger = elsewhere({
  zh: '答复较大，在 location 处下载',
  en: 'the answer is large, and is fetched from `location`',
});

/** One address of `/v1/data` in a representation of its own. */
function inRepresentation(name: keyof typeof formats, title: RouteDescription['summary']): RouteDescription {
  const { contentType } = formats[name];
  const said = { zh: '所查的指标', en: 'the figures asked for' };
  const answer =
    name === 'json'
      ? json(figuresAnswer, said)
      : name === 'jsonstat'
        ? { status: 200 as const, meaning: said, content: { [contentType]: cubeAnswer } }
        : file(contentType, said, name === 'csv' ? 'text' : 'bytes');
  return {
    group: 'figures',
    summary: title,
    answers: [answer, larger],
    examples: [
      example(asked),
      example({ ...asked, period: '2017-01..2017-04', labels: 'both', lang: 'en' }, 200, {
        zh: '区间与名称',
        en: 'A range, with names',
      }),
    ],
  };
}

export const figureRoutes = {
  data: {
    group: 'figures',
    summary: { zh: '按 Accept 给出指标', en: 'Figures in the representation that Accept asks for' },
    detail: {
      zh: '指标 × 地区 × 时期。json、csv、json-stat 直接给出；xlsx 与 arrow 转到各自的地址。',
      en: 'Indicators × areas × periods. JSON, CSV and JSON-stat are given here; workbook and Arrow lie at their own addresses.',
    },
    answers: [
      {
        status: 200,
        meaning: { zh: '所查的指标', en: 'the figures asked for' },
        content: {
          'application/json': figuresAnswer,
          [formats.csv.contentType]: 'text',
          [formats.jsonstat.contentType]: cubeAnswer,
        },
      },
      elsewhere({
        zh: '所要的格式或较大的答复在 location 处',
        en: 'the representation asked for, or a large answer, lies at `location`',
      }),
    ],
    problems: ['not_acceptable'],
    examples: [
      example(asked),
      example({ indicator: 'reloc.start_rate', area: 'children(4312)', period: '2017-04', by: 'mode' }, 200, {
        zh: '各县，按安置方式',
        en: 'Every county, by mode',
      }),
      example({ ...asked, period: 'last:3:month', vs: 'plan,previous', unit: '万元,points' }, 200, {
        zh: '最近三个月，与计划和上月相比',
        en: 'Three months, against plan and the month before',
      }),
    ],
  },
  dataJson: inRepresentation('json', { zh: '指标，JSON', en: 'Figures as JSON' }),
  dataCsv: inRepresentation('csv', { zh: '指标，CSV', en: 'Figures as CSV' }),
  dataJsonstat: inRepresentation('jsonstat', { zh: '指标，JSON-stat', en: 'Figures as JSON-stat' }),
  dataXlsx: inRepresentation('xlsx', { zh: '指标，Excel 工作簿', en: 'Figures as a workbook' }),
  dataArrow: inRepresentation('arrow', { zh: '指标，Arrow', en: 'Figures as an Arrow stream' }),
  dataFile: {
    group: 'figures',
    summary: { zh: '较大的答复，作为文件', en: 'A large answer as a file' },
    path: [representationInPath],
    answers: linked('*/*', { zh: '链接给出的文件', en: 'the file, which the link gives' }),
    examples: [example({ representation: 'csv', ...asked }, 303)],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;
