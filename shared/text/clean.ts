/**
 * Characters nobody sees that spreadsheets, web pages and telephones carry along: zero-width ones, marks of the
 * direction of writing (a number copied from a list of contacts stands between two), BOM, soft hyphens.
 */
export const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00ad]/g;
const plain = /^[!-~\u4e00-\u9fff]*$/;

/** Takes off what a text cell wears to stay text: a leading apostrophe, `="…"`, tabs (domain.md §6.1, F27). */
function unwrap(text: string): string {
  const bare = text.replace(invisible, '').trim();
  const formula = /^="([^"]*)"$/.exec(bare);
  return (formula?.[1] ?? bare).replace(/^['’‘`]+/, '').trim();
}

/** Free text and names: wrapping removed, white space runs to one space; rare characters stay as they are. */
export function freeText(text: string): string {
  if (plain.test(text) && text[0] !== "'" && text[0] !== '=') return text;
  return unwrap(text).replace(/\s+/g, ' ');
}

/** Codes, numbers, dates: {@link freeText} with full-width and compatibility forms narrowed (NFKC). */
export function narrowText(text: string): string {
  if (plain.test(text) && text[0] !== "'" && text[0] !== '=') return text;
  return unwrap(unwrap(text).normalize('NFKC')).replace(/\s+/g, ' ');
}

/** {@link narrowText} without any white space: codes and account numbers. */
export function codeText(text: string): string {
  return narrowText(text).replace(/\s/g, '');
}

const markers: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '―',
  '─',
  '/',
  '\\',
  '//',
  '…',
  '……',
]);

/** Whether a narrowed text stands for an empty cell (N15, N16, B17). */
export function isMissing(text: string): boolean {
  return text.length <= 4 && markers.has(text);
}

const nothing: ReadonlySet<string> = new Set(['无', '暂无', '没有', 'N/A', 'n/a', 'NA', '空']);

/** Whether a narrowed text says that there is no such quantity, day or code. */
export function saysNone(text: string): boolean {
  return text.length <= 3 && nothing.has(text);
}

/** Name for a token: narrowed, without white space, lower case; never folded to Simplified (domain.md §6.1). */
export function foldName(text: string): string {
  return codeText(text).toLowerCase();
}
