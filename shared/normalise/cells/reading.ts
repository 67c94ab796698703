/** What a cell says: a value (or nothing), and at most one error or warning with masked parameters. */
export interface Reading<T> {
  readonly value: T | null;
  /** The cell is refused (✖ of domain.md §6.1): a code of shared/messages. */
  readonly error?: string;
  /** The cell is accepted with a remark (⚠). */
  readonly warning?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** An empty cell. */
export const blank: Reading<never> = { value: null };

/** A refused cell. */
export function refused(error: string, params?: Reading<never>['params']): Reading<never> {
  return params ? { value: null, error, params } : { value: null, error };
}

/** Han characters of dates, quantities and statuses; a text with any other one may be a person's name. */
const harmless =
  /^[〇零一二三四五六七八九十百千万亿廿卅年月日号底前初旬上中下元户人个套亩约近左右余部分半未已在建开竣完工不详知待定是否有无\x20-\x7e—–%¥○△√×]*$/;

/**
 * A cell's text as a finding may show it: runs of five or more digits are `*`, words of letters and texts that
 * may be a name are stars only, so that no identity, name or phone gets out (design.md, Access and privacy).
 */
export function masked(text: string): string {
  const narrow = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (!harmless.test(narrow)) return '*'.repeat(Math.min(narrow.length, 6));
  const hidden = narrow.replace(/\d(?:[\s,.-]?\d){8,}[xX]?|\d{5,}[xX]?/g, '*').replace(/[A-Za-z]{2,}/g, '*');
  return hidden.length > 24 ? `${hidden.slice(0, 24)}…` : hidden;
}

/** An Excel error, or a formula saved without a value (N17, F30); the error is shown only when it is a known form. */
export function faulted(fault: string): Reading<never> {
  const code = fault === 'formula_without_value' ? 'formula_without_value' : 'excel_error';
  return refused(code, { found: /^#[A-Z/]{1,8}[0-9]?[!?]?$/.test(fault) ? fault : '#' });
}
