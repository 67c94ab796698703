import type { Day } from '../programme/calendar.ts';
import { containsDay, type Period } from '../programme/periods.ts';
import type { ColumnStore } from './column-store.ts';

/** Names one (county, period) of a dataset. */
export function partName(area: string, period: Period): string {
  return `${area} ${period}`;
}

/** The part of every row; rows that follow one another mostly share it. */
export function partNames({ area, period }: Pick<ColumnStore, 'area' | 'period'>): readonly string[] {
  const names: string[] = [];
  let name = '';
  for (let row = 0; row < area.length; row++) {
    if (row === 0 || area[row] !== area[row - 1] || period[row] !== period[row - 1])
      name = partName(area[row] ?? '', period[row] ?? '');
    names.push(name);
  }
  return names;
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
  const parts = partNames(store);
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? '';
    later(stated, part, store.sheetDate[index] ?? '');
    const own = column?.[index];
    if (typeof own === 'string' && containsDay(store.period[index] ?? '', own)) later(typed, part, own);
  }
  const dates = new Map([...stated, ...typed]);
  if (column) for (const [index, part] of parts.entries()) column[index] ??= dates.get(part) ?? null;
  return dates;
}
