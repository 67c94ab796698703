import { type KeyEntry, keyOrder, lowerBound } from './object-index.ts';

/** One line of a listing: a key, or the keys below a delimiter taken together. */
export type PageItem =
  | { readonly kind: 'key'; readonly entry: KeyEntry }
  | { readonly kind: 'prefix'; readonly prefix: string };

export interface Page {
  readonly items: readonly PageItem[];
  /** Where the next page begins, exclusive, in key order; `null` when this is the last. */
  readonly next: string | null;
}

export interface PageQuestion {
  readonly prefix: string;
  readonly delimiter: string;
  /** Exclusive lower bound in key order. */
  readonly after: string;
  readonly limit: number;
  /** Keys that are not to be seen (only delete markers …). */
  readonly visible: (entry: KeyEntry) => boolean;
}

/** Above every key that begins with the prefix: UTF-8 has no such byte. */
const beyond = '\u00ff';

/** The bound that leaves out everything below a common prefix. */
export function afterPrefix(prefix: string): string {
  return `${keyOrder(prefix)}${beyond}`;
}

/** One page of sorted keys, those below a delimiter after the prefix taken together. */
export function listPage(entries: readonly KeyEntry[], question: PageQuestion): Page {
  const { after, limit, visible } = question;
  const prefix = keyOrder(question.prefix);
  const delimiter = keyOrder(question.delimiter);
  const items: PageItem[] = [];
  let last = after > prefix ? after : '';
  let at = lowerBound(entries, last === '' ? prefix : last);
  for (
    let entry = entries[at];
    entry?.order.startsWith(prefix) || entry?.order === last;
    entry = entries[at]
  ) {
    at += 1;
    if ((last !== '' && entry.order <= last) || !visible(entry)) continue;
    if (items.length >= limit) return { items, next: last };
    const cut = delimiter === '' ? -1 : entry.order.indexOf(delimiter, prefix.length);
    if (cut < 0) {
      items.push({ kind: 'key', entry });
      last = entry.order;
    } else {
      const common = entry.order.slice(0, cut + delimiter.length);
      items.push({ kind: 'prefix', prefix: Buffer.from(common, 'latin1').toString('utf8') });
      last = `${common}${beyond}`;
      at = lowerBound(entries, last);
    }
  }
  return { items, next: null };
}
