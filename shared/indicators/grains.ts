import type { IndicatorDefinition } from './definition.ts';

/** What an indicator can be asked of, the smallest first: a settlement site 安置点 by `by=site`, the rest as areas. */
export type AreaGrain = 'site' | 'county' | 'city' | 'province';

/** The grains of an indicator (domain.md §5): every one is a county's and rolls up from there. */
export function grainsOf({ breakdowns }: Pick<IndicatorDefinition, 'breakdowns'>): readonly AreaGrain[] {
  const areas = ['county', 'city', 'province'] as const;
  return breakdowns.includes('site') ? ['site', ...areas] : areas;
}
