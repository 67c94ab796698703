import type { Contract } from './contract.ts';
import { count, field, value } from './field.ts';
import { countyField, modes } from './shared-fields.ts';

/** 搬迁户花名册: one relocated household (domain.md §4 D3). Names, IDs and phones never leave ingest. */
export const households: Contract = {
  id: 'households',
  version: '2',
  zh: '搬迁户花名册',
  en: 'Households',
  grain: 'household',
  accumulate: 'latest',
  stock: true,
  effective: 'end',
  key: ['headIdToken'],
  titleWords: ['花名册', '搬迁户', '搬迁对象', '户信息'],
  fields: [
    field('householdNo', ['户编号', '戶編號', 'Household no.'], 'string', {
      aliases: ['贫困户编号', '户号', '档案编号'],
      form: 'code',
      pattern: '[0-9A-Za-z-]{1,40}',
      pii: 'D',
      keeping: 'token:household',
    }),
    field('headName', ['户主姓名', '戶主姓名', 'Head of household'], 'string', {
      aliases: ['户主', '姓名', '贫困户姓名'],
      need: 'required',
      maxLength: 20,
      pii: 'D',
      keeping: 'drop',
    }),
    field('headIdNo', ['户主身份证号', '戶主身份證號', "Head's ID number"], 'idno', {
      aliases: ['身份证号码', '户主身份证', '证件号码', '公民身份号码', '身份证号', '户主身份证号码'],
      need: 'required',
      pii: 'D',
      keeping: 'token:head',
      tokenColumn: 'headIdToken',
    }),
    field('phone', ['联系电话', '聯繫電話', 'Phone'], 'string', {
      aliases: ['户联系电话', '手机号', '户主电话'],
      pii: 'D',
      keeping: 'drop',
    }),
    countyField(),
    field('townshipName', ['迁出乡镇', '遷出鄉鎮', 'Township of origin'], 'string', {
      aliases: ['乡（镇）', '乡镇'],
      need: 'required',
      pii: 'Q',
    }),
    field('villageName', ['迁出村', '遷出村', 'Village of origin'], 'string', {
      aliases: ['行政村', '村（居）委会', '村名'],
      need: 'required',
      pii: 'Q',
    }),
    field('groupName', ['村民小组', '村民小組', 'Villager group'], 'string', {
      aliases: ['组', '自然村（屯）'],
      pii: 'Q',
      keeping: 'drop',
    }),
    field('originPointId', ['迁出点编号', '遷出點編號', 'Point of origin'], 'string', {
      aliases: ['迁出地', '迁出点'],
      pii: 'Q',
    }),
    field(
      'familySize',
      ['家庭人口', '家庭人口', 'Family size'],
      'int',
      count('人', {
        aliases: ['家庭人口数', '人口数', '人数', '搬迁人口'],
        need: 'required',
        min: 1,
        max: 20,
      }),
    ),
    field('isRegistered', ['是否建档立卡', '是否建檔立卡', 'Registered poor'], 'bool', {
      aliases: ['建档立卡户', '户类型', '贫困户类型', '建档立卡'],
      need: 'required',
      words: {
        建档立卡户: true,
        建档立卡贫困户: true,
        建档立卡: true,
        贫困户: true,
        一般贫困户: true,
        低保贫困户: true,
        非建档立卡户: false,
        非建档立卡: false,
        非贫困户: false,
        一般户: false,
        一般农户: false,
        同步搬迁户: false,
        随迁户: false,
      },
      pii: 'S',
    }),
    field('mode', ['安置方式', '安置方式', 'Mode'], 'enum', {
      aliases: ['搬迁方式'],
      need: 'required',
      values: modes,
    }),
    field('projectId', ['安置项目编号', '安置項目編號', 'Project'], 'string', {
      aliases: ['安置点编号', '集中安置点名称', '迁入地', '项目编号', '安置点名称'],
      need: 'required',
      maxLength: 100,
    }),
    field('houseArea', ['安置住房面积', '安置住房面積', 'Housing area'], 'decimal', {
      aliases: ['住房面积', '建筑面积', '户型面积'],
      unit: '㎡',
      min: 0,
      aboveMin: true,
      pii: 'Q',
    }),
    field('selfRaised', ['自筹资金', '自籌資金', 'Self-raised money'], 'money', {
      aliases: ['农户自筹', '群众自筹', '交款金额'],
      unit: '元',
      min: 0,
      pii: 'S',
    }),
    field('startDate', ['开工日期', '開工日期', 'Start date'], 'date', {
      happened: true,
      aliases: ['建房开工时间', '开工时间'],
    }),
    field('completionDate', ['竣工日期', '竣工日期', 'Completion date'], 'date', {
      happened: true,
      aliases: ['完工时间', '竣工时间'],
    }),
    field('keyHandedDate', ['交钥匙日期', '交鑰匙日期', 'Key handed over'], 'date', {
      happened: true,
      aliases: ['交房时间', '是否交钥匙'],
    }),
    field('moveInDate', ['入住日期', '入住日期', 'Moved in'], 'date', {
      happened: true,
      aliases: ['搬迁入住时间', '是否入住', '实际入住', '入住时间'],
    }),
    field('demolitionAgreed', ['签订拆旧协议', '簽訂拆舊協議', 'Demolition agreed'], 'bool', {
      aliases: ['旧房拆除协议', '腾退协议'],
    }),
    field('demolishedDate', ['旧房拆除日期', '舊房拆除日期', 'Old house demolished'], 'date', {
      happened: true,
      aliases: ['拆旧时间', '是否拆除旧房'],
    }),
    field('reclaimedArea', ['复垦面积', '復墾面積', 'Reclaimed area'], 'decimal', {
      aliases: ['宅基地复垦', '复绿面积'],
      unit: '亩',
      min: 0,
      max: 10,
    }),
    field('deedIssued', ['不动产登记', '不動產登記', 'Deed issued'], 'bool', {
      aliases: ['房产证', '产权证办理'],
    }),
    field('outOfPovertyYear', ['脱贫年度', '脫貧年度', 'Out of poverty in'], 'int', {
      aliases: ['脱贫时间', '脱贫状态', '脱贫属性'],
      unit: '年',
      additive: false,
      min: 2014,
      max: 2020,
      pii: 'S',
    }),
    field('incomePerCapita', ['人均纯收入', '人均純收入', 'Income per head'], 'money', {
      aliases: ['家庭人均纯收入', '年人均纯收入'],
      unit: '元',
      min: 0,
      max: 20_000_000,
      additive: false,
      pii: 'S',
    }),
    field('safetyNetType', ['兜底保障类型', '兜底保障類型', 'Safety net'], 'enum', {
      aliases: ['低保户/五保户', '享受政策', '保障类别'],
      values: [
        value('none', '无', 'None', '否', '没有', '未享受'),
        value('dibao', '低保', 'Minimum living allowance', '低保户', '最低生活保障'),
        value('wubao', '五保', 'Five guarantees', '五保户', '特困供养', '特困人员'),
        value('mixed', '混合', 'Mixed', '低保五保', '低保和五保'),
      ],
      pii: 'S',
    }),
    field('safetyNetSince', ['保障起始', '保障起始', 'Safety net since'], 'date', {
      happened: true,
      aliases: ['低保批准时间'],
      pii: 'S',
    }),
  ],
  rowRules: [
    {
      code: 'completion_before_start',
      severity: 'warning',
      left: 'startDate',
      is: '<=',
      right: 'completionDate',
    },
    {
      code: 'key_before_completion',
      severity: 'warning',
      left: 'completionDate',
      is: '<=',
      right: 'keyHandedDate',
    },
    { code: 'move_in_before_key', severity: 'warning', left: 'keyHandedDate', is: '<=', right: 'moveInDate' },
    {
      code: 'demolished_before_move_in',
      severity: 'warning',
      left: 'moveInDate',
      is: '<=',
      right: 'demolishedDate',
    },
    {
      code: 'self_raised_above_cap',
      severity: 'warning',
      left: 'selfRaised',
      is: '<=',
      right: { policy: 'selfRaisedPerHousehold' },
    },
  ],
  needRules: [],
  ratioRules: [
    {
      code: 'area_above_limit',
      numerator: 'houseArea',
      denominator: 'familySize',
      max: { policy: 'areaPerPerson' },
    },
    {
      code: 'self_raised_per_person_above_cap',
      numerator: 'selfRaised',
      denominator: 'familySize',
      max: { policy: 'selfRaisedPerPerson' },
    },
  ],
  meanRules: [
    { code: 'household_size_suspect', numerator: 'familySize', denominator: null, min: 1.5, max: 6.5 },
  ],
  uniqueRules: [{ code: 'repeated_household_no', columns: ['householdNoToken'] }],
};
