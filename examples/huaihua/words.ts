/** The Chinese words in which forms write what the model keeps in English. */

export const modeWords = { concentrated: '集中', scattered: '分散', all: '合计' } as const;

/** The longer form that some counties use. */
export const longModeWords = { concentrated: '集中安置', scattered: '分散安置' } as const;

export const targetWords = { provincial: '省定任务', self_raised: '自加压' } as const;

export const relationWords = {
  head: '户主',
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  other: '其他',
} as const;

export const healthWords = {
  healthy: '健康',
  chronic: '长期慢性病',
  serious: '大病',
  disabled: '残疾',
} as const;

export const skillWords = {
  ordinary: '普通',
  skilled: '技能',
  weak: '弱或半',
  lost: '丧失',
  none: '无',
} as const;

/** As the national poverty system prints them. */
export const longSkillWords = {
  ordinary: '普通劳动力',
  skilled: '技能劳动力',
  weak: '弱劳动力或半劳动力',
  lost: '丧失劳动力',
  none: '无劳动力',
} as const;

export const statusWords = {
  employed: '已就业',
  self_employed: '自主创业',
  farming: '务农',
  unemployed: '未就业',
} as const;

export const formWords = {
  park: '园区',
  town: '集镇',
  workshop: '扶贫车间',
  base: '产业基地',
  public_post: '公益岗位',
  migrant: '外出务工',
  self: '创业',
  flexible: '灵活就业',
} as const;

export const regionWords = {
  village: '村内',
  township: '乡镇内',
  county: '县内',
  city: '市内',
  province: '省内',
  outside: '省外',
} as const;

export const safetyNetWords = { none: '无', dibao: '低保', wubao: '五保' } as const;

export const modelWords = {
  company_base_farmer: '公司+基地+农户',
  company_coop_farmer: '公司+合作社+农户',
  village_company_base_poor: '村集体+公司+基地+贫困户',
} as const;

export const sectorWords = {
  crop: '种植',
  livestock: '养殖',
  forestry: '林业',
  tourism: '旅游',
  processing: '加工',
} as const;

export const roleWords = {
  provincial_platform: '省级投融资主体',
  county_entity: '县级项目实施主体',
  treasury: '财政',
  contractor: '施工单位',
  supervisor: '监理单位',
  designer: '设计单位',
} as const;

export const entryWords = {
  opening: '期初余额',
  budget: '预算下达',
  allocate: '分解到项目',
  receive: '到账',
  pay: '支付',
  refund: '退回',
  transfer_in: '专户划入',
  transfer_out: '专户划出',
  interest: '利息',
  settle: '结算',
  balance: '银行对账余额',
  reverse: '冲销',
} as const;

export const sourceWords = {
  central_budget: '中央预算内投资',
  local_bond: '地方政府债券',
  special_fund: '专项建设基金',
  policy_loan: '长期政策性贷款',
  self_raised: '农户自筹',
  other: '整合',
} as const;

export const purposeWords = {
  housing: '住房',
  infrastructure: '基础设施',
  public_service: '公共服务',
} as const;

/** Names by which counties call themselves inside a table. */
export const shortCountyNames: Readonly<Record<string, string>> = {
  '431224': '漵浦縣',
  '431226': '麻阳县',
  '431227': '新晃县',
  '431228': '芷江县',
  '431229': '靖州县',
  '431230': '通道县',
  '431271': '怀化市洪江管理区',
};
