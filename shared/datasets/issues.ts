import type { Contract } from './contract.ts';
import { field, value } from './field.ts';
import { splittingCountyField } from './shared-fields.ts';

/**
 * 问题清单：督查与来信来访: one issue, brought up to date by its number (domain.md §4 D10). Whom it is about is a token
 * of the county; what it says is required and not kept, for no rule takes the names out of a letter.
 */
export const issues: Contract = {
  id: 'issues',
  version: '1',
  zh: '问题清单',
  en: 'Issues, petitions and inspections',
  grain: 'issue',
  accumulate: 'union',
  effective: 'end',
  key: ['issueNo'],
  titleWords: ['问题清单', '信访', '来信来访', '督查', '问题台账', '巡检'],
  fields: [
    field('issueNo', ['问题编号', '問題編號', 'Issue no.'], 'string', {
      aliases: ['信访件编号', '问题序号', '信访编号'],
      weakAliases: ['序号'],
      need: 'required',
      form: 'code',
      maxLength: 60,
    }),
    splittingCountyField,
    field('issueType', ['问题来源', '問題來源', 'Source of the issue'], 'enum', {
      aliases: ['类别', '信访类别', '来源'],
      need: 'required',
      values: [
        value('petition_letter', '来信', 'Petition by letter', '群众来信', '信访来信', '信件'),
        value('petition_visit', '来访', 'Petition by visit', '群众来访', '信访来访', '上访', '走访'),
        value('hotline', '热线电话', 'Hotline', '热线', '电话', '来电', '12345热线'),
        value('inspection', '督查稽察', 'Inspection', '督查', '稽察', '稽查', '巡检', '检查', '督导', '巡查'),
        value('audit', '审计', 'Audit', '专项审计', '审计发现'),
        value('recheck', '回头看', 'Re-check', '复查', '回访'),
      ],
    }),
    field('found', ['是否发现问题', '是否發現問題', 'Found something'], 'bool', {
      aliases: ['有无问题', '检查结果'],
      blankMeans: true,
      words: { 有问题: true, 发现问题: true, 发现: true, 无问题: false, 未发现问题: false, 未发现: false },
    }),
    field('category', ['问题类型', '問題類型', 'Category'], 'enum', {
      aliases: ['问题类别', '问题分类'],
      values: [
        value('identification', '对象识别', 'Identification', '精准识别', '识别', '对象认定'),
        value('housing_quality', '房屋质量', 'Housing quality', '住房质量', '工程质量', '质量'),
        value('area', '住房面积', 'Housing area', '面积', '面积超标'),
        value('funds', '资金', 'Funds', '资金使用', '资金管理'),
        value('employment', '就业', 'Employment', '转移就业'),
        value('dividend', '分红', 'Dividends', '入股分红', '产业分红'),
        value('demolition', '拆旧', 'Demolition', '拆旧复垦', '旧房拆除'),
        value('conduct', '干部作风', 'Conduct', '作风'),
        value('other', '其他', 'Other', '其它'),
      ],
    }),
    field('subjectRef', ['涉及对象', '涉及對象', 'About'], 'string', {
      aliases: ['信访人', '户主', '反映人'],
      pii: 'D',
      keeping: 'token:subject',
    }),
    field('projectId', ['涉及项目', '涉及項目', 'Project'], 'string', {
      column: 'expected',
      aliases: ['项目编号', '项目名称', '安置点编号', '安置点名称'],
      maxLength: 100,
    }),
    field('content', ['问题描述', '問題描述', 'What it says'], 'string', {
      aliases: ['反映内容', '主要问题', '问题内容'],
      need: 'required',
      pii: 'S',
      keeping: 'drop',
    }),
    field('receivedDate', ['收到日期', '收到日期', 'Received'], 'date', {
      happened: true,
      aliases: ['登记时间', '来访日期', '登记日期', '收到时间', '检查日期', '巡检日期'],
      need: 'required',
    }),
    field('acceptedDate', ['受理日期', '受理日期', 'Accepted'], 'date', {
      happened: true,
      aliases: ['受理时间'],
    }),
    field('assignedTo', ['交办单位', '交辦單位', 'Assigned to'], 'string', {
      aliases: ['责任单位'],
      maxLength: 100,
    }),
    field('assignedDate', ['交办日期', '交辦日期', 'Assigned'], 'date', {
      happened: true,
      column: 'expected',
      aliases: ['交办时间'],
    }),
    field('dueDate', ['办结时限', '辦結時限', 'Due'], 'date', { aliases: ['整改时限', '办理时限'] }),
    field('extended', ['是否延期', '是否延期', 'Extended'], 'bool', {
      words: { 延期: true, 已延期: true, 未延期: false, 不延期: false },
    }),
    field('respondedDate', ['答复日期', '答覆日期', 'Responded'], 'date', {
      happened: true,
      column: 'expected',
      aliases: ['反馈时间', '回复时间', '答复时间', '反馈日期'],
    }),
    field('closedDate', ['办结日期', '辦結日期', 'Closed'], 'date', {
      happened: true,
      column: 'expected',
      aliases: ['销号时间', '整改完成时间', '办结时间', '销号日期'],
    }),
    field('satisfied', ['是否满意', '是否滿意', 'Satisfied'], 'bool', {
      aliases: ['群众满意度'],
      words: { 满意: true, 基本满意: true, 不满意: false },
    }),
    field('repeatOf', ['重复件原编号', '重複件原編號', 'Repeats'], 'string', {
      column: 'expected',
      aliases: ['是否重复信访', '原信访件编号'],
      form: 'code',
      maxLength: 60,
      saysNone: ['否', '无', '没有', '不是', '不重复', '初信', '初访', '×'],
    }),
  ],
  rowRules: [
    {
      code: 'accepted_late',
      severity: 'warning',
      left: 'acceptedDate',
      is: '<=',
      right: 'receivedDate',
      plusDays: { policy: 'petitionAcceptanceDays' },
    },
    {
      code: 'assigned_before_received',
      severity: 'warning',
      left: 'receivedDate',
      is: '<=',
      right: 'assignedDate',
    },
    {
      code: 'responded_before_assigned',
      severity: 'warning',
      left: 'assignedDate',
      is: '<=',
      right: 'respondedDate',
    },
    {
      code: 'closed_before_response',
      severity: 'warning',
      left: 'respondedDate',
      is: '<=',
      right: 'closedDate',
    },
    {
      code: 'closed_before_received',
      severity: 'warning',
      left: 'receivedDate',
      is: '<=',
      right: 'closedDate',
    },
  ],
  needRules: [],
};
