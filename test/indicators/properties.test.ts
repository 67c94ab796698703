import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakdownValues } from '../../shared/indicators/breakdowns.ts';
import { catalogue, sourcesOf } from '../../shared/indicators/catalogue.ts';
import type { IndicatorDefinition } from '../../shared/indicators/definition.ts';
import { computeFacts } from '../../shared/indicators/engine.ts';
import type { Facts } from '../../shared/indicators/facts.ts';
import { familyIds } from '../../shared/indicators/facts.ts';
import { facts as storedFacts } from '../../shared/records/schema.ts';
import { madeCounty, merged, shapesOf } from './support/arbitrary-county.ts';
import { type BatchShape, batch, factsOf, inputOf, look, lookWhole, type Row } from './support/county.ts';

const east = madeCounty('东', ['policy_loan', 'provincial']);
const west = madeCounty('西', ['local_bond', 'city_county']);
const period = '2017-04';
/** Cases of a relation between two states of the same data (issue 4). */
const metamorphic = { numRuns: 200 };
function allFacts(shapes: readonly BatchShape[]): readonly Facts[] {
  const input = inputOf(shapes.map(batch), period);
  return familyIds.map((family) => computeFacts(family, input));
}

/** Facts of an indicator's family with its components alone. */
function ofIndicator({ id, family }: IndicatorDefinition, all: readonly Facts[]): Facts | null {
  const facts = all.find((one) => one.family === family);
  return facts
    ? { ...facts, components: facts.components.filter(({ indicator }) => indicator === id) }
    : null;
}

/** Rows keep their place in the sheet while the table holds them in another order. */
function shuffled(shape: BatchShape, seed: number): BatchShape {
  const placed = shape.rows.map((row, index): Row => ({ sourceSheet: 0, sourceRow: index + 4, ...row }));
  const rows = placed
    .map((row, index) => ({ row, rank: (index * 7919 + seed) % 104_729 }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ row }) => row);
  return { ...shape, rows };
}

describe('whatever a county sends', () => {
  test('the order of rows in a table changes nothing', () => {
    fc.assert(
      fc.property(east, fc.nat(10_000), (county, seed) => {
        const shapes = shapesOf(county, 50);
        expect(allFacts(shapes.map((shape) => shuffled(shape, seed)))).toEqual(allFacts(shapes));
      }),
      metamorphic,
    );
  });

  test('two counties roll up to what they are as one', () => {
    fc.assert(
      fc.property(east, west, (one, other) => {
        const whole = allFacts(shapesOf(merged([one, other]), 120));
        const parts = [allFacts(shapesOf(one, 50)), allFacts(shapesOf(other, 70))];
        // a report is held against the details of its own county: two of them are not one
        const whatAddsUp = catalogue.filter(({ kind }) => kind !== 'gap');
        const figuresOf = (counties: readonly (readonly Facts[])[]) =>
          whatAddsUp.flatMap((indicator) => {
            const facts = counties.map((all) => ofIndicator(indicator, all));
            return [undefined, ...indicator.breakdowns].flatMap((by) =>
              look(indicator.id, facts, { period, ...(by ? { by } : {}) })
                .filter(
                  ({ denominator, breakdown }) => denominator !== 0 || Object.keys(breakdown).length === 0,
                )
                .map(({ breakdown, value, numerator, denominator, rag }) => {
                  // money is held against what its own county has built, whichever of two has more of either
                  const colour = indicator.colour === 'completion' ? null : rag;
                  return { id: indicator.id, breakdown, value, numerator, denominator, colour };
                }),
            );
          });
        expect(figuresOf(parts)).toEqual(figuresOf([whole]));
      }),
      metamorphic,
    );
  });

  test('a dataset the family does not read changes nothing', () => {
    fc.assert(
      fc.property(east, west, (county, other) => {
        const shapes = shapesOf(county, 50);
        for (const family of familyIds) {
          const read = sourcesOf(family);
          const own = shapes.filter(({ dataset }) => read.includes(dataset));
          const foreign = shapesOf(other, 9).filter(({ dataset }) => !read.includes(dataset));
          expect(factsOf(family, [...own, ...foreign], period)).toEqual(factsOf(family, own, period));
        }
      }),
      metamorphic,
    );
  });

  test('the same union file sent again for a later period adds nothing', () => {
    fc.assert(
      fc.property(east, (county) => {
        const shapes = shapesOf(county, 50);
        const repeated = shapes
          .filter(({ dataset }) => dataset === 'fundLedger' || dataset === 'shares')
          .map((shape) => ({ ...shape, period: '2017-05', dataDate: '2017-04-30' }));
        for (const family of ['share', 'fund'] as const) {
          const once = factsOf(family, shapes, period);
          expect(factsOf(family, [...shapes, ...repeated], period).components).toEqual(once.components);
        }
      }),
      metamorphic,
    );
  });

  test('the cells of a mode add up to the whole', () => {
    fc.assert(
      fc.property(east, (county) => {
        const facts = factsOf('reloc', shapesOf(county, 50), period);
        for (const id of ['reloc.start_rate', 'reloc.completion_rate', 'reloc.occupancy_rate']) {
          const rows = look(id, [facts], { period, by: 'mode' });
          const of = (mode: string) => rows.find(({ breakdown }) => breakdown.mode === mode);
          const sum = (pick: 'numerator' | 'denominator') =>
            (breakdownValues.mode ?? []).reduce((total, mode) => total + (of(mode)?.[pick] ?? 0), 0);
          expect([sum('numerator'), sum('denominator')]).toEqual([
            of('all')?.numerator,
            of('all')?.denominator,
          ]);
        }
      }),
    );
  });

  test('each step of the ladder stands inside the one before', () => {
    fc.assert(
      fc.property(east, (county) => {
        const facts = factsOf('ladder', shapesOf(county, 50), period);
        const steps = ['ladder.move_out', 'ladder.settle', 'ladder.work', 'ladder.prosper'].map((id) =>
          lookWhole(id, [facts], { period }),
        );
        const heights = steps.map(({ numerator }) => numerator ?? -1);
        expect(heights).toEqual([...heights].sort((a, b) => b - a));
        expect(new Set(steps.map(({ denominator }) => denominator)).size).toBe(1);
      }),
    );
  });

  test('a forecast lies between what is done and the whole', () => {
    fc.assert(
      fc.property(east, (county) => {
        const facts = factsOf('reloc', shapesOf(county, 50), period);
        const of = (id: string) => lookWhole(id, [facts], { period });
        const [done, forecast] = [of('reloc.completion_rate'), of('reloc.forecast_completion')];
        expect(forecast.denominator).toBe(done.denominator);
        expect(forecast.numerator ?? -1).toBeGreaterThanOrEqual(done.numerator ?? 0);
        expect(forecast.value ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('covered and uncovered households make up the whole', () => {
    fc.assert(
      fc.property(east, (county) => {
        const facts = factsOf('net', shapesOf(county, 50), period);
        const of = (id: string) => lookWhole(id, [facts], { period });
        const [covered, uncovered] = [of('net.household_coverage'), of('net.uncovered')];
        expect((covered.numerator ?? 0) + (uncovered.numerator ?? 0)).toBe(covered.denominator);
      }),
    );
  });

  test('every red test fails the loop: leak ≤ 1 − closed loop', () => {
    fc.assert(
      fc.property(east, (county) => {
        const facts = factsOf('fund', shapesOf(county, 50), period);
        const loop = lookWhole('fund.closed_loop_rate', [facts], { period });
        const leak = lookWhole('fund.leak_ratio', [facts], { period });
        expect((loop.numerator ?? 0) + (leak.numerator ?? 0)).toBeLessThanOrEqual(loop.denominator ?? 0);
      }),
    );
  });

  test('facts are the same after a journey through JSON and the schema they are read by', () => {
    fc.assert(
      fc.property(east, (county) => {
        for (const facts of allFacts(shapesOf(county, 50))) {
          expect(storedFacts.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
        }
      }),
    );
  });
});
