/** A byte-order mark, without which Excel reads UTF-8 as GBK. */
const mark = '\ufeff';

/**
 * A text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe before it.
 * White space that some programs drop before they look counts as well: tab, carriage return and line feed.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180) that Excel opens as it is: UTF-8 with a mark, CRLF, nothing a formula. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${mark}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
