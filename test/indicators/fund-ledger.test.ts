import { describe, expect, test } from 'vitest';
import { type BatchShape, codes, factsOf, look, lookWhole, type Row, ratio } from './support/county.ts';
import {
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

const fund = (...ledgers: readonly BatchShape[]) =>
  factsOf('fund', [...ledgers, parties, projects], '2017-05');
const wanRatio = (num: number, den: number) => `${num * wan}/${den * wan}`;

describe.each([
  ['in one file', [ledger([...untilApril, ...inMay])]],
  ['split over two monthly files', [ledger(untilApril, '2017-04'), ledger(inMay)]],
])('the worked ledger of domain.md §5.4, %s', (_, ledgers) => {
  const facts = fund(...ledgers);

  test.each([
    ['fund.allocation_rate', 5550, 6050, 0.917355, 'amber'],
    ['fund.arrival_rate', 4540, 5550, 0.818018, 'amber'],
    ['fund.disbursement_rate', 3110, 4540, 0.685022, null],
    ['fund.closed_loop_rate', 3000, 3140, 0.955414, 'red'],
    ['fund.full_closure_rate', 2300, 6050, 0.380165, null],
    ['fund.leak_ratio', 100, 3140, 0.031847, 'red'],
  ])('%s is %d of %d 万元 = %d', (indicator, num, den, value, rag) => {
    expect(ratio(facts, indicator)).toBe(wanRatio(num, den));
    expect(lookWhole(indicator, [facts], { period: '2017-05' })).toMatchObject({
      value,
      numerator: num * wan,
      denominator: den * wan,
      rag,
    });
  });

  // 3110 of 4540 are 68.5 %: ten points behind 78.5 % of the houses
  test.each([
    [78, 'green'],
    [79, 'red'],
    [5, 'green'],
    [null, null],
  ])('with %s of 100 houses completed, what is disbursed is %s', (completed, rag) => {
    const [first] = projects.rows;
    const built = {
      ...projects,
      rows: [{ ...first, plannedHouseholds: 100, completedHouseholds: completed }],
    };
    const seen = factsOf('fund', [...ledgers, parties, built], '2017-05');
    const of = (parameters: Readonly<Record<string, number>>) =>
      lookWhole('fund.disbursement_rate', [seen], { period: '2017-05', parameters }).rag;
    expect([of({}), of({ year: 2017 })]).toEqual([rag, null]);
  });

  test('what each entry is found to be', () => {
    expect(codes(facts)).toEqual({
      DUP_EXACT: 1,
      OUTSIDE_ACCOUNT: 1,
      ORPHAN: 1,
      PAYEE_UNKNOWN: 1,
      PURPOSE_NOT_ALLOWED: 1,
    });
  });

  test('by source of the money', () => {
    const rows = look('fund.arrival_rate', [facts], { by: 'source', period: '2017-05' });
    expect(rows.map((row) => [row.breakdown.source, row.numerator, row.denominator])).toEqual([
      ['central_budget', 800 * wan, 800 * wan],
      ['local_bond', 1000 * wan, 1000 * wan],
      ['policy_loan', 2000 * wan, 3000 * wan],
      ['self_raised', 240 * wan, 250 * wan],
      ['special_fund', 500 * wan, 500 * wan],
      ['all', 4540 * wan, 5550 * wan],
    ]);
  });
});

test('the same figures whatever the order of the files and however often the same one comes', () => {
  const once = fund(ledger(untilApril, '2017-04'), ledger(inMay));
  const overlapping = fund(ledger(untilApril, '2017-04'), ledger([...untilApril, ...inMay]));
  expect(overlapping.components).toEqual(once.components);
});

describe('the union of ledgers', () => {
  const gross = (...ledgers: readonly BatchShape[]) => {
    const seen = lookWhole('fund.closed_loop_rate', [fund(...ledgers)], { period: '2017-05' });
    return (seen.denominator ?? 0) / wan;
  };
  const april = [payment('D1', '2017-04-01', 5), payment('D2', '2017-04-02', 7)];

  test.each<[string, readonly Row[], number]>([
    ['another number is another payment', [payment('D3', '2017-04-01', 5)], 17],
    ['the same number corrects', [payment('D1', '2017-04-01', 6)], 13],
    ['the same row again is ignored', [payment('D1', '2017-04-01', 5)], 12],
    [
      'the same voucher, day, amount and payee again is ignored',
      [payment('D9', '2017-04-01', 5, { voucherNo: 'V-D1' })],
      12,
    ],
    ['without a voucher it is another payment', [payment('D9', '2017-04-01', 5, { voucherNo: null })], 17],
    [
      'another payee is another payment',
      [payment('D9', '2017-04-01', 5, { voucherNo: 'V-D1', payeeAccountToken: 'A-2' })],
      17,
    ],
  ])('%s', (_, may, expected) => {
    expect(gross(ledger(april, '2017-04'), ledger(may))).toBe(expected);
  });

  const households = Array.from({ length: 40 }, (_, index) =>
    receipt(`R${index}`, '2017-04-03', 0.2, 'self_raised', {
      payerAccountToken: `A-${index}`,
      voucherNo: 'V-1',
    }),
  );
  const one = receipt('R1', '2017-04-03', 0.2, 'self_raised', {
    payerAccountToken: 'A-1',
    voucherNo: 'V-1',
  });
  const received = (...ledgers: readonly BatchShape[]) =>
    lookWhole('fund.disbursement_rate', [fund(...ledgers)], { period: '2017-05' }).denominator;

  test('forty households that pay the same on one voucher pay forty times', () => {
    expect(received(ledger(households))).toBe(8 * wan);
    const unnumbered = households.map((row) => ({ ...row, entryNo: null }));
    expect(received(ledger(unnumbered.slice(0, 20), '2017-04'), ledger(unnumbered))).toBe(8 * wan);
  });

  test.each<[string, Row, number]>([
    ['from the same payer and source is a duplicate', {}, 0.2],
    ['of another source is none', { source: 'local_bond' }, 0.4],
    ['from another payer is none', { payerAccountToken: 'A-2' }, 0.4],
  ])('a receipt of the same voucher, day and amount %s', (_, row, expected) => {
    const facts = fund(ledger([one, { ...one, entryNo: 'R9', ...row }]));
    expect(lookWhole('fund.disbursement_rate', [facts], { period: '2017-05' }).denominator).toBe(
      expected * wan,
    );
    expect(codes(facts).DUP_EXACT).toBe(expected === 0.2 ? 1 : undefined);
  });

  test.each<[string, Row, Row, number]>([
    ['a receipt without a payer', { ...one, payerAccountToken: null }, { entryNo: 'R9' }, 0.4],
    ['its identical row', { ...one, payerAccountToken: null }, {}, 0.2],
    ['its row without a number', { ...one, payerAccountToken: null, entryNo: null }, { docNo: '文1' }, 0.4],
    ['its identical row without one', { ...one, payerAccountToken: null, entryNo: null }, {}, 0.2],
  ])('blanks tell nothing apart: %s', (_, row, changes, expected) => {
    expect(received(ledger([row], '2017-04'), ledger([{ ...row, ...changes }]))).toBe(expected * wan);
  });

  test('a payment without a payee is no duplicate of another', () => {
    const blank = payment('D1', '2017-04-01', 5, { payeeAccountToken: null, voucherNo: 'V-1' });
    expect(gross(ledger([blank, { ...blank, entryNo: 'D2' }]))).toBe(10);
  });

  test.each<[string, Row, number | undefined]>([
    ['another type', { entryType: 'return_up' }, 1],
    ['another day', { entryDate: '2017-05-01' }, 1],
    ['another account of ours', { payerAccountToken: 'A-0' }, 1],
    ['another amount', { amount: 4 * wan }, undefined],
    ['nothing else', {}, undefined],
  ])('a number that later has %s', (_, row, found) => {
    const facts = fund(
      ledger(april, '2017-04'),
      ledger([{ ...payment('D1', '2017-04-01', 5), sourceRow: 77, ...row }]),
    );
    expect(codes(facts).ENTRY_REPLACED).toBe(found);
    const [finding] = facts.findings.filter(({ code }) => code === 'ENTRY_REPLACED');
    if (found) {
      expect(finding).toMatchObject({
        severity: 'warning',
        batch: 'fundLedger@2017-05',
        rows: [{ sheet: 0, row: 77 }],
      });
    }
  });

  test('where numbers are blank, type, account, voucher, day, amount and payee are the key', () => {
    const blank = april.map((row) => ({ ...row, entryNo: null }));
    const corrected = {
      ...payment('x', '2017-04-01', 5, { voucherNo: 'V-D1', purpose: 'housing' }),
      entryNo: null,
    };
    expect(gross(ledger(blank, '2017-04'), ledger([corrected]))).toBe(12);
  });

  test('a corrected entry keeps its place: money of a day still covers what was paid after it', () => {
    const day = '2017-04-03';
    const april = [
      receipt('R1', day, 5, 'local_bond'),
      payment('D1', day, 5, { source: 'local_bond', voucherNo: 'V-1' }),
    ];
    const corrected = { ...receipt('R1', day, 5, 'local_bond', { docNo: '湘财〔2017〕1号' }), sourceRow: 90 };
    const facts = fund(ledger(april, '2017-04'), ledger([corrected]));
    expect(codes(facts).EXCEEDS_RECEIPT).toBeUndefined();
  });

  test('what is dated after the dataDate does not count yet', () => {
    expect(gross(ledger([...april, payment('D3', '2017-06-01', 9)]))).toBe(12);
  });

  test('a budget line without an account is no duplicate of another for the same amount', () => {
    const line = (no: string, source: string) =>
      entry(no, 'budget', '2016-09-01', 5, { source, voucherNo: 'V-1' });
    const facts = fund(ledger([line('B1', 'central_budget'), line('B2', 'local_bond')]));
    expect(ratio(facts, 'fund.allocation_rate')).toBe(wanRatio(0, 10));
  });
});

describe('reversals 冲销', () => {
  const reverse = (no: string, of: string | null, wanYuan: number) =>
    entry(no, 'reverse', '2017-04-20', wanYuan, { reversesEntryNo: of });
  const paid = [payment('D1', '2017-04-01', 5), payment('D2', '2017-04-02', 7)];
  const grossOf = (rows: readonly Row[]) => fund(ledger([...paid, ...rows]));

  test.each<[string, readonly Row[], number, Readonly<Record<string, number>>]>([
    ['a reversed payment leaves gross', [reverse('X1', 'D1', 5)], 7, {}],
    ['part of it leaves for part', [reverse('X1', 'D1', 2)], 10, {}],
    ['a reversed reversal takes nothing', [reverse('X1', 'D1', 5), reverse('X2', 'X1', 5)], 12, {}],
    ['more than there is is a finding', [reverse('X1', 'D1', 6)], 7, { REVERSAL_EXCEEDS: 1 }],
    ['one that names nothing is a finding', [reverse('X1', null, 5)], 12, { UNRESOLVED_REVERSAL: 1 }],
    ['one that names itself is no way out', [reverse('X1', 'X1', 5)], 12, {}],
  ])('%s', (_, rows, expected, found) => {
    const facts = grossOf(rows);
    expect(lookWhole('fund.closed_loop_rate', [facts], { period: '2017-05' }).denominator).toBe(
      expected * wan,
    );
    const names = Object.keys(found);
    expect(Object.fromEntries(names.map((name) => [name, codes(facts)[name]]))).toEqual(found);
  });

  test('a reversed receipt was never received', () => {
    const facts = fund(ledger([receipt('R1', '2017-04-01', 9, 'local_bond'), reverse('X1', 'R1', 9)]));
    expect(ratio(facts, 'fund.disbursement_rate')).toBe('0/0');
  });
});

describe('opening balances', () => {
  const opening = (no: string, day: string, wanYuan: number, account = own) =>
    entry(no, 'opening', day, wanYuan, { payeeAccountToken: account });
  const available = (...ledgers: readonly BatchShape[]) =>
    (lookWhole('fund.disbursement_rate', [fund(...ledgers)], { period: '2017-05' }).denominator ?? 0) / wan;

  test('count from the account’s first ledger; later ones carry the same money forward', () => {
    const april = ledger(
      [opening('O1', '2017-04-01', 30), receipt('R1', '2017-04-02', 5, 'local_bond')],
      '2017-04',
    );
    const may = ledger([opening('O2', '2017-05-01', 35)]);
    expect(available(april, may)).toBe(35);
  });

  test('carried forward wrongly and reversed are no breach, and the reversal is known', () => {
    const april = ledger([receipt('R1', '2017-04-02', 5, 'local_bond')], '2017-04');
    const wrong = opening('O1', '2017-05-01', 4);
    const undone = entry('X1', 'reverse', '2017-05-02', 4, { reversesEntryNo: 'O1' });
    const breaches = (...rows: readonly Row[]) => {
      const facts = fund(april, ledger(rows));
      return [facts.alerts.filter(({ rule }) => rule === 'I3').length, codes(facts).UNRESOLVED_REVERSAL];
    };
    expect(breaches(wrong)).toEqual([1, undefined]);
    expect(breaches(wrong, undone)).toEqual([0, undefined]);
  });

  test('do not count when the account’s first ledger had none', () => {
    const april = ledger([receipt('R1', '2017-04-02', 5, 'local_bond')], '2017-04');
    expect(available(april, ledger([opening('O1', '2017-05-01', 5)]))).toBe(5);
  });

  test('count from the first ledger of an account that opens later', () => {
    const april = ledger([payment('D1', '2017-04-01', 1, { payerAccountToken: 'A-0' })], '2017-04');
    expect(available(april, ledger([opening('O1', '2017-05-01', 5)]))).toBe(5);
  });

  test('are kept when the same entry is corrected later', () => {
    const received = receipt('R1', '2017-04-02', 5, 'local_bond');
    const april = ledger([opening('O1', '2017-04-01', 30), received], '2017-04');
    expect(available(april, ledger([opening('O1', '2017-04-01', 31)]))).toBe(36);
  });

  test('of an account that is not dedicated do not count', () => {
    expect(available(ledger([opening('O1', '2017-04-01', 30, 'A-builder')]))).toBe(0);
  });
});

describe('what a missing file leaves without data', () => {
  const rows = ledger([...untilApril, ...inMay]);

  test('without the register: paid and loop', () => {
    const facts = factsOf('fund', [rows, projects], '2017-05');
    const named = [...new Set(facts.components.map(({ indicator }) => indicator))];
    expect(named).toEqual(['fund.allocation_rate', 'fund.arrival_rate', 'fund.full_closure_rate']);
  });

  test('without the projects: the loop', () => {
    const facts = factsOf('fund', [rows, parties], '2017-05');
    expect(ratio(facts, 'fund.disbursement_rate')).toBe(wanRatio(3110, 4540));
    expect(ratio(facts, 'fund.closed_loop_rate')).toBe('none');
  });

  test('without the ledger: everything', () => {
    expect(factsOf('fund', [parties, projects], '2017-05').components).toEqual([]);
  });
});
