import { areaOf, resolveCounty, resolveRegion } from '../programme/areas.ts';
import { type Day, isDay } from '../programme/calendar.ts';
import type { Period } from '../programme/periods.ts';
import { parsePeriod } from '../programme/periods.ts';
import { toSimplified } from '../text/traditional.ts';
import { arabicDate, readDate } from './cells/date.ts';

/** What the lines above a table state (domain.md §6.2 F14, F15). */
export interface TitleFacts {
  /** County, city or province code that 填报单位 or the title names; `null` when none or not clear. */
  readonly area: string | null;
  /** Period stated outright: 报告期：2017年4月下旬, or 2017年4月 in the title. */
  readonly period: Period | null;
  /** `labelled` for 报告期; a title's period is looser: a month holds its ten-day periods. */
  readonly periodFrom: 'label' | 'title' | null;
  /** 2017年度 in a title: weaker than a 截至 date. */
  readonly yearPeriod: Period | null;
  /** 截至 date. */
  readonly dataDate: Day | null;
  /** 填报日期, for want of a 截至 date. */
  readonly reportedOn: Day | null;
  /** 单位：万元. */
  readonly moneyUnit: string | null;
  /** All text, folded, for the dataset's title words. */
  readonly text: string;
}

const dayText =
  '(\\d{4}\\s*[年./-]\\s*\\d{1,2}\\s*(?:月底|[月./-]\\s*\\d{1,2}\\s*[日号]?|月)|\\d{8}|\\d{1,2}月\\d{1,2}日|\\d{4}年底)';
const cutOff = new RegExp(`(?:截[至止]|数据)(?:到|时间|日期|日)*:?\\s*${dayText}`);
const filled = new RegExp(`(?:填报|填表|上报|报送|制表)(?:日期|时间):?\\s*${dayText}`);
const reporter = /(?:填报|上报|报送|编制|填表|制表)(?:单位|部门)[:(\s]*([^\s()]+)/;
const moneyUnit = /(?<!填报|上报|报送|编制|填表|制表|收款|付款|施工)(?:金额|计量)?单位:\s*([^\s)]+)/;
const label = /(?:报告期|报送期|统计期|报表期):?\s*(\d{4}(?:-(?:Q[1-4]|\d{2}(?:-X[123])?))|\S+)/;

const xun: Readonly<Record<string, string>> = { 上: 'X1', 中: 'X2', 下: 'X3' };
const quarters: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };

/** The first period named in a text: canonical form, 年月旬, 年月, 季度; a day is not a period. */
export function periodIn(text: string): Period | null {
  const canonical = /\d{4}-(?:Q[1-4]|\d{2}-X[123])/.exec(text)?.[0];
  if (canonical) return parsePeriod(canonical)?.period ?? null;
  const month = /(\d{4})年(\d{1,2})月(?:份)?(?:([上中下])旬)?(?!\s*\d|底)/.exec(text);
  if (month) {
    const base = `${month[1]}-${(month[2] ?? '').padStart(2, '0')}`;
    return parsePeriod(month[3] ? `${base}-${xun[month[3]]}` : base)?.period ?? null;
  }
  const quarter = /(\d{4})年第?([一二三四1-4])季度/.exec(text);
  if (quarter?.[2])
    return parsePeriod(`${quarter[1]}-Q${quarters[quarter[2]] ?? quarter[2]}`)?.period ?? null;
  return null;
}

function labelledPeriod(text: string): Period | null {
  const found = label.exec(text)?.[1];
  if (!found) return null;
  return (
    parsePeriod(found)?.period ??
    periodIn(found) ??
    parsePeriod(/^(\d{4})年度?$/.exec(found)?.[1] ?? '')?.period ??
    null
  );
}

/** Code of the area a text begins with: 沅陵县发改局 → 431222, 怀化市发改委 → 4312; short names on request. */
export function leadingArea(text: string, province: string, shortNames: boolean): string | null {
  const provinceName = areaOf(province)?.zh ?? '';
  const rest = provinceName && text.startsWith(provinceName) ? text.slice(provinceName.length) : text;
  for (let length = Math.min(rest.length, 14); length >= 2; length -= 1) {
    const name = rest.slice(0, length);
    if (!shortNames && !/[县市区州旗]$/.test(name)) continue;
    const county = resolveCounty(name, province);
    if (county && 'code' in county) return county.code;
    const region = resolveRegion(name, province);
    if (region) return leadingArea(rest.slice(length), province, false) ?? region.code;
  }
  return rest === text ? null : province;
}

function dayOrNull(text: string | undefined, year: number | null): Day | null {
  if (!text) return null;
  const monthEnd = text.replace(/\s/g, '').replace(/月$/, '月底');
  const { value } = readDate(monthEnd, { date1904: false, year });
  return value && isDay(value) ? value : null;
}

/** Reads the lines above a header. `year` is the report period's, for a 截至 date without one; else the title's (F14). */
export function readTitle(lines: readonly string[], province: string, year: number | null): TitleFacts {
  const narrow = lines.map((line) => arabicDate(toSimplified(line.normalize('NFKC'))));
  const text = narrow.join(' \n ');
  const title = text.replace(cutOff, ' ').replace(filled, ' ');
  const reporting = reporter.exec(text)?.[1];
  const first = narrow.find((line) => line.trim() !== '')?.trim() ?? '';
  const stated = reporting ? leadingArea(reporting, province, true) : null;
  const labelled = labelledPeriod(title);
  const titled = labelled ? null : periodIn(title);
  const unit = moneyUnit.exec(text)?.[1] ?? /[(]单位:?([^)]*)[)]/.exec(text)?.[1] ?? '';
  const yearOf = /(\d{4})年度/.exec(title)?.[1];
  const yearHint = year ?? (Number(/(20\d{2})年/.exec(title)?.[1] ?? 0) || null);
  return {
    area: stated ?? leadingArea(first, province, false),
    period: labelled ?? titled,
    periodFrom: labelled ? 'label' : titled ? 'title' : null,
    yearPeriod: yearOf ? (parsePeriod(yearOf)?.period ?? null) : null,
    dataDate: dayOrNull(cutOff.exec(text)?.[1], yearHint),
    reportedOn: dayOrNull(filled.exec(text)?.[1], yearHint),
    moneyUnit: /亿元|百万元|万元|千元|元/.exec(unit)?.[0] ?? null,
    text: text.replace(/\s/g, ''),
  };
}
