import type { Field } from '../datasets/contract.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import { templateTexts } from '../messages/template-texts.ts';
import { areaOf, countiesOf } from '../programme/areas.ts';

type Cells = Readonly<Record<string, string | number>>;

/** Example cells that no rule gives. Identity numbers are of the area 990101, which does not exist. */
const ownCells: Readonly<Record<DatasetId, Cells>> = {
  targets: { planYear: 2017, households: 120, persons: 450, syncPersons: 30, docNo: '湘发改〔2017〕1号' },
  projects: {
    projectId: 'SL-2017-001',
    projectName: '示例镇集中安置点',
    townshipName: '示例镇',
    planYear: 2017,
    plannedHouseholds: 120,
    plannedPersons: 450,
    startedHouseholds: 120,
    completedHouseholds: 100,
    occupiedHouseholds: 80,
    approvedInvestment: 2700,
    filingNo: '示发改备〔2017〕1号',
    qualityLead: '示例人',
  },
  households: {
    householdNo: 'H0001',
    headName: '示例人',
    headIdNo: '990101198506150020',
    phone: '15400000000',
    townshipName: '示例镇',
    villageName: '示例村',
    groupName: '一组',
    originPointId: 'Q001',
    familySize: 4,
    projectId: 'SL-2017-001',
    houseArea: 100,
    selfRaised: 10_000,
    reclaimedArea: 0.5,
    outOfPovertyYear: 2018,
    incomePerCapita: 6_800,
  },
  persons: {
    idNo: '990101198506150020',
    name: '示例人',
    personNo: 'P0001',
    householdNo: 'H0001',
    birthYearMonth: '1985-06',
    sex: '女',
    ethnicity: '汉族',
    employer: '示例公司',
    monthsWorked: 8,
    monthlyWage: 2_800,
    trainingType: '家政',
  },
  industryProjects: {
    industryId: 'CY-001',
    industryName: '示例茶叶基地',
    entityName: '示例合作社',
    entityUscc: '93990101MA0000001Q',
    projectId: 'SL-2017-001',
    fiscalInvested: 300,
    entityCapital: 500,
    convertedToShares: 200,
    povertyShareRatio: 40,
    agreementNo: 'XY-001',
    agreementEnd: '2022-04-21',
    guaranteedRate: 8,
    year: 2017,
    netProfit: 60,
    linkedHouseholds: 50,
  },
  shares: {
    industryId: 'CY-001',
    householdNo: 'H0001',
    headName: '示例人',
    sharePrincipal: 10_000,
    certificateNo: 'GQ-001',
    year: 2017,
    dividendDue: 800,
    dividendPaid: 800,
    bankAccount: '6200000000000000000',
  },
  fundParties: {
    partyId: '91990101MA00000022',
    partyName: '示例县搬迁投资公司',
    role: '县级项目实施主体',
    accountNo: '62000000000001',
    isPersonal: '否',
    bankName: '示例银行',
    validTo: '2020-12-31',
  },
  fundLedger: {
    entryNo: 'LS-0001',
    entryType: '支付',
    docNo: '示财建〔2017〕1号',
    projectId: 'SL-2017-001',
    amount: 125_000,
    payerAccount: '62000000000001',
    payeeName: '示例建筑公司',
    payeeAccount: '62000000000002',
    contractNo: 'HT-001',
    voucherNo: 'PZ-001',
    invoiceNo: 'FP-001',
    reversesEntryNo: '',
    memo: '',
  },
  responsibilities: {
    objectType: '安置点',
    objectId: 'SL-2017-001',
    officialName: '示例人',
    post: '副县长',
    endDate: '',
    dueDate: '2017-09-30',
    closedDate: '',
  },
  issues: {
    issueNo: 'WT-001',
    category: '房屋质量',
    subjectRef: '示例人',
    projectId: 'SL-2017-001',
    content: '屋面渗水',
    assignedTo: '示例镇人民政府',
    dueDate: '2017-06-20',
    extended: '否',
    repeatOf: '',
  },
  progressReports: {
    period: '2017-04-X3',
    planHouseholds: 120,
    planPersons: 450,
    projects: 5,
    startedProjects: 4,
    startedHouseholds: 100,
    startRate: 83.4,
    completedHouseholds: 60,
    completionRate: 50.0,
    occupiedHouseholds: 40,
    occupiedPersons: 150,
    fundsReceived: 2700,
    fundsPaid: 1850,
    preparedBy: '示例人',
    approvedBy: '示例人',
  },
};

/** Day of the examples: inside the year they speak of. */
const exampleDay = '2017-04-21';

function ruled({ type, values }: Field, area: string | null): string | number {
  switch (type) {
    case 'enum':
      return values?.[0]?.zh ?? '';
    case 'bool':
      return templateTexts.yes;
    case 'date':
      return exampleDay;
    case 'areaCode':
      return areaOf((area && countiesOf(area)[0]) || '431222')?.zh ?? '';
    default:
      return '';
  }
}

/** What the example row shows in a field; empty where nothing is to be typed. */
export function exampleCell(dataset: DatasetId, field: Field, area: string | null): string | number {
  return ownCells[dataset][field.name] ?? ruled(field, area);
}
