import { audienceBeyond } from '../../access/principal.ts';
import type { Audience } from '../../access/roles.ts';
import type { Facts } from '../../indicators/facts.ts';
import type { Observation } from '../../indicators/observation.ts';
import { observe } from '../../indicators/rollup.ts';
import { isWithin } from '../../programme/areas.ts';
import { Fault } from '../../records/fault.ts';
import { readFacts } from '../../records/read-published.ts';
import type { Cell, Published } from './data-cells.ts';
import type { ReadDeps } from './read-state.ts';
import { type FactsById, type Judge, releaseOf } from './release.ts';
import { scoreCell } from './score-cell.ts';

/** What cells are read with: what is published, and to whom it is shown. */
export interface Showing {
  readonly published: Published;
  /** What is published now, where that may not be compared with `published`. */
  readonly newest: Published | null;
  readonly audience: Audience;
  /** Area the asker's role reaches: figures beyond it, which are only compared with, are shown as to an analyst. */
  readonly scope: string;
  /** Figures of the cells that are measured when asked for; see measured-cells.ts. */
  readonly measured?: FactsById;
}

/** How a cell is observed: which breakdown is opened, and whether observations say their targets. */
export interface Opening {
  readonly by: string | null;
  readonly withTarget: boolean;
}

/** The observations of a cell that was read, as the audience is shown them. */
export type Observer = (cell: Cell, opening: Opening) => readonly Observation[];

/**
 * Reads the facts of cells, and those that decide what of them is shown, all in one step: the one way by which
 * figures come to an answer of `/v1/data`, to what is arranged of them, and to the page.
 */
export async function readObserver(
  { items, cache }: Pick<ReadDeps, 'items' | 'cache'>,
  cells: readonly Cell[],
  { published, newest, audience, scope, measured = new Map() }: Showing,
): Promise<Observer> {
  const isOwn = ({ area }: Cell): boolean => isWithin(area, scope);
  const all = cells.flatMap((cell) => [cell, ...(cell.parts ?? [])]);
  const stored = all.filter(({ indicator }) => indicator.measured === undefined);
  const own = releaseOf(stored.filter(isOwn), published, audience, newest);
  const beyond = releaseOf(
    stored.filter((cell) => !isOwn(cell)),
    published,
    audienceBeyond(audience),
    newest,
  );
  const refs = stored.flatMap((cell) => cell.counties.flatMap(({ ref }) => ref ?? []));
  const read = await readFacts(items, cache, [...refs, ...own.refs, ...beyond.refs]);
  const facts = new Map([...read, ...measured]);
  const [isShownOwn, isShownBeyond] = [own.judge(facts, cache), beyond.judge(facts, cache)];
  const isShown: Judge = (cell, one) => (isOwn(cell) ? isShownOwn : isShownBeyond)(cell, one);
  const graded = { by: null, isShown, withTarget: false, withGrade: true };
  return (cell, opening) => {
    if (!cell.parts) return observeCell(cell, facts, { ...opening, isShown });
    const shown = cell.parts.flatMap((part) => observeCell(part, facts, graded));
    return [scoreCell(cell, shown)];
  };
}

/** Reads cells and observes each. */
export async function readObservations(
  deps: ReadDeps,
  cells: readonly Cell[],
  showing: Showing & Opening,
): Promise<readonly (readonly Observation[])[]> {
  const observe = await readObserver(deps, cells, showing);
  return cells.map((cell) => observe(cell, showing));
}

/** Rolls every cell up from the facts of its counties, in the order asked. */
export function observeCells(
  cells: readonly Cell[],
  facts: FactsById,
  opening: Opening,
  isShown: Judge,
): readonly Observation[] {
  return cells.flatMap((cell) => observeCell(cell, facts, { ...opening, isShown }));
}

interface Observed extends Opening {
  readonly isShown: Judge;
  readonly withGrade?: boolean;
}

/**
 * The observations of a cell: one, or with a breakdown opened one for each of its values and the whole; what the
 * audience is not to see is suppressed (design.md: roll-up, then suppression, then formatting).
 */
function observeCell(
  cell: Cell,
  facts: FactsById,
  { by, isShown, withTarget, withGrade = false }: Observed,
): readonly Observation[] {
  const { indicator, area, period, parameters, counties } = cell;
  const seen = observe({
    indicator,
    area,
    period,
    parameters,
    by,
    counties: counties.map((county) => ({
      area: county.area,
      facts: county.ref ? factsOf(county.ref.id, facts) : null,
      lastReported: county.lastReported,
    })),
    expected: counties.length,
    withTarget,
    withGrade,
  });
  return seen.map((one) => (isShown(cell, one) ? one : suppressed(one)));
}

/** The observation without its figures and its colour, which says on which side of a limit they lie. */
function suppressed(one: Observation): Observation {
  const { target: _, grade: __, ...told } = one;
  return { ...told, value: null, numerator: null, denominator: null, rag: null, status: 'suppressed' };
}

/** Facts that a tree names and that were not read are a fault, never `no_data`. */
function factsOf(id: string, facts: FactsById): Facts {
  const found = facts.get(id);
  if (!found) throw new Fault('content_missing', `facts ${id}`);
  return found;
}

/** An observation as the endpoint writes it: members in the order of the documentation, rates to 6 decimals. */
export function representObservation(one: Observation): Observation {
  return {
    indicator: one.indicator,
    area: one.area,
    period: one.period,
    dataDate: one.dataDate,
    breakdown: one.breakdown,
    ...(one.name === undefined ? {} : { name: one.name }),
    parameters: one.parameters,
    value: one.value,
    numerator: one.numerator,
    denominator: one.denominator,
    unit: one.unit,
    status: one.status,
    rag: one.rag,
    coverage: Math.round(one.coverage * 1e6) / 1e6,
    lastReported: one.lastReported,
  };
}
