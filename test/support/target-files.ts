import type { CellValue } from '../../shared/workbook/source.ts';
import type { Grid } from './workbooks.ts';

/** A targets header with the required columns. */
const targetHeader = ['县（市、区）', '年度', '任务类型', '安置方式', '计划搬迁人数', '下达日期'] as const;

/** A targets row for 2017 that passes. */
export function targetRow(county: CellValue, persons: number, mode = '合计'): readonly CellValue[] {
  return [county, 2017, '省定任务', mode, persons, '2017-01-20'];
}

/** A targets sheet: title line, header, rows. */
export function targetSheet(rows: Grid, title = '怀化市2017年易地扶贫搬迁任务计划表'): Grid {
  return [[title], [...targetHeader], ...rows];
}

/** The same without a county column. */
export function withoutCounties(grid: Grid): Grid {
  return grid.map((row, at) => (at === 0 ? row : row.slice(1)));
}
