import type { IndicatorDefinition } from '../indicators/definition.ts';
import type { Component, Facts, Labels } from '../indicators/facts.ts';
import { breakdownSums, type Figure, type Place, valuesOf, withinCounties } from './breakdown-cells.ts';
import type { Cube, CubeCell, CubeSum, Quantity } from './cube.ts';
import { type Form, form } from './echelon.ts';
import { additions, countedElsewhere, measuresOf } from './measures.ts';
import { withheld } from './released.ts';

/** A total of the cube: some counties of the city together, by a name of its own. */
export interface Total {
  readonly name: string;
  readonly counties: readonly string[];
}

/** The facts of one family in the counties of a city on one day, and the totals that are served of them. */
export interface CitySlice {
  readonly counties: readonly Pick<Facts, 'area' | 'components'>[];
  /** From the smallest to the largest, each holding the one before. */
  readonly totals: readonly Total[];
  /** Indicators of the family, those included that are not suppressed. */
  readonly definitions: readonly IndicatorDefinition[];
}

/** Name of a cell: where, which indicator, which setting of its parameters, which breakdown cell (`{}`: the whole). */
export function cellKey(place: string, indicator: string, parameters: Labels, breakdown: Labels): string {
  return [place, indicator, textOf(parameters), textOf(breakdown)].join(' | ');
}

function textOf(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(',');
}

/**
 * The released cube of one family, city and day for an audience of k: a cell per indicator, setting, breakdown cell
 * and area, the sums of counties to the totals and of breakdown cells to the whole, and what is known to hold
 * between indicators.
 */
export function familyCube({ counties, totals, definitions }: CitySlice, k: number): Cube {
  const told = openMeasures(definitions);
  const cells: CubeCell[] = [];
  const sums: CubeSum[] = [];
  for (const indicator of definitions) {
    if (!indicator.personal || withheld[indicator.id] !== undefined) continue;
    for (const parameters of settingsOf(indicator, counties)) {
      const places = placesOf(indicator, parameters, counties, totals);
      const keyAt = (place: Place, breakdown: Labels): string =>
        cellKey(place.name, indicator.id, parameters, breakdown);
      const put = (place: Place, breakdown: Labels, figure: Figure, isImplicit: boolean): void => {
        const scope = `${textOf(parameters)} | ${textOf(breakdown)} | ${place.name}`;
        const parts = place.inside.map((part) => part.figureOf(breakdown));
        const isOpen = (measure: string) => told.has(openName(measure, Object.keys(breakdown)));
        const quantity = quantities({ indicator, scope, isOpen, parts, k });
        const rank = (place.isTotal ? 2 : 0) + (Object.keys(breakdown).length > 0 ? 0 : 1);
        const { num, den } = { num: quantity('num', figure), den: quantity('den', figure) };
        cells.push({ key: keyAt(place, breakdown), num, den, n: figure.n, rank, isImplicit });
      };
      for (const place of places) {
        put(place, {}, place.figureOf({}), false);
        sums.push(...areaSums(place, (part) => keyAt(part, {})));
      }
      const open = (name: string, divided: readonly Place[]): void => {
        const partition = breakdownSums(name, valuesOf(name, divided), divided);
        for (const { place, breakdown, figure, isRest } of partition) {
          put(place, breakdown, figure, isRest);
          sums.push(...areaSums(place, (part) => keyAt(part, breakdown)));
        }
        for (const place of partition.length > 0 ? divided : []) {
          const own = partition.filter((cell) => cell.place === place);
          sums.push({ total: keyAt(place, {}), parts: own.map(({ breakdown }) => keyAt(place, breakdown)) });
        }
      };
      for (const name of indicator.breakdowns) {
        if (!withinCounties.has(name)) open(name, places);
        else for (const place of places.filter(({ isTotal }) => !isTotal)) open(name, [place]);
      }
    }
  }
  return { cells, sums, identities: identitiesOf(cells) };
}

/** What indicators that are never suppressed count, as a whole and by their breakdowns. */
function openMeasures(definitions: readonly IndicatorDefinition[]): ReadonlySet<string> {
  return new Set(
    definitions
      .filter(({ personal }) => !personal)
      .flatMap((one) =>
        Object.values(measuresOf(one)).flatMap((measure) =>
          [[], ...one.breakdowns.map((name) => [name])].map((names) => openName(measure, names)),
        ),
      ),
  );
}

function openName(measure: string, breakdowns: readonly string[]): string {
  return [measure, ...breakdowns].join(' by ');
}

/** Counties add up to a total, and so do the total before it and the counties that it lacks. */
function areaSums(place: Place, key: (place: Place) => string): readonly CubeSum[] {
  if (!place.isTotal) return [];
  const sum = (parts: readonly Place[]): CubeSum => ({ total: key(place), parts: parts.map(key) });
  const { smaller } = place;
  if (!smaller) return [sum(place.inside)];
  const further = place.inside.filter((county) => !smaller.inside.includes(county));
  return [sum(place.inside), sum([smaller, ...further])];
}

function settingsOf({ id }: IndicatorDefinition, counties: CitySlice['counties']): readonly Labels[] {
  const own = counties.flatMap(({ components }) => components.filter((one) => one.indicator === id));
  const settings = new Map(own.map(({ parameters }) => [textOf(parameters), parameters]));
  return [...settings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parameters]) => parameters);
}

function placesOf(
  { id }: IndicatorDefinition,
  parameters: Labels,
  counties: CitySlice['counties'],
  totals: readonly Total[],
): readonly Place[] {
  const inOrder = [...counties].sort((a, b) => (a.area < b.area ? -1 : 1));
  const own = inOrder.flatMap(({ area, components }): readonly Place[] => {
    const found = components.filter(
      (one) => one.indicator === id && textOf(one.parameters) === textOf(parameters),
    );
    if (found.length === 0) return [];
    const labels = found.map(({ breakdown }) => breakdown);
    const figures = new Map(found.map((one) => [textOf(one.breakdown), figureOf(one)]));
    const at = (breakdown: Labels) => figures.get(textOf(breakdown)) ?? nothing;
    return [{ name: area, isTotal: false, inside: [], smaller: null, labels, figureOf: at }];
  });
  const all: Place[] = [...own];
  let smaller: Place | null = null;
  for (const { name, counties: members } of totals) {
    const inside = own.filter((county) => members.includes(county.name));
    const place: Place = {
      name,
      isTotal: true,
      inside,
      smaller,
      labels: inside.flatMap(({ labels }) => labels),
      figureOf: (breakdown) => addFigures(inside.map((county) => county.figureOf(breakdown))),
    };
    all.push(place);
    smaller = place;
  }
  return all;
}

const nothing: Figure = { num: 0, den: 0, n: 0 };

/** Of people nobody counted there is one for each below the line. */
function figureOf({ num, den, n, notApplicable }: Component): Figure {
  return notApplicable ? nothing : { num, den, n: n ?? den };
}

function addFigures(figures: readonly Figure[]): Figure {
  return figures.reduce((a, b) => ({ num: a.num + b.num, den: a.den + b.den, n: a.n + b.n }), nothing);
}

/** Makes the quantities of one place and breakdown cell: named by what they count, public where others tell it. */
function quantities(of: {
  readonly indicator: IndicatorDefinition;
  readonly scope: string;
  readonly isOpen: (measure: string) => boolean;
  readonly parts: readonly Figure[];
  readonly k: number;
}): (side: 'num' | 'den', figure: Figure) => Quantity {
  const measures = measuresOf(of.indicator);
  const { countUnit } = of.indicator;
  return (side, figure) => {
    const measure = measures[side];
    const counts = [figure, ...of.parts].map((one) => one[side]);
    const isTold = countedElsewhere.has(measure) && counts.every((count) => count === 0 || count >= of.k);
    return {
      variable: `${measure} | ${of.scope}`,
      value: figure[side],
      isMoney: side === 'num' ? countUnit.startsWith('分') : countUnit === '分',
      isPublic: of.isOpen(measure) || isTold,
    };
  };
}

/** The additions of measures, wherever a cell counts them all. */
function identitiesOf(cells: readonly CubeCell[]): readonly Form[] {
  const variables = new Set(cells.flatMap(({ num, den }) => [num.variable, den.variable]));
  return additions.flatMap(({ sum, of }) => {
    const scopes = [...variables].filter((name) => name.startsWith(`${sum} | `));
    return scopes
      .map((name) => name.slice(sum.length))
      .filter((scope) => of.every((part) => variables.has(part + scope)))
      .map((scope) => form([[sum + scope, -1], ...of.map((part) => [part + scope, 1] as const)]));
  });
}
