import type { Observation } from '../../indicators/observation.ts';
import { periodOfDay, spanOf } from '../../programme/periods.ts';
import type { Published } from '../data/data-cells.ts';
import { addresses } from './addresses.ts';
import { less, told } from './arithmetic.ts';
import type { Asking, Question } from './asking.ts';
import { type Figure, type Place, placesOf } from './figures.ts';
import { areaParameter, periodParameter } from './parameters.ts';
import {
  breakdownColumn,
  placeColumns,
  ragColumn,
  type ShapedRow,
  standing,
  standingColumns,
} from './rows.ts';
import { newestOfMost, settleAsked } from './settle.ts';
import type { Shape } from './shape.ts';

/** Reports of one dataset, or of all, that were to come from an area inside a period. */
export interface CompletenessRow extends ShapedRow {
  /** Dataset; `all` for all of them. */
  readonly cell: string | null;
  readonly expected: number | null;
  readonly arrived: number | null;
  readonly onTime: number | null;
  readonly late: number | null;
  readonly missing: number | null;
  readonly onTimeRate: number | null;
  readonly rag: Observation['rag'];
}

const indicators = ['rpt.ontime', 'rpt.lag_hours'] as const;

/**
 * What `rpt.ontime` expects and has on time, and what `rpt.lag_hours` counts as received: the rest is late or missing
 * (domain.md §5.9).
 */
export function arrangeCompleteness(figures: readonly Figure[], asking: Asking): readonly CompletenessRow[] {
  return placesOf(figures, asking.by).map((place) => tallyAt(place, asking));
}

function tallyAt(place: Place, asking: Asking): CompletenessRow {
  const [ontime, lag] = [place.of('rpt.ontime'), place.of('rpt.lag_hours')];
  const [expected, onTime] = [told(ontime, 'denominator'), told(ontime, 'numerator')];
  const arrived = told(lag, 'denominator');
  return {
    area: place.area,
    period: place.period,
    cell: place.cell,
    expected: expected.amount,
    arrived: arrived.amount,
    onTime: onTime.amount,
    late: less(arrived, onTime),
    missing: less(expected, arrived),
    onTimeRate: ontime?.one.value ?? null,
    rag: ontime?.one.rag ?? null,
    ...standing(ontime?.one),
    ...addresses(place, indicators, asking),
  };
}

/** `latest` is the month in which the newest period that most counties reported ends, for all areas alike. */
function settle(question: Question, published: Published): Pick<Asking, 'periods' | 'parameters'> {
  const settled = settleAsked(question, published, null);
  const month = (period: string) => (period === 'latest' ? monthOf(question, published) : period);
  return { ...settled, periods: [...new Set(settled.periods.map(month))] };
}

function monthOf({ selection, today }: Question, published: Published): string {
  const newest = newestOfMost(selection.areas, null, published);
  return periodOfDay(newest === null ? today : spanOf(newest).last, 'month');
}

/** `GET /v1/completeness`: which reports were due, came, came late and are missing, by dataset, area and period. */
export const completeness: Shape<CompletenessRow> = {
  id: 'completeness',
  title: { zh: '报送情况', en: 'Completeness of reporting' },
  fixed: { indicator: indicators.join(','), by: 'dataset' },
  area: 'own',
  parameters: [areaParameter, periodParameter],
  vs: [],
  settle,
  arrange: arrangeCompleteness,
  columns: [
    ...placeColumns,
    breakdownColumn('dataset'),
    { id: 'expected', kind: 'count', cell: ({ expected }) => expected },
    { id: 'received', kind: 'count', cell: ({ arrived }) => arrived },
    { id: 'onTime', kind: 'count', cell: ({ onTime }) => onTime },
    { id: 'late', kind: 'count', cell: ({ late }) => late },
    { id: 'missing', kind: 'count', cell: ({ missing }) => missing },
    { id: 'onTimeRate', kind: 'share', cell: ({ onTimeRate }) => onTimeRate },
    ragColumn,
    ...standingColumns,
  ],
};
