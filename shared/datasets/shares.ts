import type { Contract } from './contract.ts';
import { field, value } from './field.ts';
import { splittingCountyField } from './shared-fields.ts';

/** 入股分红台账: household × industry project × dividend year (domain.md §4 D6). */
export const shares: Contract = {
  id: 'shares',
  version: '2',
  zh: '入股分红台账',
  en: 'Household shares and dividends',
  grain: 'household × industry project × dividend year',
  accumulate: 'union',
  effective: 'end',
  key: ['industryId', 'householdNoToken', 'headIdToken', 'year'],
  titleWords: ['入股分红', '分红', '入股', '股份'],
  fields: [
    field('industryId', ['产业项目编号', '產業項目編號', 'Industry project id'], 'string', {
      aliases: ['项目编号'],
      need: 'required',
      form: 'code',
      pattern: '[0-9A-Za-z-]{1,40}',
    }),
    field('householdNo', ['户编号', '戶編號', 'Household'], 'string', {
      aliases: ['户主身份证号', '贫困户编号', '户号', '户主身份证号码'],
      need: 'required',
      form: 'code',
      pattern: '[0-9A-Za-z-]{1,40}',
      pii: 'D',
      keeping: 'token:reference',
    }),
    field('headName', ['户主姓名', '戶主姓名', 'Head of household'], 'string', {
      aliases: ['股东姓名', '受益人'],
      pii: 'D',
      keeping: 'drop',
    }),
    splittingCountyField,
    field('shareSource', ['股份来源', '股份來源', 'Source of the share'], 'enum', {
      aliases: ['入股方式'],
      need: 'required',
      values: [
        value(
          'fiscal_quantified',
          '财政资金量化',
          'Fiscal money quantified',
          '财政资金',
          '财政扶贫资金量化',
          '财政量化',
        ),
        value('land', '土地', 'Land', '土地入股', '土地流转'),
        value('own_cash', '自有资金', 'Own cash', '现金', '自筹资金', '现金入股'),
        value('microloan', '小额信贷', 'Microloan', '扶贫小额信贷', '小额贷款'),
        value('labour', '劳务', 'Labour', '劳动力', '劳务入股'),
      ],
      pii: 'S',
    }),
    field('sharePrincipal', ['入股金额', '入股金額', 'Principal'], 'money', {
      aliases: ['股本', '股金', '折股金额'],
      unit: '元',
      need: 'required',
      min: 0,
      pii: 'S',
    }),
    field('certificateNo', ['股权证编号', '股權證編號', 'Certificate no.'], 'string', {
      aliases: ['股权证号'],
      form: 'code',
      pii: 'Q',
    }),
    field('year', ['分红年度', '分紅年度', 'Dividend year'], 'int', {
      aliases: ['年度'],
      unit: '年',
      additive: false,
      need: 'required',
      min: 2014,
      max: 2030,
    }),
    field('dividendDue', ['应分红', '應分紅', 'Dividend due'], 'money', {
      aliases: ['应分金额', '保底分红', '约定分红'],
      unit: '元',
      need: 'required',
      min: 0,
      pii: 'S',
    }),
    field('dividendPaid', ['实际分红', '實際分紅', 'Dividend paid'], 'money', {
      aliases: ['已分红', '分红金额', '兑现金额'],
      unit: '元',
      need: 'required',
      min: 0,
      pii: 'S',
    }),
    field('paidDate', ['分红日期', '分紅日期', 'Paid on'], 'date', {
      happened: true,
      aliases: ['兑现时间', '打卡时间'],
    }),
    field('payMethod', ['发放方式', '發放方式', 'Paid by'], 'enum', {
      values: [
        value('bank', '打卡', 'Bank transfer', '打卡发放', '银行卡', '一卡通', '转账'),
        value('cash', '现金', 'Cash', '现金发放'),
        value('offset', '抵扣', 'Offset', '冲抵', '抵账'),
      ],
    }),
    field('bankAccount', ['银行卡号', '銀行卡號', 'Bank account'], 'string', {
      aliases: ['一卡通账号', '开户账号'],
      form: 'code',
      pattern: '\\d{16,19}',
      pii: 'D',
      keeping: 'token:account',
      tokenColumn: 'bankAccountToken',
    }),
  ],
  rowRules: [],
  needRules: [],
  remarkRules: [{ code: 'cash_payment', when: { field: 'payMethod', in: ['cash'] } }],
  uniqueRules: [{ code: 'repeated_certificate', columns: ['certificateNo', 'year'] }],
};
