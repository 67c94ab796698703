import { containsDay, type Period, parsePeriod, periodOfDay } from '../../programme/periods.ts';
import { isMissing, narrowText, saysNone } from '../../text/clean.ts';
import { toSimplified } from '../../text/traditional.ts';
import type { CellValue } from '../../workbook/source.ts';
import { periodIn } from '../title.ts';
import { arabicDate, type DateContext, readDate } from './date.ts';
import { blank, type Reading, refused } from './reading.ts';

/** 2017年, 2017年度; 2017.4, 2017/04, 201704, 2017年4月; 4月下旬 of the file's year. */
const yearOnly = /^(\d{4})年?度?$/;
const monthOnly = /^(\d{4})[-./年]?(\d{1,2})月?份?$/;
const yearless = /^\d{1,2}月(?:份|[上中下]旬)?$/;

function named(text: string, year: number | null): Period | null {
  const canonical = parsePeriod(text.toUpperCase())?.period;
  if (canonical) return canonical;
  const whole = yearless.test(text) && year !== null ? `${year}年${text}` : text;
  const found = periodIn(whole) ?? parsePeriod(yearOnly.exec(whole)?.[1] ?? '')?.period;
  if (found) return found;
  const [, typedYear, month = ''] = monthOnly.exec(whole) ?? [];
  return parsePeriod(`${typedYear}-${month.padStart(2, '0')}`)?.period ?? null;
}

/**
 * Reads a reporting period (domain.md §4, Period grammar): its canonical form, 2017年4月下旬, 2017年4月, 2017年第2季度,
 * 2017年. A day stands for the file's own period where it lies in it, else for its 旬. A month typed as the number
 * 2017.1 may be October and is refused (DT17).
 */
export function readPeriod(cell: CellValue, context: DateContext, own: Period | null): Reading<Period> {
  let typed = cell;
  if (typeof cell === 'string' || typeof cell === 'number') {
    const text = arabicDate(toSimplified(narrowText(String(cell)))).replace(/\s|^截[至止]/g, '');
    if (isMissing(text) || saysNone(text)) return blank;
    if (/^\d{4}\.1$/.test(text)) return refused('ambiguous_month', { found: text });
    const period = named(text, context.year);
    if (period) return { value: period };
    if (typeof cell === 'string') typed = text;
  }
  const { value, error } = readDate(typed, context);
  if (value !== null) return { value: own && containsDay(own, value) ? own : periodOfDay(value, 'xun') };
  return error ? refused('bad_period') : blank;
}
