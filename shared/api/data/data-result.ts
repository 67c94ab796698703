import type { Audience } from '../../access/roles.ts';
import { catalogueVersion } from '../../indicators/catalogue.ts';
import { cursorWord } from '../http/cursor.ts';
import type { DataRequest } from './data-request.ts';
import { readObservations } from './observations.ts';
import type { ReadDeps, State } from './read-state.ts';
import { type Result, type ResultRow, showObservation } from './result/row.ts';
import type { SelectedCells } from './selected-cells.ts';

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
  const { cells, reached, start, beside, measured } = selected;
  const { question, selection, form, limit } = request;
  if (reached.length > most) return null;
  const withTarget = form.vs.includes('plan');
  const { by } = selection;
  const { published, newest } = state;
  const observing = { published, newest, audience, scope, by, withTarget, measured };
  const observed = await readObservations(deps, [...reached, ...beside.cells], observing);
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
