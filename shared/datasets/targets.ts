import type { Contract } from './contract.ts';
import { count, field, value } from './field.ts';
import { countyField, targetModes } from './shared-fields.ts';

/** 任务计划表: the tasks handed down, one row per county, plan year, mode and target type (domain.md §4 D1, R5). */
export const targets: Contract = {
  id: 'targets',
  version: '3',
  zh: '任务计划表',
  en: 'Targets',
  cityRows: true,
  grain: 'county or city × plan year × mode × target type × date of issue',
  accumulate: 'union',
  effective: 'start',
  key: ['countyCode', 'planYear', 'mode', 'targetType', 'effectiveDate'],
  titleWords: ['任务计划', '任务', '计划表', '搬迁计划'],
  fields: [
    countyField('单位'),
    field('planYear', ['年度', '年度', 'Plan year'], 'int', {
      aliases: ['计划年度', '任务年度', '实施年度'],
      unit: '年',
      additive: false,
      need: 'required',
      range: 'planYearsOrZero',
      words: { 十三五: 0, 十三五总任务: 0, 五年总任务: 0, '2016-2020': 0, '2016-2020年': 0 },
    }),
    field('targetType', ['任务类型', '任務類型', 'Target type'], 'enum', {
      aliases: ['任务来源', '下达层级'],
      need: 'required',
      values: [
        value('national', '国家任务', 'National', '国家', '国定任务', '中央任务'),
        value('provincial', '省定任务', 'Provincial', '省级', '省定', '省任务', '省级任务'),
        value('municipal', '市定任务', 'Municipal', '市级', '市定', '市任务', '市级任务'),
        value('self_raised', '自加压任务', 'Self-raised', '自加压', '自加任务', '自定任务'),
      ],
    }),
    field('mode', ['安置方式', '安置方式', 'Mode'], 'enum', {
      aliases: ['搬迁方式', '安置类型'],
      need: 'required',
      values: targetModes,
    }),
    field(
      'sites',
      ['安置点个数', '安置點個數', 'Sites'],
      'int',
      count('个', { aliases: ['集中安置点数', '项目个数'] }),
    ),
    field(
      'households',
      ['计划搬迁户数', '計劃搬遷戶數', 'Households'],
      'int',
      count('户', { aliases: ['任务户数', '户数', '纳入规划户数', '建档立卡户数'] }),
    ),
    field(
      'persons',
      ['计划搬迁人数', '計劃搬遷人數', 'Persons'],
      'int',
      count('人', { aliases: ['任务人数', '人数', '纳入规划人数', '建档立卡人口'], need: 'required' }),
    ),
    field(
      'syncPersons',
      ['同步搬迁人数', '同步搬遷人數', 'Persons moved along'],
      'int',
      count('人', { aliases: ['随迁人口', '非建档立卡人口'] }),
    ),
    field('docNo', ['下达文号', '下達文號', 'Document no.'], 'string', {
      aliases: ['文件号', '计划文号'],
      maxLength: 80,
    }),
    field('effectiveDate', ['下达日期', '下達日期', 'Date of issue'], 'date', {
      aliases: ['下达时间', '文件日期'],
      need: 'required',
    }),
  ],
  rowRules: [
    {
      code: 'fewer_persons_than_households',
      severity: 'warning',
      left: 'persons',
      is: '>=',
      right: 'households',
    },
  ],
  needRules: [],
  wholeRules: [
    {
      code: 'modes_do_not_add_up',
      column: 'mode',
      whole: 'all',
      parts: ['concentrated', 'scattered'],
      by: ['planYear', 'targetType', 'effectiveDate'],
      sums: ['sites', 'households', 'persons', 'syncPersons'],
    },
  ],
  meanRules: [
    {
      code: 'household_size_suspect',
      numerator: 'persons',
      denominator: 'households',
      min: 1.5,
      max: 6.5,
    },
  ],
};
