import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, lookWhole, type Row, ratio } from './support/county.ts';

const share = (householdNoToken: string, row: Row = {}): Row => ({
  industryId: 'I-1',
  householdNoToken,
  year: 2016,
  sharePrincipal: 500_000,
  dividendDue: 40_000,
  dividendPaid: 40_000,
  paidDate: '2016-12-31',
  ...row,
});
const shares = (rows: readonly Row[], period = '2017-03'): BatchShape => ({
  dataset: 'shares',
  period,
  rows,
});
const of = (rows: readonly Row[], ...more: readonly BatchShape[]) =>
  factsOf('share', [shares(rows), ...more]);
const rules = (facts: ReturnType<typeof of>) => facts.alerts.map(({ rule }) => rule);

describe('dividend_ontime_rate', () => {
  test.each<[string, Row, string]>([
    ['in full on the last day is on time', {}, '1/1'],
    ['a day later is not', { paidDate: '2017-01-01' }, '0/1'],
    ['a fen short is not', { dividendPaid: 39_999 }, '0/1'],
    ['without a date is not', { paidDate: null }, '0/1'],
    ['nothing due does not count', { dividendDue: 0, dividendPaid: 0 }, '0/0'],
    ['dated after the file’s own data date is a plan', { year: 2017, paidDate: '2017-06-30' }, '0/1'],
    ['on that day is paid', { year: 2017, paidDate: '2017-03-31' }, '1/1'],
    ['of an older year the year decides', { year: 2015, paidDate: '2016-01-05' }, '0/1'],
  ])('%s', (_, row, expected) => {
    expect(ratio(of([share('N1', row)]), 'share.dividend_ontime_rate')).toBe(expected);
  });
});

describe('yield and mean dividend of the newest year', () => {
  const facts = of([
    share('N1'),
    share('N1', { industryId: 'I-2', dividendPaid: 10_000 }),
    share('N2', { dividendPaid: 0 }),
    share('N3', { dividendDue: 0, dividendPaid: 5_000 }),
    share('N4', { year: 2015, dividendPaid: 900_000 }),
  ]);

  test('yield is 550 yuan of 20,000', () => {
    expect(ratio(facts, 'share.yield')).toBe('55000/2000000');
    expect(lookWhole('share.yield', [facts])).toMatchObject({ value: 0.0275, rag: 'amber' });
  });

  test('mean dividend is 500 yuan over 2 households, in yuan', () => {
    expect(ratio(facts, 'share.mean_dividend')).toBe('50000/2');
    expect(lookWhole('share.mean_dividend', [facts])).toMatchObject({ value: 250, unit: '元/户' });
  });
});

test('mean dividend is all that households got that were due one, also from projects that owed them none', () => {
  const facts = of([
    share('N1', { dividendPaid: 10_000 }),
    share('N1', { industryId: 'I-2', dividendDue: 0, dividendPaid: 4_000 }),
    share('N2', { dividendDue: 0, dividendPaid: 900 }),
  ]);
  expect(ratio(facts, 'share.mean_dividend')).toBe('14000/1');
});

test('a row whose two references disagree does not take the place of the household it names by one of them', () => {
  const homes: BatchShape = {
    dataset: 'households',
    period: '2017-03',
    rows: [1, 2].map((no) => ({ headIdToken: `H${no}`, householdNoToken: `N${no}`, familySize: 1 })),
  };
  const disagreeing = share('N2', { headIdToken: 'H1', dividendDue: 7, dividendPaid: 7 });
  expect(ratio(of([share('N1'), disagreeing], homes), 'share.dividend_paid_rate')).toBe('40007/40007');
});

describe('guarantee_met', () => {
  const base = (industryId: string, guaranteedRate: number | null): Row => ({
    industryId,
    year: 2016,
    guaranteedRate,
  });
  const rows = [base('I-1', 0.08), base('I-2', 0.08), base('I-3', null), base('I-4', 0.08)];
  const facts = of(
    [
      share('N1', { dividendPaid: 39_999 }),
      share('N2', { dividendPaid: 40_001 }),
      share('N1', { industryId: 'I-2', dividendPaid: 39_999 }),
      share('N1', { industryId: 'I-3', dividendPaid: 0 }),
    ],
    { dataset: 'industryProjects', rows },
  );

  test('is met by the agreement as a whole, exactly; without a guarantee or principal it does not count', () => {
    expect(ratio(facts, 'share.guarantee_met')).toBe('1/2');
  });
});

describe('equal_handout', () => {
  const many = (industryId: string, row: (no: number) => Row, count = 10) =>
    Array.from({ length: count }, (_, no) => share(`N${no}`, { industryId, ...row(no) }));
  const unequal = (no: number): Row => ({ sharePrincipal: 100_000 * (no + 1) });

  test.each<[string, readonly Row[], string]>([
    ['the same dividend whatever the principal', many('I-1', unequal), '1/1'],
    ['the same dividend for the same principal is fair', many('I-1', () => ({})), '0/1'],
    ['nine holders are too few to tell', many('I-1', unequal, 9), '0/1'],
    [
      'dividends in keeping with principal',
      many('I-1', (no) => ({ ...unequal(no), dividendPaid: 8_000 * (no + 1) })),
      '0/1',
    ],
    [
      'paid once, then never',
      [...many('I-1', () => ({ year: 2015 })), ...many('I-1', () => ({ dividendPaid: 0 }))],
      '1/1',
    ],
    [
      'never paid is another matter',
      [...many('I-1', () => ({ year: 2015, dividendPaid: 0 })), ...many('I-1', () => ({ dividendPaid: 0 }))],
      '0/1',
    ],
  ])('%s', (_, rows, expected) => {
    const facts = of(rows);
    expect(ratio(facts, 'share.equal_handout')).toBe(expected);
    expect(rules(facts).includes('EQUAL_HANDOUT')).toBe(expected === '1/1');
  });

  test('one suspected project is red', () => {
    expect(lookWhole('share.equal_handout', [of(many('I-1', unequal))])).toMatchObject({
      value: 1,
      rag: 'red',
      unit: '个',
    });
  });
});

describe('rules on shares', () => {
  test.each<[string, readonly Row[]]>([
    ['YIELD_HIGH', [share('N1', { dividendPaid: 100_001 })]],
    ['CASH_DIVIDEND', [share('N1', { payMethod: 'cash' })]],
    ['CERTIFICATE_TWICE', [share('N1', { certificateNo: 'C' }), share('N2', { certificateNo: 'C' })]],
    ['MANY_HOLDINGS', [1, 2, 3, 4].map((no) => share('N1', { industryId: `I-${no}` }))],
  ])('%s is raised', (rule, rows) => {
    expect(rules(of(rows))).toEqual([rule]);
  });

  test.each<[string, readonly Row[]]>([
    ['20 % is not above 20 %', [share('N1', { dividendPaid: 100_000 })]],
    ['cash that was not paid', [share('N1', { payMethod: 'cash', dividendPaid: 0 })]],
    [
      'the same certificate in two years',
      [share('N1', { certificateNo: 'C' }), share('N1', { certificateNo: 'C', year: 2015 })],
    ],
    ['three projects', [1, 2, 3].map((no) => share('N1', { industryId: `I-${no}` }))],
  ])('%s is none', (_, rows) => {
    expect(rules(of(rows))).toEqual([]);
  });
});

describe('coverage by industry', () => {
  const homes: BatchShape = {
    dataset: 'households',
    period: '2017-04',
    rows: [1, 2, 3, 4, 5].map((no) => ({
      headIdToken: `H${no}`,
      householdNoToken: `N${no}`,
      familySize: 3,
      isRegistered: no !== 5,
      moveInDate: '2016-12-01',
    })),
  };
  const person = (householdNoToken: string, employmentForm: string, employmentStatus = 'employed'): Row => ({
    householdNoToken,
    employmentForm,
    employmentStatus,
  });
  const persons = (...rows: readonly Row[]): BatchShape => ({ dataset: 'persons', period: '2017-04', rows });

  test('a share, a job at a base or in a workshop: each household once, registered only', () => {
    const working = persons(
      person('N1', 'base'),
      person('N2', 'workshop'),
      person('N3', 'park'),
      person('N4', 'base', 'self_employed'),
      person('N5', 'base'),
    );
    expect(ratio(of([share('N1')], homes, working), 'share.industry_coverage')).toBe('2/4');
  });

  test('without the persons, or without shares, there is no data', () => {
    expect(ratio(of([share('N1')], homes), 'share.industry_coverage')).toBe('none');
    expect(ratio(factsOf('share', [homes, persons()]), 'share.industry_coverage')).toBe('none');
  });

  test('concentrated sites that an industry project names by number or by name', () => {
    const site = (projectId: string, projectName: string, mode: string): Row => ({
      projectId,
      projectName,
      mode,
    });
    const sites: BatchShape = {
      dataset: 'projects',
      rows: [
        site('P-001', '大东坪安置点', 'concentrated'),
        site('P-002', '黄岩安置点', 'concentrated'),
        site('P-003', '和平安置点', 'concentrated'),
        site('P-004', '分散一批', 'scattered'),
      ],
    };
    const linked = ['P-001', '黄岩', '不知名', null, 'P-004'].map((projectId, no) => ({
      industryId: `I-${no}`,
      year: 2016,
      projectId,
    }));
    const facts = factsOf('share', [sites, { dataset: 'industryProjects', rows: linked }]);
    expect(ratio(facts, 'share.site_industry_coverage')).toBe('2/3');
    expect(lookWhole('share.site_industry_coverage', [facts]).rag).toBe('red');
  });
});
