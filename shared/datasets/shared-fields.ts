import type { EnumValue, Field } from './contract.ts';
import { field, value } from './field.ts';

/** Resettlement modes 安置方式 of a project or a household. */
export const modes: readonly EnumValue[] = [
  value('concentrated', '集中', 'Concentrated', '集中安置', '集中安寘', '集中搬迁', '集中建房'),
  value('scattered', '分散', 'Scattered', '分散安置', '分散安寘', '分散搬迁', '插花安置'),
];

/** Modes of a target, where 合计 stands for both together. */
export const targetModes: readonly EnumValue[] = [
  ...modes,
  value('all', '合计', 'All', '全部', '小计', '总计', '集中和分散'),
];

/** Headers of a county column that every dataset knows. */
export const countyAliases = [
  '行政区划代码',
  '县（市、区）',
  '县区',
  '所属区域',
  '县（市、区、旗）',
  '县市',
  '区县',
  '县名称',
  '县（市、区）名称',
] as const;

/** The county column of a dataset that states its county row by row. */
export function countyField(...aliases: readonly string[]): Field {
  return field('countyCode', ['县级代码', '縣級代碼', 'County'], 'areaCode', {
    aliases: [...countyAliases, ...aliases],
    need: 'required',
  });
}

/** A county column where the grain does not need one: read to split a city's file, not kept as a column. */
export const splittingCountyField: Field = field(
  'countyCode',
  ['县级代码', '縣級代碼', 'County'],
  'areaCode',
  {
    aliases: countyAliases,
    keeping: 'drop',
  },
);
