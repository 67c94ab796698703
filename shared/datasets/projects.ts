import type { Contract, Field } from './contract.ts';
import { count, field, type Labels, value } from './field.ts';
import { countyField, modes } from './shared-fields.ts';

function answer(
  name: string,
  labels: Labels,
  aliases: readonly string[],
  need: Field['need'] = 'optional',
): Field {
  return field(name, labels, 'bool', { aliases, need });
}

/** 项目（安置点）台账: one settlement site or scattered batch as of the period (domain.md §4 D2, R1, R9). */
export const projects: Contract = {
  id: 'projects',
  version: '2',
  zh: '项目（安置点）台账',
  en: 'Projects (settlement sites)',
  grain: 'concentrated site or scattered batch',
  accumulate: 'latest',
  stock: true,
  stockYear: 'planYear',
  effective: 'end',
  key: ['projectId'],
  titleWords: ['项目进度', '项目台账', '安置点台账', '项目', '安置点'],
  fields: [
    field('projectId', ['项目编号', '項目編號', 'Project id'], 'string', {
      aliases: ['项目代码', '安置点编号'],
      need: 'required',
      form: 'code',
      pattern: '(?=.*[A-Za-z-]|\\d{4})[0-9A-Za-z-]{3,40}',
    }),
    field('projectName', ['项目名称', '項目名稱', 'Project name'], 'string', {
      aliases: ['安置点名称', '集中安置点', '工程名称'],
      need: 'required',
      maxLength: 100,
    }),
    countyField('建设地点'),
    field('townshipName', ['乡镇', '鄉鎮', 'Township'], 'string', {
      aliases: ['乡（镇）', '乡镇（街道）', '所在乡镇'],
    }),
    field('mode', ['安置方式', '安置方式', 'Mode'], 'enum', {
      aliases: ['安置类型'],
      need: 'required',
      values: modes,
    }),
    field('placement', ['安置地类型', '安置地類型', 'Placement'], 'enum', {
      aliases: ['安置去向', '集中安置形式'],
      values: [
        value('county_town', '县城', 'County town', '县城安置', '城区'),
        value('market_town', '集镇', 'Market town', '小城镇', '集镇安置', '乡镇集镇', '小城镇安置'),
        value('park', '园区', 'Industrial park', '工业园区', '产业园区', '园区安置'),
        value('scenic', '景区', 'Scenic area', '旅游区', '乡村旅游区', '旅游景区'),
        value('central_village', '中心村', 'Central village', '行政村内', '中心村安置'),
        value(
          'new_community',
          '农村新型社区',
          'New rural community',
          '新村',
          '移民新村',
          '新型社区',
          '新建移民新村',
        ),
        value('purchase', '购房', 'Purchased housing', '购房安置', '回购商品房', '进城购房'),
        value('other', '其他', 'Other', '其它'),
      ],
    }),
    field('planYear', ['年度', '年度', 'Plan year'], 'int', {
      aliases: ['计划年度'],
      unit: '年',
      additive: false,
      need: 'required',
      range: 'planYears',
    }),
    field(
      'plannedHouseholds',
      ['安置户数', '安置戶數', 'Planned households'],
      'int',
      count('户', {
        aliases: ['计划户数', '规模（户）', '建设规模（户）', '建设规模/户数', '其中建档立卡户数'],
        need: 'required',
        min: 1,
      }),
    ),
    field(
      'plannedPersons',
      ['安置人数', '安置人數', 'Planned persons'],
      'int',
      count('人', {
        aliases: ['计划人数', '规模（人）', '建设规模（人）', '建设规模/人数', '其中建档立卡人口'],
        need: 'required',
      }),
    ),
    field(
      'startedHouseholds',
      ['开工户数', '開工戶數', 'Started households'],
      'int',
      count('户', { column: 'expected', aliases: ['已开工户数', '开工（户）'] }),
    ),
    field(
      'completedHouseholds',
      ['竣工户数', '竣工戶數', 'Completed households'],
      'int',
      count('户', { column: 'expected', aliases: ['完工户数', '已竣工套数', '主体完工'] }),
    ),
    field(
      'occupiedHouseholds',
      ['入住户数', '入住戶數', 'Occupied households'],
      'int',
      count('户', { column: 'expected', aliases: ['已入住户数', '搬迁入住'] }),
    ),
    field('approvedInvestment', ['概算总投资', '概算總投資', 'Approved investment'], 'money', {
      aliases: ['计划投资', '总投资', '批复投资'],
      unit: '万元',
      need: 'required',
      min: 0,
      aboveMin: true,
    }),
    field('filingNo', ['备案文号', '備案文號', 'Filing no.'], 'string', {
      aliases: ['备案审查文号', '批复文号', '立项文号'],
    }),
    field('filingDate', ['备案日期', '備案日期', 'Filing date'], 'date', {
      happened: true,
      aliases: ['备案审查时间', '批复时间'],
    }),
    field('filingResult', ['备案审查结果', '備案審查結果', 'Filing result'], 'enum', {
      aliases: ['审查意见'],
      values: [
        value('passed', '通过', 'Passed', '审查通过', '同意备案', '已备案', '合格'),
        value('returned', '退回', 'Returned', '不通过', '未通过'),
        value('pending', '待审', 'Pending', '待审查', '审查中', '未备案'),
      ],
    }),
    field('startDate', ['开工日期', '開工日期', 'Start date'], 'date', {
      happened: true,
      aliases: ['开工时间', '实际开工时间'],
      ambiguousMonth: 'error',
    }),
    field('completionDate', ['竣工日期', '竣工日期', 'Completion date'], 'date', {
      happened: true,
      aliases: ['完工时间', '实际竣工时间', '竣工时间', '完工日期'],
      ambiguousMonth: 'error',
    }),
    field('acceptanceDate', ['验收日期', '驗收日期', 'Acceptance date'], 'date', {
      happened: true,
      aliases: ['竣工验收时间'],
    }),
    field('acceptanceResult', ['验收结论', '驗收結論', 'Acceptance result'], 'enum', {
      aliases: ['质量等级', '房屋质量是否达标'],
      values: [
        value('passed', '合格', 'Passed', '通过', '达标', '是', '优良'),
        value('failed', '不合格', 'Failed', '不达标', '否', '未通过'),
        value('rectified', '整改后合格', 'Passed after rectification', '整改合格'),
      ],
    }),
    answer(
      'qualityLetterSigned',
      ['终身责任书', '終身責任書', 'Lifelong quality letter signed'],
      ['工程质量终身责任承诺书', '质量终身负责制'],
    ),
    field('qualityLead', ['质量责任人', '質量責任人', 'Quality lead'], 'string', {
      aliases: ['项目负责人'],
      pii: 'D',
      keeping: 'drop',
    }),
    answer(
      'avoidGeohazard',
      ['避开地质灾害易发区', '避開地質災害易發區', 'Avoids geological hazards'],
      ['四避开-地灾', '地灾评估'],
      'expected',
    ),
    answer(
      'avoidFlood',
      ['避开洪涝灾害威胁区', '避開洪澇災害威脅區', 'Avoids floods'],
      ['四避开-洪涝'],
      'expected',
    ),
    answer(
      'avoidEcoReserve',
      ['避开生态保护区', '避開生態保護區', 'Avoids ecological reserves'],
      ['四避开-生态'],
      'expected',
    ),
    answer(
      'avoidPrimeFarmland',
      ['避开永久基本农田', '避開永久基本農田', 'Avoids prime farmland'],
      ['四避开-基本农田'],
      'expected',
    ),
    answer('nearTown', ['靠近城镇', '靠近城鎮', 'Near a town'], ['四靠近-城镇']),
    answer(
      'nearParkScenic',
      ['靠近园区景区', '靠近園區景區', 'Near a park or scenic area'],
      ['四靠近-园区/景区'],
    ),
    answer(
      'nearNewCommunity',
      ['靠近农村新型社区', '靠近農村新型社區', 'Near a new community'],
      ['四靠近-社区'],
    ),
    answer('nearCentralVillage', ['靠近中心村', '靠近中心村', 'Near a central village'], ['四靠近-中心村']),
    answer('reachValue', ['房产能升值', '房產能升值', 'Property gains value'], ['四达到-升值']),
    answer('reachIncome', ['增收有保障', '增收有保障', 'Income secured'], ['四达到-增收']),
    answer('reachInfra', ['基础配套强', '基礎配套強', 'Infrastructure good'], ['四达到-配套', '水电路网讯']),
    answer(
      'reachServices',
      ['公共服务好', '公共服務好', 'Public services good'],
      ['四达到-公服', '学校卫生室'],
    ),
    field('dataDate', ['截至日期', '截至日期', 'Data date'], 'date', {
      aliases: ['截止时间', '数据日期', '填报日期'],
    }),
  ],
  rowRules: [
    {
      code: 'fewer_persons_than_households',
      severity: 'warning',
      left: 'plannedPersons',
      is: '>=',
      right: 'plannedHouseholds',
    },
    {
      code: 'started_above_planned',
      severity: 'warning',
      left: 'startedHouseholds',
      is: '<=',
      right: 'plannedHouseholds',
    },
    {
      code: 'completed_above_started',
      severity: 'warning',
      left: 'completedHouseholds',
      is: '<=',
      right: 'startedHouseholds',
    },
    {
      code: 'occupied_above_planned',
      severity: 'error',
      left: 'occupiedHouseholds',
      is: '<=',
      right: 'plannedHouseholds',
    },
    {
      code: 'occupied_above_completed',
      severity: 'warning',
      left: 'occupiedHouseholds',
      is: '<=',
      right: 'completedHouseholds',
    },
    { code: 'start_before_filing', severity: 'warning', left: 'filingDate', is: '<=', right: 'startDate' },
    {
      code: 'completion_before_start',
      severity: 'warning',
      left: 'startDate',
      is: '<=',
      right: 'completionDate',
    },
    {
      code: 'acceptance_before_completion',
      severity: 'warning',
      left: 'completionDate',
      is: '<=',
      right: 'acceptanceDate',
    },
  ],
  needRules: [{ field: 'filingNo', when: { field: 'startDate' }, severity: 'warning' }],
  ratioRules: [
    {
      code: 'unit_suspect',
      numerator: 'approvedInvestment',
      denominator: 'plannedPersons',
      min: 10_000,
      max: 50_000_000,
    },
  ],
  meanRules: [
    {
      code: 'household_size_suspect',
      numerator: 'plannedPersons',
      denominator: 'plannedHouseholds',
      min: 1.5,
      max: 6.5,
    },
  ],
};
