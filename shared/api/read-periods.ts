import { isDay } from '../programme/calendar.ts';
import { type Period, parsePeriod, periodForms, periodOfDay } from '../programme/periods.ts';
import { type QueryError, queryError } from './problem.ts';

/** A period that is asked for; `latest` is the newest each county has reported. */
export type AskedPeriod = Period | 'latest';

const xunNames: Readonly<Record<string, string>> = { 上: '1', 中: '2', 下: '3' };

/** Ways people write a period, and the period they mean. */
const spellings: readonly { readonly form: RegExp; readonly means: (parts: readonly string[]) => string }[] =
  [
    { form: /^(latest|newest|last|最新)$/i, means: () => 'latest' },
    { form: /^(\d{4})年?$/, means: ([year]) => `${year}` },
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
    { form: /^(\d{4}-\d{2}-\d{2})$/, means: ([day = '']) => (isDay(day) ? periodOfDay(day, 'xun') : '') },
  ];

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}

/** The canonical period behind another spelling, or `null`: `2017年4月下旬` is `2017-04-X3`. */
export function meantPeriod(text: string): AskedPeriod | null {
  for (const { form, means } of spellings) {
    const match = form.exec(text);
    const period = match ? means(match.slice(1)) : '';
    if (period === 'latest' || parsePeriod(period)) return period;
  }
  return null;
}

/** Reads `period=2017-04,latest`; each period once, in the order asked. */
export function readPeriods(text: string): {
  readonly periods: readonly AskedPeriod[];
  readonly errors: readonly QueryError[];
} {
  const terms = [...new Set(text.split(',').map((part) => part.trim()))];
  const known = terms.filter((term) => term === 'latest' || parsePeriod(term));
  const errors = terms
    .filter((term) => !known.includes(term))
    .map((value) =>
      queryError({
        name: 'period',
        code: 'unknown_period',
        value,
        allowed: [...periodForms, 'latest'],
        didYouMean: meantPeriod(value),
      }),
    );
  return { periods: known, errors };
}
