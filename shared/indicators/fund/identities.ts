import type { Bilingual } from '../../text/languages.ts';

/** An equation that a ledger without gaps satisfies (domain.md §5.4). */
export interface Identity {
  readonly id: string;
  /** What it is evaluated for, each by itself. */
  readonly scope: 'source' | 'account' | 'project' | 'county';
  readonly statement: Bilingual;
  /** By how much the sides may differ: 分, or percent of the right side. */
  readonly tolerance: { readonly fen: number } | { readonly percent: 'selfRaisedTolerancePercent' };
  /** Of a breach; where the papers name a worse case, that is red whatever stands here. */
  readonly severity: 'red' | 'amber';
  readonly source: string;
}

const source = 'domain.md §5.4';
const exact = { tolerance: { fen: 1 }, source } as const;

/**
 * The identities within a county. I6, transfers out against transfers in over the whole province, is between
 * counties and therefore no matter of a county's facts (design.md, Storage).
 */
export const identities = [
  {
    id: 'I1',
    scope: 'source',
    statement: { zh: '分解 ≤ 预算下达', en: 'allocated ≤ budget issued' },
    severity: 'amber',
    ...exact,
  },
  {
    id: 'I2',
    scope: 'source',
    statement: {
      zh: '专户到账 ≤ 分解；超过预算下达为红色',
      en: 'received in dedicated accounts ≤ allocated; above the budget it is red',
    },
    severity: 'amber',
    ...exact,
  },
  {
    id: 'I3',
    scope: 'account',
    statement: {
      zh: '期初 + 到账 + 利息 + 划入 + 退回 − 支付 − 划出 − 上缴 = 期末账面（结转的期初余额）',
      en: 'opening + received + interest + transfers in + refunds − paid − transfers out − returned = closing book, as carried forward',
    },
    severity: 'amber',
    ...exact,
  },
  {
    id: 'I4',
    scope: 'account',
    statement: {
      zh: '账面余额 = 银行对账余额；差额大或时间长为红色',
      en: 'closing book = bank balance; red when the difference is large or old',
    },
    severity: 'amber',
    ...exact,
  },
  {
    id: 'I5',
    scope: 'account',
    statement: { zh: '每日账面余额 ≥ 0', en: 'running balance ≥ 0 on every day' },
    severity: 'red',
    ...exact,
  },
  {
    id: 'I7',
    scope: 'project',
    statement: {
      zh: '项目支付 ≤ 分解到项目；超过概算总投资为红色',
      en: 'paid for a project ≤ allocated to it; above the approved investment it is red',
    },
    severity: 'amber',
    ...exact,
  },
  {
    id: 'I8',
    scope: 'project',
    statement: { zh: '项目结算 ≤ 项目净支付', en: 'settled for a project ≤ net payments for it' },
    severity: 'red',
    ...exact,
  },
  {
    id: 'I9',
    scope: 'county',
    statement: {
      zh: '各项目支付之和 = 各专户支付之和',
      en: 'payments over projects = payments over dedicated accounts',
    },
    severity: 'amber',
    ...exact,
  },
  {
    id: 'I10',
    scope: 'county',
    statement: {
      zh: '自筹资金到账 = 花名册自筹资金之和（容差1%）',
      en: 'self-raised receipts = self-raised money of the households, within 1 %',
    },
    tolerance: { percent: 'selfRaisedTolerancePercent' },
    severity: 'amber',
    source,
  },
  {
    id: 'I11',
    scope: 'source',
    statement: {
      zh: '各来源净支付 ≤ 该来源到账 + 期初余额',
      en: 'net payments of a source ≤ its receipts + opening balance',
    },
    severity: 'red',
    ...exact,
  },
] as const satisfies readonly Identity[];

export type IdentityId = (typeof identities)[number]['id'];
