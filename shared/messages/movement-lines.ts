import { catalogue } from '../indicators/catalogue.ts';
import { areaOf } from '../programme/areas.ts';
import type { Bilingual } from '../text/languages.ts';
import { countUnitTexts, statusTexts } from './api-page.ts';
import { chosenParameters, type ParameterValues, parameterText } from './parameter-words.ts';
import { periodText } from './period-text.ts';

type Language = keyof Bilingual;

interface Figure {
  readonly value: number | null;
  readonly status: string;
}

/** An indicator's figure before and after; `value` is a fraction for % and pp, 元 for money. */
export interface MovedFigure {
  readonly area: string;
  readonly indicator: string;
  readonly period: string;
  readonly parameters: ParameterValues;
  readonly unit: string;
  readonly before: Figure | null;
  readonly after: Figure | null;
}

/** Lines of a list that is still read. */
const mostLines = 20;
/** 元 from which money is told in 万元. */
const yuanPerWan = 10_000;
/** Decimals that are tried until the two figures look different. */
const decimals = [1, 2, 3, 4] as const;

function figureText(value: number, unit: string, digits: number, language: Language): string {
  const plain = (number: number, most: number) =>
    number.toLocaleString('en-US', { maximumFractionDigits: most });
  if (unit === '%') return `${(value * 100).toFixed(digits)}%`;
  if (unit === 'pp') {
    const points = `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(digits)}`;
    return `${points} ${language === 'zh' ? '个百分点' : 'pp'}`;
  }
  if (unit === '元' && Math.abs(value) >= yuanPerWan)
    return language === 'zh' ? `${plain(value / yuanPerWan, digits + 1)} 万元` : `¥${plain(value, digits)}`;
  if (unit === '–') return plain(value, digits + 2);
  return `${plain(value, digits)} ${countUnitTexts[unit]?.[language] ?? unit}`;
}

function sideText(figure: Figure | null, unit: string, digits: number, language: Language): string {
  if (figure?.value !== null && figure?.value !== undefined)
    return figureText(figure.value, unit, digits, language);
  const words: Readonly<Record<string, Bilingual>> = statusTexts;
  return words[figure?.status ?? 'no_data']?.[language] || statusTexts.no_data[language];
}

/** 83.3% → 90.0%, with as many decimals as it takes to see the difference. */
function changeText({ before, after, unit }: MovedFigure, language: Language): string {
  const texts = decimals.map((digits) =>
    [before, after].map((side) => sideText(side, unit, digits, language)),
  );
  const [from, to] = texts.find(([one, other]) => one !== other) ?? texts.at(-1) ?? [];
  return `${from} → ${to}`;
}

interface Line {
  readonly place: number;
  readonly isUsual: boolean;
  readonly name: string;
  readonly change: string;
  readonly periods: string[];
}

/** One line for each change of an indicator, with all periods in which it is the same. */
function linesOf(movements: readonly MovedFigure[], language: Language): readonly Line[] {
  const isOfMany = new Set(movements.map(({ area }) => area)).size > 1;
  const lines = new Map<string, Line>();
  for (const one of movements) {
    if ((one.before?.value ?? null) === (one.after?.value ?? null)) continue;
    const place = catalogue.findIndex(({ id }) => id === one.indicator);
    const definition = catalogue[place];
    const chosen = definition ? chosenParameters(definition, one.parameters, one.period) : {};
    const words = parameterText(chosen, language);
    const area = isOfMany ? `${areaOf(one.area)?.[language] ?? one.area} ` : '';
    const bracket = language === 'zh' ? `（${words}）` : ` (${words})`;
    const name = `${area}${definition?.name[language] ?? one.indicator}${words === '' ? '' : bracket}`;
    const change = changeText(one, language);
    const key = `${name} ${change}`;
    const line = lines.get(key) ?? { place, isUsual: words === '', name, change, periods: [] };
    line.periods.push(periodText(one.period, language));
    lines.set(key, line);
  }
  return [...lines.values()].sort((a, b) => a.place - b.place);
}

/**
 * What moves, for a clerk: in the order of the catalogue, without figures that stay. Where the list is long the usual
 * reading of each indicator stands for the others. `left` is the number of lines that are not shown.
 */
export function movementLines(
  movements: readonly MovedFigure[],
  language: Language,
): { readonly lines: readonly string[]; readonly left: number } {
  const all = linesOf(movements, language);
  const wanted = all.length > mostLines ? all.filter(({ isUsual }) => isUsual) : all;
  const shown = (wanted.length > 0 ? wanted : all).slice(0, mostLines);
  const separator = language === 'zh' ? '、' : ', ';
  return {
    lines: shown.map(({ name, change, periods }) => `${name}  ${periods.join(separator)}  ${change}`),
    left: all.length - shown.length,
  };
}
