import { representationDefinitions as formats } from '../../../http/representations.ts';
import type { ShapeId } from '../../../shaped/shape.ts';
import { shapes } from '../../../shaped/shapes.ts';
import { shapedAnswers } from '../answers/shaped.ts';
import { example, file, type RouteDescription } from '../description.ts';

const area = '4312';
const rows = { zh: '所查的各行', en: 'the rows asked for' };

/** What is asked in the examples beside the area. */
const asked: Readonly<Record<ShapeId, Readonly<Record<string, string>>>> = {
  progress334: { year: '2017' },
  waterfall: { period: '2017-04', unit: '万元' },
  ranking: { indicator: 'reloc.start_rate', area: 'children(4312)' },
  completeness: { period: '2017-04' },
  ladder: { period: '2017-04', labels: 'both' },
};

const detail = {
  zh: '由 /v1/data 的指标排列而成，有数字的行以 href 指明出处；不分页，next 为空。',
  en: 'Figures of /v1/data arranged in rows, each that has numbers of it with the address (`href`) of the question that gives them. Not in pages: `next` is null.',
};

/** The two addresses of a shaped answer: JSON or CSV by Accept, and CSV. */
function addressesOf(id: ShapeId): readonly [RouteDescription, RouteDescription] {
  const { title } = shapes[id];
  const values = { area, ...asked[id] };
  const common = {
    group: 'figures',
    detail,
    problems: ['too_large', ...(id === 'ranking' ? (['one_value_only'] as const) : [])],
    examples: [example(values)],
  } as const;
  const content = { 'application/json': shapedAnswers[id], [formats.csv.contentType]: 'text' } as const;
  return [
    {
      ...common,
      summary: title,
      answers: [{ status: 200, meaning: rows, content }],
      problems: ['not_acceptable', ...common.problems],
    },
    {
      ...common,
      summary: { zh: `${title.zh}，CSV`, en: `${title.en}, as CSV` },
      answers: [file(formats.csv.contentType, rows, 'text')],
    },
  ];
}

const [progress334, progress334Csv] = addressesOf('progress334');
const [waterfall, waterfallCsv] = addressesOf('waterfall');
const [ranking, rankingCsv] = addressesOf('ranking');
const [completeness, completenessCsv] = addressesOf('completeness');
const [ladder, ladderCsv] = addressesOf('ladder');

/** The shaped answers: all that is said of them follows from their columns. */
export const shapedRoutes = {
  progress334,
  progress334Csv,
  waterfall,
  waterfallCsv,
  ranking,
  rankingCsv,
  completeness,
  completenessCsv,
  ladder,
  ladderCsv,
} as const satisfies Readonly<Record<string, RouteDescription>>;
