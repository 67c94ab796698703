import type { Contract } from './contract.ts';
import { field, value } from './field.ts';
import { splittingCountyField } from './shared-fields.ts';

/** Objects whose number or name is kept; all but the household, whose reference is a token (domain.md §4, Tokens). */
const things = ['site', 'origin', 'project', 'task', 'county', 'township'];

/**
 * 责任落实台账: one person responsible for one object (domain.md §4 D9). Of the official only `officialRef` is kept, a
 * token of the name within the county; the post is not kept: with the object it would name who holds it.
 */
export const responsibilities: Contract = {
  id: 'responsibilities',
  version: '1',
  zh: '责任落实台账',
  en: 'Responsibility links',
  grain: 'person responsible × object',
  accumulate: 'latest',
  effective: 'end',
  key: ['objectType', 'objectId', 'householdNoToken', 'headIdToken', 'officialRef', 'startDate'],
  titleWords: ['责任落实', '挂帮', '责任状', '作战图', '军令状', '责任台账'],
  fields: [
    field('objectType', ['对象类型', '對象類型', 'Object type'], 'enum', {
      aliases: ['责任对象类型', '挂帮对象类型'],
      need: 'required',
      values: [
        value('site', '安置点', 'Settlement site', '集中安置点'),
        value('origin', '迁出点', 'Point of origin', '迁出地'),
        value('household', '搬迁户', 'Household', '户', '贫困户', '农户', '搬迁对象'),
        value('project', '项目', 'Project', '安置项目'),
        value('task', '作战图节点', 'Battle-map node', '节点', '任务', '任务节点', '工作节点', '工作任务'),
        value('county', '县', 'County', '县市区', '县区'),
        value('township', '乡镇', 'Township', '乡', '镇', '乡镇街道'),
      ],
    }),
    field('objectId', ['对象编号', '對象編號', 'Object'], 'string', {
      aliases: [
        '责任对象',
        '挂帮对象',
        '安置点编号',
        '迁出点编号',
        '安置点/迁出点/户编号',
        '户编号',
        '户主身份证号',
        '贫困户编号',
        '户号',
      ],
      need: 'required',
      form: 'code',
      pattern: '[0-9A-Za-z-]{1,40}',
      pii: 'D',
      keeping: 'token:reference',
      otherwise: { when: { field: 'objectType', in: things }, pii: 'N', keeping: 'keep', maxLength: 100 },
    }),
    splittingCountyField,
    field('level', ['挂帮层级', '掛幫層級', 'Level'], 'enum', {
      aliases: ['领导级别', '责任层级', '挂帮级别'],
      need: 'required',
      values: [
        value('county', '县级领导', 'County leader', '县级', '县领导', '县处级领导', '县处级'),
        value('township', '乡镇领导', 'Township leader', '乡镇', '乡镇级', '乡级', '乡镇干部', '乡镇级领导'),
        value('village', '村组干部', 'Village cadre', '村（组）干部', '村级', '村干部', '组干部', '村组'),
      ],
    }),
    field('officialName', ['责任人', '責任人', 'Person responsible'], 'string', {
      aliases: ['挂帮领导', '帮扶干部', '姓名', '责任人姓名', '挂帮责任人'],
      need: 'required',
      maxLength: 40,
      pii: 'D',
      keeping: 'token:official',
      tokenColumn: 'officialRef',
    }),
    field('post', ['职务', '職務', 'Post'], 'string', { aliases: ['单位及职务'], pii: 'Q', keeping: 'drop' }),
    field('letterSignedDate', ['责任状签订日期', '責任狀簽訂日期', 'Letter signed'], 'date', {
      happened: true,
      column: 'expected',
      aliases: ['目标责任书', '军令状签订时间', '责任状签订时间', '责任书签订日期'],
    }),
    field('startDate', ['挂帮起始', '掛幫起始', 'From'], 'date', {
      aliases: ['挂帮起始日期', '挂帮起始时间', '挂帮开始时间'],
      need: 'required',
    }),
    field('endDate', ['挂帮结束', '掛幫結束', 'To'], 'date', {
      aliases: ['脱钩时间', '挂帮结束日期', '挂帮结束时间', '脱钩日期'],
    }),
    field('dueDate', ['计划完成时间', '計劃完成時間', 'Due'], 'date', {
      column: 'expected',
      aliases: ['倒排工期', '时间节点', '计划完成日期'],
    }),
    field('closedDate', ['销号日期', '銷號日期', 'Ticked off'], 'date', {
      happened: true,
      column: 'expected',
      aliases: ['销号时间', '完成时间', '完成日期'],
    }),
  ],
  rowRules: [
    { code: 'link_ends_before_start', severity: 'warning', left: 'startDate', is: '<=', right: 'endDate' },
    { code: 'closed_before_start', severity: 'warning', left: 'startDate', is: '<=', right: 'closedDate' },
  ],
  needRules: [{ field: 'dueDate', when: { field: 'objectType', in: ['task'] }, severity: 'warning' }],
};
