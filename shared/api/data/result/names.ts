import { contracts } from '../../../datasets/contracts.ts';
import { wholeCell } from '../../../indicators/breakdowns.ts';
import { breakdownTexts, ragTexts, statusTexts } from '../../../messages/api-page.ts';
import { periodText } from '../../../messages/period-text.ts';
import { areaOf } from '../../../programme/areas.ts';
import { parsePeriod } from '../../../programme/periods.ts';
import type { Bilingual, Language } from '../../../text/languages.ts';
import type { ResultRow } from './row.ts';

/** Names of what a row tells by code, in one language. */
export interface RowNames {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly status: string;
  readonly rag: string | null;
  /** By breakdown: the name of its cell. */
  readonly breakdown: Readonly<Record<string, string>>;
}

/** Name of an area; its code where it has none in the language. */
export function areaName(code: string, language: Language): string {
  const area = areaOf(code);
  return (language === 'zh' ? area?.zh : (area?.en ?? area?.zh)) ?? code;
}

/** Name of a period for people. */
export function periodName(period: string, language: Language): string {
  if (period === 'latest') return language === 'zh' ? '最新' : 'latest';
  return periodText(period, language);
}

/** Name of a breakdown's cell; its code where it has none. */
export function cellName(name: string, value: string | number, language: Language): string {
  const fallback = value === wholeCell ? breakdownTexts['mode=all'] : contractName(name, String(value));
  return (breakdownTexts[`${name}=${value}`] ?? fallback)?.[language] ?? String(value);
}

/** Names that the contracts of datasets give: of the datasets, and of sources of money. */
function contractName(name: string, value: string): Bilingual | undefined {
  if (name === 'dataset') return Object.values(contracts).find(({ id }) => id === value);
  const field = name === 'source' ? contracts.fundLedger.fields.find((one) => one.name === name) : undefined;
  return field?.values?.find(({ code }) => code === value);
}

/** All names of a row. */
export function namesOf({ indicator, observation }: ResultRow, language: Language): RowNames {
  const { area, period, status, rag, breakdown, name: own } = observation;
  return {
    indicator: indicator.name[language],
    area: areaName(area, language),
    period: periodName(period, language),
    status: status === 'ok' ? (language === 'zh' ? '正常' : 'ok') : statusTexts[status][language],
    rag: rag && ragTexts[rag][language],
    breakdown: Object.fromEntries(
      Object.entries(breakdown).map(([name, value]) => [name, own ?? cellName(name, value, language)]),
    ),
  };
}

/** First and last day of a period; nothing of `latest` where nothing was reported. */
export function daysOf(period: string): { readonly first: string | null; readonly last: string | null } {
  const span = parsePeriod(period);
  return { first: span?.first ?? null, last: span?.last ?? null };
}
