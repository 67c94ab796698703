import type { Bilingual } from '../text/languages.ts';
import { columnTitle } from './result-columns.ts';

/** Names of the steps, gaps and series of the shaped answers, by their codes. */
export const shapedTexts = {
  budget: { zh: '预算下达', en: 'Budget issued' },
  allocated: { zh: '分解到项目', en: 'Allocated to projects' },
  received: { zh: '专户到账', en: 'Received in dedicated accounts' },
  available: { zh: '可用（到账加期初余额）', en: 'Available (received and opening balance)' },
  paid: { zh: '专户净支付', en: 'Paid, net of refunds' },
  settled: { zh: '结算', en: 'Settled' },
  gross: { zh: '支付总额', en: 'Gross payments' },
  outside: { zh: '封闭外支付', en: 'Payments outside the circuit' },
  unallocated: { zh: '未分解', en: 'not allocated' },
  in_transit: { zh: '在途未到', en: 'in transit' },
  unspent: { zh: '结存未付', en: 'not yet paid' },
  unsettled: { zh: '已付未结算', en: 'paid, not settled' },
  registered: { zh: '建档立卡户', en: 'Registered households' },
  moved_out: { zh: '搬得出', en: 'Moved out' },
  settled_in: { zh: '稳得住', en: 'Settled for 12 months' },
  in_work: { zh: '有事做', en: 'In work or sharing' },
  prospering: { zh: '能致富', en: 'Prospering' },
  plan: { zh: '计划节点', en: 'Node of the plan' },
  actual: { zh: '实际', en: 'Actual' },
  forecast_start: { zh: '预计全部开工', en: 'All started, forecast' },
  forecast_completion: { zh: '预计全部竣工', en: 'All completed, forecast' },
  forecast_deadline: { zh: '期限时预计', en: 'By the deadline, forecast' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Name of a code of a shaped answer; the code itself where it has none. */
export function shapedText(code: string): Bilingual {
  const texts: Readonly<Record<string, Bilingual>> = shapedTexts;
  return texts[code] ?? { zh: code, en: code };
}

/** Titles of the columns that only shaped answers have. */
export const shapedColumnTitles = {
  step: { zh: '环节代码', en: 'Step code' },
  stepLabel: { zh: '环节', en: 'Step' },
  amount: { zh: '金额', en: 'Amount' },
  lost: { zh: '未到下一环节', en: 'Did not come over' },
  lostAs: { zh: '去向代码', en: 'Gap code' },
  lostAsLabel: { zh: '去向', en: 'Gap' },
  ofFirst: { zh: '占首环节', en: 'Share of the first' },
  ofBefore: { zh: '占上一环节', en: 'Share of the step before' },
  rung: { zh: '阶梯代码', en: 'Rung code' },
  rungLabel: { zh: '阶梯', en: 'Rung' },
  households: { zh: '户数', en: 'Households' },
  dataset: { zh: '数据集代码', en: 'Dataset code' },
  datasetLabel: { zh: '数据集', en: 'Dataset' },
  expected: { zh: '应报', en: 'Expected' },
  received: { zh: '已收', en: 'Received' },
  onTime: { zh: '按期', en: 'On time' },
  late: { zh: '迟报', en: 'Late' },
  missing: { zh: '未报', en: 'Missing' },
  onTimeRate: { zh: '按期率', en: 'On-time rate' },
  rank: { zh: '名次', en: 'Rank' },
  ranked: { zh: '参加排名', en: 'Ranked' },
  previousRank: { zh: '上一期名次', en: 'Rank before' },
  movement: { zh: '名次变化', en: 'Places gained' },
  series: { zh: '序列代码', en: 'Series code' },
  seriesLabel: { zh: '序列', en: 'Series' },
  day: { zh: '日期', en: 'Day' },
  planned: { zh: '计划户数', en: 'Households planned' },
  started: { zh: '开工户数', en: 'Households started' },
  startRate: { zh: '开工率', en: 'Start rate' },
  dueStep: { zh: '应开工（节点）', en: 'Due by step' },
  dueLinear: { zh: '应开工（线性）', en: 'Due by linear' },
  leadStep: { zh: '领先（节点）', en: 'Lead by step' },
  leadLinear: { zh: '领先（线性）', en: 'Lead by linear' },
  completed: { zh: '竣工户数', en: 'Households completed' },
  completionRate: { zh: '竣工率', en: 'Completion rate' },
  completionDue: { zh: '应竣工', en: 'Completion due' },
  deadline: { zh: '期限', en: 'Deadline' },
  daysLate: { zh: '晚于期限天数', en: 'Days after the deadline' },
  href: { zh: '数据地址', en: 'Address of the data' },
  explain: { zh: '来源地址', en: 'Where it is from' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Title of a column of a shaped answer; those it shares with `/v1/data` have the titles they have there. */
export function shapedColumnTitle(id: string): Bilingual {
  const titles: Readonly<Record<string, Bilingual>> = shapedColumnTitles;
  return titles[id] ?? columnTitle(id);
}
