import type { Day } from '../programme/calendar.ts';
import { containsDay, type Period } from '../programme/periods.ts';
import type { ColumnStore } from './column-store.ts';

/** Names one (county, period) of a dataset. */
export function partName(area: string, period: Period): string {
  return `${area} ${period}`;
}

/**
 * The 截至 date of every part: the newest date its own rows state inside the period, else its sheets' (title,
 * or the period's last day). Rows of a dataset with a dataDate column that state none get the part's.
 */
export function settleDataDates(store: ColumnStore): ReadonlyMap<string, Day> {
  const column = store.values[store.columns.findIndex(({ name }) => name === 'dataDate')];
  const typed = new Map<string, Day>();
  const stated = new Map<string, Day>();
  const later = (days: Map<string, Day>, part: string, day: Day): void => {
    if (day > (days.get(part) ?? '')) days.set(part, day);
  };
  for (const [index, area] of store.area.entries()) {
    const period = store.period[index] ?? '';
    const part = partName(area, period);
    later(stated, part, store.sheetDate[index] ?? '');
    const own = column?.[index];
    if (typeof own === 'string' && containsDay(period, own)) later(typed, part, own);
  }
  const dates = new Map([...stated, ...typed]);
  if (column) {
    for (const [index, area] of store.area.entries()) {
      column[index] ??= dates.get(partName(area, store.period[index] ?? '')) ?? null;
    }
  }
  return dates;
}
