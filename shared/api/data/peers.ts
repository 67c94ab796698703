import type { IndicatorDefinition } from '../../indicators/definition.ts';
import type { Observation } from '../../indicators/observation.ts';

/** Where a county stands among the counties of its city that have a value. */
export interface Standing {
  /** Dense: equal values share a rank and the next value has the next rank; 1 is best. */
  readonly rank: number;
  /** 1 is the best quarter: less than a quarter of the counties are better. */
  readonly quartile: number;
  /** Counties with a value, this one included. */
  readonly count: number;
}

/**
 * Ranks a county's value among its peers' (its own among them): the best first by the indicator's direction, the
 * greatest first where it has none. `null` where the county has no value.
 */
export function standingAmong(
  one: Pick<Observation, 'value'>,
  peers: readonly Pick<Observation, 'value'>[],
  { direction }: Pick<IndicatorDefinition, 'direction'>,
): Standing | null {
  if (one.value === null) return null;
  const merit = (value: number): number => {
    if (direction === 'zero') return -Math.abs(value);
    return direction === 'lower' ? -value : value;
  };
  const own = merit(one.value);
  const merits = peers.flatMap(({ value }) => (value === null ? [] : [merit(value)]));
  const better = merits.filter((other) => other > own);
  const count = merits.length;
  if (count === 0) return null;
  const quartile = Math.min(4, Math.floor((4 * better.length) / count) + 1);
  return { rank: new Set(better).size + 1, quartile, count };
}
