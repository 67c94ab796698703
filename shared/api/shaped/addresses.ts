import { wholeCell } from '../../indicators/breakdowns.ts';
import { catalogue } from '../../indicators/catalogue.ts';
import type { Asking } from './asking.ts';
import type { Place } from './figures.ts';
import type { ShapedRow } from './rows.ts';

/** Indicators `/v1/explain` can walk down: those that are published, not those measured when asked. */
const explained = new Set(catalogue.filter(({ measured }) => measured === undefined).map(({ id }) => id));

/**
 * Where a row's numbers stand in `/v1/data`, for all the indicators it is made of, and where the first of them is from.
 */
export function addresses(
  { area, asked, cell }: Pick<Place, 'area' | 'asked' | 'cell'>,
  indicators: readonly string[],
  { by, parameters, vs }: Pick<Asking, 'by' | 'parameters' | 'vs'>,
): Pick<ShapedRow, 'href' | 'explain'> {
  const [first = ''] = indicators;
  const settings = Object.entries(parameters);
  const figure = (ids: string) => [
    ['indicator', ids],
    ['area', area],
    ['period', asked],
  ];
  const opened = by === null ? [] : [['by', by]];
  const value = cell === null || cell === wholeCell ? [] : [...opened, ['value', cell]];
  return {
    href: address('/v1/data', [
      ...figure(indicators.join(',')),
      ...opened,
      ...settings,
      ...(vs.length === 0 ? [] : [['vs', vs.join(',')]]),
    ]),
    explain: explained.has(first) ? address('/v1/explain', [...figure(first), ...value, ...settings]) : null,
  };
}

function address(path: string, query: readonly (readonly string[])[]): string {
  return `${path}?${query.map((pair) => pair.join('=')).join('&')}`;
}
