import { toSimplified } from '../text/traditional.ts';
import type { CellValue, RawRow } from '../workbook/source.ts';
import { readDate } from './cells/date.ts';

/** Who signs below a table and when; names are not read further than that they are there. */
const signature =
  /(填表人|填报人|制表人|制表|审核人|复核人|单位负责人|分管领导|负责人|经办人|填报日期|填表日期|上报日期|单位盖章)[:：(（]\s*([^\s:：]*)/g;
const dateLabels: ReadonlySet<string> = new Set(['填报日期', '填表日期', '上报日期']);

/** What a footer line states: which labels are filled in, and the day of reporting (domain.md §6.2 F21). */
export interface Footer {
  readonly signed: readonly string[];
  readonly reportedOn: string | null;
}

function textOf(cell: CellValue): string {
  return typeof cell === 'string' ? cell : '';
}

/** Reads a footer; a name is never kept, only that there is one. `null` when nothing is filled in. */
export function readFooter({ cells }: RawRow): Footer | null {
  const text = toSimplified(cells.map(textOf).join(' ').normalize('NFKC'));
  const signed: string[] = [];
  let reportedOn: string | null = null;
  for (const [, label = '', content = ''] of text.matchAll(signature)) {
    const bare = content.replace(/[_()]/g, '');
    if (bare === '' || label === '单位盖章') continue;
    signed.push(label);
    if (dateLabels.has(label)) reportedOn = readDate(bare, { date1904: false, year: null }).value;
  }
  return signed.length > 0 ? { signed, reportedOn } : null;
}
