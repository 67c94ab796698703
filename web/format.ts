import { countedUnits } from '../shared/indicators/counted-units.ts';
import type { IndicatorDefinition } from '../shared/indicators/definition.ts';
import type { Observation } from '../shared/indicators/observation.ts';
import { countUnitTexts, pageTexts, statusTexts } from '../shared/messages/api-page.ts';
import { countiesOf } from '../shared/programme/areas.ts';
import type { Language } from '../shared/text/languages.ts';

/** Rounds half up at a number of decimals; rates are kept exact to six. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale;
}

/** 1234567.8 as 1,234,567.8. */
export function grouped(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(rounded(value, decimals)).toFixed(decimals).split('.');
  const text = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  return rounded(value, decimals) < 0 ? `−${text}` : text;
}

/** A value for people: its figure, and the unit that is written smaller behind it. */
export interface ValueText {
  readonly figure: string;
  readonly unit: string;
}

/** 83.3%, +23.3 个百分点, 12 户; the status in words where there is no value. */
export function valueText({ value, unit, status }: Observation, language: Language): ValueText {
  if (value === null) return { figure: statusTexts[status][language], unit: '' };
  if (unit === '%') return { figure: `${grouped(value * 100, 1)}%`, unit: '' };
  if (unit === 'pp') {
    const sign = value >= 0 ? '+' : '';
    return { figure: `${sign}${grouped(value * 100, 1)}`, unit: language === 'zh' ? '个百分点' : 'pp' };
  }
  if (unit === '–') return { figure: grouped(value, 3), unit: '' };
  return { figure: grouped(value), unit: countUnitTexts[unit]?.[language] ?? unit };
}

/** Money given in 分: in 万元 or 亿元, in English in millions or billions of yuan. */
export function moneyText(fen: number, language: Language): string {
  const yuan = fen / 100;
  const large = Math.abs(yuan) >= 1e8;
  if (language === 'zh') return large ? `${grouped(yuan / 1e8, 2)} 亿元` : `${grouped(yuan / 1e4, 2)} 万元`;
  return Math.abs(yuan) >= 1e9 ? `¥${grouped(yuan / 1e9, 2)} bn` : `¥${grouped(yuan / 1e6, 2)} m`;
}

/** Numerator and denominator: `12,935 / 15,521`, or money; `null` where there are none. */
export function fractionText(
  { numerator, denominator, parameters }: Observation,
  { countUnit, kind }: IndicatorDefinition,
  language: Language,
): string | null {
  if (numerator === null || denominator === null) return null;
  const decimals = kind === 'lead' && !Number.isInteger(numerator) ? 1 : 0;
  const [above, below] = countedUnits(countUnit, parameters);
  const figure = above === '分' ? moneyText(numerator, language) : grouped(numerator, decimals);
  return `${figure} / ${below === '分' ? moneyText(denominator, language) : grouped(denominator)}`;
}

/** What numerator and denominator count: 户, households; nothing for money, which says so itself. */
export function countedText(
  { parameters }: Observation,
  { countUnit }: IndicatorDefinition,
  language: Language,
): string {
  const [, unit] = countedUnits(countUnit, parameters);
  return countUnitTexts[unit]?.[language] ?? '';
}

/** How many of an area's counties stand behind a figure, where not all do: 11/13 县区有数; else nothing. */
export function coverageText(area: string, coverage: number | null, language: Language): string {
  if (coverage === null || coverage >= 1) return '';
  const expected = countiesOf(area).length;
  return pageTexts.partial[language].replace('{value}', `${Math.round(coverage * expected)}/${expected}`);
}

/** An instant on the clocks of Asia/Shanghai, to the minute. */
export function shanghaiTime(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
