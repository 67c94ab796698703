import { wholeCatalogue } from '../../indicators/whole-catalogue.ts';
import { type Area, childrenOf, countiesOf } from '../../programme/areas.ts';
import type { Day } from '../../programme/calendar.ts';
import type { Language } from '../../text/languages.ts';
import type { Cell, Published } from '../data/data-cells.ts';
import type { Measuring } from '../data/measured-cells.ts';
import { type Observer, observeCells } from '../data/observations.ts';
import type { MeasuredQuestion } from '../data/selected-cells.ts';
import type { Asking } from '../shaped/asking.ts';
import { askingOf, type Chosen, chooseCells } from '../shaped/select.ts';
import type { Shape } from '../shaped/shape.ts';
import { shapes } from '../shaped/shapes.ts';
import type { PageCharts } from './page-data.ts';

/** Indicator by which the page ranks the areas below. */
const rankedBy = 'reloc.start_rate';

/**
 * Facts the burn-up reads at most, county by county and period by period: a city's last ten periods, of the province
 * only the newest. The whole of it is behind the link.
 */
const mostFacts = 130;
const mostPoints = 12;

/** One shaped answer of the page: what it asks, and the cells it reads. */
interface Drawn<Row> {
  readonly shape: Pick<Shape<Row>, 'arrange'>;
  readonly asking: Asking;
  readonly chosen: Chosen;
}

/** What the page's shaped answers read beside its own figures, and how they come of it. */
export interface ChosenCharts {
  /** Cells whose facts are to be read. */
  readonly cells: readonly Cell[];
  /** Of which areas reporting is to be measured; of none of a province: its uploads are too many to look through. */
  readonly reporting: MeasuredQuestion;
  draw(observe: Observer, reporting: Measuring): PageCharts;
}

/** Chooses the burn-up, the ranking, the waterfall, the ladder and the reporting grid of an area. */
export function chooseCharts(
  { code, level }: Area,
  published: Published,
  { today, language }: { readonly today: Day; readonly language: Language },
): ChosenCharts {
  const below = childrenOf(code).map((child) => child.code);
  const drawn = <Row>(
    shape: Shape<Row>,
    areas: readonly string[],
    { fill, narrow = (asking) => asking }: Choosing = asStored,
  ): Drawn<Row> => {
    const asking = narrow(askingOf(shape, questionOf(shape, areas, today), published));
    return { shape, asking, chosen: chooseCells(asking, published, { fill }) };
  };
  const points = Math.min(mostPoints, Math.max(1, Math.floor(mostFacts / countiesOf(code).length)));
  const newest = (asking: Asking): Asking => ({ ...asking, periods: asking.periods.slice(-points) });
  const progress = drawn(shapes.progress334, [code], { ...asStored, narrow: newest });
  const ranking = drawn(shapes.ranking, below);
  const waterfall = drawn(shapes.waterfall, [code]);
  const ladder = drawn(shapes.ladder, [code]);
  const reporters = level === 'province' ? [] : below.length > 0 ? below : [code];
  const { selection } = questionOf(shapes.completeness, reporters, today);
  return {
    cells: [progress, ranking, waterfall, ladder].flatMap(({ chosen }) => chosen.cells),
    reporting: { selection, vs: [], asOf: null },
    draw(observe, measuring) {
      const arrange = <Row>(
        { shape, asking, chosen }: Drawn<Row>,
        by: Observer = observe,
      ): readonly Row[] => {
        const opening = { by: asking.by, withTarget: asking.vs.includes('plan') };
        const observed = chosen.cells.map((cell) => by(cell, opening));
        return shape.arrange(chosen.figures(observed, { ...plainForm, language }), asking);
      };
      const sent: Observer = (cell, { by }) =>
        observeCells(
          [cell],
          measuring.facts,
          { by, withTarget: false },
          ({ indicator }) => !indicator.personal,
        );
      return {
        progress: arrange(progress),
        ranking: below.length > 0 ? arrange(ranking) : [],
        waterfall: arrange(waterfall),
        ladder: arrange(ladder),
        reporting:
          reporters.length > 0 ? arrange(drawn(shapes.completeness, reporters, measuring), sent) : [],
      };
    },
  };
}

/** How cells are chosen: what is measured of them, and what of the question is left out. */
interface Choosing extends Pick<Measuring, 'fill'> {
  readonly narrow?: (asking: Asking) => Asking;
}

/** Nothing of it is measured. */
const asStored: Choosing = { fill: (cell) => cell };

const plainForm = {
  labels: 'code',
  shape: 'long',
  decimals: null,
  money: null,
  share: null,
  vs: [],
} as const;

function questionOf<Row>({ fixed }: Shape<Row>, areas: readonly string[], today: Day) {
  const ids = fixed.indicator?.split(',') ?? [rankedBy];
  const indicators = wholeCatalogue.filter(({ id }) => ids.includes(id));
  const selection = { indicators, areas, periods: ['latest'], by: fixed.by ?? null, parameters: {} } as const;
  return { selection, year: null, today };
}
