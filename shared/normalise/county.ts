import { type Area, areaOf, childrenOf, isWithin, resolveCounty, resolveRegion } from '../programme/areas.ts';
import { isMissing, narrowText } from '../text/clean.ts';
import { foldWord } from '../text/fold.ts';
import type { CellValue } from '../workbook/source.ts';
import { leadingArea } from './title.ts';

const otherUnits = /^(?:市本级|市直|省直|全市)$/;

/** What a county cell says, by the code of a county or, where the contract allows it, a city; `outside` is one that lies out of the key's area (F38). */
export type CountyReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'county'; readonly code: string }
  | { readonly kind: 'outside'; readonly code: string }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

let areaNames: ReadonlySet<string> | null = null;

function namesBelow(code: string): readonly string[] {
  return childrenOf(code).flatMap((area) => [area.zh, ...area.shortNames, ...namesBelow(area.code)]);
}

/** A text is shown only where it names an area of the country, or the units that stand beside counties. */
function shown(text: string): string {
  areaNames ??= new Set(
    Array.from({ length: 90 }, (_, index) => areaOf(String(index + 10))).flatMap((area) =>
      area ? [area.zh, ...area.shortNames, ...namesBelow(area.code)] : [],
    ),
  );
  return areaNames.has(text) || otherUnits.test(text) ? text : '*';
}

/** What county cells are read with; `cityRows` as in the contract. */
interface Scope {
  readonly province: string;
  readonly within: string;
  readonly cityRows: boolean;
}

function read(text: string, { province, within, cityRows }: Scope): CountyReading {
  const place = ({ code }: Area): CountyReading => ({
    kind: isWithin(code, within) ? 'county' : 'outside',
    code,
  });
  /** A county's file says nothing of the city it lies in. */
  const mayStand = ({ code, level }: Area): boolean =>
    level === 'county' ||
    (cityRows && level === 'city' && (isWithin(code, within) || !isWithin(within, code)));
  if (/^\d{6,12}$/.test(text)) {
    const area = areaOf(text.slice(0, 6));
    if (area && mayStand(area)) return place(area);
    return {
      kind: 'refused',
      code: area ? 'not_a_county' : 'unknown_county',
      params: { found: area?.zh ?? '*' },
    };
  }
  const name = foldWord(text);
  const resolved = resolveCounty(name, province);
  if (resolved && 'ambiguous' in resolved) {
    const names = resolved.ambiguous.map((code) => areaOf(code)?.zh ?? code).join('、');
    return { kind: 'refused', code: 'ambiguous_county', params: { found: shown(name), expected: names } };
  }
  const county = areaOf(resolved?.code ?? leadingArea(name, province, false) ?? '');
  if (county?.level === 'county') return place(county);
  const region = resolveRegion(name, province);
  if (region && mayStand(region)) return place(region);
  return {
    kind: 'refused',
    code: region || otherUnits.test(name) ? 'not_a_county' : 'unknown_county',
    params: { found: shown(name) },
  };
}

/**
 * Reads county cells by code or name inside one province (domain.md §7); remembers what it has read. With
 * `cityRows` a city is read as a county is. 市本级 and 市直 are offices, not the city, and are refused.
 */
export function countyReader(
  province: string,
  within: string,
  cityRows = false,
): (cell: CellValue) => CountyReading {
  const scope = { province, within, cityRows };
  const known = new Map<string, CountyReading>();
  return (cell) => {
    if (cell === null) return { kind: 'blank' };
    if (typeof cell === 'object' || typeof cell === 'boolean') {
      return { kind: 'refused', code: 'unknown_county', params: { found: '*' } };
    }
    const raw = String(cell);
    const seen = known.get(raw);
    if (seen) return seen;
    const text = narrowText(raw);
    const reading: CountyReading = isMissing(text) ? { kind: 'blank' } : read(text, scope);
    if (known.size < 2_000) known.set(raw, reading);
    return reading;
  };
}
