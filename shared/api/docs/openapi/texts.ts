import type { Bilingual } from '../../../text/languages.ts';

/** Words of the OpenAPI document that belong to no route. */
export const documentTexts = {
  title: { zh: '安居', en: 'Anju' },
  summary: {
    zh: '易地扶贫搬迁：县里的表格变成可追溯的指标',
    en: 'Relocation programme: county workbooks become traceable indicators',
  },
  description: {
    zh: `所有地址都能用 GET 或 HEAD 读取；写命令用 POST、PUT，内容为 JSON。不认识的参数、重复或空的参数、不认识的值一律以 problem+json（RFC 9457）拒绝，说明可用的值和可能的原意，不会悄悄忽略。编码一律是字符串，% 和百分点的 value 是小数，金额的分子分母以分计，时期指上海时间的日历日。列表分页：next 原样放进 cursor。

以新版目录或政策重算的系列：发布的数保持计算时的口径，直到该县的事实重新计算（recompute 或下次发布）；每个这样变化的数在 /v1/revisions 标为 restated，asOf 给出此前的系列。`,
    en: `Every address is read with GET or HEAD; orders are given with POST or PUT and JSON. An unknown, repeated or empty parameter and an unknown value are refused with a problem document (RFC 9457) that says what is allowed and what was likely meant; nothing is silently ignored. Codes are strings, the value of % and pp is a fraction, numerators and denominators in money are 分, days are calendar days of Shanghai. Lists come in pages: put \`next\` into \`cursor\` as it is.

A series restated under a newer catalogue or policy: a published figure stands as it was computed until the county's facts are made anew, by a recomputation or by its next publication. Every figure that moves so is marked \`restated\` in /v1/revisions, and \`asOf\` gives the series as it stood before.`,
  },
  contact: { zh: '本省的安居管理员', en: 'whoever runs Anju in the province' },
  server: { zh: '本地址', en: 'this address' },
  acceptLanguage: { zh: 'zh 或 en，默认中文', en: 'zh or en; Chinese by default' },
  ifNoneMatch: { zh: '已有答复的 ETag', en: 'ETag of the answer that is at hand' },
  idempotencyKey: {
    zh: '同一命令的名字：重发不会再做一次',
    en: 'name of the order: sent again it is not done again',
  },
  notModified: { zh: '没有变化', en: 'not modified' },
  signature: {
    zh: '云上以 IAM 角色 anju-<省>-<角色>-<地区> 签名（Signature Version 4）；本机不需要。',
    en: 'In the cloud signed as the IAM role anju-<province>-<role>-<area> (Signature Version 4); not needed on this machine.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
