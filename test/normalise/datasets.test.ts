import { describe, expect, test } from 'vitest';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import type { NormalisedFile } from '../../shared/normalise/part.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { contextOf, type Grid, sheetOf, testSecret, workbookOf } from '../support/workbooks.ts';

const tokens = createTokeniser(testSecret);

async function read(grid: Grid, changes: Parameters<typeof contextOf>[0] = {}): Promise<NormalisedFile> {
  return normaliseFile(workbookOf(sheetOf(grid)), contextOf(changes));
}

function rowsOf(file: NormalisedFile): readonly object[] {
  return file.parts.flatMap(({ table }) => table.objects());
}

function codes(file: NormalisedFile, severity?: string): readonly string[] {
  return file.findings.filter((f) => !severity || f.severity === severity).map(({ code }) => code);
}

test('targets: a tasks table with 县名 · 合计 as data of mode all', async () => {
  const file = await read(
    [
      ['湖南省2016年易地扶贫搬迁任务计划表'],
      ['县（市、区）', '年度', '任务类型', '安置方式', '任务户数', '任务人数', '下达日期'],
      ['溆浦县', 2016, '省定任务', '集中', 500, 2000, '2016年3月1日'],
      ['溆浦县', '2016年', '省定任务', '合计', '800', '3,200', '2016.3.1'],
      ['溆浦县', '十三五', '省定任务', '合计', 4000, 16000, '2016-03-01'],
      ['合计', null, null, null, 5300, 21200, null],
    ],
    { keyPeriod: '2016' },
  );
  expect(file.parts).toMatchObject([
    { area: '431224', dataset: 'targets', period: '2016', dataDate: '2016-12-31', accepted: true },
  ]);
  expect(file.parts[0]?.counts).toEqual({ rows: 4, accepted: 3, quarantined: 0, ignored: 1 });
  expect(rowsOf(file)).toMatchObject([
    {
      countyCode: '431224',
      planYear: 2016,
      targetType: 'provincial',
      mode: 'concentrated',
      households: 500,
      persons: 2000,
    },
    { planYear: 2016, mode: 'all', persons: 3200, effectiveDate: '2016-03-01' },
    { planYear: 0, mode: 'all', persons: 16000 },
  ]);
});

test('projects: title and unit lines, in-cell units, dates as serials', async () => {
  const file = await read([
    ['怀化市2017年易地扶贫搬迁项目进度台账'],
    ['填报单位：溆浦县发改局（盖章）   截至2017年4月21日   单位：万元、户、人'],
    [
      '序号',
      '项目编号',
      '项目名称',
      '县（市、区）',
      '安置方式',
      '年度',
      '规模（户）',
      '规模（人）',
      '开工户数',
      '概算总投资',
      '开工日期',
    ],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    [1, 'XP-2017-001', '卢峰镇安置点', '漵浦縣', '集中', 2017, '100户', 400, 80, 2880.1235, 42700],
    [2, 'XP-2017-002', '分散安置第一批', 431224, '分散安置', 2017, 50, 200, 0, '1.2亿元', '未开工'],
    ['合计', null, null, null, null, null, 150, 600, 80, 14880.1235, null],
    ['填表人：张三   审核人：李四   填报日期：2017.4.22'],
  ]);
  expect(file.parts).toMatchObject([{ dataset: 'projects', dataDate: '2017-04-21', accepted: true }]);
  expect(file.parts[0]?.counts).toEqual({ rows: 3, accepted: 2, quarantined: 0, ignored: 1 });
  expect(rowsOf(file)).toMatchObject([
    {
      projectId: 'XP-2017-001',
      mode: 'concentrated',
      plannedHouseholds: 100,
      plannedPersons: 400,
      approvedInvestment: 2_880_123_500,
      startDate: '2016-11-26',
      dataDate: '2017-04-21',
      sourceRow: 5,
      sourceSheet: 0,
    },
    {
      projectId: 'XP-2017-002',
      mode: 'scattered',
      approvedInvestment: 12_000_000_000,
      startDate: null,
      sourceRow: 6,
    },
  ]);
  expect(codes(file)).not.toContain('unit_assumed');
  expect(file.findings).toContainEqual(
    expect.objectContaining({ code: 'bad_date', severity: 'warning', cell: 'K6' }),
  );
});

test('households: identifiers become tokens, the county column is the part’s area', async () => {
  const file = await read([
    ['溆浦县易地扶贫搬迁户花名册'],
    [
      '户编号',
      '户主姓名',
      '户主身份证号',
      '联系电话',
      '县（市、区）',
      '迁出乡镇',
      '迁出村',
      '家庭人口',
      '是否建档立卡',
      '安置方式',
      '安置点编号',
      '住房面积（㎡）',
      '自筹资金（元）',
      '入住日期',
    ],
    [
      '0017',
      '张　三',
      '99010119900307004x',
      '13800000000',
      '溆浦',
      '卢峰镇',
      '红星村',
      4,
      '√',
      '集中',
      'XP-2017-001',
      '100㎡',
      '10,000',
      '2017年4月1日',
    ],
    [
      '0018',
      '李四',
      '990101198506150020',
      null,
      '溆浦县',
      '卢峰镇',
      '红星村',
      '5人',
      '一般户',
      '分散安置',
      '低庄镇安置点',
      125,
      2000,
      null,
    ],
  ]);
  expect(rowsOf(file)).toMatchObject([
    {
      headIdToken: tokens.head('99010119900307004X'),
      householdNoToken: tokens.household('431224', '0017'),
      countyCode: '431224',
      familySize: 4,
      isRegistered: true,
      houseArea: 100,
      selfRaised: 1_000_000,
      moveInDate: '2017-04-01',
    },
    {
      householdNoToken: tokens.household('431224', '0018'),
      isRegistered: false,
      projectId: '低庄镇安置点',
      moveInDate: null,
    },
  ]);
  expect(Object.keys(rowsOf(file)[0] ?? {})).not.toEqual(expect.arrayContaining(['headName']));
});

test('persons: a household by its number or by the head’s ID number, whichever was typed', async () => {
  const file = await read([
    ['身份证号', '姓名', '户编号', '性别', '劳动技能', '就业状态', '就业形式', '务工区域', '月工资'],
    ['990101199003077719', '张三', '0017', '男', '普通劳动力', '务工', '园区', '县内', 3200],
    ['99010119900307004X', '李四', '990101198506150020', null, '技能', '创业', null, null, null],
    ['990101200412311137', '王五', '0017', '女', '无劳动力', null, null, null, null],
  ]);
  expect(rowsOf(file)).toMatchObject([
    {
      personToken: tokens.person('990101199003077719'),
      householdNoToken: tokens.household('431224', '0017'),
      headIdToken: null,
      birthYear: 1990,
      sex: 'male',
      employmentStatus: 'employed',
      monthlyWage: 320_000,
    },
    {
      householdNoToken: null,
      headIdToken: tokens.head('990101198506150020'),
      sex: 'female',
      labourSkill: 'skilled',
      employmentStatus: 'self_employed',
    },
    { birthYear: 2004, sex: 'male', labourSkill: 'none', employmentStatus: null },
  ]);
  expect(codes(file, 'warning')).toEqual(['unit_assumed', 'expected_missing', 'differs_from_id']);
});

test('persons: a head’s ID column beside an empty household number is used', async () => {
  const file = await read([
    ['身份证号', '姓名', '户编号', '户主身份证号', '劳动技能', '就业状态'],
    ['990101199003077719', '张三', '0017', '990101198506150020', '普通', '务工'],
    ['99010119900307004X', '李四', null, '990101198506150020', '普通', '务工'],
  ]);
  expect(rowsOf(file)).toMatchObject([
    { householdNoToken: tokens.household('431224', '0017'), headIdToken: null },
    { householdNoToken: null, headIdToken: tokens.head('990101198506150020') },
  ]);
  expect(codes(file, 'note')).toEqual(['further_column']);
});

test('industryProjects: percentages, companies, shares', async () => {
  const file = await read([
    ['溆浦县产业项目（基地）台账（2017年度）'],
    [
      '产业项目编号',
      '产业项目名称',
      '县区',
      '利益联结模式',
      '经营主体',
      '统一社会信用代码',
      '财政扶贫资金投入（万元）',
      '转为股份金额（万元）',
      '保底分红比例（%）',
      '分红年度',
      '是否约定回购',
    ],
    [
      'CY-01',
      '柑橘基地',
      '溆浦县',
      '公司 + 基地 + 农户',
      '某某农业公司',
      '91990101MA00000022',
      200,
      180.5,
      8,
      2017,
      '否',
    ],
    [
      'CY-02',
      '茶叶基地',
      '溆浦县',
      '公司＋合作社＋农户',
      '某某茶业公司',
      '91990101MA00000049',
      100,
      100,
      '6%',
      2017,
      '是',
    ],
  ]);
  expect(rowsOf(file)).toMatchObject([
    {
      industryId: 'CY-01',
      model: 'company_base_farmer',
      fiscalInvested: 200_000_000,
      convertedToShares: 180_500_000,
      guaranteedRate: 0.08,
      buyback: false,
    },
  ]);
  expect(file.findings).toContainEqual(
    expect.objectContaining({ code: 'uscc_checksum', severity: 'error', cell: 'F4' }),
  );
  expect(file.parts[0]?.counts).toMatchObject({ accepted: 1, quarantined: 1 });
});

test('shares: dividends in 元, accounts as tokens', async () => {
  const file = await read([
    ['单位：元'],
    [
      '产业项目编号',
      '户编号',
      '户主姓名',
      '股份来源',
      '入股金额',
      '股权证编号',
      '分红年度',
      '应分红',
      '实际分红',
      '银行卡号',
    ],
    ['CY-01', '0017', '张三', '财政资金量化', 5000, 'G-1', 2016, 400, '400.50', '6222 0000 0000 0000 001'],
  ]);
  expect(rowsOf(file)).toMatchObject([
    {
      industryId: 'CY-01',
      shareSource: 'fiscal_quantified',
      sharePrincipal: 500_000,
      dividendDue: 40_000,
      dividendPaid: 40_050,
      certificateNo: 'G-1',
      bankAccountToken: tokens.account('6222000000000000001'),
    },
  ]);
});

test('fundParties: a person is kept as tokens only', async () => {
  const file = await read([
    ['主体编号', '单位名称', '主体类型', '银行账号', '是否专户', '是否个人账户', '启用日期'],
    [
      '93990101MA0000001Q',
      '溆浦县某某建设公司',
      '县级项目实施主体',
      '43000000000000001',
      '是',
      '否',
      '2016-01-01',
    ],
    ['990101198506150020', '张三', '农户', '6222000000000000001', '否', '是', '2016-01-01'],
  ]);
  expect(rowsOf(file)).toMatchObject([
    {
      partyId: '93990101MA0000001Q',
      partyName: '溆浦县某某建设公司',
      role: 'county_entity',
      accountToken: tokens.account('43000000000000001'),
      accountLast4: '0001',
      isDedicated: true,
    },
    {
      partyId: tokens.person('990101198506150020'),
      partyName: null,
      partyNameToken: tokens.name('张三'),
      role: 'household',
      isPersonal: true,
    },
  ]);
});

test.each([
  ['990101198506150020', '否', false],
  ['990101850615002', '', false],
  ['SG-001', '', false],
  ['SG-001', '不详', false],
  ['SG-001', '个人户', false],
  ['SG-001', '对公账户', true],
  ['430000000012345', '否', true],
  ['93990101MA0000001Q', '', true],
  ['93990101MA0000001Q', '是', false],
])('fundParties: the name beside %s, personal account %j, is kept: %s', async (id, personal, isKept) => {
  const file = await read([
    ['主体编号', '单位名称', '主体类型', '银行账号', '是否专户', '是否个人账户', '启用日期'],
    [id, '某某某', '施工单位', '43000000000000001', '否', personal, '2016-01-01'],
  ]);
  expect(rowsOf(file)).toMatchObject([
    { partyName: isKept ? '某某某' : null, partyNameToken: tokens.name('某某某') },
  ]);
});

test.each(['13800000000', '138-0000-0000', '6222000000000000001'])(
  'fundParties: %s is no 主体编号',
  async (id) => {
    const file = await read([
      ['主体编号', '单位名称', '主体类型', '银行账号', '是否专户', '启用日期'],
      [id, '某某某', '施工单位', '43000000000000001', '否', '2016-01-01'],
    ]);
    expect(rowsOf(file)).toEqual([]);
    expect(file.findings.map(({ code }) => code)).toContainEqual(expect.stringMatching(/_in_text$/));
  },
);

test('fundLedger: an exact repeat is ignored, a missing payer is a warning, a negative amount a reversal', async () => {
  const file = await read([
    ['溆浦县项目资金台账', null, '截至2017年4月21日', '金额单位：万元'],
    [
      '流水号',
      '业务类型',
      '日期',
      '资金来源',
      '项目编号',
      '资金用途',
      '金额',
      '付款账户',
      '收款单位',
      '收款账号',
      '凭证号',
    ],
    ['1', '到账', '2017-04-21', '中央预算内投资', null, null, 800, null, null, '43000000000000001', 'R1'],
    [
      '2',
      '支付',
      '2017-04-22',
      '中央预算内投资',
      'XP-2017-001',
      '住房',
      900,
      '43000000000000001',
      '某某建筑公司',
      '4300 0000 0000 0000 2',
      'V2',
    ],
    [
      '3',
      '支付',
      '2017-04-22',
      '中央预算内投资',
      'XP-2017-001',
      '住房',
      '900.00',
      '43000000000000001',
      '某某 建筑公司',
      '43000000000000002',
      'V2',
    ],
    ['4', '拨付', '2017-04-23', '农户自筹', 'XP-2017-001', '住房', 20, null, '某某建筑公司', null, null],
    [
      '5',
      '支付',
      '2017-04-24',
      '农户自筹',
      'XP-2017-001',
      '住房',
      -1.5,
      '43000000000000001',
      '某某建筑公司',
      null,
      'V5',
    ],
  ]);
  expect(file.parts[0]?.counts).toEqual({ rows: 5, accepted: 4, quarantined: 0, ignored: 1 });
  expect(rowsOf(file)).toMatchObject([
    {
      entryNo: '1',
      entryType: 'receive',
      amount: 800_000_000,
      payeeAccountToken: tokens.account('43000000000000001'),
    },
    { entryNo: '2', entryType: 'pay', purpose: 'housing', payeeNameToken: tokens.name('某某建筑公司') },
    { entryNo: '4', payerAccountToken: null, source: 'self_raised' },
    { entryNo: '5', entryType: 'reverse', amount: 1_500_000 },
  ]);
  expect(codes(file, 'note')).toEqual(['DUP_EXACT']);
  expect(codes(file, 'error')).toEqual([]);
  expect(file.findings.filter(({ row }) => row === 6).map(({ code, field }) => [code, field])).toEqual([
    ['expected_missing', 'payerAccount'],
    ['expected_missing', 'voucherNo'],
  ]);
});

describe('a ledger row that repeats another one’s type, own account, voucher, day and amount (R3, R8)', () => {
  const header = [
    '流水号',
    '业务类型',
    '日期',
    '资金来源',
    '金额',
    '付款账户',
    '收款单位',
    '收款账号',
    '凭证号',
  ];
  const [own, other, third] = ['43000000000000001', '43000000000000002', '43000000000000003'];
  const receipt = ['1', '到账', '2017-04-20', '农户自筹', 2000, other, '某县平台公司', own, 'V1'];
  const payment = ['1', '支付', '2017-04-20', '农户自筹', 2000, own, '某某建筑公司', other, 'V1'];

  test.each<[string, Grid[number], Record<number, Grid[number][number]>, number]>([
    ['a receipt from the same payer and source', receipt, {}, 1],
    ['a receipt that names our own unit otherwise', receipt, { 6: '平台公司' }, 1],
    ['a receipt from another payer', receipt, { 5: third }, 0],
    ['a receipt of another source', receipt, { 3: '地方政府债券' }, 0],
    ['a payment to the same payee', payment, {}, 1],
    ['a payment to another payee', payment, { 7: third }, 0],
  ])('%s', async (_, row, changes, ignored) => {
    const again = row.map((cell, index) => (index === 0 ? '2' : (changes[index] ?? cell)));
    const file = await read([header, row, again]);
    expect(file.parts[0]?.counts).toEqual({ rows: 2, accepted: 2 - ignored, quarantined: 0, ignored });
  });

  test.each([
    ['a receipt without a payer', receipt, [5]],
    ['a payment without a payee', payment, [6, 7]],
  ])('%s repeats none', async (_, row, blanks) => {
    const blank = row.map((cell, index) => (blanks.includes(index) ? null : cell));
    const file = await read([header, blank, ['2', ...blank.slice(1)]]);
    expect(file.parts[0]?.counts).toEqual({ rows: 2, accepted: 2, quarantined: 0, ignored: 0 });
  });
});
