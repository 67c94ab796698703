import type { CellValue } from '../../shared/workbook/source.ts';
import type { Grid } from './workbooks.ts';

/** A projects header with the required columns and a few more. */
export const projectHeader = [
  '序号',
  '项目编号',
  '项目名称',
  '县（市、区）',
  '安置方式',
  '年度',
  '安置户数',
  '安置人数',
  '入住户数',
  '概算总投资（万元）',
] as const;

/** A project row that passes; `changes` by header. */
export function projectRow(
  n: number,
  changes: Readonly<Record<string, CellValue>> = {},
): readonly CellValue[] {
  const row: Readonly<Record<string, CellValue>> = {
    序号: n,
    项目编号: `XP-2017-${String(n).padStart(3, '0')}`,
    项目名称: `第${n}安置点`,
    '县（市、区）': '溆浦县',
    安置方式: '集中',
    年度: 2017,
    安置户数: 100,
    安置人数: 400,
    入住户数: null,
    '概算总投资（万元）': 2000,
    ...changes,
  };
  return projectHeader.map((header) => row[header] ?? null);
}

/** A projects sheet: title line, header, rows. */
export function projectSheet(rows: Grid, title = '易地扶贫搬迁项目台账'): Grid {
  return [[title], [...projectHeader], ...rows];
}
