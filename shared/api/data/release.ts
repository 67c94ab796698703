import { audienceName } from '../../access/principal.ts';
import type { Audience } from '../../access/roles.ts';
import { wholeCell } from '../../indicators/breakdowns.ts';
import { catalogue, catalogueVersion } from '../../indicators/catalogue.ts';
import type { Facts } from '../../indicators/facts.ts';
import type { Observation } from '../../indicators/observation.ts';
import { withinCounties } from '../../privacy/breakdown-cells.ts';
import { cityOf, type DayCube, dayCubeOf, totalName, wholeCities } from '../../privacy/day-cubes.ts';
import { cellKey } from '../../privacy/family-cube.ts';
import { smallestGroup } from '../../privacy/levels.ts';
import { type Mask, maskOf } from '../../privacy/mask.ts';
import { maskVersion } from '../../privacy/released.ts';
import type { Day } from '../../programme/calendar.ts';
import { spanOf } from '../../programme/periods.ts';
import { contentId } from '../../records/ids.ts';
import { atPeriod, splitAtPeriod } from '../../records/keys.ts';
import type { FactsRef, ReadCache } from '../../records/read-published.ts';
import type { Cell, Published } from './data-cells.ts';

/** Facts by their id. */
export type FactsById = ReadonlyMap<string, Facts>;

/** Whether an audience is shown an observation that one cell rolls up to. */
export type Judge = (cell: Cell, one: Observation) => boolean;

/** What is to be read before it is known which of the asked cells an audience is shown, and how to know then. */
export interface Release {
  /** Facts that decide beside those that answer: a mask is made of the whole city, whatever is asked of it. */
  readonly refs: readonly FactsRef[];
  /** What the answer hangs on by its audience, for its entity tag. */
  readonly content: readonly string[];
  judge(facts: FactsById, cache: Pick<ReadCache, 'masks'>): Judge;
}

/** Counties whose published state an answer to an audience needs: where there is a k, those of the whole city. */
export function countiesToRead(counties: readonly string[], audience: Audience): readonly string[] {
  return audience === 'own' ? counties : wholeCities(counties);
}

/**
 * What of the cells asked an audience is shown: all of them, or by the masks of their cities. Where what is asked is
 * what was published at an earlier time, `newest` is what is published now: a cube of which anything has changed
 * since is not shown as it was, for the difference to what it is now may be one person.
 */
export function releaseOf(
  cells: readonly Cell[],
  published: Published,
  audience: Audience,
  newest: Published | null = null,
): Release {
  const k = smallestGroup(audience);
  const name = audienceName(audience);
  if (k === null) return { refs: [], content: [name], judge: () => () => true };
  const cubes = cubesBehind(cells, published).filter((cube) => newest === null || stillStands(cube, newest));
  return {
    refs: cubes.flatMap(({ refs }) => refs),
    content: [name, maskVersion, ...cubes.map(contentOf)],
    judge(facts, cache) {
      const masks = new Map(cubes.map((cube) => [cube.name, maskFor(cube, facts, k, cache)]));
      const maskAt = ({ family, area, period }: FactsRef): Mask =>
        masks.get(nameOf(cityOf(area), family, period)) ?? new Set();
      return (cell, one) =>
        !cell.indicator.personal || one.status === 'no_data' || isReleased(cell, one, facts, maskAt);
    },
  };
}

interface CubeFacts extends DayCube {
  readonly city: string;
  readonly family: string;
  readonly day: Day;
  readonly refs: readonly FactsRef[];
}

const nameOf = (city: string, family: string, period: string): string =>
  `${city} ${family} ${spanOf(period).last}`;

/** The cubes of all days that the personal indicators asked are selected at. */
function cubesBehind(cells: readonly Cell[], published: Published): readonly CubeFacts[] {
  const cubes = new Map<string, CubeFacts>();
  const selected = cells.filter(({ indicator }) => indicator.personal).flatMap(({ counties }) => counties);
  for (const ref of selected.flatMap((county) => county.ref ?? [])) {
    const name = nameOf(cityOf(ref.area), ref.family, ref.period);
    const place = { city: cityOf(ref.area), family: ref.family, day: spanOf(ref.period).last };
    if (!cubes.has(name)) cubes.set(name, cubeIn(place, published));
  }
  return [...cubes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function stillStands(cube: CubeFacts, newest: Published): boolean {
  return contentOf(cubeIn(cube, newest)) === contentOf(cube);
}

function cubeIn(
  { city, family, day }: Pick<CubeFacts, 'city' | 'family' | 'day'>,
  published: Published,
): CubeFacts {
  const factsOf = (county: string) => published.get(county)?.facts ?? {};
  const cube = dayCubeOf(city, family, day, (county) =>
    Object.keys(factsOf(county))
      .map(splitAtPeriod)
      .filter((one) => one.name === family)
      .map((one) => one.period),
  );
  const refs = cube.counties.flatMap((county): readonly FactsRef[] => {
    const id = factsOf(county.area)[atPeriod(family, county.period)];
    return id === undefined ? [] : [{ ...county, family, id }];
  });
  return { ...cube, city, family, day, refs };
}

function contentOf({ name, refs, totals }: CubeFacts): string {
  return [name, ...refs.map(({ id }) => id), ...totals.map((total) => total.name)].join('\n');
}

/** A mask follows from its facts and the audience alone, so it is kept by them: for every snapshot and query. */
function maskFor(cube: CubeFacts, facts: FactsById, k: number, { masks }: Pick<ReadCache, 'masks'>): Mask {
  const id = contentId('mask', [String(k), maskVersion, catalogueVersion, contentOf(cube)]);
  const known = masks.get(id);
  if (known) return known;
  const counties = cube.refs.flatMap((ref) => facts.get(ref.id) ?? []);
  const definitions = catalogue.filter(({ family }) => family === cube.family);
  const mask = maskOf({ counties, totals: cube.totals, definitions }, k);
  masks.set(id, mask);
  return mask;
}

/**
 * A county's cell and a city's total of one day are released as the mask says. A total over counties at different
 * days, or of what their sites leave, stands in no mask and is released when each of them is, and a province's when
 * each of its cities' is: it tells nothing that could not be added up. A site's is its county's own.
 */
function isReleased(
  { indicator, area, parameters, counties }: Cell,
  { breakdown }: Observation,
  facts: FactsById,
  maskAt: (ref: FactsRef) => Mask,
): boolean {
  const opened = Object.values(breakdown).includes(wholeCell) ? {} : breakdown;
  const within = Object.keys(opened).some((name) => withinCounties.has(name));
  const isShown = (place: string, ref: FactsRef) =>
    maskAt(ref).has(cellKey(place, indicator.id, parameters, opened));
  const isShownIfSaid = (ref: FactsRef) =>
    !says(facts.get(ref.id), cellKey('', indicator.id, parameters, within ? opened : {})) ||
    isShown(ref.area, ref);
  const all = counties.flatMap(({ ref }) => ref ?? []);
  return [...new Set(all.map((ref) => cityOf(ref.area)))].every((city) => {
    const refs = all.filter((ref) => cityOf(ref.area) === city);
    const [first] = refs;
    if (!first) return true;
    if (area.length === 6) return isShown(first.area, first);
    if (within) return refs.every(isShownIfSaid);
    const days = new Set(refs.map(({ period }) => spanOf(period).last));
    if (days.size === 1) return isShown(totalName(refs.map((ref) => ref.area)), first);
    return refs.every(isShownIfSaid);
  });
}

function says(facts: Facts | undefined, wanted: string): boolean {
  return (facts?.components ?? []).some(
    (one) => cellKey('', one.indicator, one.parameters, one.breakdown) === wanted,
  );
}
