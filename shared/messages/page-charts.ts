import type { Bilingual } from '../text/languages.ts';

/** Texts of the page's charts; sentences with values in braces are filled in by it. */
export const chartTexts = {
  room: { zh: '指挥室', en: 'Command room' },
  burnUp: { zh: '{year} 年 334 进度', en: 'Progress of {year} on the 334 plan' },
  burnUpDesc: {
    zh: '截至 {day} 开工 {rate}（{started} / {planned} 户{coverage}），{plan}。',
    en: 'By {day} {rate} were started ({started} of {planned} households{coverage}), {plan}.',
  },
  ahead: { zh: '按节点{step}，按线性{linear}', en: '{step} by step and {linear} by the linear reading' },
  aheadBy: { zh: '领先 {points} 个百分点', en: '{points} points ahead' },
  behindBy: { zh: '落后 {points} 个百分点', en: '{points} points behind' },
  forecast: {
    zh: '按近三旬进度，{day} 全部开工，比期限{days}。',
    en: 'At the pace of the last three ten-day periods all are started on {day}, {days} the deadline.',
  },
  finish: {
    zh: '{day} 全部竣工，比期限{days}。',
    en: 'All are completed on {day}, {days} the deadline.',
  },
  unfinished: {
    zh: '到 {day} 期限预计竣工 {rate}。',
    en: 'By the deadline of {day} {rate} will be completed.',
  },
  early: { zh: '早 {count} 天', en: '{count} days before' },
  late: { zh: '晚 {count} 天', en: '{count} days after' },
  noForecast: {
    zh: '还没有可比的三旬前数据，不作预测。',
    en: 'Nothing comparable was reported three ten-day periods before, so nothing is forecast.',
  },
  planStep: { zh: '计划（节点）', en: 'Plan, by step' },
  planLinear: { zh: '计划（线性）', en: 'Plan, linear' },
  started: { zh: '已开工', en: 'Started' },
  completed: { zh: '已竣工', en: 'Completed' },
  forecastLine: { zh: '预测', en: 'Forecast' },
  deadline: { zh: '竣工期限', en: 'All to be completed' },
  table: { zh: '数据表', en: 'The numbers' },
  period: { zh: '时期', en: 'Period' },
  day: { zh: '截至', en: 'Data to' },
  due: { zh: '应开工', en: 'Due' },
  lead: { zh: '领先', en: 'Lead' },
  ranking: { zh: '排名：{indicator}', en: 'Ranking: {indicator}' },
  ranked: { zh: '{period}，{ranked}/{count} 有排名', en: '{period}, {ranked} of {count} ranked' },
  rank: { zh: '名次', en: 'Rank' },
  change: { zh: '变化', en: 'Change' },
  changeSince: { zh: '比{period}', en: 'since {period}' },
  up: { zh: '升 {count} 位', en: 'up {count}' },
  down: { zh: '降 {count} 位', en: 'down {count}' },
  same: { zh: '持平', en: 'unchanged' },
  waterfall: { zh: '资金：预算到结算', en: 'Funds: from budget to settlement' },
  step: { zh: '环节', en: 'Step' },
  amount: { zh: '金额', en: 'Amount' },
  ofBudget: { zh: '占预算', en: 'Of the budget' },
  lost: { zh: '到此环节与差额', en: 'Came over, and did not' },
  outside: {
    zh: '封闭外支付 {amount}，占支付总额 {share}。',
    en: 'Paid outside the circuit: {amount}, {share} of gross payments.',
  },
  ladder: { zh: '成效阶梯：搬得出 → 能致富', en: 'The ladder: from moving out to prospering' },
  rung: { zh: '阶梯', en: 'Rung' },
  households: { zh: '户数', en: 'Households' },
  ofBefore: { zh: '占上一级', en: 'Of the rung before' },
  reporting: { zh: '报送情况：{period}', en: 'Reporting: {period}' },
  reportingNote: {
    zh: '按期 / 应报。● 全部按期，▲ 九成以上按期，■ 不足九成（迟报与未报同计），– 本期不应报。',
    en: 'On time / expected. ● all on time, ▲ nine tenths or more, ■ fewer (late counts like missing), – none due in the period.',
  },
  allDatasets: { zh: '合计', en: 'Together' },
  tally: {
    zh: '应报 {expected}，按期 {onTime}，迟报 {late}，未报 {missing}',
    en: '{expected} expected, {onTime} on time, {late} late, {missing} missing',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A text with its values filled in. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
