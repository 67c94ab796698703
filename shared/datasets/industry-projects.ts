import type { Contract } from './contract.ts';
import { count, field, value } from './field.ts';
import { countyField } from './shared-fields.ts';

/** 产业项目（基地）台账: one base or enterprise project and dividend year (domain.md §4 D5, R5). */
export const industryProjects: Contract = {
  id: 'industryProjects',
  version: '2',
  zh: '产业项目（基地）台账',
  en: 'Industry projects',
  grain: 'industry project × dividend year',
  accumulate: 'latest',
  effective: 'end',
  key: ['industryId', 'year'],
  titleWords: ['产业项目', '产业基地', '利益联结', '产业'],
  fields: [
    field('industryId', ['产业项目编号', '產業項目編號', 'Industry project id'], 'string', {
      aliases: ['项目编号'],
      need: 'required',
      form: 'code',
      pattern: '[0-9A-Za-z-]{1,40}',
    }),
    field('industryName', ['产业项目名称', '產業項目名稱', 'Industry project'], 'string', {
      aliases: ['基地名称', '产业名称'],
      need: 'required',
      maxLength: 100,
    }),
    countyField(),
    field('model', ['利益联结模式', '利益聯結模式', 'Model'], 'enum', {
      aliases: ['带动模式', '组织形式', '经营模式'],
      need: 'required',
      values: [
        value(
          'company_base_farmer',
          '公司+基地+农户',
          'Company + base + farmers',
          '公司基地农户',
          '企业+基地+农户',
        ),
        value(
          'company_coop_farmer',
          '公司+合作社+农户',
          'Company + cooperative + farmers',
          '公司合作社农户',
          '企业+合作社+农户',
        ),
        value(
          'village_company_base_poor',
          '村集体+公司+基地+贫困户',
          'Village + company + base + poor households',
          '村集体公司基地贫困户',
        ),
        value('other', '其他', 'Other', '其它'),
      ],
    }),
    field('entityName', ['经营主体', '經營主體', 'Operating entity'], 'string', {
      aliases: ['龙头企业', '公司名称', '合作社名称', '实施主体', '经营主体名称'],
      need: 'required',
      maxLength: 100,
    }),
    field('entityUscc', ['统一社会信用代码', '統一社會信用代碼', 'Unified social credit code'], 'string', {
      aliases: ['信用代码', '营业执照号'],
      need: 'required',
      form: 'code',
      check: 'uscc',
    }),
    field('sector', ['产业类别', '產業類別', 'Sector'], 'enum', {
      aliases: ['主导产业'],
      values: [
        value('crop', '种植', 'Crops', '种植业', '水果', '蔬菜', '茶叶'),
        value('livestock', '养殖', 'Livestock', '养殖业', '畜牧业'),
        value('forestry', '林业', 'Forestry', '林下经济'),
        value('tourism', '旅游', 'Tourism', '乡村旅游', '旅游业'),
        value('processing', '加工', 'Processing', '加工业', '农产品加工'),
        value('pv', '光伏', 'Photovoltaics', '光伏发电'),
        value('other', '其他', 'Other', '其它'),
      ],
    }),
    field('projectId', ['关联安置点', '關聯安置點', 'Linked site'], 'string', {
      aliases: ['配套安置点'],
      maxLength: 100,
    }),
    field('fiscalInvested', ['财政扶贫资金投入', '財政扶貧資金投入', 'Fiscal money invested'], 'money', {
      aliases: ['上级扶贫资金', '投入资金', '财政资金'],
      unit: '万元',
      need: 'required',
      min: 0,
    }),
    field('entityCapital', ['主体自有资本', '主體自有資本', "Entity's own capital"], 'money', {
      aliases: ['企业自有资金', '原有资产评估值'],
      unit: '万元',
      min: 0,
    }),
    field('convertedToShares', ['转为股份金额', '轉爲股份金額', 'Converted to shares'], 'money', {
      aliases: ['折股金额', '量化资金', '入股资金'],
      unit: '万元',
      need: 'required',
      min: 0,
    }),
    field('povertyShareRatio', ['贫困户持股比例', '貧困戶持股比例', "Poor households' share"], 'percent', {
      aliases: ['扶贫股占比', '占股比例'],
      unit: '%',
      min: 0,
      max: 1,
    }),
    field('agreementNo', ['入股协议编号', '入股協議編號', 'Agreement no.'], 'string', {
      aliases: ['合同编号'],
      form: 'code',
    }),
    field('agreementStart', ['协议起始', '協議起始', 'Agreement from'], 'date', {
      aliases: ['合同期限(起)'],
    }),
    field('agreementEnd', ['协议到期', '協議到期', 'Agreement to'], 'date', {
      aliases: ['合同期限(止)', '到期时间'],
    }),
    field('guaranteedRate', ['保底分红比例', '保底分紅比例', 'Guaranteed dividend rate'], 'percent', {
      aliases: ['固定分红', '年保底收益率'],
      unit: '%',
      min: 0,
      max: 0.3,
    }),
    field('buyback', ['是否约定回购', '是否約定回購', 'Buy-back agreed'], 'bool', {
      aliases: ['本金返还', '到期退股'],
    }),
    field('equityRegistered', ['是否股权登记', '是否股權登記', 'Equity registered'], 'bool', {
      aliases: ['股权证', '工商登记'],
    }),
    field('year', ['分红年度', '分紅年度', 'Dividend year'], 'int', {
      unit: '年',
      additive: false,
      need: 'required',
      min: 2014,
      max: 2030,
    }),
    field('netProfit', ['当年可分配利润', '當年可分配利潤', 'Distributable profit'], 'money', {
      aliases: ['净利润', '盈利'],
      unit: '万元',
    }),
    field(
      'linkedHouseholds',
      ['带动搬迁户数', '帶動搬遷戶數', 'Linked households'],
      'int',
      count('户', { aliases: ['带动贫困户数', '联结户数'] }),
    ),
  ],
  rowRules: [
    {
      code: 'converted_above_invested',
      severity: 'warning',
      left: 'convertedToShares',
      is: '<=',
      right: 'fiscalInvested',
    },
    {
      code: 'agreement_ends_before_start',
      severity: 'warning',
      left: 'agreementStart',
      is: '<',
      right: 'agreementEnd',
    },
    { code: 'guaranteed_rate_high', severity: 'warning', left: 'guaranteedRate', is: '<=', right: 0.12 },
  ],
  needRules: [],
};
