import { isDay } from '../../programme/calendar.ts';
import { periodOfRange, xunOfYear } from '../../programme/period-steps.ts';
import { type Period, parsePeriod, periodOfDay } from '../../programme/periods.ts';

/** A period that is asked for; `latest` is the newest each county has reported. */
export type AskedPeriod = Period | 'latest';

const xunNames: Readonly<Record<string, string>> = { 上: '1', 中: '2', 下: '3' };

interface Spelling {
  readonly form: RegExp;
  readonly means: (parts: readonly string[]) => string | null;
}

/** Other ways to write a period that can mean nothing else. */
const unambiguous: readonly Spelling[] = [
  { form: /^(latest|newest|last|最新)$/i, means: () => 'latest' },
  { form: /^(\d{4})年$/, means: ([year]) => `${year}` },
  { form: /^(\d{4})[-\s]?q([1-4])$/i, means: ([year, quarter]) => `${year}-Q${quarter}` },
  { form: /^(\d{4})年第?([1-4])季度$/, means: ([year, quarter]) => `${year}-Q${quarter}` },
  { form: /^(\d{4})[-/.年]?(\d{1,2})月?$/, means: ([year, month]) => `${year}-${two(month)}` },
  {
    form: /^(\d{4})[-/.年]?(\d{1,2})月?-?x([123])$/i,
    means: ([year, month, xun]) => `${year}-${two(month)}-X${xun}`,
  },
  {
    form: /^(\d{4})年(\d{1,2})月([上中下])旬$/,
    means: ([year, month, xun]) => `${year}-${two(month)}-X${xunNames[xun ?? '']}`,
  },
  { form: /^(\d{4})-k(\d{1,2})$/i, means: ([year, number]) => xunOfYear(Number(year), Number(number)) },
  {
    form: /^(\d{4}-\d{2}-\d{2})\/(P\d{1,3}[DMY])$/,
    means: ([day = '', duration = '']) => (isDay(day) ? periodOfRange(day, duration) : null),
  },
];

/** Ways to write what is no period, with the one that may be meant: a day has its 旬. */
const suggested: readonly Spelling[] = [
  {
    form: /^(\d{4}-\d{2}-\d{2})$/,
    means: ([day = '']) => (isDay(day) ? periodOfDay(day, 'xun') : null),
  },
];

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}

function firstMeaning(text: string, spellings: readonly Spelling[]): AskedPeriod | null {
  for (const { form, means } of spellings) {
    const match = form.exec(text);
    const period = match ? means(match.slice(1)) : null;
    if (period !== null && (period === 'latest' || parsePeriod(period))) return period;
  }
  return null;
}

/** The canonical period of any spelling that can mean nothing else: `2017年4月下旬`, `2017-K12`, `2017-04-X3`. */
export function spelledPeriod(text: string): AskedPeriod | null {
  return parsePeriod(text) ? text : firstMeaning(text, unambiguous);
}

/** The canonical period that is, or may be, meant; half a year is the range of its quarters. */
export function meantPeriod(text: string): string | null {
  const half = /^(\d{4})[-\s]?h([12])$/i.exec(text);
  if (half) return half[2] === '1' ? `${half[1]}-Q1..${half[1]}-Q2` : `${half[1]}-Q3..${half[1]}-Q4`;
  return spelledPeriod(text) ?? firstMeaning(text, suggested);
}
