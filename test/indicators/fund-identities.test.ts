import { expect, test } from 'vitest';
import { identities } from '../../shared/indicators/fund/identities.ts';
import { type BatchShape, factsOf, type Row } from './support/county.ts';
import {
  allocation,
  entry,
  inMay,
  ledger,
  own,
  parties,
  payment,
  projects,
  receipt,
  untilApril,
  wan,
} from './support/worked-ledger.ts';

const ids: ReadonlySet<string> = new Set(identities.map(({ id }) => id));
const balance = (day: string, wanYuan: number) =>
  entry(`BS-${day}`, 'balance', day, wanYuan, { payeeAccountToken: own });
const fund = (rows: readonly Row[], ...more: readonly BatchShape[]) =>
  factsOf('fund', [ledger(rows), parties, projects, ...more], '2017-05');
const broken = (facts: ReturnType<typeof fund>) =>
  facts.alerts
    .filter(({ rule }) => ids.has(rule))
    .map(({ rule, severity, object, amount }) => [
      rule,
      severity,
      Object.values(object).join(),
      (amount ?? 0) / wan,
    ]);

test('every identity within a county is there, I6 is between counties', () => {
  expect([...ids]).toEqual(['I1', 'I2', 'I3', 'I4', 'I5', 'I7', 'I8', 'I9', 'I10', 'I11']);
});

test('the worked ledger closes but for the orphan of 40 (I9) and housing paid beyond its allocation nowhere', () => {
  const homes: BatchShape = {
    dataset: 'households',
    period: '2017-05',
    rows: [{ familySize: 4, selfRaised: 240 * wan }],
  };
  expect(broken(fund([...untilApril, ...inMay, balance('2017-05-31', 1432.5)], homes))).toEqual([
    ['I9', 'amber', '', 40],
  ]);
});

/** Ten each of budget, allocation and receipt, seven paid for P-001. */
const sound: readonly Row[] = [
  entry('B1', 'budget', '2017-01-01', 10),
  allocation('A1', 10, 'policy_loan', 'P-001'),
  receipt('R1', '2017-05-01', 10, 'policy_loan'),
  payment('D1', '2017-05-02', 7),
  entry('S1', 'settle', '2017-05-20', 7, { projectId: 'P-001' }),
  balance('2017-05-31', 3),
];
const changed = (no: string, row: Row): readonly Row[] =>
  sound.map((one) => (one.entryNo === no ? { ...one, ...row } : one));
const fen = 1 / wan;

test('a sound ledger breaks none', () => {
  expect(broken(fund(sound))).toEqual([]);
});

test.each<[string, readonly Row[], readonly (readonly unknown[])[]]>([
  [
    'I1: allocated above budget',
    changed('B1', { amount: 9 * wan }),
    [
      ['I1', 'amber', 'policy_loan', 1],
      ['I2', 'red', 'policy_loan', 1],
    ],
  ],
  [
    'I1: a fen is let pass',
    changed('B1', { amount: 10 * wan - 1 }),
    [['I2', 'red', 'policy_loan', fen]].slice(1),
  ],
  ['I2: received above allocated', changed('A1', { amount: 8 * wan }), [['I2', 'amber', 'policy_loan', 2]]],
  [
    'I4: the bank has less',
    changed('BS-2017-05-31', { amount: 3 * wan - 10_000 }),
    [['I4', 'amber', 'oken', 10_000 / wan]],
  ],
  [
    'I4: by more than 100 yuan',
    changed('BS-2017-05-31', { amount: 3 * wan - 10_001 }),
    [['I4', 'red', 'oken', 10_001 / wan]],
  ],
  [
    'I4: for more than 5 days',
    changed('BS-2017-05-31', { amount: 3 * wan - 2, entryDate: '2017-05-25' }),
    [['I4', 'red', 'oken', 2 / wan]],
  ],
  ['I5: paid before it was received', changed('R1', { entryDate: '2017-05-03' }), [['I5', 'red', 'oken', 7]]],
  [
    'I7: paid above the allocation',
    changed('A1', { amount: 6 * wan }),
    [
      ['I2', 'amber', 'policy_loan', 4],
      ['I7', 'amber', 'P-001', 1],
    ],
  ],
  ['I8: settled above what was paid', changed('S1', { amount: 8 * wan }), [['I8', 'red', 'P-001', 1]]],
  [
    'I9: a payment without a project',
    changed('D1', { projectId: null }),
    [
      ['I8', 'red', 'P-001', 7],
      ['I9', 'amber', '', 7],
    ],
  ],
  [
    'I11: paid from another source',
    changed('D1', { source: 'local_bond' }),
    [['I11', 'red', 'local_bond', 7]],
  ],
])('%s', (_, rows, expected) => {
  const accounts: BatchShape = {
    ...parties,
    rows: parties.rows.map((row) => (row.partyId === 'OWN' ? { ...row, accountToken: 'A-token' } : row)),
  };
  const renamed = rows.map((row) => ({
    ...row,
    payerAccountToken: row.payerAccountToken === own ? 'A-token' : (row.payerAccountToken ?? null),
    payeeAccountToken: row.payeeAccountToken === own ? 'A-token' : (row.payeeAccountToken ?? null),
  }));
  expect(broken(factsOf('fund', [ledger(renamed), accounts, projects], '2017-05'))).toEqual(expected);
});

test('I3: a later ledger opens with the book of the days before it', () => {
  const april = ledger([receipt('R1', '2017-04-05', 10, 'policy_loan')], '2017-04');
  const may = (wanYuan: number) =>
    ledger([entry('O1', 'opening', '2017-05-01', wanYuan, { payeeAccountToken: own })]);
  const breaches = (wanYuan: number) =>
    factsOf('fund', [april, may(wanYuan), parties], '2017-05').alerts.filter(({ rule }) => rule === 'I3');
  expect(breaches(10)).toEqual([]);
  expect(breaches(9)).toMatchObject([{ severity: 'amber', amount: wan, count: 1, since: '2017-05-01' }]);
});

test('I7: above the approved investment it is red, though inside the allocation', () => {
  const rows = [{ projectId: 'P-001', filingResult: 'passed', approvedInvestment: 6 * wan }];
  const facts = factsOf('fund', [ledger(sound), parties, { ...projects, rows }], '2017-05');
  expect(broken(facts)).toEqual([['I7', 'red', 'P-001', 1]]);
});

test.each([
  [99, 0],
  [101, 0],
  [98.99, 1],
  [101.01, 1],
])('I10: %d 万元 received of 100 raised breaks it %d times', (received, expected) => {
  const rows = [receipt('R1', '2017-05-01', received, 'self_raised')];
  const homes: BatchShape = {
    dataset: 'households',
    period: '2017-05',
    rows: [
      { familySize: 400, selfRaised: 60 * wan },
      { familySize: 400, selfRaised: 40 * wan },
      { familySize: 1 },
    ],
  };
  const facts = factsOf('fund', [ledger(rows), parties, homes], '2017-05');
  expect(facts.alerts.filter(({ rule }) => rule === 'I10')).toHaveLength(expected);
});

test('accounts are shown by their last four digits, and two that share them stay two', () => {
  const account = (partyId: string): Row => ({
    partyId,
    accountToken: `token-${partyId}`,
    accountLast4: '7788',
    isDedicated: true,
    validFrom: '2016-01-01',
  });
  const two: BatchShape = { ...parties, rows: [account('A'), account('B')] };
  const bank = (party: string) =>
    entry(`BS-${party}`, 'balance', '2017-05-31', 1, { payeeAccountToken: `token-${party}` });
  const facts = factsOf('fund', [ledger([bank('A'), bank('B')]), two], '2017-05');
  const alerts = facts.alerts.filter(({ rule }) => rule === 'I4');
  expect(alerts.map(({ object, count }) => [object, count])).toEqual([
    [{ account: '7788' }, 1],
    [{ account: '7788' }, 1],
  ]);
  expect(JSON.stringify(facts.alerts)).not.toContain('token-');
});
