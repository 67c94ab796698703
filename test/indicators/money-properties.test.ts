import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeCounty, shapesOf } from './support/arbitrary-county.ts';
import { factsOf, lookWhole } from './support/county.ts';

const east = madeCounty('东', ['policy_loan', 'provincial']);
const period = '2017-04';
const figure = (id: string, facts: ReturnType<typeof factsOf>) => lookWhole(id, [facts], { period });

test('what is idle for two years is idle for one, and lies inside what came in', () => {
  fc.assert(
    fc.property(east, fc.constantFrom('2017-04-30', '2018-04-20', '2019-04-10'), (county, dataDate) => {
      const shapes = shapesOf(county, 50).map((shape) =>
        shape.dataset === 'fundLedger' ? { ...shape, dataDate } : shape,
      );
      const facts = factsOf('fund', shapes, period);
      const [one, two] = [figure('fund.idle_ratio_12m', facts), figure('fund.idle_ratio_24m', facts)];
      expect(two.numerator ?? 0).toBeLessThanOrEqual(one.numerator ?? 0);
      expect(one.numerator ?? 0).toBeLessThanOrEqual(one.denominator ?? 0);
    }),
  );
});

test('the index lies between the square of the largest share and the largest share', () => {
  fc.assert(
    fc.property(east, (county) => {
      const facts = factsOf('share', shapesOf(county, 50), period);
      const largest = figure('share.concentration', facts).value;
      const index = figure('share.hhi', facts).value;
      if (largest === null || index === null) return;
      expect(index).toBeLessThanOrEqual(largest + 1e-6);
      expect(index).toBeGreaterThanOrEqual(largest * largest - 2e-6);
    }),
  );
});

test('alerts name rows that exist and carry no token', () => {
  fc.assert(
    fc.property(east, (county) => {
      for (const family of ['share', 'fund'] as const) {
        const { alerts } = factsOf(family, shapesOf(county, 50), period);
        expect(JSON.stringify(alerts)).not.toMatch(/东-(dedicated|builder|stray|stranger|[HN]\d)/);
        for (const { count, evidence, amount } of alerts) {
          expect(count).toBeGreaterThanOrEqual(Math.max(1, evidence.length));
          expect(amount ?? 0).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});
