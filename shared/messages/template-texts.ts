import type { Field } from '../datasets/contract.ts';

/** What is to be typed into a field, by its type; the form speaks Chinese, as the county's own forms do. */
export const typeTexts: Readonly<Record<Field['type'], string>> = {
  string: '文本',
  areaCode: '县名或行政区划代码',
  int: '整数',
  decimal: '数字',
  money: '金额',
  percent: '百分数（填 12.5 即 12.5%）',
  date: '日期，如 2017-04-21',
  yearMonth: '年月，如 1985-06',
  period: '报告期，如 2017-04-X3（4月下旬）、2017-04、2017-Q2、2017',
  bool: '是 / 否',
  enum: '从下拉列表中选',
  idno: '18 位公民身份号码（文本格式）',
};

/** Whether a field must be filled. */
export const needTexts: Readonly<Record<Field['need'], string>> = {
  required: '必填',
  expected: '应填',
  optional: '选填',
};

/** Fixed words of a template. */
export const templateTexts = {
  fieldColumns: ['字段', '要求', '类型', '可填的值', '单位', '示例', 'English'],
  reporter: '填报单位',
  period: '报告期',
  dataDate: '截至日期',
  unit: '单位',
  toFill: '（请填写）',
  serial: '序号',
  yes: '是',
  no: '否',
  rules: [
    '一行填一条记录，从示例行的下一行填起；灰色示例行不会被读取，可以删除。',
    '表头不要改名；列的顺序可以调整，不用的选填列可以删除。带 * 的列必须填写。',
    '不知道的留空，不要填 0；“0”表示确实是零。',
    '身份证号、银行账号所在的列已设为文本格式，请保持，否则末几位会丢失。',
    '金额按表头括号内的单位填写。不要增加合计行；有合计行也不会计入。',
    '上传后如有问题，可下载标出错误的表，改好标出的单元格后原样再传。',
  ],
} as const;
