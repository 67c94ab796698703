import type { Day } from '../../programme/calendar.ts';
import type { Policy } from '../../programme/policy.ts';
import type { ParameterDefinition } from '../definition.ts';
import type { Labels } from '../facts.ts';

/** The calendar year in which the entries of the ledger are dated; left out, figures are cumulative. */
export const entryYear: ParameterDefinition = { name: 'year', values: 'year', default: 'allYears' };

/** Rows of the ledger, and the setting of the parameter `year` under which they are counted. */
export interface YearOf<Row> {
  /** `{}`: cumulative to the data date. */
  readonly parameters: Labels;
  readonly rows: readonly Row[];
}

/**
 * The rows cumulative to the data date, and those dated in each calendar year of the programme that has begun by then
 * (domain.md §5.4, §9: cumulative, with `year` as a parameter).
 */
export function byYear<Row>(
  rows: readonly Row[],
  dayOf: (row: Row) => Day,
  dataDate: Day,
  { from, to }: Policy['planYears'],
): readonly YearOf<Row>[] {
  const last = Math.min(to, Number(dataDate.slice(0, 4)));
  const years = Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index);
  return [
    { parameters: {}, rows },
    ...years.map((year) => ({
      parameters: { year },
      rows: rows.filter((row) => dayOf(row).startsWith(`${year}-`)),
    })),
  ];
}
