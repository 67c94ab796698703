import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../shared/indicators/catalogue.ts';
import { type Component, type Facts, familyIds } from '../../shared/indicators/facts.ts';
import { additions, countedElsewhere, measuresOf } from '../../shared/privacy/measures.ts';
import { madeCounty, shapesOf } from '../indicators/support/arbitrary-county.ts';
import { factsOf, type Row } from '../indicators/support/county.ts';

const county = madeCounty('东', ['policy_loan', 'provincial']);
const familiesOf = (made: Parameters<typeof shapesOf>[0]): readonly Facts[] =>
  familyIds.map((family) => factsOf(family, shapesOf(made, 50), '2017-04'));
const isPersonal = new Map(catalogue.map(({ id, personal }) => [id, personal]));

/** Indicators whose denominator is not the number of those behind it; what n is at most, instead. */
const notTheDenominator: ReadonlySet<string> = new Set([
  'emp.median_wage',
  'share.dividend_paid_rate',
  'share.dividend_ontime_rate',
  'share.mean_dividend',
]);

describe('every component of a personal indicator', () => {
  test('carries how many persons or households stand behind it, and no other component does', () => {
    fc.assert(
      fc.property(county, (made) => {
        for (const { indicator, n, num, den } of familiesOf(made).flatMap(({ components }) => components)) {
          const expected = isPersonal.get(indicator) ? den : null;
          if (!notTheDenominator.has(indicator)) expect({ indicator, n }).toEqual({ indicator, n: expected });
          else if (indicator === 'emp.median_wage') expect(n).toBe(num);
          else expect({ indicator, few: (n ?? -1) > 0 }).toEqual({ indicator, few: den > 0 });
        }
      }),
      { numRuns: 50 },
    );
  });

  const dividends = (rows: readonly Row[]) => {
    const shares = rows.map((row, index) => ({
      industryId: 'I-1',
      householdNoToken: `N${index}`,
      year: 2016,
      sharePrincipal: 500_000,
      dividendDue: 40_000,
      dividendPaid: 40_000,
      paidDate: '2016-12-31',
      ...row,
    }));
    const { components } = factsOf('share', [{ dataset: 'shares', period: '2017-03', rows: shares }]);
    return (id: string) => components.find(({ indicator }) => indicator === id)?.n;
  };

  test.each<[string, readonly Row[], string, number]>([
    ['all were paid in full', [{}, {}, {}], 'share.dividend_paid_rate', 3],
    ['nothing due does not contribute', [{}, {}, { dividendDue: 0 }], 'share.dividend_paid_rate', 2],
    ['one of three was paid', [{}, { dividendPaid: 0 }, { dividendPaid: 0 }], 'share.dividend_paid_rate', 1],
    ['one of three is owed', [{}, {}, { dividendPaid: 39_999 }], 'share.dividend_paid_rate', 1],
    ['one of three was late', [{}, {}, { paidDate: '2017-01-05' }], 'share.dividend_ontime_rate', 1],
    ['one of three got something', [{}, { dividendPaid: 0 }, { dividendPaid: 0 }], 'share.mean_dividend', 1],
    [
      'two shares of one household',
      [{}, { householdNoToken: 'N0', industryId: 'I-2' }],
      'share.mean_dividend',
      1,
    ],
    ['nobody was due anything', [{ dividendDue: 0 }], 'share.dividend_paid_rate', 0],
  ])('of money is the fewest behind a sum: %s', (_, rows, id, n) => {
    expect(dividends(rows)(id)).toBe(n);
  });
});

/** What is counted in a county, by the measure's name; whole and without parameters. */
function countsOf({ components }: Facts): ReadonlyMap<string, readonly number[]> {
  const counts = new Map<string, number[]>();
  const wholes = components.filter(
    ({ parameters, breakdown }) => Object.keys({ ...parameters, ...breakdown }).length === 0,
  );
  for (const one of wholes) {
    const { num, den } = measuresOf({ id: one.indicator });
    counts.set(num, [...(counts.get(num) ?? []), one.num]);
    counts.set(den, [...(counts.get(den) ?? []), one.den]);
  }
  return counts;
}

const isCount = ({ indicator, parameters, breakdown }: Component): boolean =>
  isPersonal.get(indicator) === true && Object.keys({ ...parameters, ...breakdown }).length === 0;

describe('measures', () => {
  test('of one name are one number in every county, and add up as they are said to', () => {
    fc.assert(
      fc.property(county, (made) => {
        for (const counts of familiesOf(made).map(countsOf)) {
          for (const [name, found] of counts) expect([name, new Set(found).size]).toEqual([name, 1]);
          for (const { sum, of } of additions) {
            const parts = of.map((part) => counts.get(part)?.[0]);
            const whole = counts.get(sum)?.[0];
            if (whole === undefined || parts.includes(undefined)) continue;
            expect(parts.reduce((a: number, b = 0) => a + b, 0)).toBe(whole);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('that are one number in every county have one name, inside a family', () => {
    const cities = fc.sample(county, { numRuns: 80, seed: 11 }).map(familiesOf);
    const sides = new Map<
      string,
      { readonly family: string; readonly name: string; readonly series: number[] }
    >();
    cities.forEach((all, index) => {
      for (const { family, components } of all) {
        for (const one of components.filter(isCount)) {
          for (const side of ['num', 'den'] as const) {
            const name = measuresOf({ id: one.indicator })[side];
            const known = sides.get(`${one.indicator} ${side}`) ?? { family, name, series: [] };
            known.series[index] = one[side];
            sides.set(`${one.indicator} ${side}`, known);
          }
        }
      }
    });
    const all = [...sides].map(([id, side]) => ({ id, ...side }));
    const namesakes = all.flatMap((a, index) =>
      all
        .slice(index + 1)
        .filter((b) => a.family === b.family && a.name !== b.name && isSame(a.series, b.series))
        .map((b) => `${a.id} = ${b.id}`),
    );
    expect(namesakes).toEqual([]);
  });

  test('counted by several families are those that are said to be', () => {
    const families = (name: string) =>
      new Set(
        catalogue.filter((one) => Object.values(measuresOf(one)).includes(name)).map(({ family }) => family),
      );
    const shared = catalogue
      .flatMap((one) => Object.values(measuresOf(one)))
      .filter((name) => families(name).size > 1);
    expect(new Set(shared)).toEqual(countedElsewhere);
  });
});

/** Equal wherever both are known, and known together and not always zero often enough to tell. */
function isSame(a: readonly number[], b: readonly number[]): boolean {
  const both = a.flatMap((value, index) =>
    value !== undefined && b[index] !== undefined ? [[value, b[index]]] : [],
  );
  return both.filter(([x]) => x !== 0).length > 20 && both.every(([x, y]) => x === y);
}
