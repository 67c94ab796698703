import type { Observation } from '../../indicators/observation.ts';
import { besides } from '../data/comparisons.ts';
import { type Cell, cellsAmong, type Published } from '../data/data-cells.ts';
import type { Measuring } from '../data/measured-cells.ts';
import { showObservation } from '../data/result/row.ts';
import type { ResultForm } from '../data/result-form.ts';
import type { Asking, Question } from './asking.ts';
import type { Figure } from './figures.ts';
import type { Shape } from './shape.ts';

/** What a shaped answer asks, its periods settled among what is published. */
export function askingOf<Row>(
  { settle, vs }: Pick<Shape<Row>, 'settle' | 'vs'>,
  question: Question,
  published: Published,
): Asking {
  return { ...question.selection, vs, ...settle(question, published) };
}

/** The cells of a selection, those they are held against behind them, and how their observations become figures. */
export interface Chosen {
  readonly cells: readonly Cell[];
  figures(observed: readonly (readonly Observation[])[], form: ResultForm): readonly Figure[];
}

/** Selects what is asked as `/v1/data` does. */
export function chooseCells(
  { indicators, areas, periods, parameters, vs }: Asking,
  published: Published,
  { fill }: Pick<Measuring, 'fill'>,
): Chosen {
  const cellOf = cellsAmong(published, parameters, fill);
  const cells = indicators.flatMap((indicator) =>
    areas.flatMap((area) => periods.map((period) => cellOf(indicator, area, period))),
  );
  const beside = besides(cells, vs, cellOf);
  return {
    cells: [...cells, ...beside.cells],
    figures(observed, form) {
      const others = observed.slice(cells.length);
      return cells.flatMap((cell, index) =>
        (observed[index] ?? []).map((one): Figure => {
          const found = vs.length > 0 ? beside.compare(cell, one, others) : null;
          return { one, vs: found, shown: showObservation(one, found, cell, form) };
        }),
      );
    },
  };
}
