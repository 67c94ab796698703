import type { Contract } from './contract.ts';
import { count, field } from './field.ts';
import { countyField, targetModes } from './shared-fields.ts';

/** What the county reports of progress and money: one of these makes a table a progress report. */
const progress = [
  'startedProjects',
  'startedHouseholds',
  'startRate',
  'completedHouseholds',
  'completionRate',
  'occupiedHouseholds',
  'occupiedPersons',
  'fundsReceived',
  'fundsPaid',
];

/** 进度报表: the totals a county types itself, one row per period and mode (domain.md §4 D11, §9 R4). */
export const progressReports: Contract = {
  id: 'progressReports',
  version: '1',
  zh: '进度报表',
  en: 'Progress reports',
  grain: 'county × period × mode',
  accumulate: 'latest',
  effective: 'end',
  key: ['countyCode', 'period', 'mode'],
  titleWords: ['进度报表', '旬报', '月报', '进度统计', '进度情况', '进度表'],
  evidence: progress,
  fields: [
    countyField('单位'),
    field('period', ['报告期', '報告期', 'Period'], 'period', { aliases: ['报送期', '统计期', '报表期'] }),
    field('mode', ['安置方式', '安置方式', 'Mode'], 'enum', {
      aliases: ['搬迁方式', '安置类型'],
      need: 'required',
      values: targetModes,
    }),
    field(
      'planHouseholds',
      ['计划户数', '計劃戶數', 'Planned households'],
      'int',
      count('户', { aliases: ['任务户数', '计划搬迁户数'] }),
    ),
    field(
      'planPersons',
      ['计划人数', '計劃人數', 'Planned persons'],
      'int',
      count('人', { aliases: ['任务人数', '计划搬迁人数'] }),
    ),
    field(
      'projects',
      ['项目个数', '項目個數', 'Projects'],
      'int',
      count('个', { aliases: ['安置点个数', '集中安置项目个数'] }),
    ),
    field(
      'startedProjects',
      ['开工项目个数', '開工項目個數', 'Started projects'],
      'int',
      count('个', { aliases: ['已开工', '已开工项目个数', '开工个数'] }),
    ),
    field(
      'startedHouseholds',
      ['开工户数', '開工戶數', 'Started households'],
      'int',
      count('户', { aliases: ['已开工户数'] }),
    ),
    field('startRate', ['开工率', '開工率', 'Start rate'], 'percent', { unit: '%', min: 0 }),
    field(
      'completedHouseholds',
      ['竣工户数', '竣工戶數', 'Completed households'],
      'int',
      count('户', { aliases: ['完工户数', '已竣工户数'] }),
    ),
    field('completionRate', ['竣工率', '竣工率', 'Completion rate'], 'percent', {
      aliases: ['完工率'],
      unit: '%',
      min: 0,
    }),
    field(
      'occupiedHouseholds',
      ['入住户数', '入住戶數', 'Occupied households'],
      'int',
      count('户', { aliases: ['已入住户数', '完成搬迁户数'] }),
    ),
    field(
      'occupiedPersons',
      ['入住人数', '入住人數', 'Persons moved in'],
      'int',
      count('人', { aliases: ['完成搬迁人数', '已入住人数'] }),
    ),
    field('fundsReceived', ['到位资金', '到位資金', 'Funds received'], 'money', {
      aliases: ['累计到位资金', '资金到位'],
      unit: '万元',
      min: 0,
    }),
    field('fundsPaid', ['支付资金', '支付資金', 'Funds paid'], 'money', {
      aliases: ['累计支付资金', '完成投资', '资金支付'],
      unit: '万元',
      min: 0,
    }),
    field('dataDate', ['截至日期', '截至日期', 'Data date'], 'date', {
      aliases: ['数据日期', '截止日期', '截止时间', '截至时间'],
    }),
    field('preparedBy', ['填表人', '填表人', 'Prepared by'], 'string', {
      aliases: ['填报人'],
      pii: 'D',
      keeping: 'drop',
    }),
    field('approvedBy', ['审核人', '審覈人', 'Approved by'], 'string', {
      aliases: ['单位负责人'],
      pii: 'D',
      keeping: 'drop',
    }),
  ],
  rowRules: [
    {
      code: 'fewer_persons_than_households',
      severity: 'warning',
      left: 'planPersons',
      is: '>=',
      right: 'planHouseholds',
    },
    {
      code: 'started_above_planned',
      severity: 'warning',
      left: 'startedProjects',
      is: '<=',
      right: 'projects',
    },
    {
      code: 'started_above_planned',
      severity: 'warning',
      left: 'startedHouseholds',
      is: '<=',
      right: 'planHouseholds',
    },
    {
      code: 'completed_above_started',
      severity: 'warning',
      left: 'completedHouseholds',
      is: '<=',
      right: 'startedHouseholds',
    },
    {
      code: 'occupied_above_completed',
      severity: 'warning',
      left: 'occupiedHouseholds',
      is: '<=',
      right: 'completedHouseholds',
    },
    { code: 'paid_above_received', severity: 'warning', left: 'fundsPaid', is: '<=', right: 'fundsReceived' },
  ],
  needRules: [],
  wholeRules: [
    {
      code: 'modes_do_not_add_up',
      column: 'mode',
      whole: 'all',
      parts: ['concentrated', 'scattered'],
      by: ['period'],
      sums: [
        'planHouseholds',
        'planPersons',
        'projects',
        'startedProjects',
        'startedHouseholds',
        'completedHouseholds',
        'occupiedHouseholds',
        'occupiedPersons',
        'fundsReceived',
        'fundsPaid',
      ],
    },
  ],
};
