import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, look, lookWhole, type Row, ratio } from './support/county.ts';
import {
  entry,
  inMay,
  ledger,
  own,
  parties,
  payment,
  receipt,
  untilApril,
  wan,
} from './support/worked-ledger.ts';

const wanRatio = (num: number, den: number) => `${Math.round(num * wan)}/${Math.round(den * wan)}`;
const project = (projectId: string, row: Row = {}): Row => ({ projectId, filingResult: 'passed', ...row });
const projects = (...rows: readonly Row[]): BatchShape => ({
  dataset: 'projects',
  period: '2017-05-X3',
  rows,
});
const P1 = project('P-001');
const P2 = project('P-002');
const balance = (day: string, wanYuan: number, row: Row = {}) =>
  entry(`BS-${day}`, 'balance', day, wanYuan, { payeeAccountToken: own, ...row });
const fund = (rows: readonly Row[], ...more: readonly BatchShape[]) =>
  factsOf('fund', [ledger(rows), parties, ...(more.length > 0 ? more : [projects(P1, P2)])], '2017-05');

describe('the worked ledger of domain.md §5.4 with its bank balance', () => {
  const rows = [...untilApril, ...inMay, balance('2017-05-31', 1432.5)];
  const facts = fund(rows, projects({ ...P1, approvedInvestment: 2_399 * wan }, P2));

  test.each([
    ['fund.budget_execution', 3110, 6050, 0.51405],
    ['fund.orphan_ratio', 40, 3140, 0.012739],
    ['fund.idle_ratio_12m', 0, 4540, 0],
  ])('%s is %d of %d 万元', (indicator, num, den, value) => {
    expect(ratio(facts, indicator)).toBe(wanRatio(num, den));
    expect(lookWhole(indicator, [facts], { period: '2017-05' }).value).toBe(value);
  });

  // budget and allocation of 2016; 1800 received in 2016 and 2740 in 2017, all is paid in 2017
  test.each([
    ['fund.arrival_rate', 2016, 1800, 5550],
    ['fund.arrival_rate', 2017, 2740, 0],
    ['fund.disbursement_rate', 2016, 0, 1800],
    ['fund.disbursement_rate', 2017, 3110, 2740],
    ['fund.closed_loop_rate', 2016, 0, 0],
    ['fund.closed_loop_rate', 2017, 3000, 3140],
    ['fund.leak_ratio', 2017, 100, 3140],
    ['fund.full_closure_rate', 2017, 2300, 0],
  ])('%s of %d is %d of %d 万元', (indicator, year, num, den) => {
    expect(ratio(facts, indicator, { year })).toBe(wanRatio(num, den));
  });

  test('a year that has not begun has no data, and the cumulative figure names no year', () => {
    const of = (parameters: Readonly<Record<string, number>>) =>
      lookWhole('fund.arrival_rate', [facts], { period: '2017-05', parameters });
    expect(of({ year: 2018 }).status).toBe('no_data');
    expect(of({ year: 2017 })).toMatchObject({ parameters: { year: 2017 }, status: 'inconsistent' });
  });

  test('leak is 100 万元, served in yuan; red at 3.18 % of gross', () => {
    expect(lookWhole('fund.leak_amount', [facts], { period: '2017-05' })).toMatchObject({
      value: 1_000_000,
      numerator: 100 * wan,
      unit: '元',
      rag: 'red',
    });
  });

  test('settled 2300 stands against 3110 net of the account before the 12-month filter', () => {
    const settled = lookWhole('fund.full_closure_rate', [facts], { period: '2017-05' }).numerator ?? 0;
    const net = lookWhole('fund.disbursement_rate', [facts], { period: '2017-05' }).numerator ?? 0;
    expect([settled, net, Math.round((settled / net) * 10_000)]).toEqual([2300 * wan, 3110 * wan, 7395]);
  });

  test('the closing book is 1432.5 = BS: the account is reconciled, the gap is none', () => {
    expect(ratio(facts, 'fund.reconciled_accounts')).toBe('1/1');
    expect(ratio(facts, 'fund.reconciliation_gap')).toBe('0/1');
  });

  test('one project costs more than was approved', () => {
    // P-001: 1500 + 900 + 50 + 20 paid, 10 came back
    expect(ratio(facts, 'fund.overrun_projects')).toBe('1/1');
    const within = fund(rows, projects({ ...P1, approvedInvestment: 2_460 * wan }));
    expect(ratio(within, 'fund.overrun_projects')).toBe('0/1');
  });
});

describe('idle money, first in first out', () => {
  const later = (day: string, ...more: readonly Row[]) =>
    factsOf(
      'fund',
      [{ ...ledger([...untilApril, ...inMay, ...more], day.slice(0, 7)), dataDate: day }, parties],
      day.slice(0, 7),
    );

  test('on 2018-04-21 of the worked ledger 1190 of 4540 is older than 12 months', () => {
    const facts = later('2018-04-21');
    expect(ratio(facts, 'fund.idle_ratio_12m')).toBe(wanRatio(1190, 4540));
    expect(lookWhole('fund.idle_ratio_12m', [facts], { period: '2018-04' })).toMatchObject({
      value: 0.262115,
      rag: 'red',
    });
  });

  test.each([
    ['2018-03-20', 0],
    ['2018-03-21', 1190],
    ['2018-05-05', 1190],
    ['2018-05-06', 1430],
  ])('on %s it is %d: the day twelve months back is still inside', (day, expected) => {
    expect(ratio(later(day), 'fund.idle_ratio_12m')).toBe(wanRatio(expected, 4540));
  });

  test('by source of the lot, and red after 24 months', () => {
    const facts = later('2019-03-21');
    const cells = look('fund.idle_ratio_24m', [facts], { by: 'source', period: '2019-03' });
    expect(cells.map(({ breakdown, numerator }) => [breakdown.source, numerator])).toEqual([
      ['central_budget', 0],
      ['local_bond', 0],
      ['policy_loan', 1190 * wan],
      ['self_raised', 0],
      ['special_fund', 0],
      ['all', 1190 * wan],
    ]);
    const idle = facts.alerts.filter(({ rule }) => rule.startsWith('IDLE'));
    expect(idle.map(({ rule, severity, since, amount }) => [rule, severity, since, amount])).toEqual([
      ['IDLE_12', 'amber', '2018-05-06', 240 * wan],
      ['IDLE_24', 'red', '2019-03-21', 1190 * wan],
    ]);
  });

  test('the opening balance is the first lot, whenever it is dated', () => {
    const rows = [
      receipt('R1', '2016-01-05', 10, 'local_bond'),
      entry('O1', 'opening', '2016-02-01', 4, { payeeAccountToken: own }),
      payment('D1', '2016-03-01', 6),
    ];
    const facts = factsOf('fund', [ledger(rows), parties], '2017-05');
    const cells = look('fund.idle_ratio_12m', [facts], { by: 'source', period: '2017-05' });
    expect(cells.map(({ breakdown, numerator }) => [breakdown.source, numerator])).toEqual([
      ['local_bond', 8 * wan],
      ['policy_loan', 0],
      ['all', 8 * wan],
    ]);
  });

  test('each account by itself: one does not pay out another’s money', () => {
    const two: BatchShape = {
      ...parties,
      rows: [...parties.rows, { partyId: 'TWO', accountToken: 'A-two', role: 'treasury', isDedicated: true }],
    };
    const rows = [
      receipt('R1', '2016-01-05', 10, 'local_bond'),
      receipt('R2', '2016-01-06', 5, 'local_bond', { payeeAccountToken: 'A-two' }),
      payment('D1', '2016-03-01', 12),
    ];
    expect(ratio(factsOf('fund', [ledger(rows), two], '2017-05'), 'fund.idle_ratio_12m')).toBe(
      wanRatio(5, 15),
    );
  });
});

describe('reconciled accounts', () => {
  const received = receipt('R1', '2017-05-02', 5, 'local_bond');
  test.each<[string, readonly Row[], string, string]>([
    ['the balance is met', [balance('2017-05-31', 5)], '1/1', '0/1'],
    ['a fen is let pass', [balance('2017-05-31', 5.000001)], '1/1', '1/1'],
    ['two fen are not', [balance('2017-05-31', 5.000002)], '0/1', '2/1'],
    ['no balance in the month', [balance('2017-04-30', 5)], '0/1', '0/0'],
    [
      'a balance that was reversed is none',
      [
        balance('2017-05-31', 5),
        entry('X1', 'reverse', '2017-05-31', 5, { reversesEntryNo: 'BS-2017-05-31' }),
      ],
      '0/1',
      '0/0',
    ],
    [
      'the newest balance of the month counts',
      [balance('2017-05-10', 9), balance('2017-05-31', 5)],
      '1/1',
      '0/1',
    ],
    [
      'what comes after the balance does not disturb it',
      [balance('2017-05-20', 5), payment('D1', '2017-05-25', 1)],
      '1/1',
      '0/1',
    ],
    [
      'an account left blank is the only one there is',
      [balance('2017-05-31', 5, { payeeAccountToken: null })],
      '1/1',
      '0/1',
    ],
  ])('%s', (_, rows, reconciled, gap) => {
    const facts = fund([received, ...rows]);
    expect(ratio(facts, 'fund.reconciled_accounts')).toBe(reconciled);
    expect(ratio(facts, 'fund.reconciliation_gap')).toBe(gap);
  });

  test('a gap of 100 yuan is amber, a fen more is red; it is served in yuan', () => {
    const gap = (fen: number) =>
      lookWhole('fund.reconciliation_gap', [fund([received, balance('2017-05-31', 5 + fen / wan)])], {
        period: '2017-05',
      });
    expect(gap(10_000)).toMatchObject({ value: 100, rag: 'amber', unit: '元' });
    expect(gap(10_001)).toMatchObject({ value: 100.01, rag: 'red' });
  });

  test('the limit is for the sum: two gaps of 60 yuan are red, in a county as in a city', () => {
    const gap = fund([received, balance('2017-05-31', 5 + 6_000 / wan)]);
    const city = lookWhole('fund.reconciliation_gap', [gap, gap], { period: '2017-05' });
    expect(city).toMatchObject({ value: 120, denominator: 2, rag: 'red' });
  });

  test('an account that is no longer valid is not expected to reconcile', () => {
    const closed: BatchShape = {
      ...parties,
      rows: parties.rows.map((row) => (row.partyId === 'OWN' ? { ...row, validTo: '2017-05-01' } : row)),
    };
    expect(ratio(factsOf('fund', [ledger([received]), closed], '2017-05'), 'fund.reconciled_accounts')).toBe(
      '0/0',
    );
  });
});

describe('rates on projects', () => {
  const rows = [
    payment('D1', '2016-05-01', 50),
    payment('D2', '2016-05-02', 30, { projectId: 'P-002' }),
    payment('D3', '2016-05-03', 7, { payerAccountToken: 'A-unregistered' }),
    entry('F1', 'refund', '2016-06-01', 10, { projectId: 'P-001', payeeAccountToken: own }),
    entry('S1', 'settle', '2017-01-01', 36, { projectId: 'P-001' }),
    entry('S2', 'settle', '2017-01-01', 30, { projectId: 'P-002' }),
  ];
  const old: BatchShape = {
    ...parties,
    rows: parties.rows.map((row) => ({ ...row, validFrom: '2016-01-01' })),
  };
  const of = (...list: readonly Row[]) => factsOf('fund', [ledger(rows), old, projects(...list)], '2017-05');

  test.each([
    ['2016-05-31', '36/40'],
    ['2016-06-01', '0/0'],
    [null, '0/0'],
  ])('settlement of a project accepted on %s, data to 2017-05-31: %s', (acceptanceDate, expected) => {
    const [num = 0, den = 0] = expected.split('/').map(Number);
    expect(ratio(of({ ...P1, acceptanceDate }, P2), 'fund.settlement_rate')).toBe(wanRatio(num, den));
  });

  test('progress_match: 47 paid of 100 with half of the households built, 30 of 100 with none', () => {
    const facts = of(
      { ...P1, approvedInvestment: 100 * wan, plannedHouseholds: 10, completedHouseholds: 5 },
      { ...P2, approvedInvestment: 100 * wan, plannedHouseholds: 8 },
      project('P-003', { approvedInvestment: 9 * wan, plannedHouseholds: 0 }),
    );
    expect(ratio(facts, 'fund.progress_match')).toBe(wanRatio(47 - 50 + 30, 200));
    expect(lookWhole('fund.progress_match', [facts], { period: '2017-05' })).toMatchObject({
      value: 0.135,
      unit: 'pp',
      rag: 'green',
    });
  });

  test('what a project got back lessens its cost, into whichever account it came', () => {
    const stray = entry('F2', 'refund', '2016-06-02', 4, {
      projectId: 'P-001',
      payeeAccountToken: 'A-stray',
    });
    const list = { ...P1, approvedInvestment: 43 * wan, plannedHouseholds: 10, acceptanceDate: '2016-05-01' };
    const facts = factsOf('fund', [ledger([...rows, stray]), old, projects(list, P2)], '2017-05');
    expect(ratio(facts, 'fund.progress_match')).toBe(wanRatio(57 - 14, 43));
    expect(ratio(facts, 'fund.overrun_projects')).toBe('0/1');
    // the settlement rate is that of the dedicated accounts
    expect(ratio(facts, 'fund.settlement_rate')).toBe(wanRatio(36, 40));
  });

  test.each([
    [5, -0.03, 'green'],
    [7, -0.23, 'amber'],
    [8, -0.33, 'red'],
    [3, 0.17, 'amber'],
    [1, 0.37, 'red'],
  ])('with %d of 10 households built it is off by %d: %s', (completedHouseholds, value, rag) => {
    const facts = of({ ...P1, approvedInvestment: 100 * wan, plannedHouseholds: 10, completedHouseholds });
    expect(lookWhole('fund.progress_match', [facts], { period: '2017-05' })).toMatchObject({ value, rag });
  });
});

describe('traceability', () => {
  const paper = (no: string, wanYuan: number, row: Row) =>
    payment(no, '2017-05-02', wanYuan, { contractNo: 'C-1', ...row });
  const withHousehold: BatchShape = {
    ...parties,
    rows: [...parties.rows, { partyId: 'HH', accountToken: 'A-home', role: 'household', isDedicated: false }],
  };
  const rows = [
    paper('D1', 10, {}),
    paper('D2', 20, { contractNo: null, payeeAccountToken: 'A-home' }),
    paper('D3', 30, { contractNo: null }),
    paper('D4', 40, { voucherNo: null }),
    paper('D5', 50, { projectId: 'P-404' }),
  ];
  const facts = factsOf('fund', [ledger(rows), withHousehold, projects(P1, P2)], '2017-05');

  test('a voucher, a contract or a household, and a project: 2 of 5 payments', () => {
    expect(ratio(facts, 'fund.traceability', { basis: 'count' })).toBe('2/5');
    expect(ratio(facts, 'fund.traceability', { basis: 'amount' })).toBe(wanRatio(30, 150));
    expect(lookWhole('fund.traceability', [facts], { period: '2017-05' }).value).toBe(0.4);
  });
});

describe('selfraise_compliance', () => {
  const homes: BatchShape = {
    dataset: 'households',
    period: '2017-05',
    rows: [
      { familySize: 2, selfRaised: 600_000 },
      { familySize: 2, selfRaised: 600_001 },
      { familySize: 5, selfRaised: 1_000_000 },
      { familySize: 5, selfRaised: 1_000_001 },
      { familySize: 5, selfRaised: null },
    ],
  };

  test('3,000 yuan a person and 10,000 yuan, of the households that state it, without any ledger', () => {
    const facts = factsOf('fund', [homes], '2017-05');
    expect(ratio(facts, 'fund.selfraise_compliance')).toBe('2/4');
    expect(facts.components[0]?.n).toBe(4);
    expect(facts.alerts.map(({ rule, severity, count, amount }) => [rule, severity, count, amount])).toEqual([
      ['OVERCAP_SELF', 'red', 2, 1_600_002],
    ]);
  });
});
