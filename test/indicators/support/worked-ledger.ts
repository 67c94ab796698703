import type { BatchShape, Row } from './county.ts';

/** 分 in 万元: the worked ledger of domain.md §5.4 is stated in 万元. */
export const wan = 1_000_000;

export const own = 'A-own';

export const entry = (
  entryNo: string,
  entryType: string,
  entryDate: string,
  wanYuan: number,
  row: Row = {},
): Row => ({
  entryNo,
  entryType,
  entryDate,
  amount: Math.round(wanYuan * wan),
  source: 'policy_loan',
  projectId: null,
  purpose: null,
  payerAccountToken: null,
  payeeAccountToken: null,
  payeeNameToken: null,
  voucherNo: null,
  reversesEntryNo: null,
  ...row,
});

export const receipt = (entryNo: string, day: string, wanYuan: number, source: string, row: Row = {}): Row =>
  entry(entryNo, 'receive', day, wanYuan, { source, payeeAccountToken: own, ...row });

export const allocation = (entryNo: string, wanYuan: number, source: string, projectId: string): Row =>
  entry(entryNo, 'allocate', '2016-10-01', wanYuan, { source, projectId });

/** A payment that passes every test, unless the row says otherwise. */
export const payment = (entryNo: string, day: string, wanYuan: number, row: Row = {}): Row =>
  entry(entryNo, 'pay', day, wanYuan, {
    projectId: 'P-001',
    purpose: 'infrastructure',
    payerAccountToken: own,
    payeeAccountToken: 'A-builder',
    voucherNo: `V-${entryNo}`,
    ...row,
  });

const plan: readonly Row[] = [
  ...(
    [
      ['central_budget', 800, 800, 'P-002'],
      ['local_bond', 1000, 1000, 'P-001'],
      ['special_fund', 500, 500, 'P-001'],
      ['policy_loan', 3500, 3000, 'P-001'],
      ['self_raised', 250, 250, 'P-002'],
    ] as const
  ).flatMap(([source, budget, allocated, project], index) => [
    entry(`B${index}`, 'budget', '2016-09-01', budget, { source }),
    allocation(`A${index}`, allocated, source, project),
  ]),
];

/** Entries up to the end of April 2017. */
export const untilApril: readonly Row[] = [
  ...plan,
  receipt('R1', '2016-11-15', 800, 'central_budget'),
  receipt('R2', '2016-11-15', 1000, 'local_bond'),
  receipt('R3', '2017-02-10', 500, 'special_fund'),
  receipt('R4', '2017-03-20', 2000, 'policy_loan'),
  entry('I1', 'interest', '2017-03-21', 2.5, { payeeAccountToken: own }),
  payment('D1', '2017-03-25', 1500),
  payment('D2', '2017-04-01', 900, { source: 'local_bond' }),
  payment('D3', '2017-04-05', 600, { source: 'central_budget', purpose: 'housing', projectId: 'P-002' }),
  payment('D4', '2017-04-10', 50, { source: 'special_fund', payeeAccountToken: 'A-stranger' }),
  payment('D5', '2017-04-12', 30, { source: 'central_budget', projectId: 'P-002' }),
];

/** Entries of May 2017; D7 is D2 typed again under another number. */
export const inMay: readonly Row[] = [
  payment('D6', '2017-05-02', 20, { source: 'special_fund', payerAccountToken: 'A-unregistered' }),
  receipt('R5', '2017-05-05', 240, 'self_raised'),
  payment('D7', '2017-04-01', 900, { source: 'local_bond', voucherNo: 'V-D2' }),
  payment('D8', '2017-05-10', 40, { source: 'special_fund', projectId: null }),
  entry('F1', 'refund', '2017-05-12', 10, {
    source: 'local_bond',
    projectId: 'P-001',
    payeeAccountToken: own,
  }),
  entry('S1', 'settle', '2017-05-20', 2300, { projectId: 'P-001' }),
];

export const parties: BatchShape = {
  dataset: 'fundParties',
  period: '2017',
  dataDate: '2017-05-01',
  rows: [
    { partyId: 'OWN', role: 'county_entity', accountToken: own, isDedicated: true, validFrom: '2016-08-01' },
    {
      partyId: 'BUILDER',
      role: 'contractor',
      accountToken: 'A-builder',
      partyNameToken: 'M-builder',
      isDedicated: false,
      validFrom: '2016-08-01',
    },
  ],
};

export const projects: BatchShape = {
  dataset: 'projects',
  period: '2017-05-X3',
  rows: [
    { projectId: 'P-001', projectName: '大东坪安置点', filingResult: 'passed' },
    { projectId: 'P-002', projectName: '黄岩安置点', filingResult: 'passed' },
  ],
};

export const ledger = (rows: readonly Row[], period = '2017-05'): BatchShape => ({
  dataset: 'fundLedger',
  period,
  rows,
});
