import { foldLabel } from '../text/fold.ts';
import { vocabularies } from './vocabulary.ts';

const others: ReadonlySet<string> = new Set([
  '序号',
  '备注',
  '合计',
  '小计',
  '填报单位',
  '单位',
  '填表人',
  '审核人',
]);

/** Whether a text is a header of some dataset or a word that stands round a table; decides encodings (F4, F5). */
export function knowsHeader(label: string): boolean {
  const folded = foldLabel(label).label;
  return folded !== '' && (others.has(folded) || vocabularies.some(({ aliases }) => aliases.has(folded)));
}
