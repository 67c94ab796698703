import { contracts } from '../datasets/contracts.ts';
import { areasOfProvince } from '../programme/areas.ts';

/** Words of title lines, footers, totals and notes that recognition looks for. */
const surroundings =
  '填报上报报送编制填表制表单位审核负责人日期截至截止时间报告期数据计量金额元万亿千人户个合计小计总计共计累计其中全省全市全县全区说明备注序号盖章年度月旬上中下第一二三四季县区市省自治州民族旗甲乙丙丁戊己庚辛壬癸是否有无未已约左右余近';

/**
 * All text the vocabulary is made of, for the Traditional → Simplified map: contracts' labels, aliases and
 * spellings, title words, names of all areas, and the words around a table.
 */
export function vocabularyText(provinces: readonly string[]): string {
  const parts: string[] = [surroundings];
  for (const contract of Object.values(contracts)) {
    parts.push(contract.zh, ...contract.titleWords);
    for (const field of contract.fields) {
      parts.push(field.zh, ...field.aliases, ...Object.keys(field.words ?? {}));
      for (const value of field.values ?? []) parts.push(value.zh, ...value.spellings);
    }
  }
  for (const province of provinces) {
    for (const area of areasOfProvince(province)) parts.push(area.zh, ...area.shortNames);
  }
  return parts.join('');
}
