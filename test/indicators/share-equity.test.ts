import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, look, lookWhole, type Row, ratio } from './support/county.ts';

const industry = (rows: readonly Row[], dataDate = '2017-04-21'): BatchShape => ({
  dataset: 'industryProjects',
  period: '2017-04',
  dataDate,
  rows,
});
const base = (industryId: string, row: Row = {}): Row => ({
  industryId,
  year: 2017,
  model: 'company_base_farmer',
  entityUscc: 'E-1',
  fiscalInvested: 1_000,
  convertedToShares: 800,
  agreementNo: 'A-1',
  ...row,
});
const share = (industryId: string, householdNoToken: string, row: Row = {}): Row => ({
  industryId,
  householdNoToken,
  year: 2016,
  shareSource: 'fiscal_quantified',
  sharePrincipal: 100,
  dividendDue: 8,
  dividendPaid: 8,
  paidDate: '2016-12-20',
  ...row,
});
const shares = (rows: readonly Row[]): BatchShape => ({ dataset: 'shares', period: '2017-03', rows });
const raised = (facts: ReturnType<typeof factsOf>) =>
  facts.alerts.map(({ rule, object, amount, count }) => ({ rule, object, amount, count }));

describe('ratios over the industry projects alone, each by its newest row', () => {
  const rows = [
    base('I-1', { entityCapital: 1_200, netProfit: -5 }),
    base('I-2', { fiscalInvested: 600, convertedToShares: 500, entityCapital: 500, entityUscc: 'E-2' }),
    base('I-3', { fiscalInvested: 400, convertedToShares: 100, model: 'company_coop_farmer', netProfit: 0 }),
    base('I-3', { year: 2016, fiscalInvested: 9_000, netProfit: -1 }),
    base('I-3', { year: 2018, fiscalInvested: 9_000, netProfit: -1 }),
  ];
  const facts = factsOf('share', [industry(rows)]);

  test.each([
    ['share.poverty_ratio', '1300/3000'],
    ['share.loss_exposure', '1000/2000'],
    ['share.concentration', '1400/2000'],
    ['share.model_mix', '2000/2000'],
  ])('%s is %s', (indicator, expected) => {
    expect(ratio(facts, indicator)).toBe(expected);
  });

  test('concentration is red at 70 %, HHI 0.7² + 0.3² = 0.58', () => {
    expect(lookWhole('share.concentration', [facts])).toMatchObject({ value: 0.7, rag: 'red' });
    expect(lookWhole('share.hhi', [facts])).toMatchObject({ value: 0.58, denominator: 2_000, rag: null });
  });

  test('model_mix opens by model, every model against all the money', () => {
    const cells = look('share.model_mix', [facts], { by: 'model' });
    expect(cells.map(({ breakdown, value }) => [breakdown.model, value])).toEqual([
      ['company_base_farmer', 0.8],
      ['company_coop_farmer', 0.2],
      ['other', 0],
      ['village_company_base_poor', 0],
      ['all', 1],
    ]);
  });

  test('an entity in two counties is one entity of the city', () => {
    const other = factsOf('share', [industry([base('J-1', { fiscalInvested: 1_000, entityUscc: 'E-2' })])]);
    // E-1 1400, E-2 600 + 1000: the largest of the city is not the largest of either county
    expect(lookWhole('share.concentration', [facts, other])).toMatchObject({
      numerator: 1_600,
      denominator: 3_000,
      value: 0.533333,
      rag: 'amber',
    });
    expect(lookWhole('share.hhi', [facts, other]).value).toBe(0.502222);
  });
});

describe('principal, of each holding by its newest year', () => {
  const rows = [
    base('I-1', { agreementEnd: '2018-04-21', buyback: true, guaranteedRate: 0.08, equityRegistered: false }),
    base('I-2', { agreementEnd: '2017-04-20', agreementNo: null, buyback: true, guaranteedRate: 0.08 }),
    base('I-3', { agreementEnd: '2018-04-22', convertedToShares: 400 }),
    base('I-4'),
  ];
  const held = [
    share('I-1', 'N1', { sharePrincipal: 300 }),
    share('I-1', 'N1', { sharePrincipal: 999, year: 2015 }),
    share('I-2', 'N2', { sharePrincipal: 200 }),
    share('I-3', 'N3', { sharePrincipal: 500, shareSource: 'land' }),
    share('I-9', 'N4', { sharePrincipal: 7_777 }),
  ];
  const facts = factsOf('share', [industry(rows), shares(held)]);

  test.each([
    ['share.quantified_rate', '500/2800'],
    ['share.link_rate_funds', '2000/4000'],
    ['share.debt_like', '300/1000'],
    ['share.maturity_12m', '300/1000'],
    ['share.overdue_principal', '200/1000'],
  ])('%s is %s', (indicator, expected) => {
    expect(ratio(facts, indicator)).toBe(expected);
  });

  test('a blank equity registration is not taken for none; a day overdue is overdue, the day itself is not', () => {
    const again = factsOf('share', [industry(rows, '2017-04-20'), shares(held)]);
    expect(ratio(again, 'share.overdue_principal')).toBe('0/1000');
    expect(ratio(again, 'share.maturity_12m')).toBe('200/1000');
  });

  test('more quantified than converted is a contradiction, not a success', () => {
    const over = factsOf('share', [
      industry([base('I-1', { convertedToShares: 100 })]),
      shares([share('I-1', 'N1', { sharePrincipal: 101 })]),
    ]);
    expect(lookWhole('share.quantified_rate', [over])).toMatchObject({
      status: 'inconsistent',
      value: null,
      rag: null,
    });
    expect(raised(over)).toContainEqual({
      rule: 'QUANTIFIED_ABOVE_CONVERTED',
      object: { industry: 'I-1' },
      amount: 1,
      count: 1,
    });
  });

  test('raises what is not tied to households and what is overdue', () => {
    expect(raised(facts)).toEqual([
      { rule: 'NO_LINKAGE', object: { industry: 'I-2' }, amount: 1_000, count: 1 },
      { rule: 'NO_LINKAGE', object: { industry: 'I-4' }, amount: 1_000, count: 1 },
      { rule: 'PRINCIPAL_OVERDUE', object: { industry: 'I-2' }, amount: 200, count: 1 },
    ]);
  });

  test('without shares there is no data on principal', () => {
    const none = factsOf('share', [industry(rows)]);
    expect(ratio(none, 'share.debt_like')).toBe('none');
    expect(none.alerts).toEqual([]);
  });
});

test.each([
  ['contractor', 1],
  ['supervisor', 0],
  ['other', 0],
])('a project run by whom the register knows as %s raises %d alerts', (role, expected) => {
  const row = base('I-1', { entityUscc: '91990101MA00000022', fiscalInvested: 500 });
  const register: BatchShape = {
    dataset: 'fundParties',
    period: '2017',
    rows: [
      { partyId: '91990101MA00000022', role },
      { partyId: '91990101MA00000048', role: 'contractor' },
    ],
  };
  const found = raised(factsOf('share', [industry([row]), register]));
  const told = { rule: 'ENTITY_IS_CONTRACTOR', object: { industry: 'I-1' }, amount: 500, count: 1 };
  expect(found.filter(({ rule }) => rule === 'ENTITY_IS_CONTRACTOR')).toEqual(expected ? [told] : []);
});

test.each([
  [0.4, 0],
  [0.405, 0],
  [0.4051, 1],
  [0.3949, 1],
])('a stated ownership of %d against 400 of 1000 is %d mismatch', (povertyShareRatio, expected) => {
  const row = base('I-1', { convertedToShares: 400, entityCapital: 600, povertyShareRatio });
  const found = factsOf('share', [industry([row])]).alerts;
  expect(found.filter(({ rule }) => rule === 'OWNERSHIP_MISMATCH')).toHaveLength(expected);
});
