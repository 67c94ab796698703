import type { Audience } from '../access/roles.ts';
import { catalogueVersion } from '../indicators/catalogue.ts';
import { countiesOf } from '../programme/areas.ts';
import { besides } from './comparisons.ts';
import { cursorWord, type Position } from './cursor.ts';
import { type Cell, type CellOf, cellsAmong, newestReported } from './data-cells.ts';
import { type DataRequest, questionOf } from './data-request.ts';
import { measureCells } from './measured-cells.ts';
import { readObservations } from './observations.ts';
import { settlePeriods } from './read-periods.ts';
import type { ReadDeps, State } from './read-state.ts';
import { type Result, type ResultRow, showObservation } from './result/row.ts';

/** The cells a request selects, in the order of the answer. */
export interface SelectedCells {
  readonly cells: readonly Cell[];
  readonly cellOf: CellOf;
}

/** Selects what is asked among what is published; `last:` counts back from the newest period reported. */
export function selectRequest(request: DataRequest, { published }: State): SelectedCells {
  const { indicators, areas, periods, parameters } = request.selection;
  const newest = newestReported(areas.flatMap(countiesOf), indicators, published);
  const asked = settlePeriods(periods, newest);
  const cellOf = cellsAmong(published, parameters);
  const cells = indicators.flatMap((indicator) =>
    areas.flatMap((area) => asked.map((period) => cellOf(indicator, area, period))),
  );
  return { cells, cellOf };
}

/** The instant as of which uploads are counted: that of `asOf`, else now. */
export function knownAt({ now }: Pick<ReadDeps, 'now'>, { asOf }: DataRequest): string {
  return asOf?.time ?? now().toISOString();
}

/** What is to be read, from which state, for whom, and how much at most. */
export interface Reading {
  readonly request: DataRequest;
  readonly state: State;
  readonly selected: SelectedCells;
  readonly audience: Audience;
  /** Area the asker's role reaches. */
  readonly scope: string;
  readonly most: number;
}

/**
 * Reads and observes a page, or the whole, of what is selected. `null`: it comes to more than `most`
 * observations, which is not known before the facts are read where a breakdown is opened.
 */
export async function readResult(
  deps: ReadDeps,
  { request, state, selected, audience, scope, most }: Reading,
): Promise<Result | null> {
  const { cells, cellOf } = selected;
  const { selection, form, limit } = request;
  const start: Position = request.cursor ?? { cell: 0, skip: 0 };
  const reached = cells.slice(start.cell, limit === null ? undefined : start.cell + limit);
  if (reached.length > most) return null;
  const beside = besides(reached, form.vs, cellOf);
  const withTarget = form.vs.includes('plan');
  const { by } = selection;
  const { published, newest } = state;
  const all = [...reached, ...beside.cells];
  const { cells: filled, facts: measured } = await measureCells(deps.items, all, knownAt(deps, request));
  const observing = { published, newest, audience, scope, by, withTarget, measured };
  const observed = await readObservations(deps, filled, observing);
  const others = observed.slice(reached.length);
  const placed = reached.flatMap((cell, index) =>
    (observed[index] ?? []).map((one, skip) => ({ cell, one, position: { cell: start.cell + index, skip } })),
  );
  const from = placed.slice(start.skip);
  const page = limit === null ? from : from.slice(0, limit);
  if (page.length > most) return null;
  const rows = page.map(({ cell, one }): ResultRow => {
    const vs = form.vs.length > 0 ? beside.compare(cell, one, others) : null;
    return showObservation(one, vs, cell, form);
  });
  const behind = from[page.length]?.position ?? { cell: start.cell + reached.length, skip: 0 };
  const { snapshot } = state.snapshot;
  const question = questionOf(selection, form);
  const isLast = behind.cell >= cells.length;
  return {
    rows,
    form,
    by,
    vs: form.vs,
    isPlanYearNamed: selection.parameters.planYear !== undefined,
    snapshot: state.snapshot,
    next: isLast ? null : cursorWord({ catalogue: catalogueVersion, question, snapshot, ...behind }),
  };
}
