import { areaOf, isWithin } from '../../../programme/areas.ts';
import { comparePeriods, parsePeriod } from '../../../programme/periods.ts';
import type { Language } from '../../../text/languages.ts';
import { longColumns } from './columns.ts';
import { areaName, cellName, periodName } from './names.ts';
import type { Result, ResultRow } from './row.ts';

/** A dimension with its categories in order: what `id`, `size` and `dimension` say of it. */
interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly categories: ReadonlyMap<string, string>;
  readonly categoryOf: (row: ResultRow) => string;
  readonly child?: Readonly<Record<string, readonly string[]>>;
  readonly unit?: Readonly<Record<string, { readonly label: string }>>;
}

const labels = {
  cube: { zh: '安居指标', en: 'Anju indicators' },
  indicator: { zh: '指标', en: 'Indicator' },
  area: { zh: '地区', en: 'Area' },
  period: { zh: '时期', en: 'Period' },
  measure: { zh: '量', en: 'Measure' },
  source: { zh: '安居，由各县上报台账计算', en: 'Anju, computed from the workbooks of the counties' },
} as const;

/** Cells of the cube an observation from which values are told by index: `latest` of many areas is sparse. */
const mostlyEmpty = 4;

/**
 * An answer as a JSON-stat 2.0 dataset: indicators, areas, periods, the breakdown that is opened, and the measures
 * (value, numerator, denominator and what they are held against) as dimensions. A cell of the cube has a value or
 * null; the statuses of those that are not `ok` stand beside them by index.
 */
export function writeJsonstat(result: Result): string {
  const { form, rows, snapshot } = result;
  const { language } = form;
  const measures = longColumns(result).filter(({ kind }) => kind === 'value' || kind === 'count');
  const dimensions = dimensionsOf(result);
  const size = [...dimensions.map(({ categories }) => categories.size), measures.length];
  const places = dimensions.map(
    ({ categories }) => new Map([...categories.keys()].map((id, at) => [id, at])),
  );
  const cells = size.reduce((product, one) => product * one, 1);
  const isSparse = cells > mostlyEmpty * rows.length * measures.length;
  const value = new Map<number, number>();
  const status: Record<string, string> = {};
  for (const row of rows) {
    const cell = dimensions.reduce(
      (sum, { categories, categoryOf }, index) =>
        sum * categories.size + (places[index]?.get(categoryOf(row)) ?? 0),
      0,
    );
    for (const [at, measure] of measures.entries()) {
      const index = cell * measures.length + at;
      const figure = measure.cell(row);
      if (typeof figure === 'number') value.set(index, figure);
      if (row.observation.status !== 'ok') status[String(index)] = row.observation.status;
    }
  }
  const measure: Dimension = {
    id: 'measure',
    label: labels.measure[language],
    categories: new Map(measures.map(({ id, title }) => [id, title[language]])),
    categoryOf: () => '',
  };
  const all = [...dimensions, measure];
  return `${JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: labels.cube[language],
    source: labels.source[language],
    ...(snapshot.asOf ? { updated: snapshot.asOf } : {}),
    id: all.map(({ id }) => id),
    size,
    role: { time: ['period'], geo: ['area'], metric: ['indicator', 'measure'] },
    dimension: Object.fromEntries(all.map((one) => [one.id, described(one)])),
    value: isSparse
      ? Object.fromEntries(value)
      : Array.from({ length: cells }, (_, index) => value.get(index) ?? null),
    status,
    extension: { ...snapshot, next: result.next },
  })}\n`;
}

function described({ label, categories, child, unit }: Dimension): object {
  const category = {
    index: [...categories.keys()],
    label: Object.fromEntries(categories),
    ...(child && Object.keys(child).length > 0 ? { child } : {}),
    ...(unit ? { unit } : {}),
  };
  return { label, category };
}

function dimensionsOf({ rows, by, form }: Result): readonly Dimension[] {
  const { language } = form;
  const areas = named(
    rows,
    ({ observation }) => observation.area,
    (code) => areaName(code, language),
  );
  const indicators = new Map(rows.map(({ indicator }) => [indicator.id, indicator.name[language]]));
  const units = rows.map(({ indicator, observation }) => [indicator.id, { label: observation.unit }]);
  return [
    {
      id: 'indicator',
      label: labels.indicator[language],
      categories: indicators,
      categoryOf: ({ indicator }) => indicator.id,
      unit: Object.fromEntries(units),
    },
    {
      id: 'area',
      label: labels.area[language],
      categories: areas,
      categoryOf: ({ observation }) => observation.area,
      child: childrenAmong([...areas.keys()]),
    },
    periodDimension(rows, language),
    ...(by === null ? [] : [breakdownDimension(rows, by, language)]),
  ];
}

function named(
  rows: readonly ResultRow[],
  codeOf: (row: ResultRow) => string,
  nameOf: (code: string) => string,
): ReadonlyMap<string, string> {
  return new Map(rows.map(codeOf).map((code) => [code, nameOf(code)]));
}

/** Which of the areas lie directly below which others. */
function childrenAmong(codes: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const parentOf = (code: string) =>
    codes
      .filter((other) => other !== code && isWithin(code, other) && areaOf(other) !== null)
      .reduce((nearest, other) => (other.length > nearest.length ? other : nearest), '');
  const children: Record<string, string[]> = {};
  for (const code of codes) {
    const parent = parentOf(code);
    if (parent !== '') children[parent] = [...(children[parent] ?? []), code];
  }
  return children;
}

/**
 * Periods in the order of time. What was asked as `latest` is told at the period it came to, unless that one was
 * asked by its name as well and its place is taken: then all of `latest` has a category of its own.
 */
function periodDimension(rows: readonly ResultRow[], language: Language): Dimension {
  const named = new Set(
    rows.filter(({ asked }) => asked !== 'latest').map(({ observation }) => observation.period),
  );
  const isTaken = rows.some(({ asked, observation }) => asked === 'latest' && named.has(observation.period));
  const categoryOf = ({ asked, observation }: ResultRow) =>
    asked === 'latest' && isTaken ? 'latest' : observation.period;
  const found = [...new Set(rows.map(categoryOf))].sort((a, b) => {
    if (parsePeriod(a) && parsePeriod(b)) return comparePeriods(a, b);
    return parsePeriod(a) ? -1 : 1;
  });
  const categories = new Map(found.map((period) => [period, periodName(period, language)]));
  return { id: 'period', label: labels.period[language], categories, categoryOf };
}

function breakdownDimension(rows: readonly ResultRow[], by: string, language: Language): Dimension {
  const cellOf = ({ observation }: ResultRow) => String(observation.breakdown[by] ?? 'all');
  const codes = [...new Set(rows.map(cellOf))];
  const ordered = [...codes.filter((code) => code !== 'all'), ...codes.filter((code) => code === 'all')];
  const own = new Map(rows.map((row) => [cellOf(row), row.observation.name]));
  const categories = new Map(ordered.map((code) => [code, own.get(code) ?? cellName(by, code, language)]));
  return { id: by, label: by, categories, categoryOf: cellOf };
}
