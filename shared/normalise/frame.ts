import { areaOf, isWithin } from '../programme/areas.ts';
import type { Day } from '../programme/calendar.ts';
import { containsDay, containsPeriod, type Period, periodOfDay, spanOf } from '../programme/periods.ts';
import type { NormaliseContext } from './context.ts';
import type { FindingLog, Place } from './finding-log.ts';
import type { TitleFacts } from './title.ts';

/** Whose data a sheet holds and of when, settled from the object key and the lines above the table. */
export interface Frame {
  /** County, or city, of rows that state none; `null` in a city's file whose title names none. */
  readonly area: string | null;
  /** Area every stated county must lie in, canonical (`4312`, `431224`). */
  readonly within: string;
  readonly period: Period;
  /** The object key states the period: no row may state another. */
  readonly periodIsKeys: boolean;
  readonly dataDate: Day;
}

/** Why a sheet is refused as a whole, as a finding code with parameters. */
interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A city's table without a county column, whose title names the city, is of the city where that may be. */
function settleArea(title: TitleFacts, keyArea: string, wholeCity: boolean): string | null | Refusal {
  const key = areaOf(keyArea);
  if (!key) return { code: 'area_unknown', params: { found: keyArea } };
  const stated = title.area ? areaOf(title.area) : null;
  if (stated && !isWithin(stated.code, key.code) && !isWithin(key.code, stated.code)) {
    return { code: 'county_mismatch', params: { found: stated.zh, expected: key.zh } };
  }
  if (key.level === 'county') return key.code;
  const mayStand = stated?.level === 'county' || (wholeCity && stated?.level === 'city');
  return mayStand ? stated.code : null;
}

/** Whether a period stated in the file agrees with the key's: a label must be equal, a title only overlap. */
function agrees(stated: Period, key: Period, from: TitleFacts['periodFrom']): boolean {
  if (stated === key) return true;
  return from === 'title' && (containsPeriod(stated, key) || containsPeriod(key, stated));
}

function settlePeriod(title: TitleFacts, key: Period | null): Period | Refusal {
  if (!key) {
    const dated = title.dataDate ? periodOfDay(title.dataDate, 'xun') : null;
    return title.period ?? dated ?? title.yearPeriod ?? { code: 'period_missing', params: {} };
  }
  if (title.period && !agrees(title.period, key, title.periodFrom)) {
    return { code: 'period_mismatch', params: { found: title.period, expected: key } };
  }
  if (title.dataDate && !containsDay(key, title.dataDate)) {
    return { code: 'period_mismatch', params: { found: title.dataDate, expected: key } };
  }
  return key;
}

/**
 * Settles county, period and dataDate of a sheet (design.md, Object keys and Periods; F15, F38, F44). Returns
 * `null` after logging the reason when the file contradicts its key or states no period. `wholeCity`: rows that
 * name no county may be of the city.
 */
export function settleFrame(
  title: TitleFacts,
  context: NormaliseContext,
  log: FindingLog,
  place: Place,
  stated: { readonly area: Place; readonly period: Place } = { area: place, period: place },
  wholeCity = false,
): Frame | null {
  const area = settleArea(title, context.keyArea, wholeCity);
  if (area !== null && typeof area === 'object') {
    log.add('error', area.code, stated.area, area.params);
    return null;
  }
  const period = settlePeriod(title, context.keyPeriod);
  if (typeof period === 'object') {
    log.add('error', period.code, stated.period, period.params);
    return null;
  }
  if (!context.keyPeriod && !title.period && title.dataDate) {
    log.add('note', 'period_from_date', place, { found: title.dataDate, period });
  }
  const statedDay =
    title.dataDate ?? (title.reportedOn && containsDay(period, title.reportedOn) ? title.reportedOn : null);
  const dataDate = statedDay && containsDay(period, statedDay) ? statedDay : spanOf(period).last;
  if (dataDate !== statedDay && title.dataDate) {
    log.add('warning', 'date_outside_period', place, { found: title.dataDate, expected: period });
  }
  return {
    area,
    within: areaOf(context.keyArea)?.code ?? context.keyArea,
    period,
    periodIsKeys: context.keyPeriod !== null,
    dataDate,
  };
}
