import type { IndicatorDefinition } from '../indicators/definition.ts';
import { spanOf } from '../programme/periods.ts';
import type { Bilingual } from '../text/languages.ts';

/** Choices of an indicator by `name=value`; a plan year says itself. */
const parameterWords: Readonly<Record<string, Bilingual>> = {
  'basis=projects': { zh: '按项目', en: 'by projects' },
  'basis=households': { zh: '按户', en: 'by households' },
  'basis=persons': { zh: '按人', en: 'by persons' },
  'basis=agreed': { zh: '按协议', en: 'by agreements' },
  'basis=moved_in': { zh: '按入住', en: 'by moves' },
  'basis=count': { zh: '按笔数', en: 'by payments' },
  'basis=amount': { zh: '按金额', en: 'by amount' },
  'basis=start_rate': { zh: '开工率', en: 'start rate' },
  'basis=completion_rate': { zh: '竣工率', en: 'completion rate' },
  'basis=started': { zh: '开工户数', en: 'households started' },
  'basis=completed': { zh: '竣工户数', en: 'households completed' },
  'basis=occupied': { zh: '入住户数', en: 'households moved in' },
  'basis=received': { zh: '到账', en: 'received' },
  'basis=paid': { zh: '支付', en: 'paid' },
  'plan=step': { zh: '按节点', en: 'by the nodes of the plan' },
  'plan=linear': { zh: '按线性', en: 'even between the nodes' },
};

/** Values of parameters by their names, as an answer gives them. */
export type ParameterValues = Readonly<Record<string, string | number>>;

/** The choices that are not the ones an indicator has when nothing is asked; plan years besides the period's own. */
export function chosenParameters(
  { parameters }: IndicatorDefinition,
  values: ParameterValues,
  period: string,
): ParameterValues {
  const chosen = parameters.flatMap(({ name, default: unasked }) => {
    const value = values[name];
    const usual = unasked === 'periodYear' ? String(spanOf(period).year) : unasked;
    return value === undefined || String(value) === usual ? [] : [[name, value] as const];
  });
  return Object.fromEntries(chosen);
}

/** Choices in words: 按人，2016 年计划. */
export function parameterText(values: ParameterValues, language: keyof Bilingual): string {
  const words = Object.entries(values).map(([name, value]) => {
    if (name === 'year') return language === 'zh' ? `${value} 年发生` : `of ${value}`;
    if (name === 'planYear') return language === 'zh' ? `${value} 年计划` : `plan of ${value}`;
    return parameterWords[`${name}=${value}`]?.[language] ?? `${name}=${value}`;
  });
  return words.join(language === 'zh' ? '，' : ', ');
}
