import {
  areaOf,
  areasOfProvince,
  childrenOf,
  isWithin,
  resolveCounty,
  resolveRegion,
} from '../../programme/areas.ts';
import { type QueryError, queryError } from '../http/problem.ts';

/** Area codes a query names, or what is wrong with them. */
export interface ReadAreas {
  readonly areas: readonly string[];
  readonly errors: readonly QueryError[];
}

/** The province's code that a person meant by a name, or the known area above an unknown code. */
function meant(text: string, province: string): string | null {
  const digits = /^\d+/.exec(text)?.[0] ?? '';
  for (const length of [6, 4, 2]) {
    const above = digits.length >= length ? provinceArea(digits.slice(0, length), province) : null;
    if (above) return above;
  }
  const county = resolveCounty(text, province);
  return county && 'code' in county ? county.code : (resolveRegion(text, province)?.code ?? null);
}

/** Canonical code of an area of the province (`431200` is `4312`), or `null`. */
export function provinceArea(text: string, province: string): string | null {
  const area = /^\d{2}(\d{2}(\d{2})?)?$/.test(text) ? areaOf(text) : null;
  return area && isWithin(area.code, province) ? area.code : null;
}

/** Reads one area code of the province; the error names what was likely meant. */
export function readArea(text: string, province: string): { area: string } | { error: QueryError } {
  const area = provinceArea(text, province);
  if (area) return { area };
  const allowed = areasOfProvince(province).map((one) => one.code);
  const didYouMean = meant(text, province);
  return { error: queryError({ name: 'area', code: 'unknown_area', value: text, allowed, didYouMean }) };
}

/**
 * Reads `area=4312,431224,children(4312)`: codes of the province, and `children(code)` for the areas
 * directly below one. Each area once, in the order asked.
 */
export function readAreas(text: string, province: string): ReadAreas {
  const areas = new Set<string>();
  const errors: QueryError[] = [];
  for (const term of text.split(',').map((part) => part.trim())) {
    const parent = /^children\((.*)\)$/i.exec(term)?.[1]?.trim();
    const read = readArea(parent ?? term, province);
    if ('error' in read) {
      errors.push(parent === undefined ? read.error : inChildren(read.error, term));
      continue;
    }
    const below = parent === undefined ? null : childrenOf(read.area);
    if (below?.length === 0) errors.push(childless(term, province));
    for (const area of below?.map((child) => child.code) ?? [read.area]) areas.add(area);
  }
  return { areas: [...areas], errors };
}

function inChildren(error: QueryError, value: string): QueryError {
  const didYouMean = error.didYouMean === null ? null : `children(${error.didYouMean})`;
  return queryError({ ...error, value, didYouMean });
}

function childless(value: string, province: string): QueryError {
  const parents = areasOfProvince(province).filter((area) => childrenOf(area.code).length > 0);
  const allowed = parents.map((area) => `children(${area.code})`);
  return queryError({ name: 'area', code: 'area_without_children', value, allowed });
}
