import { describe, expect, test } from 'vitest';
import { reportedPeriods } from '../../shared/indicators/resolve.ts';
import { type BatchShape, codes, factsOf, look, lookWhole, type Row } from './support/county.ts';
import { entry, parties, payment, receipt, wan } from './support/worked-ledger.ts';

const project = (no: string, mode: string, counts: readonly number[], row: Row = {}): Row => ({
  projectId: no,
  mode,
  planYear: 2017,
  plannedHouseholds: counts[0] ?? 0,
  startedHouseholds: counts[1] ?? null,
  completedHouseholds: counts[2] ?? null,
  occupiedHouseholds: counts[3] ?? null,
  ...row,
});
/** Concentrated 130 of 150 started, scattered 30 of 100; 160 of 250 in all, 50 completed. */
const projects = [
  project('P-1', 'concentrated', [100, 80, 40, 20]),
  project('P-2', 'concentrated', [50, 50, 10, 0]),
  project('P-3', 'scattered', [100, 30, 0, 0]),
  project('P-0', 'scattered', [500, 500, 500, 500], { planYear: 2016 }),
];
const day = '2017-04-25';
const report = (rows: readonly Row[], more: Partial<BatchShape> = {}): BatchShape => ({
  dataset: 'progressReports',
  dataDate: day,
  rows,
  ...more,
});
const details = (more: Partial<BatchShape> = {}): BatchShape => ({
  dataset: 'projects',
  rows: projects,
  ...more,
});
const facts = (rows: readonly Row[], ...shapes: readonly BatchShape[]) =>
  factsOf('rpt', [report(rows), ...(shapes.length > 0 ? shapes : [details()])]);
const gap = (seen: ReturnType<typeof facts>, basis: string) => {
  const { value, numerator, denominator, rag, status } = lookWhole('rpt.report_gap', [seen], {
    parameters: { basis },
  });
  return status === 'ok' ? [value, numerator, denominator, rag] : status;
};

describe('rates, in points', () => {
  test.each<[number, readonly [number, number, number, string]]>([
    // 160/250 is 0.64
    [0.64, [0, 0, 250, 'green']],
    [0.6405, [0.0005, 0.125, 250, 'green']],
    [0.6394, [0.0006, 0.15, 250, 'amber']],
    [0.65, [0.01, 2.5, 250, 'amber']],
    [0.6501, [0.0101, 2.525, 250, 'red']],
  ])('a start rate of %d is off by %j', (startRate, expected) => {
    expect(gap(facts([{ mode: 'all', startRate }]), 'start_rate')).toEqual(expected);
  });

  test('a rate is held against the plan year of the report', () => {
    expect(gap(facts([{ mode: 'all', completionRate: 0.2 }]), 'completion_rate')).toEqual([
      0,
      0,
      250,
      'green',
    ]);
  });

  test('typed as a quotient it counts to six decimals', () => {
    const seen = facts([{ mode: 'concentrated', startRate: 130 / 150 }]);
    const [row] = look('rpt.report_gap', [seen], { by: 'mode' });
    // 0.866667 − 130/150 is a third of a millionth
    expect(row).toMatchObject({
      breakdown: { mode: 'concentrated' },
      value: 0,
      numerator: 0.00005,
      rag: 'green',
    });
  });
});

describe('households and money, as a share of the recomputed', () => {
  test.each<[Row, string, ReturnType<typeof gap>]>([
    [{ startedHouseholds: 160 }, 'started', [0, 0, 160, 'green']],
    [{ completedHouseholds: 52 }, 'completed', [0.04, 2, 50, 'red']],
    [{ occupiedHouseholds: 19 }, 'occupied', [0.05, 1, 20, 'red']],
    [{}, 'started', 'no_data'],
  ])('%o by %s is off by %j', (row, basis, expected) => {
    expect(gap(facts([{ mode: 'all', startRate: 0.64, ...row }]), basis)).toEqual(expected);
  });

  const ledger: BatchShape = {
    dataset: 'fundLedger',
    period: '2017-04',
    rows: [
      receipt('R1', '2017-04-01', 1000, 'policy_loan'),
      receipt('R2', '2017-04-26', 500, 'policy_loan'),
      payment('D1', '2017-04-10', 600),
      entry('B1', 'budget', '2017-04-01', 9000),
    ],
  };

  test('money is that of the dedicated accounts up to the report’s day', () => {
    const seen = facts([{ mode: 'all', fundsReceived: 1000 * wan, fundsPaid: 606 * wan }], ledger, parties);
    expect(gap(seen, 'received')).toEqual([0, 0, 1000 * wan, 'green']);
    expect(gap(seen, 'paid')).toEqual([0.01, 6 * wan, 600 * wan, 'amber']);
    expect(seen.alerts).toMatchObject([
      { rule: 'X9', object: { measure: 'paid', mode: 'all' }, amount: 6 * wan },
    ]);
  });

  test('what came back to more than was paid is no figure to be off from', () => {
    const refund = entry('F1', 'refund', '2017-04-12', 700);
    const back: BatchShape = { ...ledger, rows: [...ledger.rows, refund] };
    expect(gap(facts([{ mode: 'all', fundsPaid: 600 * wan }], back, parties), 'paid')).toBe('inconsistent');
  });

  test('by mode the ledger says nothing, nor does it without the register', () => {
    const row = { fundsReceived: 1000 * wan };
    expect(facts([{ mode: 'concentrated', ...row }], ledger, parties).components).toEqual([]);
    expect(facts([{ mode: 'all', ...row }], ledger).components).toEqual([]);
  });
});

describe('the whole', () => {
  const modes = [
    { mode: 'concentrated', startedHouseholds: 120 },
    { mode: 'scattered', startedHouseholds: 40 },
  ];

  test('is the row of both modes', () => {
    const seen = facts([...modes, { mode: 'all', startedHouseholds: 160 }]);
    const rows = look('rpt.report_gap', [seen], { by: 'mode', parameters: { basis: 'started' } });
    expect(
      rows.map(({ breakdown, numerator, denominator }) => [breakdown.mode, numerator, denominator]),
    ).toEqual([
      ['concentrated', 10, 130],
      ['scattered', 10, 30],
      ['all', 0, 160],
    ]);
  });

  test('is else the two gaps together, which do not cancel out; nor do those of two counties', () => {
    const [high, low] = [facts(modes), facts([{ mode: 'all', startedHouseholds: 150 }])];
    expect(gap(high, 'started')).toEqual([0.125, 20, 160, 'red']);
    const area = lookWhole('rpt.report_gap', [high, low], { parameters: { basis: 'started' } });
    expect(area).toMatchObject({ numerator: 30, denominator: 320, value: 0.09375 });
  });
});

describe('details that cannot measure a report', () => {
  const row = { mode: 'all', startRate: 0.64, startedHouseholds: 160 };

  test.each<[string, BatchShape, number]>([
    ['of the day before the period', details({ period: '2017-04-X2' }), 0],
    ['of the first day of the period', details({ dataDate: '2017-04-21' }), 2],
    ['that say nothing of what is started', details({ rows: [project('P-1', 'concentrated', [100])] }), 0],
  ])('%s', (_, shape, components) => {
    expect(facts([row], shape).components).toHaveLength(components);
  });

  test('of no project in the plan year give no rate, and contradict households', () => {
    const seen = facts([row], details({ rows: projects.slice(3) }));
    expect([gap(seen, 'start_rate'), gap(seen, 'started')]).toEqual(['not_applicable', 'inconsistent']);
  });
});

describe('X9', () => {
  test.each<[number, readonly string[]]>([
    [0.6405, []],
    [0.640501, ['amber']],
    [0.65, ['amber']],
    [0.650001, ['red']],
  ])('a start rate of %d raises %j', (startRate, severities) => {
    const seen = facts([{ mode: 'all', startRate }]);
    expect(seen.alerts.map(({ severity }) => severity)).toEqual(severities);
    expect(codes(seen)).toEqual(severities.length > 0 ? { REPORT_DIFFERS: 1 } : {});
  });

  test.each<[string, Row, readonly string[]]>([
    ['households completed', { completedHouseholds: 40 }, ['completed red']],
    ['no households completed', { completedHouseholds: 0 }, []],
    ['money paid', { fundsPaid: 5 * wan }, ['paid red']],
    ['a rate', { startRate: 0.64 }, []],
  ])('%s where the details have none is told as %j', (_, row, told) => {
    const none = details({ rows: [project('P-3', 'scattered', [0, 0, 0, 0])] });
    const unpaid: BatchShape = {
      dataset: 'fundLedger',
      rows: [receipt('R1', '2017-04-01', 9, 'policy_loan')],
    };
    const seen = facts([{ mode: 'all', ...row }], none, unpaid, parties);
    expect(seen.alerts.map(({ object, severity }) => `${object.measure} ${severity}`)).toEqual(told);
    expect(codes(seen)).toEqual(told.length > 0 ? { REPORT_DIFFERS: 1 } : {});
  });

  test('names figure, mode and the row of the report', () => {
    const seen = facts([{ mode: 'scattered', startRate: 0.5 }]);
    expect(seen.alerts).toEqual([
      {
        rule: 'X9',
        severity: 'red',
        object: { measure: 'start_rate', mode: 'scattered' },
        since: day,
        amount: null,
        count: 1,
        evidence: [{ dataset: 'progressReports', batch: 'progressReports@2017-04-X3', sheet: 0, row: 4 }],
      },
    ]);
  });
});

test('facts of rpt exist where a progress report does: later details make none', () => {
  const published = [
    { dataset: 'progressReports', period: '2017-04-X3' },
    { dataset: 'projects', period: '2017-05-X1' },
    { dataset: 'fundLedger', period: '2017-05' },
  ] as const;
  expect(reportedPeriods(published, 'rpt')).toEqual(['2017-04-X3']);
  expect(reportedPeriods(published, 'reloc')).toEqual(['2017-05-X1']);
});
