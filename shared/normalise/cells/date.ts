import { addDays, type Day, dayOf, daysInMonth, isDay } from '../../programme/calendar.ts';
import { isMissing, narrowText, saysNone } from '../../text/clean.ts';
import type { CellValue } from '../../workbook/source.ts';
import { blank, faulted, masked, type Reading, refused } from './reading.ts';

/** What a date cell may lean on. */
export interface DateContext {
  /** Serial numbers count from 1904. */
  readonly date1904: boolean;
  /** Year of the report period, for 4月21日. */
  readonly year: number | null;
}

const firstSerial = 20_000;
const lastSerial = 60_000;
/** Years a two-digit year may mean: the programme's. */
const shortYears = { from: 10, to: 29 };

function ofSerial(serial: number, date1904: boolean): Day {
  return addDays('1899-12-30', Math.floor(serial) + (date1904 ? 1462 : 0));
}

function ofParts(found: string, year: number, month: number, day: number, warning?: string): Reading<Day> {
  const value = dayOf(year, month, day);
  if (!value) return refused('bad_date', { found: masked(found) });
  return warning ? { value, warning, params: { found: masked(found) } } : { value };
}

function ofMonth(found: string, year: number, month: number, warning?: string): Reading<Day> {
  if (month < 1 || month > 12) return refused('bad_date', { found: masked(found) });
  return ofParts(found, year, month, daysInMonth(year, month), warning);
}

function ofNumber(number: number, context: DateContext, formatted: boolean): Reading<Day> {
  if (Number.isInteger(number) && number >= 19_000_101 && number <= 21_991_231)
    return readText(String(number), context);
  if (number >= 1900 && number < 2200 && !formatted) {
    const text = String(number);
    if (/^\d{4}\.\d{1,2}$/.test(text)) return readText(text, context);
  }
  const serial = number >= firstSerial && number <= lastSerial;
  if (serial || (formatted && number >= 1 && number < 73_051))
    return { value: ofSerial(number, context.date1904) };
  return refused('bad_date', { found: masked(String(number)) });
}

const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 二十一 → 21, 十 → 10, 廿一 → 21; digits stay. */
function chineseNumber(text: string): string {
  const tens = text.replace(/廿/g, '二十').replace(/卅/g, '三十');
  const match = /^([一二三]?)十([一二三四五六七八九]?)$/.exec(tens);
  if (match) return `${match[1] ? chineseDigits[match[1]] : '1'}${match[2] ? chineseDigits[match[2]] : '0'}`;
  return [...tens].map((character) => chineseDigits[character] ?? character).join('');
}

/** Writes a date in Chinese numerals with Arabic ones: 二〇一七年四月二十一日 → 2017年4月21日. */
export function arabicDate(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九十廿卅]+(?=\s*[年月日号])/g, chineseNumber);
}

interface Form {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, text: string, context: DateContext): Reading<Day>;
}

const int = (text: string | undefined): number => Number(text);

/** The ways a day is typed, first match wins (domain.md §6.1 DT). */
const forms: readonly Form[] = [
  {
    pattern: /^(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})\s?[日号]?$/,
    read: (m, text) => ofParts(text, int(m[1]), int(m[2]), int(m[3])),
  },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, read: (m, text) => ofParts(text, int(m[1]), int(m[2]), int(m[3])) },
  {
    pattern: /^(\d{4})年?(?:(\d{1,2})月)?底前?$/,
    read: (m, text) => ofMonth(text, int(m[1]), m[2] ? int(m[2]) : 12),
  },
  {
    pattern: /^(\d{4})\s?[-./年]\s?(\d{1,2})\s?月?$/,
    read: (m, text) =>
      ofMonth(text, int(m[1]), int(m[2]), /^\d{4}\.1$/.test(text) ? 'ambiguous_month' : 'month_precision'),
  },
  {
    pattern: /^(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?$/,
    read: (m, text) => {
      const year = int(m[1]);
      if (year < shortYears.from || year > shortYears.to) return refused('bad_date', { found: masked(text) });
      return ofParts(text, 2000 + year, int(m[2]), int(m[3]), 'two_digit_year');
    },
  },
  {
    pattern: /^(\d{1,2})月(\d{1,2})[日号]?$/,
    read: (m, text, { year }) =>
      year === null
        ? refused('year_missing', { found: masked(text) })
        : ofParts(text, year, int(m[1]), int(m[2]), 'year_inferred'),
  },
  {
    pattern: /^(\d{5})(?:\.\d+)?$/,
    read: (m, text, { date1904 }) => {
      const serial = int(m[1]);
      if (serial < firstSerial || serial > lastSerial) return refused('bad_date', { found: masked(text) });
      return { value: ofSerial(serial, date1904) };
    },
  },
];

const happened: ReadonlySet<string> = new Set(['√', '✓', '✔', '是', '有', 'Y', 'y', '已']);
const notYet: ReadonlySet<string> = new Set(['×', '✗', '✘', '否', 'N', 'n', '没', '未']);

function readText(text: string, context: DateContext): Reading<Day> {
  const day = arabicDate(text)
    .replace(/[T\s]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/, '')
    .trim();
  for (const form of forms) {
    const match = form.pattern.exec(day);
    if (match) return form.read(match, day, context);
  }
  if (happened.has(text) || /^已.{1,4}$/.test(text)) return { value: null, warning: 'date_unknown' };
  if (notYet.has(text)) return blank;
  return refused('bad_date', { found: masked(text) });
}

/**
 * Reads a day (domain.md §6.1 DT). A month alone is its last day with a warning; a tick says that it happened on
 * an unknown day (warning, no value); a cross is empty; US order and status words are refused.
 */
export function readDate(cell: CellValue, context: DateContext): Reading<Day> {
  if (cell === null) return blank;
  if (typeof cell === 'number') return ofNumber(cell, context, false);
  if (typeof cell === 'boolean') return cell ? { value: null, warning: 'date_unknown' } : blank;
  if (typeof cell === 'object') {
    if ('fault' in cell) return faulted(cell.fault);
    return ofNumber(cell.number, context, cell.format === 'date');
  }
  if (cell.length === 10 && isDay(cell)) return { value: cell };
  const text = narrowText(cell);
  if (isMissing(text) || saysNone(text)) return blank;
  if (text.startsWith('#')) return faulted(text);
  return readText(text, context);
}

/** Reads a year, month or day down to its year: birth year of domain.md §4 D4. */
export function readYear(cell: CellValue, context: DateContext): Reading<number> {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 190_001 && cell <= 219_912) {
    return { value: Math.floor(cell / 100) };
  }
  const text = typeof cell === 'string' ? narrowText(cell) : '';
  const yearOnly = /^((?:19|20)\d{2})(?:年|(?:0[1-9]|1[0-2]))?$/.exec(text);
  if (yearOnly) return { value: int(yearOnly[1]) };
  const { value, error, params } = readDate(cell, context);
  if (error) return refused(error, params);
  return { value: value === null ? null : Number(value.slice(0, 4)) };
}
