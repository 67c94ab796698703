import type { IndicatorDefinition, Threshold } from '../indicators/definition.ts';
import type { Bilingual } from '../text/languages.ts';

const signs = { higher: '≥', lower: '≤', zero: '± ≤', none: '≤' } as const;

const none: Bilingual = { zh: '此数不分颜色。', en: 'The figure has no colour.' };

/** What limits are held against, by what the colour goes by. */
const against = {
  value: { zh: '数值', en: 'The value' },
  share: { zh: '分子 ÷ 分母', en: 'Numerator ÷ denominator' },
  sum: { zh: '分子', en: 'The numerator' },
  pace: {
    zh: '分子 ÷ 分母 ÷ 计划年度（或五年）至数据日期已过的比例',
    en: "Numerator ÷ denominator ÷ the share of the plan's year(s) that has passed at the data date",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const plan334: Bilingual = {
  zh: '已开工（竣工）的比例与 334 计划在数据日期的要求相比：达到线性要求为绿，达到节点要求为黄，否则为红；竣工期限之前，竣工不分颜色。',
  en: 'The share of what is started (completed) against what the 334 plan asks on the data date: green from the plan read linearly, amber from its steps, else red; completion has no colour before its deadline.',
};

const completion = (points: number): Bilingual => ({
  zh: `分子 ÷ 分母不低于项目竣工率减 ${points} 个百分点为绿，否则为红；按年查询、或无人上报竣工时不分颜色。`,
  en: `Numerator ÷ denominator: green from the completion of the projects less ${points} points on, else red; no colour of one year, or where nobody says what is completed.`,
});

/** The rule by which a figure is green, amber or red, as a sentence; `threshold` is the one in force. */
export function colourSentence(indicator: IndicatorDefinition, threshold: Threshold | null): Bilingual {
  const { colour, direction } = indicator;
  if (colour === 'plan334') return plan334;
  if (colour === 'none' || !threshold) return none;
  if (colour === 'completion') return completion(Math.round(-threshold.green * 100));
  const [sign, held] = [signs[direction], against[heldAgainst(indicator)]];
  const [green, amber] = [`${sign} ${threshold.green}`, `${sign} ${threshold.amber}`];
  return {
    zh: `${held.zh} ${green} 为绿，${amber} 为黄，否则为红。`,
    en: `${held.en}: green ${green}, amber ${amber}, else red.`,
  };
}

/** Limits hold for numerator ÷ denominator as they are counted: of a count and of money that is not the value. */
function heldAgainst({ colour, kind, unit, heldBySum }: IndicatorDefinition): keyof typeof against {
  if (colour === 'pace') return 'pace';
  if (heldBySum) return 'sum';
  return kind === 'count' || unit === '元' || unit === '元/户' ? 'share' : 'value';
}
