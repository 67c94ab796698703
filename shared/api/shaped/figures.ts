import type { Observation } from '../../indicators/observation.ts';
import type { Versus } from '../data/comparisons.ts';
import type { ResultRow } from '../data/result/row.ts';

/** One observation of `/v1/data` that a shaped answer is made of, as its audience is shown it. */
export interface Figure {
  readonly one: Observation;
  /** What it is held against, as it is served. */
  readonly vs: Versus | null;
  /** The same in the form asked for. */
  readonly shown: ResultRow;
}

/** All figures of one area, period and cell of the breakdown. */
export interface Place {
  readonly area: string;
  /** The period they were asked for, and the one they speak of. */
  readonly asked: string;
  readonly period: string;
  /** Value of the opened breakdown; `null` where none is. */
  readonly cell: string | null;
  of(indicator: string): Figure | null;
}

/** Figures by what they speak of, in the order asked. */
export function placesOf(figures: readonly Figure[], by: string | null): readonly Place[] {
  const places = new Map<string, Map<string, Figure>>();
  for (const figure of figures) {
    const { one, shown } = figure;
    const name = JSON.stringify([one.area, shown.asked, cellOf(one, by)]);
    const found = places.get(name) ?? new Map<string, Figure>();
    places.set(name, found.set(one.indicator, figure));
  }
  return [...places.values()].flatMap((own): readonly Place[] => {
    const [first] = own.values();
    if (!first) return [];
    const { area } = first.one;
    const period = [...own.values()].map(({ one }) => one.period).find((one) => one !== 'latest') ?? 'latest';
    const cell = cellOf(first.one, by);
    return [{ area, asked: first.shown.asked, period, cell, of: (indicator) => own.get(indicator) ?? null }];
  });
}

function cellOf({ breakdown }: Observation, by: string | null): string | null {
  const value = by === null ? undefined : breakdown[by];
  return value === undefined ? null : String(value);
}
