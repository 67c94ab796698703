import type { Observation } from '../../indicators/observation.ts';
import { shapedText } from '../../messages/shaped-texts.ts';
import type { Day } from '../../programme/calendar.ts';
import { placeColumns, ragColumn, type ShapedRow, standingColumns } from './rows.ts';
import type { ShapedColumn } from './shape.ts';

/**
 * Series of the burn-up, each row a point of one: the nodes of the plan, what was reported, the days on which all will
 * have been started and completed at the pace of the last three 旬, and how much will be completed by the deadline.
 */
export const seriesIds = [
  'plan',
  'actual',
  'forecast_start',
  'forecast_completion',
  'forecast_deadline',
] as const;
export type Series = (typeof seriesIds)[number];

/** Numbers of a point; a series leaves blank what it does not speak of. */
export interface ProgressNumbers {
  readonly planned: number | null;
  readonly started: number | null;
  readonly startRate: number | null;
  /** Share due to have started, read by the nodes and evenly between them. */
  readonly dueStep: number | null;
  readonly dueLinear: number | null;
  readonly leadStep: number | null;
  readonly leadLinear: number | null;
  readonly completed: number | null;
  readonly completionRate: number | null;
  readonly completionDue: number | null;
  /** How long after the deadline the day lies; negative: before. */
  readonly daysLate: number | null;
}

/** A point of the burn-up. */
export interface ProgressRow extends ShapedRow, ProgressNumbers {
  readonly planYear: number;
  readonly series: Series;
  readonly day: Day | null;
  readonly deadline: Day | null;
  readonly rag: Observation['rag'];
}

const numbers = [
  ['planned', 'count'],
  ['started', 'count'],
  ['startRate', 'share'],
  ['dueStep', 'share'],
  ['dueLinear', 'share'],
  ['leadStep', 'share'],
  ['leadLinear', 'share'],
  ['completed', 'count'],
  ['completionRate', 'share'],
  ['completionDue', 'share'],
] as const satisfies readonly (readonly [keyof ProgressNumbers, 'count' | 'share'])[];

/** No number at all, for a series to fill in its own. */
export const noNumbers: ProgressNumbers = {
  planned: null,
  started: null,
  startRate: null,
  dueStep: null,
  dueLinear: null,
  leadStep: null,
  leadLinear: null,
  completed: null,
  completionRate: null,
  completionDue: null,
  daysLate: null,
};

export const progressColumns: readonly ShapedColumn<ProgressRow>[] = [
  ...placeColumns,
  { id: 'planYear', kind: 'count', cell: ({ planYear }) => planYear },
  {
    id: 'series',
    kind: 'text',
    cell: ({ series }) => series,
    name: ({ series }, language) => shapedText(series)[language],
  },
  { id: 'day', kind: 'text', cell: ({ day }) => day },
  ...numbers.map(
    ([id, kind]): ShapedColumn<ProgressRow> => ({ id, kind, cell: (row: ProgressRow) => row[id] }),
  ),
  { id: 'deadline', kind: 'text', cell: ({ deadline }) => deadline },
  { id: 'daysLate', kind: 'count', cell: ({ daysLate }) => daysLate },
  ragColumn,
  ...standingColumns,
];
