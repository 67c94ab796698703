import type { Labels } from './facts.ts';

/** Cells that every county has for a breakdown, also when nothing falls into them. */
export const breakdownValues: Readonly<Record<string, readonly string[]>> = {
  mode: ['concentrated', 'scattered'],
  /** Each site 安置点 by county and project number (`431222/P-001`), beside it what is in none. */
  site: [],
  dataset: [],
  grain: [],
  source: [],
  level: ['county', 'township', 'village'],
  /** Days past due. */
  age: ['up_to_30', '31_to_90', 'over_90'],
  /** In every county, so that each model is held against all the money of the area. */
  model: ['company_base_farmer', 'company_coop_farmer', 'village_company_base_poor', 'other'],
};

/** Under this value the whole is served when a breakdown is opened. */
export const wholeCell = 'all';

/** Cells of the breakdown `site` for what is in no site: scattered housing 分散安置, and what nobody can place. */
export const scatteredCell = 'scattered';
export const unknownCell = 'unknown';

/** Names a site in every answer; a project's number is its own within the county. */
export function siteCell(area: string, projectId: string): string {
  return `${area}/${projectId}`;
}

/** The one county in which a cell lies; `null` of cells that any county may have. */
export function countyOfCell({ site }: Labels): string | null {
  const [area = '', projectId] = String(site ?? '').split('/', 2);
  return projectId === undefined ? null : area;
}

/** The rows of one cell; the whole has the breakdown `{}`. */
export interface Slice<Row> {
  readonly breakdown: Labels;
  readonly rows: readonly Row[];
}

/** The whole and, per value of one breakdown, the rows in it; rows without a value are in the whole only. */
export function slice<Row>(
  rows: readonly Row[],
  name: string,
  cellOf: (row: Row) => string | null,
): readonly Slice<Row>[] {
  const found = rows.flatMap((row) => cellOf(row) ?? []);
  const values = [...new Set([...(breakdownValues[name] ?? []), ...found])].sort();
  return [
    { breakdown: {}, rows },
    ...values.map((value) => ({
      breakdown: { [name]: value },
      rows: rows.filter((row) => cellOf(row) === value),
    })),
  ];
}

/** Sum of a whole-number quantity over rows; throws `RangeError` past exact integers. */
export function sumOf<Row>(rows: readonly Row[], quantity: (row: Row) => number): number {
  const sum = rows.reduce((total, row) => total + quantity(row), 0);
  if (!Number.isSafeInteger(sum)) throw new RangeError(`sum is not an exact integer: ${sum}`);
  return sum;
}
