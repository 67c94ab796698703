import type { Contract } from './contract.ts';
import { field, value } from './field.ts';
import { splittingCountyField } from './shared-fields.ts';

/** Entries whose own account is the payee's (R8). */
const inflows = ['opening', 'receive', 'refund', 'interest', 'transfer_in', 'balance'];
/** Entries whose own account is the payer's (R8). */
const outflows = ['pay', 'transfer_out', 'return_up'];

/** 项目资金台账: one entry, corrected by reversal only (domain.md §4 D8, R1, R3, R8). */
export const fundLedger: Contract = {
  id: 'fundLedger',
  version: '2',
  zh: '项目资金台账',
  en: 'Fund ledger',
  grain: 'entry',
  accumulate: 'union',
  effective: 'end',
  key: ['entryNo'],
  fallbackKey: [
    'payerAccountToken',
    'payeeAccountToken',
    'voucherNo',
    'entryDate',
    'amount',
    'payeeNameToken',
  ],
  titleWords: ['资金台账', '项目资金', '资金拨付', '资金'],
  fields: [
    field('entryNo', ['流水号', '流水號', 'Entry no.'], 'string', {
      aliases: ['凭证流水'],
      form: 'code',
      maxLength: 60,
    }),
    field('entryType', ['业务类型', '業務類型', 'Entry type'], 'enum', {
      aliases: ['收支类别', '摘要类型'],
      need: 'required',
      values: [
        value('opening', '期初余额', 'Opening balance', '期初', '上年结余', '上年结转'),
        value('budget', '预算下达', 'Budget issued', '下达预算', '资金下达', '预算'),
        value('allocate', '分解到项目', 'Allocated to a project', '预算分解', '分解', '分配'),
        value('receive', '到账', 'Received', '资金到账', '到位', '收到'),
        value('pay', '支付', 'Paid', '拨付', '支付(拨付)', '资金支付', '资金拨付', '支出'),
        value('refund', '退回', 'Refund', '退款'),
        value('transfer_in', '专户划入', 'Transfer in', '划入', '转入'),
        value('transfer_out', '专户划出', 'Transfer out', '划出', '转出'),
        value('interest', '利息', 'Interest', '利息收入', '存款利息'),
        value('return_up', '上缴', 'Returned upward', '上缴资金', '缴回'),
        value('settle', '结算', 'Settled', '决算', '结算(决算)'),
        value('balance', '银行对账余额', 'Bank balance', '对账余额', '银行余额'),
        value('reverse', '冲销', 'Reversal', '红冲', '冲正'),
      ],
    }),
    field('entryDate', ['日期', '日期', 'Date'], 'date', {
      aliases: ['拨付日期', '支付时间', '到账时间', '业务日期'],
      need: 'required',
      ambiguousMonth: 'error',
      notAfterUpload: true,
      insidePeriod: true,
    }),
    splittingCountyField,
    field('source', ['资金来源', '資金來源', 'Source of money'], 'enum', {
      aliases: ['资金渠道', '资金性质'],
      need: 'required',
      values: [
        value(
          'central_budget',
          '中央预算内投资',
          'Central budget investment',
          '中央预算内',
          '中央预算内资金',
        ),
        value('local_bond', '地方政府债券', 'Local government bonds', '地方政府债', '地方债', '政府债券'),
        value('special_fund', '专项建设基金', 'Special construction fund', '专项基金'),
        value('policy_loan', '长期政策性贷款', 'Policy loan', '政策性贷款', '低成本长期贷款', '长期贷款'),
        value('interest_subsidy', '贴息', 'Interest subsidy', '贴息资金', '财政贴息', '中央财政贴息'),
        value('self_raised', '农户自筹', 'Self-raised', '自筹', '群众自筹', '自筹资金'),
        value('central_fiscal', '中央财政专项', 'Central fiscal fund', '中央财政专项扶贫资金', '中央财政'),
        value('provincial', '省级', 'Provincial', '省级财政', '省级资金', '省财政'),
        value('city_county', '市县', 'City and county', '市县财政', '市县配套', '县级配套', '市级', '县级'),
        value('other', '其他整合', 'Other', '其他', '其它', '整合资金', '整合', '其他整合资金'),
      ],
    }),
    field('docNo', ['资金文号', '資金文號', 'Document no.'], 'string', {
      aliases: ['下达文号', '指标文号'],
      maxLength: 80,
    }),
    field('projectId', ['项目编号', '項目編號', 'Project'], 'string', {
      aliases: ['项目名称'],
      maxLength: 100,
    }),
    field('purpose', ['资金用途', '資金用途', 'Purpose'], 'enum', {
      aliases: ['用途', '支出内容', '科目'],
      column: 'expected',
      values: [
        value('housing', '住房', 'Housing', '住房建设', '建房', '安置房建设'),
        value('infrastructure', '基础设施', 'Infrastructure', '基础设施建设', '配套基础设施'),
        value('public_service', '公共服务', 'Public services', '公共服务设施'),
        value('land', '土地', 'Land', '土地费用', '征地', '土地征收'),
        value('demolition_reclaim', '拆旧复垦', 'Demolition and reclamation', '拆除复垦', '旧房拆除', '复垦'),
        value('industry', '后续产业', 'Industry', '产业', '产业发展'),
        value('training', '培训', 'Training', '技能培训'),
        value('management', '前期管理费', 'Management', '管理费', '前期费', '前期费用', '前期工作费'),
        value('interest', '利息', 'Interest', '利息支出', '贷款利息'),
        value('other', '其他', 'Other', '其它'),
      ],
    }),
    field('amount', ['金额', '金額', 'Amount'], 'money', {
      aliases: ['拨付金额', '支付金额', '到账金额', '发生额'],
      unit: '元',
      need: 'required',
      min: 0,
      aboveMin: true,
      negativeMeans: { field: 'entryType', value: 'reverse' },
    }),
    field('payerAccount', ['付款账户', '付款賬戶', 'Payer account'], 'string', {
      aliases: ['付款专户', '付款账号'],
      form: 'code',
      pattern: '\\d{8,32}',
      keeping: 'token:account',
    }),
    field('payeeName', ['收款单位', '收款單位', 'Payee'], 'string', {
      aliases: ['收款人', '收款方'],
      maxLength: 100,
      pii: 'D',
      keeping: 'token:name',
    }),
    field('payeeAccount', ['收款账号', '收款賬號', 'Payee account'], 'string', {
      aliases: ['收款账户'],
      form: 'code',
      pattern: '\\d{8,32}',
      pii: 'D',
      keeping: 'token:account',
    }),
    field('contractNo', ['合同编号', '合同編號', 'Contract no.'], 'string', { form: 'code', maxLength: 80 }),
    field('voucherNo', ['凭证号', '憑證號', 'Voucher no.'], 'string', {
      aliases: ['记账凭证号', '支付令号'],
      form: 'code',
      maxLength: 80,
    }),
    field('invoiceNo', ['发票号', '發票號', 'Invoice no.'], 'string', { form: 'code', maxLength: 80 }),
    field('method', ['支付方式', '支付方式', 'Method'], 'enum', {
      values: [
        value('direct', '直接支付', 'Direct payment', '财政直接支付'),
        value('bank_transfer', '转账', 'Bank transfer', '银行转账', '授权支付'),
        value('card', '打卡', 'Card', '一卡通', '打卡发放'),
        value('cash', '现金', 'Cash'),
      ],
    }),
    field('reversesEntryNo', ['冲销流水号', '沖銷流水號', 'Reverses entry'], 'string', {
      aliases: ['更正原流水'],
      form: 'code',
      maxLength: 60,
    }),
    field('memo', ['备注', '備註', 'Memo'], 'string', { aliases: ['摘要'], pii: 'D', keeping: 'drop' }),
  ],
  rowRules: [],
  needRules: [
    { field: 'docNo', when: { field: 'entryType', in: ['budget', 'allocate'] }, severity: 'warning' },
    {
      field: 'projectId',
      when: { field: 'entryType', in: ['allocate', 'pay', 'settle'] },
      severity: 'warning',
    },
    { field: 'payerAccount', when: { field: 'entryType', in: ['pay'] }, severity: 'warning' },
    { field: 'payeeName', when: { field: 'entryType', in: ['pay'] }, severity: 'warning' },
    { field: 'voucherNo', when: { field: 'entryType', in: ['pay'] }, severity: 'warning' },
    { field: 'reversesEntryNo', when: { field: 'entryType', in: ['reverse'] }, severity: 'warning' },
  ],
  remarkRules: [{ code: 'cash_payment', when: { field: 'method', in: ['cash'] } }],
  uniqueRules: [{ code: 'repeated_invoice', columns: ['invoiceNo'] }],
  repeatRules: [
    {
      code: 'DUP_EXACT',
      when: { field: 'entryType', in: inflows },
      columns: [
        ['entryType'],
        ['payeeAccountToken'],
        ['voucherNo'],
        ['entryDate'],
        ['amount'],
        ['payerAccountToken'],
        ['source'],
      ],
      notBlank: [['voucherNo'], ['payerAccountToken']],
    },
    {
      code: 'DUP_EXACT',
      when: { field: 'entryType', in: outflows },
      columns: [
        ['entryType'],
        ['payerAccountToken'],
        ['voucherNo'],
        ['entryDate'],
        ['amount'],
        ['payeeAccountToken', 'payeeNameToken'],
      ],
      notBlank: [['voucherNo'], ['payeeAccountToken', 'payeeNameToken']],
    },
  ],
};
