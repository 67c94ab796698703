import { type Period, parsePeriod } from '../programme/periods.ts';
import type { Language } from '../text/languages.ts';

const xunNames = ['上旬', '中旬', '下旬'] as const;

/** A period for people: 2017年4月下旬; its code in English. */
export function periodText(period: Period, language: Language): string {
  const span = parsePeriod(period);
  if (!span || language === 'en') return period;
  const month = Number(span.last.slice(5, 7));
  if (span.grain === 'year') return `${span.year}年`;
  if (span.grain === 'quarter') return `${span.year}年第${month / 3}季度`;
  const xun = span.grain === 'xun' ? xunNames[Number(period.slice(-1)) - 1] : '';
  return `${span.year}年${month}月${xun ?? ''}`;
}
