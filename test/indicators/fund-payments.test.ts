import { describe, expect, test } from 'vitest';
import { type BatchShape, codes, factsOf, type Row, ratio } from './support/county.ts';
import { allocation, entry, ledger, own, payment, projects, receipt, wan } from './support/worked-ledger.ts';

const register: BatchShape = {
  dataset: 'fundParties',
  period: '2017',
  rows: [
    {
      partyId: 'OWN',
      role: 'county_entity',
      accountToken: own,
      isDedicated: true,
      validFrom: '2017-01-01',
      validTo: '2017-05-20',
    },
    { partyId: 'OWN', role: 'county_entity', accountToken: 'A-basic', isDedicated: false },
    {
      partyId: 'PRIVATE',
      role: 'other',
      accountToken: 'A-private-dedicated',
      isDedicated: true,
      isPersonal: true,
    },
    { partyId: 'BUILDER', role: 'contractor', accountToken: 'A-builder', partyNameToken: 'M-builder' },
    { partyId: 'BUILDER', role: 'contractor', accountToken: 'A-builder-2' },
    { partyId: 'FARMER', role: 'household', accountToken: 'A-farmer', isPersonal: true },
    { partyId: 'FOREMAN', role: 'contractor', accountToken: 'A-foreman', isPersonal: true },
  ],
};
const sites: BatchShape = {
  ...projects,
  rows: [
    ...projects.rows,
    { projectId: 'P-003', projectName: '大兴安置点', filingResult: 'pending' },
    { projectId: 'P-004', projectName: '大坪安置点', filingResult: null },
  ],
};

const funded: readonly Row[] = [
  allocation('A1', 100, 'policy_loan', 'P-001'),
  allocation('A2', 100, 'policy_loan', 'P-003'),
  receipt('R1', '2017-01-10', 1000, 'policy_loan'),
];
const fund = (rows: readonly Row[]) =>
  factsOf('fund', [ledger([...funded, ...rows]), register, sites], '2017-05');

/** What a ledger of payments comes to: 万元 in the loop, leaked, gross, and the findings. */
function judge(rows: readonly Row[]) {
  const facts = fund(rows);
  const [loop, gross] = ratio(facts, 'fund.closed_loop_rate')
    .split('/')
    .map((fen) => Number(fen) / wan);
  const [leak] = ratio(facts, 'fund.leak_ratio')
    .split('/')
    .map((fen) => Number(fen) / wan);
  return { loop, leak, gross, found: codes(facts) };
}

describe('a payment of 10', () => {
  test.each<[string, Row, { loop: number; leak: number; found: Record<string, number> }]>([
    ['that passes every test', {}, { loop: 10, leak: 0, found: {} }],
    [
      'to a known name without an account',
      { payeeAccountToken: null, payeeNameToken: 'M-builder' },
      { loop: 10, leak: 0, found: {} },
    ],
    ['for a project named, not numbered', { projectId: '大东坪' }, { loop: 10, leak: 0, found: {} }],
    [
      'to a household’s personal account',
      { payeeAccountToken: 'A-farmer' },
      { loop: 10, leak: 0, found: {} },
    ],
    [
      'from an unregistered account',
      { payerAccountToken: 'A-0' },
      { loop: 0, leak: 10, found: { OUTSIDE_ACCOUNT: 1 } },
    ],
    [
      'from an account left blank',
      { payerAccountToken: null },
      { loop: 0, leak: 10, found: { OUTSIDE_ACCOUNT: 1 } },
    ],
    [
      'from an account that is not dedicated',
      { payerAccountToken: 'A-basic' },
      { loop: 0, leak: 10, found: { OUTSIDE_ACCOUNT: 1 } },
    ],
    [
      'from a personal account',
      { payerAccountToken: 'A-private-dedicated' },
      { loop: 0, leak: 10, found: { PERSONAL_ACCOUNT: 1 } },
    ],
    [
      'to a contractor’s personal account',
      { payeeAccountToken: 'A-foreman' },
      { loop: 0, leak: 10, found: { PERSONAL_ACCOUNT: 1 } },
    ],
    [
      'to an unknown account under a known name',
      { payeeAccountToken: 'A-0', payeeNameToken: 'M-builder' },
      { loop: 0, leak: 10, found: { PAYEE_UNKNOWN: 1 } },
    ],
    [
      'to a payee left blank',
      { payeeAccountToken: null },
      { loop: 0, leak: 10, found: { PAYEE_UNKNOWN: 1 } },
    ],
    ['for interest', { purpose: 'interest' }, { loop: 0, leak: 10, found: { PURPOSE_NOT_ALLOWED: 1 } }],
    ['for a purpose left blank', { purpose: null }, { loop: 0, leak: 10, found: { PURPOSE_NOT_ALLOWED: 1 } }],
    ['without a voucher', { voucherNo: null }, { loop: 0, leak: 0, found: { NO_VOUCHER: 1 } }],
    [
      'for no project, 30 days ago',
      { projectId: null, entryDate: '2017-05-01' },
      { loop: 0, leak: 0, found: { ORPHAN: 1 } },
    ],
    [
      'for no project, 31 days ago',
      { projectId: null, entryDate: '2017-04-30' },
      { loop: 0, leak: 10, found: { ORPHAN: 1 } },
    ],
    [
      'for a project not yet filed',
      { projectId: 'P-003', entryDate: '2017-05-09' },
      { loop: 0, leak: 0, found: { ORPHAN: 1 } },
    ],
    [
      'for a name that two projects begin with',
      { projectId: '大', entryDate: '2017-05-09' },
      { loop: 0, leak: 0, found: { ORPHAN: 1, UNRESOLVED_PROJECT: 1 } },
    ],
    [
      'failing two red tests, once in the leak',
      { purpose: null, payerAccountToken: null },
      { loop: 0, leak: 10, found: { OUTSIDE_ACCOUNT: 1, PURPOSE_NOT_ALLOWED: 1 } },
    ],
  ])('%s', (_, row, expected) => {
    expect(judge([payment('D1', '2017-03-01', 10, row)])).toEqual({ ...expected, gross: 10 });
  });

  test.each([
    ['2016-12-31', { OUTSIDE_ACCOUNT: 1 }],
    ['2017-01-11', {}],
    ['2017-05-20', {}],
    ['2017-05-21', { OUTSIDE_ACCOUNT: 1 }],
  ])('on %s from an account valid 2017-01-01 to 2017-05-20', (day, found) => {
    expect(judge([payment('D1', day, 10)]).found).toEqual(found);
  });
});

describe('room on a project', () => {
  test('a payment that exceeds it fails whole, and a later smaller one may still fit', () => {
    const rows = [
      payment('D1', '2017-02-01', 60),
      payment('D2', '2017-02-02', 50),
      payment('D3', '2017-02-03', 40),
    ];
    expect(judge(rows)).toEqual({ loop: 100, leak: 0, gross: 150, found: { NO_ROOM: 1 } });
  });

  test('is not used by payments that fail another test', () => {
    const rows = [payment('D1', '2017-02-01', 60, { voucherNo: null }), payment('D2', '2017-02-02', 100)];
    expect(judge(rows)).toMatchObject({ loop: 100, found: { NO_VOUCHER: 1 } });
  });

  test('is given in order of date, whatever the order of the rows', () => {
    const rows = [payment('D2', '2017-02-02', 60), payment('D1', '2017-02-01', 90)];
    expect(judge(rows)).toMatchObject({ loop: 90, gross: 150 });
  });

  const back = (day: string, wanYuan: number, row: Row = {}) =>
    entry('F1', 'refund', day, wanYuan, {
      projectId: 'P-001',
      payerAccountToken: 'A-builder',
      payeeAccountToken: own,
      ...row,
    });

  test.each<[string, Row, number]>([
    ['comes back with a refund of the payee', back('2017-02-02', 30), 130],
    [
      'comes back from another account of the payee',
      back('2017-02-02', 30, { payerAccountToken: 'A-builder-2' }),
      130,
    ],
    ['does not come back from somebody else', back('2017-02-02', 30, { payerAccountToken: 'A-farmer' }), 90],
    ['does not come back from a payer left blank', back('2017-02-02', 30, { payerAccountToken: null }), 90],
    ['does not come back on another project', back('2017-02-02', 30, { projectId: 'P-003' }), 90],
    ['does not come back before it is used', back('2017-01-31', 30), 90],
  ])('%s', (_, refund, loop) => {
    expect(judge([payment('D1', '2017-02-01', 90), refund, payment('D2', '2017-02-03', 40)]).loop).toBe(loop);
  });

  test('comes back as far as payments to the payee passed: what failed never used any', () => {
    const rows = [
      payment('D1', '2017-02-01', 90, { payeeAccountToken: 'A-farmer' }),
      payment('D2', '2017-02-02', 10),
      payment('D3', '2017-02-03', 50, { voucherNo: null }),
      back('2017-04-20', 40),
      payment('D4', '2017-04-21', 11),
      payment('D5', '2017-04-22', 10),
    ];
    expect(judge(rows)).toMatchObject({ loop: 110, found: { NO_VOUCHER: 1, NO_ROOM: 1 } });
  });
});

describe('receipts of a source', () => {
  const bond = (no: string, day: string, wanYuan: number, row: Row = {}) =>
    payment(no, day, wanYuan, { source: 'local_bond', ...row });
  const received = (no: string, day: string, wanYuan: number) => receipt(no, day, wanYuan, 'local_bond');

  test('the payment that exceeds them leaks whole', () => {
    const rows = [
      received('R2', '2017-02-01', 50),
      bond('D1', '2017-02-02', 30),
      bond('D2', '2017-02-03', 21),
    ];
    expect(judge(rows)).toEqual({ loop: 30, leak: 21, gross: 51, found: { EXCEEDS_RECEIPT: 1 } });
  });

  test('money that comes later does not cover what was paid before', () => {
    const rows = [bond('D1', '2017-02-02', 30), received('R2', '2017-02-03', 50)];
    expect(judge(rows)).toMatchObject({ leak: 30 });
  });

  test('of the same day cover it when they are entered first', () => {
    expect(judge([received('R2', '2017-02-02', 50), bond('D1', '2017-02-02', 50)])).toMatchObject({
      leak: 0,
    });
  });

  test('include the opening balance and what was refunded', () => {
    const opening = entry('O1', 'opening', '2017-02-28', 20, {
      source: 'local_bond',
      payeeAccountToken: own,
    });
    const back = entry('F1', 'refund', '2017-02-03', 5, { source: 'local_bond', payeeAccountToken: own });
    const rows = [bond('D1', '2017-02-02', 20), back, bond('D2', '2017-02-04', 5), opening];
    expect(judge(rows)).toMatchObject({ leak: 0, loop: 25 });
  });

  test('are not used up by what left from outside the dedicated accounts', () => {
    const rows = [
      received('R2', '2017-02-01', 50),
      bond('D1', '2017-02-02', 40, { payerAccountToken: 'A-0' }),
      bond('D2', '2017-02-03', 50),
    ];
    expect(judge(rows)).toMatchObject({ leak: 40, loop: 50 });
  });

  test('into an account that is not ours do not count', () => {
    const aside = receipt('R2', '2017-02-01', 50, 'local_bond', { payeeAccountToken: 'A-builder' });
    expect(judge([aside, bond('D1', '2017-02-02', 10)])).toMatchObject({ leak: 10 });
  });
});

describe('a round trip', () => {
  const back = (day: string, wanYuan: number, from = 'A-builder') =>
    entry('F1', 'refund', day, wanYuan, { payerAccountToken: from, payeeAccountToken: own });

  test.each<[string, Row, boolean]>([
    ['80 % after 30 days', back('2017-03-31', 8), true],
    ['80 % after 31 days', back('2017-04-01', 8), false],
    ['less than 80 %', back('2017-03-31', 7.99), false],
    ['from another account of the same party', back('2017-03-02', 10, 'A-builder-2'), true],
    ['from somebody else', back('2017-03-02', 10, 'A-farmer'), false],
    ['before it was paid', back('2017-02-28', 10), false],
  ])('%s: %#', (_, row, found) => {
    const { leak, found: codesFound } = judge([payment('D1', '2017-03-01', 10), row]);
    expect([leak, codesFound]).toEqual(found ? [10, { ROUND_TRIP: 1 }] : [0, {}]);
  });

  test('money that comes back in parts adds up', () => {
    const parts = [back('2017-03-05', 4), { ...back('2017-03-06', 4), entryNo: 'F2' }];
    expect(judge([payment('D1', '2017-03-01', 10), ...parts])).toMatchObject({ leak: 10 });
  });
});
