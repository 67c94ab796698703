import { areaOf, isWithin } from '../programme/areas.ts';
import { type Period, parsePeriod } from '../programme/periods.ts';

/** What an object key says: `<area6>/<period>/<file name>`, or `<area6>/<file name>` (design.md). */
export interface InboxKey {
  /** Canonical code: `431224`, or `4312` for a city's key `431200/…`. */
  readonly area: string;
  /** The six digits as typed. */
  readonly area6: string;
  readonly period: Period | null;
  readonly fileName: string;
}

/**
 * Reads an object key; `null` when its first part is no area of the province, its second of three or more no
 * period, or there is no file name. A mistyped period is never passed over.
 */
export function parseInboxKey(key: string, province: string): InboxKey | null {
  const [area6 = '', second = '', ...rest] = key.split('/');
  const area = /^\d{6}$/.test(area6) ? areaOf(area6) : null;
  if (!area || !isWithin(area.code, province)) return null;
  const period = rest.length > 0 ? (parsePeriod(second)?.period ?? null) : null;
  if (rest.length > 0 && period === null) return null;
  const fileName = rest.length > 0 ? rest.join('/') : second;
  return fileName === '' ? null : { area: area.code, area6, period, fileName };
}
