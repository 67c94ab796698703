import { contracts } from '../datasets/contracts.ts';

/** Words of headers that no dataset has a field for. */
const furtherWords = '序号附件其他情况说明列栏备用原因措施联系电话旧新质量等级';

const letters: ReadonlySet<string> = new Set(
  Object.values(contracts)
    .flatMap(({ fields }) => fields.flatMap(({ zh, zhHant, aliases }) => [zh, zhHant, ...aliases]))
    .concat(furtherWords)
    .join(''),
);

/**
 * A header cell as a finding may show it: a label made of the words of headers, its runs of five and more digits as
 * `*`; a text with any other Han character may be a person's name, and words of Latin letters, too: `*` only.
 */
export function shownHeader(label: string): string {
  const narrow = label.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const isLabel = [...narrow].every((letter) => letters.has(letter) || /[\x20-\x7e—–（）、：]/.test(letter));
  if (!isLabel || /[A-Za-z]{3,}/.test(narrow)) return '*';
  return narrow.replace(/\d(?:[\s.-]?\d){4,}[xX]?/g, '*').slice(0, 40);
}
