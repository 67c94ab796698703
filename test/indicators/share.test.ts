import { describe, expect, test } from 'vitest';
import { type BatchShape, codes, factsOf, lookWhole, type Row, ratio } from './support/county.ts';

const industry = (rows: readonly Row[]): BatchShape => ({ dataset: 'industryProjects', rows });
const base = (industryId: string, year: number, fiscalInvested: number, convertedToShares: number): Row => ({
  industryId,
  year,
  fiscalInvested,
  convertedToShares,
});
const share = (householdNoToken: string | null, row: Row = {}): Row => ({
  industryId: 'I-1',
  householdNoToken,
  headIdToken: null,
  year: 2016,
  sharePrincipal: 500_000,
  dividendDue: 40_000,
  dividendPaid: 40_000,
  ...row,
});
const shares = (rows: readonly Row[], period = '2016'): BatchShape => ({ dataset: 'shares', period, rows });
const home = (no: number, row: Row = {}): Row => ({
  headIdToken: `H${no}`,
  householdNoToken: `N${no}`,
  familySize: 4,
  isRegistered: true,
  moveInDate: '2016-12-01',
  ...row,
});
const homes: BatchShape = {
  dataset: 'households',
  period: '2017-04',
  dataDate: '2017-04-21',
  rows: [home(1), home(2), home(3, { isRegistered: false }), home(4, { moveInDate: '2017-04-22' }), home(5)],
};

describe('conversion_rate', () => {
  test('takes each project once, by its newest year up to the period’s', () => {
    const facts = factsOf('share', [
      industry([
        base('I-1', 2016, 1_000, 300),
        base('I-1', 2017, 1_000, 900),
        base('I-1', 2018, 1_000, 1_000),
        base('I-2', 2016, 500, 100),
      ]),
    ]);
    expect(ratio(facts, 'share.conversion_rate')).toBe('1000/1500');
    expect(lookWhole('share.conversion_rate', [facts])).toMatchObject({ value: 0.666667, rag: 'amber' });
  });

  test('what is converted lies inside what was invested', () => {
    const facts = factsOf('share', [industry([base('I-1', 2017, 100, 130), base('I-2', 2017, 100, 50)])]);
    expect(ratio(facts, 'share.conversion_rate')).toBe('150/200');
  });
});

describe('household_coverage', () => {
  test('counts moved-in registered households above and below, each once', () => {
    const rows = [share('N1'), share('N1', { industryId: 'I-2' }), share('N3'), share('N4')];
    expect(ratio(factsOf('share', [shares(rows), homes]), 'share.household_coverage')).toBe('1/3');
  });

  test.each<[string, Row]>([
    ['no principal', share('N1', { sharePrincipal: 0 })],
    ['no household', share('N9')],
    ['another year', share('N1', { year: 2015 })],
  ])('a share with %s does not count', (_, row) => {
    expect(ratio(factsOf('share', [shares([row, share('N5')]), homes]), 'share.household_coverage')).toBe(
      '1/3',
    );
  });

  test('a holder that is no household is a finding', () => {
    expect(codes(factsOf('share', [shares([share('N9')]), homes]))).toEqual({ UNRESOLVED_HOUSEHOLD: 1 });
  });
});

describe('dividend_paid_rate', () => {
  test('no household’s surplus makes up for another’s shortfall', () => {
    const rows = [share('N1', { dividendPaid: 60_000 }), share('N2', { dividendPaid: 10_000 })];
    const facts = factsOf('share', [shares(rows)]);
    expect(ratio(facts, 'share.dividend_paid_rate')).toBe('50000/80000');
    expect(lookWhole('share.dividend_paid_rate', [facts])).toMatchObject({ value: 0.625, rag: 'red' });
    expect(facts.components[0]?.n).toBe(1);
  });

  test('is that of the newest dividend year up to the period’s', () => {
    const rows = [share('N1'), share('N2', { year: 2015 }), share('N1', { year: 2018, dividendPaid: 0 })];
    expect(ratio(factsOf('share', [shares(rows, '2017-04')]), 'share.dividend_paid_rate')).toBe(
      '40000/40000',
    );
  });

  test('nothing due is not applicable', () => {
    const rows = [share('N1', { dividendDue: 0, dividendPaid: 0 })];
    expect(lookWhole('share.dividend_paid_rate', [factsOf('share', [shares(rows)])])).toMatchObject({
      status: 'not_applicable',
      value: null,
      rag: null,
      coverage: 1,
    });
  });

  test('no row of a year that has come is no data', () => {
    const facts = factsOf('share', [shares([share('N1', { year: 2018 })])]);
    expect(lookWhole('share.dividend_paid_rate', [facts])).toMatchObject({ status: 'no_data', coverage: 0 });
  });
});

describe('the union of share files', () => {
  test('a later file adds rows, and corrects a household’s row whichever way it was named', () => {
    const facts = factsOf('share', [
      shares([share('N1', { dividendPaid: 0 }), share('N2')]),
      shares([share(null, { headIdToken: 'H1', dividendPaid: 30_000 }), share('N5')], '2017-02'),
      homes,
    ]);
    expect(ratio(facts, 'share.dividend_paid_rate')).toBe('110000/120000');
    expect(ratio(facts, 'share.household_coverage')).toBe('3/3');
  });

  test.each<[string, Row, string, Readonly<Record<string, number>>]>([
    ['the same counts once', {}, '40000/40000', {}],
    [
      'something else counts as it is, with a finding',
      { dividendPaid: 30_000 },
      '30000/40000',
      { SHARE_CONFLICT: 1 },
    ],
    ['another account is something else', { bankAccountToken: 'A-9' }, '40000/40000', { SHARE_CONFLICT: 1 }],
  ])('a household named both ways in one file: a later row that says %s', (_, row, expected, found) => {
    const later = { ...share(null, { headIdToken: 'H1', sourceRow: 90 }), ...row };
    const facts = factsOf('share', [shares([later, share('N1', { sourceRow: 5 })]), homes]);
    expect(ratio(facts, 'share.dividend_paid_rate')).toBe(expected);
    expect(codes(facts)).toEqual(found);
    for (const { rows } of facts.findings) expect(rows).toEqual([{ sheet: 0, row: 90 }]);
  });
});
