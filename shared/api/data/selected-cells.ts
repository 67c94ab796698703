import { countiesOf } from '../../programme/areas.ts';
import { sentBy } from '../../records/sent.ts';
import type { Position } from '../http/cursor.ts';
import { settlePeriods } from '../query/read-periods.ts';
import { type Beside, besides, countiesBeside } from './comparisons.ts';
import { type Cell, cellsAmong, newestReported } from './data-cells.ts';
import type { Comparison } from './data-grammar.ts';
import type { DataRequest } from './data-request.ts';
import { asksUploads, type Measuring, measuringOf } from './measured-cells.ts';
import type { ReadDeps, State } from './read-state.ts';
import type { FactsById } from './release.ts';

/** The cells of an answer, all chosen before any facts are read. */
export interface SelectedCells {
  /** All that is asked, in the order of the answer. */
  readonly cells: readonly Cell[];
  /** Those of the page, and where it starts. */
  readonly reached: readonly Cell[];
  readonly start: Position;
  /** Those the page is held against. */
  readonly beside: Beside;
  /** Figures of the cells that are measured of uploads, by the ids the cells name. */
  readonly measured: FactsById;
}

/** Selects what is asked among what is published; `last:` counts back from the newest period reported. */
export function selectRequest(
  request: DataRequest,
  { published }: State,
  { fill, facts: measured }: Measuring,
): SelectedCells {
  const { indicators, areas, periods, parameters } = request.selection;
  const newest = newestReported(areas.flatMap(countiesOf), indicators, published);
  const asked = settlePeriods(periods, newest);
  const cellOf = cellsAmong(published, parameters, fill);
  const cells = indicators.flatMap((indicator) =>
    areas.flatMap((area) => asked.map((period) => cellOf(indicator, area, period))),
  );
  const { limit, form } = request;
  const start: Position = request.cursor ?? { cell: 0, skip: 0 };
  const reached = cells.slice(start.cell, limit === null ? undefined : start.cell + limit);
  return { cells, reached, start, beside: besides(reached, form.vs, cellOf), measured };
}

/** What may be asked of uploads: indicators for areas, held against others, as of an instant or now. */
export interface MeasuredQuestion {
  readonly selection: Pick<DataRequest['selection'], 'indicators' | 'areas'>;
  readonly vs: readonly Comparison[];
  readonly asOf: DataRequest['asOf'];
}

/** Reads the records of uploads that a question asks, each area's once; none where no indicator asks any. */
export async function readMeasuring(
  { items, now }: Pick<ReadDeps, 'items' | 'now'>,
  { selection: { indicators, areas }, vs, asOf }: MeasuredQuestion,
): Promise<Measuring> {
  const counties = [...areas.flatMap(countiesOf), ...countiesBeside(areas, vs)];
  const sent = indicators.some(asksUploads) ? await sentBy(items, [...new Set(counties)]) : new Map();
  return measuringOf(sent, asOf?.time ?? now().toISOString());
}
