import type { Published } from '../data/data-cells.ts';
import { type Standing, standingAmong } from '../data/peers.ts';
import { addresses } from './addresses.ts';
import type { Asking, Question } from './asking.ts';
import type { Figure } from './figures.ts';
import { rankingParameters } from './parameters.ts';
import { placeColumns, ragColumn, type ShapedRow, standing, standingColumns } from './rows.ts';
import { newestOfMost, settleAsked } from './settle.ts';
import type { Shape } from './shape.ts';

/** An area in its place. */
export interface RankingRow extends ShapedRow {
  readonly figure: Figure;
  readonly rag: Figure['one']['rag'];
  /** `null`: no value that is shown, and so no place. */
  readonly standing: Standing | null;
  /** Place at the period before, among those that had a value then. */
  readonly previousRank: number | null;
  /** Places gained since; negative when lost. */
  readonly movement: number | null;
}

/**
 * The areas asked, best first by the indicator's direction: equal values share a place, and those without a value
 * that is shown come last, without one. Each period is ranked for itself.
 */
export function arrangeRanking(figures: readonly Figure[], asking: Asking): readonly RankingRow[] {
  return asking.periods.flatMap((period) =>
    rankAt(
      figures.filter(({ shown }) => shown.asked === period),
      asking,
    ),
  );
}

function rankAt(figures: readonly Figure[], asking: Asking): readonly RankingRow[] {
  const values = figures.map(({ one }) => ({ value: one.value }));
  const earlier = figures.map(({ vs }) => ({ value: vs?.previous?.value ?? null }));
  const rows = figures.map((figure, index): RankingRow => {
    const { one, shown } = figure;
    const among = (all: typeof values) => standingAmong(all[index] ?? { value: null }, all, shown.indicator);
    const [now, before] = [among(values), among(earlier)];
    return {
      area: one.area,
      period: one.period,
      figure,
      rag: one.rag,
      standing: now,
      previousRank: before?.rank ?? null,
      movement: now && before ? before.rank - now.rank : null,
      ...standing(one),
      ...addresses({ area: one.area, asked: shown.asked, cell: null }, [one.indicator], asking),
    };
  });
  const place = (row: RankingRow) => row.standing?.rank ?? rows.length + 1;
  return rows.sort((a, b) => place(a) - place(b));
}

/**
 * All areas are ranked at one period: `latest` is the newest that most of their counties have reported in the
 * indicator's family, for what is measured when asked in whatever family.
 */
function settle(question: Question, published: Published): Pick<Asking, 'periods' | 'parameters'> {
  const settled = settleAsked(question, published);
  const { areas, indicators } = question.selection;
  const families = new Set(indicators.map(({ family }) => String(family)));
  const newest = newestOfMost(areas, families, published) ?? newestOfMost(areas, null, published);
  const periods = settled.periods.map((period) => (period === 'latest' ? (newest ?? period) : period));
  return { ...settled, periods: [...new Set(periods)] };
}

/** `GET /v1/ranking`: areas by one indicator, with the places they gained or lost. */
export const ranking: Shape<RankingRow> = {
  id: 'ranking',
  title: { zh: '排名', en: 'Ranking' },
  fixed: {},
  area: 'children',
  parameters: rankingParameters,
  vs: ['previous'],
  settle,
  arrange: arrangeRanking,
  columns: [
    {
      id: 'indicator',
      kind: 'text',
      cell: ({ figure }) => figure.one.indicator,
      name: ({ figure }, language) => figure.shown.indicator.name[language],
    },
    ...placeColumns,
    { id: 'rank', kind: 'count', cell: ({ standing: found }) => found?.rank ?? null },
    { id: 'quartile', kind: 'count', cell: ({ standing: found }) => found?.quartile ?? null },
    { id: 'ranked', kind: 'count', cell: ({ standing: found }) => found?.count ?? null },
    { id: 'value', kind: 'value', cell: ({ figure }) => figure.shown.observation.value },
    { id: 'numerator', kind: 'value', cell: ({ figure }) => figure.shown.observation.numerator },
    { id: 'denominator', kind: 'value', cell: ({ figure }) => figure.shown.observation.denominator },
    { id: 'unit', kind: 'text', cell: ({ figure }) => figure.shown.observation.unit },
    ragColumn,
    { id: 'previousPeriod', kind: 'text', cell: ({ figure }) => figure.shown.vs?.previous?.period ?? null },
    { id: 'previousValue', kind: 'value', cell: ({ figure }) => figure.shown.vs?.previous?.value ?? null },
    { id: 'previousDelta', kind: 'value', cell: ({ figure }) => figure.shown.vs?.previous?.delta ?? null },
    { id: 'previousRank', kind: 'count', cell: ({ previousRank }) => previousRank },
    { id: 'movement', kind: 'count', cell: ({ movement }) => movement },
    ...standingColumns,
  ],
};
