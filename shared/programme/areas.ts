import gb2260 from './areas.data.json' with { type: 'json' };
import { acceptedNames, ambiguousNames, englishNames, laterCodes, zones } from './areas-overlay.ts';

/** An administrative unit by its GB/T 2260 code: `43`, `4312` or `431224` (domain.md §7). */
export interface Area {
  readonly code: string;
  readonly level: 'province' | 'city' | 'county';
  readonly zh: string;
  readonly en: string | null;
  readonly parent: string | null;
  /** Further names a file may use, Simplified. */
  readonly shortNames: readonly string[];
}

const names: Readonly<Record<string, string>> = { ...gb2260, ...zones };
const cityNames = ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'];

/** `430000` → `43`, `431200` → `4312`; anything else unchanged. */
function canonical(code: string): string {
  // Asked for every row of every file: most codes are counties' and need no pattern.
  if (!code.endsWith('00')) return laterCodes[code] ?? code;
  if (/^\d\d0000$/.test(code)) return code.slice(0, 2);
  if (/^\d{4}00$/.test(code)) return code.slice(0, 4);
  return laterCodes[code] ?? code;
}

function shortNamesOf(code: string, zh: string): readonly string[] {
  const accepted = acceptedNames[code] ?? [];
  const bare =
    zh.length > 2 && !/(自治县|管理区|示范区|园区|开发区|经济开发区)$/.test(zh)
      ? zh.replace(/[县区市省]$/, '')
      : zh;
  const usable = bare !== zh && ambiguousNames[bare] === undefined ? [bare] : [];
  return [...new Set([...usable, ...accepted])];
}

function build(): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  for (const six of Object.keys(names).sort()) {
    const zh = names[six] ?? '';
    const code = canonical(six);
    const isCity = code.length === 4;
    if (code.length === 6 && cityNames.includes(zh)) continue;
    const parent = code.length === 2 ? null : code.slice(0, isCity ? 2 : 4);
    const level = code.length === 2 ? 'province' : isCity ? 'city' : 'county';
    const en = englishNames[code] ?? null;
    areas.set(code, { code, level, zh, en, parent, shortNames: shortNamesOf(code, zh) });
  }
  return areas;
}

const areas = build();
const children = new Map<string, Area[]>();
for (const area of areas.values()) {
  if (!area.parent) continue;
  const siblings = children.get(area.parent) ?? [];
  siblings.push(area);
  children.set(area.parent, siblings);
}

/** The area of a code (`431200` and `430000` are accepted for `4312` and `43`), or `null`. */
export function areaOf(code: string): Area | null {
  return areas.get(canonical(code)) ?? null;
}

/** Areas directly below: of a province its cities, of a city its county-level units, by code. */
export function childrenOf(code: string): readonly Area[] {
  return children.get(canonical(code)) ?? [];
}

/** Six-digit codes of all county-level units inside an area; a county gives itself. */
export function countiesOf(code: string): readonly string[] {
  const area = areaOf(code);
  if (!area) return [];
  if (area.level === 'county') return [area.code];
  return childrenOf(area.code).flatMap((child) => countiesOf(child.code));
}

/** Whether an area lies inside another one (an area lies inside itself). */
export function isWithin(code: string, area: string): boolean {
  return canonical(code).startsWith(canonical(area));
}

/** Every area within one, itself first, by code. */
export function areasWithin(outer: string): readonly Area[] {
  const known = insides.get(outer);
  if (known) return known;
  const found = [...areas.values()]
    .filter((area) => isWithin(area.code, outer))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  if (areas.has(outer)) insides.set(outer, found);
  return found;
}

const insides = new Map<string, readonly Area[]>();

/** Every area of a province, itself first, by code. */
export function areasOfProvince(province: string): readonly Area[] {
  return areasWithin(province);
}

const indexes = new Map<string, ReadonlyMap<string, readonly Area[]>>();

function nameIndex(province: string): ReadonlyMap<string, readonly Area[]> {
  const known = indexes.get(province);
  if (known) return known;
  const index = new Map<string, Area[]>();
  for (const area of areasOfProvince(province)) {
    for (const name of new Set([area.zh, ...area.shortNames])) {
      index.set(name, [...(index.get(name) ?? []), area]);
    }
  }
  indexes.set(province, index);
  return index;
}

/**
 * Finds a county-level unit by a name folded to Simplified Chinese, inside one province: names repeat
 * nationally. A leading province or city name is taken off. Bare 洪江 is ambiguous: 洪江市 or 洪江管理区.
 */
export function resolveCounty(
  name: string,
  province: string,
): { readonly code: string } | { readonly ambiguous: readonly string[] } | null {
  const shared = ambiguousNames[name];
  if (shared) return { ambiguous: shared };
  const index = nameIndex(province);
  const found = (index.get(name) ?? []).filter((area) => area.level === 'county');
  if (found.length === 1 && found[0]) return { code: found[0].code };
  if (found.length > 1) return { ambiguous: found.map((area) => area.code) };
  for (const area of areasOfProvince(province)) {
    if (area.level !== 'county' && name.startsWith(area.zh) && name.length > area.zh.length) {
      return resolveCounty(name.slice(area.zh.length), province);
    }
  }
  return null;
}

/** Finds a city or the province itself by its name; counties are found by {@link resolveCounty}. */
export function resolveRegion(name: string, province: string): Area | null {
  return (nameIndex(province).get(name) ?? []).find((area) => area.level !== 'county') ?? null;
}
