/** Header of the findings as a sheet: Chinese for the office, English for whoever reads it by program. */
export const findingColumns = [
  '级别 severity',
  '代码 code',
  '数据集',
  'dataset',
  '工作表 sheet',
  '单元格 cell',
  '行 row',
  '字段',
  'field',
  '说明',
  'message',
] as const;
