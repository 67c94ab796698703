import type { FindingText } from './finding-kind.ts';

/** Sentences about an upload as a whole, beside what is published (design.md, Acceptance; domain.md F34). */
export const uploadTexts = {
  LARGE_REMOVAL: {
    severity: ['error', 'note'],
    scope: 'publication',
    action: 'check',
    zh: '{area} {period} 的{dataset}缺少 {against} 已发布的 {published} 条记录中的 {removed} 条，超过 {limit}%。[[需确认后才发布：请核对是否漏报；如确实减少，请确认：运行 npx anju confirm {upload}，或向接口发送 POST /v1/uploads/{upload}/confirm；如系漏报，请补齐后重新上报。]][[已确认（命令 {command}）。]]',
    en: 'The {dataset} of {area} {period} lacks {removed} of the {published} records published for {against}, more than {limit} %. [[It waits: check that nothing is missing. If it is right, confirm it: npx anju confirm {upload}, or POST /v1/uploads/{upload}/confirm; else complete the file and send it again.]][[It was confirmed (command {command}).]]',
  },
  duplicate_file: {
    severity: ['note'],
    scope: 'publication',
    action: 'none',
    zh: '{area} {period} 的{dataset}与已发布的完全相同（上报 {other}），数据没有变化。',
    en: 'The {dataset} of {area} {period} is the very same as what was published (upload {other}); no figure changes.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
