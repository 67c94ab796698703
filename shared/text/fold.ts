import { invisible } from './clean.ts';
import { toSimplified } from './traditional.ts';

/** A header as it is compared: Simplified, without decoration; its bracketed unit read, not dropped. */
export interface FoldedLabel {
  readonly label: string;
  /** `元`, `万元`, `亿元`, `%`, `户`, `人`, `m2` …; `null` when the header names none. */
  readonly unit: string | null;
}

const unitWords: ReadonlySet<string> = new Set(
  '元 千元 万元 百万元 亿元 % 户 人 个 套 处 月 年 天 m2 平方米 亩 元/人 元/月 人次'.split(' '),
);
const noise: ReadonlySet<string> = new Set([
  '选填',
  '必填',
  '可选',
  '盖章',
  '请选择',
  '下拉选择',
  '文本',
  '文本格式',
]);
const numbering = /^(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)]|[.、](?!\d)))+/;
const circled = /[①-⓿❶-➓]/g;
const punctuation = /[\s,，、.。:：;；/\\\-_—–·•・"“”'‘’`()[\]{}【】<>《》〈〉!！?？+*＊★☆※#&~|│]/g;

/** Unit of a bracket's content, written plainly: `单位：万元` → `万元`, `㎡` → `m2`. */
function unitOf(content: string): string | null {
  const bare = content.replace(/^(?:金额)?(?:计量)?单位:?/, '').replace(/\s/g, '');
  if (!unitWords.has(bare)) return null;
  if (bare === '平方米') return 'm2';
  return bare.startsWith('元/') ? '元' : bare;
}

/** The unit a whole header cell names (户, 万元, %), or `null`. */
export function unitWord(text: string): string | null {
  return unitOf(text.trim());
}

/** A typing slip met in every second ledger. */
function mendSlips(text: string): string {
  return text.includes('拔付') ? text.replaceAll('拔付', '拨付') : text;
}

function fold(text: string): FoldedLabel {
  let unit: string | null = null;
  const narrow = mendSlips(toSimplified(text.replace(circled, '').normalize('NFKC'))).replace(invisible, '');
  const unbracketed = narrow
    .trim()
    .replace(numbering, '')
    .replace(/[([【{]([^()[\]【】{}]*)[)\]】}]/g, (whole, content: string) => {
      const found = unitOf(content.trim());
      if (found) {
        unit = found;
        return '';
      }
      const latin = /^[\sa-zà-öø-ɏ]+$/i.test(content);
      return latin || noise.has(content.trim()) ? '' : whole;
    });
  const tail = /(?:[:/,\-\s]\s*(元|户|人|%|m2|亩)|[:/,\-\s]?\s*(千元|万元|亿元))$/.exec(unbracketed);
  const found = tail?.[1] ?? tail?.[2];
  if (tail && found && !unit && tail.index > 0) {
    return { label: unbracketed.slice(0, tail.index).replace(punctuation, '').toLowerCase(), unit: found };
  }
  return { label: unbracketed.replace(punctuation, '').toLowerCase(), unit };
}

const labels = new Map<string, FoldedLabel>();

/**
 * Folds a header label for comparison: white space, zero-width characters, full-width forms, stars, numbering,
 * pinyin noise 漢(han), Traditional characters and punctuation go; a unit in brackets is read (domain.md §6.1 H).
 */
export function foldLabel(text: string): FoldedLabel {
  const known = labels.get(text);
  if (known) return known;
  const folded = fold(text);
  if (labels.size >= 5_000) labels.clear();
  if (text.length < 60) labels.set(text, folded);
  return folded;
}

/** Folds an enumeration value or a place name: {@link foldLabel}'s cleaning, brackets' content kept. */
export function foldWord(text: string): string {
  return mendSlips(toSimplified(text.normalize('NFKC')))
    .replace(invisible, '')
    .replace(punctuation, '')
    .toLowerCase();
}
