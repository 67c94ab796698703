import { describe, expect, test } from 'vitest';
import { computeFacts } from '../../shared/indicators/engine.ts';
import { type DetectorCode, detectors } from '../../shared/indicators/fund/detectors.ts';
import { type BatchShape, batch, factsOf, inputOf, type Row } from './support/county.ts';
import {
  allocation,
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

const project = (projectId: string, row: Row = {}): Row => ({ projectId, filingResult: 'passed', ...row });
const known: ReadonlySet<string> = new Set(detectors.map(({ code }) => code));

interface Planted {
  readonly rows?: readonly Row[];
  readonly project?: Row;
  readonly party?: Row;
  readonly homes?: readonly Row[];
  readonly dataDate?: string;
  /** Housing area of a person by family size that a local rule allows. */
  readonly exempt?: Readonly<Record<string, number>>;
}

/** A sound county: 1000 allocated and received early in May, and what is planted in it. */
function countyWith({ rows = [], project: p1 = {}, party = {}, homes = [], dataDate, exempt }: Planted) {
  const base = [
    entry('B1', 'budget', '2016-09-01', 1000),
    allocation('A1', 1000, 'policy_loan', 'P-001'),
    receipt('R1', '2017-05-01', 1000, 'policy_loan'),
  ];
  const paidAlready = payment('D0', '2017-05-01', 1);
  const day = dataDate ?? '2017-05-31';
  const period = day.slice(0, 7);
  const shapes: readonly BatchShape[] = [
    { ...ledger([...base, paidAlready, ...rows], period), dataDate: day },
    { ...parties, rows: parties.rows.map((row) => (row.partyId === 'OWN' ? { ...row, ...party } : row)) },
    { dataset: 'projects', period: '2017-05-X3', rows: [project('P-001', p1)] },
    { dataset: 'households', period: '2017-05', rows: homes },
  ];
  const input = inputOf(shapes.map(batch), period);
  const policy = { ...input.policy, ...(exempt ? { areaExemptions: exempt } : {}) };
  return computeFacts('fund', { ...input, policy });
}

/** Detectors' alerts as `CODE severity count`. */
const found = (planted: Planted) =>
  countyWith(planted)
    .alerts.filter(({ rule }) => known.has(rule))
    .map(({ rule, severity, count }) => `${rule} ${severity} ${count}`);

const day = '2017-05-10';
const paid = (no: string, row: Row = {}, wanYuan = 5, on = day) => payment(no, on, wanYuan, row);
const nearTender = (no: string, on: string, wanYuan = 190) => paid(no, {}, wanYuan, on);

/** Two accounts that look alike, by whichever tokens: the order of their alerts must not hang on these. */
test.each([
  ['A-1', 'A-2'],
  ['A-2', 'A-1'],
])(
  'accounts with the same last digits are told of in the order of the register (%s, %s)',
  (first, second) => {
    const account = (accountToken: string): Row => ({
      partyId: 'OWN',
      role: 'county_entity',
      isDedicated: true,
      accountToken,
      accountLast4: '0001',
      validFrom: '2015-01-01',
    });
    const rows = [
      receipt('R1', '2015-01-05', 7, 'policy_loan', { payeeAccountToken: first }),
      receipt('R2', '2015-01-05', 3, 'policy_loan', { payeeAccountToken: second }),
    ];
    const { alerts } = factsOf(
      'fund',
      [ledger(rows, '2017-05'), { ...parties, rows: [account(first), account(second)] }],
      '2017-05',
    );
    const idle = alerts.filter(({ rule }) => rule === 'IDLE_24');
    expect(idle.map(({ object, amount }) => [object.account, (amount ?? 0) / wan])).toEqual([
      ['0001', 7],
      ['0001', 3],
    ]);
  },
);

const cases: readonly (readonly [DetectorCode, string, Planted, readonly string[]])[] = [
  [
    'OUTSIDE_ACCOUNT',
    'from no dedicated account',
    { rows: [paid('D1', { payerAccountToken: 'A-x' })] },
    ['OUTSIDE_ACCOUNT red 1'],
  ],
  [
    'PERSONAL_ACCOUNT',
    'a dedicated account that is personal',
    { party: { isPersonal: true } },
    ['PERSONAL_ACCOUNT red 1', 'PERSONAL_ACCOUNT red 1'],
  ],
  [
    'PAYEE_UNKNOWN',
    'to nobody registered',
    { rows: [paid('D1', { payeeAccountToken: 'A-x' })] },
    ['PAYEE_UNKNOWN red 1'],
  ],
  [
    'PURPOSE_NOT_ALLOWED',
    'a loan for interest',
    { rows: [paid('D1', { purpose: 'interest' })] },
    ['PURPOSE_NOT_ALLOWED red 1'],
  ],
  [
    'PURPOSE_NOT_ALLOWED',
    'management above 2 % of the budget',
    { rows: [paid('D1', { purpose: 'management' }, 20), paid('D2', { purpose: 'management' }, 1)] },
    ['PURPOSE_NOT_ALLOWED red 1'],
  ],
  [
    'PURPOSE_NOT_ALLOWED',
    'management of a source without a budget line',
    {
      rows: [
        receipt('R2', '2017-05-02', 50, 'city_county'),
        paid('D1', { purpose: 'management', source: 'city_county' }, 40),
      ],
    },
    [],
  ],
  [
    'ORPHAN',
    'without a project, still young',
    { rows: [paid('D1', { projectId: null })] },
    ['ORPHAN amber 1'],
  ],
  [
    'ORPHAN',
    'after 30 days',
    { rows: [paid('D1', { projectId: null })], dataDate: '2017-06-10' },
    ['ORPHAN red 1'],
  ],
  [
    'ORPHAN',
    'an allocation to no project',
    { rows: [allocation('A2', 5, 'policy_loan', 'P-404')] },
    ['ORPHAN red 1'],
  ],
  [
    'NO_ROOM',
    'above the allocation',
    { rows: [receipt('R2', day, 10, 'policy_loan'), paid('D1', {}, 1000)] },
    ['NO_ROOM amber 1'],
  ],
  [
    'EXCEEDS_RECEIPT',
    'from a source that received nothing',
    { rows: [paid('D1', { source: 'local_bond' })] },
    ['EXCEEDS_RECEIPT red 1'],
  ],
  [
    'DUP_EXACT',
    'typed again under another number',
    { rows: [paid('D1'), paid('D2', { voucherNo: 'V-D1' })] },
    ['DUP_EXACT amber 1'],
  ],
  [
    'DUP_SUSPECT',
    'same amount and payee a week apart',
    { rows: [paid('D1'), paid('D2', {}, 5, '2017-05-17')] },
    ['DUP_SUSPECT amber 2'],
  ],
  [
    'DUP_SUSPECT',
    'eight days apart are two instalments',
    { rows: [paid('D1'), paid('D2', {}, 5, '2017-05-18')] },
    [],
  ],
  [
    'DUP_SUSPECT',
    'the same invoice, whenever',
    { rows: [paid('D1', { invoiceNo: 'F1' }), paid('D2', { invoiceNo: 'F1' }, 6, '2017-05-30')] },
    ['DUP_SUSPECT amber 2'],
  ],
  [
    'DUP_SUSPECT',
    'one voucher for two parts of an invoice',
    {
      rows: [
        paid('D1', { invoiceNo: 'F1', voucherNo: 'V' }),
        paid('D2', { invoiceNo: 'F1', voucherNo: 'V' }, 6),
      ],
    },
    [],
  ],
  [
    'SPLIT',
    'three just below the threshold inside ten days',
    {
      rows: [
        nearTender('D1', '2017-05-01', 185),
        nearTender('D2', '2017-05-05'),
        nearTender('D3', '2017-05-10', 199),
      ],
    },
    ['SPLIT amber 3'],
  ],
  [
    'SPLIT',
    'on the eleventh day',
    {
      rows: [
        nearTender('D1', '2017-05-01', 185),
        nearTender('D2', '2017-05-05'),
        nearTender('D3', '2017-05-11', 199),
      ],
    },
    [],
  ],
  [
    'SPLIT',
    'at the threshold it was tendered',
    {
      rows: [
        nearTender('D1', '2017-05-01', 185),
        nearTender('D2', '2017-05-05'),
        nearTender('D3', '2017-05-10', 200),
      ],
    },
    [],
  ],
  [
    'BEFORE_FILING',
    'the day before filing',
    { project: { filingDate: '2017-05-02' } },
    ['BEFORE_FILING amber 1'],
  ],
  ['BEFORE_FILING', 'on the day of filing', { project: { filingDate: '2017-05-01' } }, []],
  [
    'BEFORE_FILING',
    'more than 30 days before the start',
    { project: { startDate: '2017-06-01' } },
    ['BEFORE_FILING amber 1'],
  ],
  ['BEFORE_FILING', '30 days before the start', { project: { startDate: '2017-05-31' } }, []],
  [
    'AFTER_SETTLE',
    'after the last settlement',
    { rows: [entry('S1', 'settle', '2017-05-09', 1, { projectId: 'P-001' }), paid('D1')] },
    ['AFTER_SETTLE amber 1'],
  ],
  [
    'AFTER_SETTLE',
    'on its day',
    { rows: [entry('S1', 'settle', day, 1, { projectId: 'P-001' }), paid('D1')] },
    [],
  ],
  ['CASH', 'in cash', { rows: [paid('D1', { method: 'cash' })] }, ['CASH amber 1']],
  [
    'ROUND_TRIP',
    'four fifths come back',
    {
      rows: [
        paid('D1'),
        entry('F1', 'refund', '2017-05-20', 4, { payerAccountToken: 'A-builder', payeeAccountToken: own }),
      ],
    },
    ['ROUND_TRIP red 2'],
  ],
  ['NO_VOUCHER', 'without a voucher', { rows: [paid('D1', { voucherNo: null })] }, ['NO_VOUCHER amber 1']],
  ['IDLE_12', 'twelve months and a day', { dataDate: '2018-05-02' }, ['IDLE_12 amber 1']],
  ['IDLE_12', 'twelve months', { dataDate: '2018-05-01' }, []],
  ['IDLE_24', 'twenty-four months and a day', { dataDate: '2019-05-02' }, ['IDLE_24 red 1']],
  [
    'SLOW_PASS',
    'a receipt of a source that is not paid on',
    { rows: [receipt('R2', '2017-05-01', 5, 'local_bond')], dataDate: '2017-06-01' },
    ['SLOW_PASS amber 1'],
  ],
  [
    'SLOW_PASS',
    'paid on the thirtieth day',
    {
      rows: [
        receipt('R2', '2017-05-01', 5, 'local_bond'),
        paid('D1', { source: 'local_bond' }, 5, '2017-05-31'),
      ],
      dataDate: '2017-06-10',
    },
    [],
  ],
  [
    'OVERCAP_SELF',
    'a household above its cap',
    { homes: [{ projectId: 'P-001', familySize: 3, selfRaised: 900_001 }] },
    ['OVERCAP_SELF red 1'],
  ],
  [
    'ECONOMIC_AREA',
    'housing paid for above 25 square metres a person',
    {
      rows: [paid('D1', { purpose: 'housing' })],
      homes: [
        { projectId: 'P-001', familySize: 4, houseArea: 100.03 },
        { projectId: 'P-001', familySize: 4, houseArea: 100.02 },
      ],
    },
    ['ECONOMIC_AREA red 1'],
  ],
  [
    'ECONOMIC_AREA',
    'within what a local rule allows a person alone',
    {
      rows: [paid('D1', { purpose: 'housing' })],
      homes: [{ projectId: 'P-001', familySize: 1, houseArea: 35 }],
      exempt: { '1': 35 },
    },
    [],
  ],
  [
    'ECONOMIC_AREA',
    'no housing paid for',
    { homes: [{ projectId: 'P-001', familySize: 4, houseArea: 140 }] },
    [],
  ],
];

test('a sound county raises nothing', () => {
  expect(countyWith({}).alerts).toEqual([]);
});

test.each(cases)('%s: %s', (_, __, planted, expected) => {
  expect(found(planted)).toEqual(expected);
});

test.each(detectors.map(({ code }) => code))('%s has a case that finds it', (code) => {
  const finding = cases.filter(([, , , expected]) => expected.some((text) => text.startsWith(`${code} `)));
  expect(finding.length).toBeGreaterThan(0);
});

describe('alerts of the worked ledger', () => {
  const facts = factsOf(
    'fund',
    [
      ledger([...untilApril, ...inMay]),
      parties,
      { dataset: 'projects', rows: [project('P-001'), project('P-002')] },
    ],
    '2017-05',
  );

  test('name the rows, their batch, the money and the first day', () => {
    expect(facts.alerts.filter(({ rule }) => known.has(rule))).toMatchObject([
      { rule: 'DUP_EXACT', object: { project: 'P-001' }, amount: 900 * wan },
      { rule: 'ORPHAN', severity: 'amber', object: {}, amount: 40 * wan, since: '2017-05-10' },
      {
        rule: 'OUTSIDE_ACCOUNT',
        object: { project: 'P-001' },
        amount: 20 * wan,
        since: '2017-05-02',
        count: 1,
        evidence: [{ dataset: 'fundLedger', batch: 'fundLedger@2017-05', sheet: 0, row: 24 }],
      },
      { rule: 'PAYEE_UNKNOWN', amount: 50 * wan },
      { rule: 'PURPOSE_NOT_ALLOWED', object: { project: 'P-002' }, amount: 30 * wan },
      { rule: 'SLOW_PASS', amount: 2300 * wan, count: 3 },
    ]);
  });

  test('carry no account and no name', () => {
    expect(JSON.stringify(facts.alerts)).not.toMatch(/A-own|A-builder|A-stranger|A-unregistered|M-builder/);
  });

  test('list at most twenty rows and count them all', () => {
    const rows = Array.from({ length: 30 }, (_, no) => paid(`D${no + 1}`, { method: 'cash' }, 5 + no));
    const [cash] = countyWith({ rows }).alerts.filter(({ rule }) => rule === 'CASH');
    expect([cash?.count, cash?.evidence.length]).toEqual([30, 20]);
  });
});
