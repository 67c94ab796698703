import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { catalogue } from '../../shared/indicators/catalogue.ts';
import type { Contribution } from '../../shared/indicators/contribution.ts';
import { type ComponentTrace, traceComponents } from '../../shared/indicators/engine.ts';
import { type FamilyId, familyIds } from '../../shared/indicators/facts.ts';
import type { Origin } from '../../shared/indicators/origin.ts';
import { madeCounty, shapesOf } from './support/arbitrary-county.ts';
import { type BatchShape, batch, factsOf, inputOf } from './support/county.ts';

const county = madeCounty('东', ['policy_loan', 'provincial']);
const period = '2017-04';

function tracesOf(family: FamilyId, shapes: readonly BatchShape[]): readonly ComponentTrace[] {
  return traceComponents(family, inputOf(shapes.map(batch), period));
}

const sum = (all: readonly Contribution[], pick: (one: Contribution) => number) =>
  all.reduce((total, one) => total + pick(one), 0);

/** `values` that contributions add up to, keys of 0 left out. */
function valuesOf(all: readonly Contribution[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { values } of all) {
    for (const [key, amount] of Object.entries(values)) sums[key] = (sums[key] ?? 0) + amount;
  }
  return sums;
}

describe('what a component is made of', () => {
  test('the contributions of its rows add up to it, above and below the line and key by key', () => {
    fc.assert(
      fc.property(county, (made) => {
        for (const family of familyIds) {
          for (const { component, contributions } of tracesOf(family, shapesOf(made, 50))) {
            const all = contributions ?? [];
            const { indicator, num, den, values = {} } = component;
            expect({
              indicator,
              num: sum(all, (one) => one.num),
              den: sum(all, (one) => one.den),
              values: valuesOf(all),
            }).toEqual({ indicator, num, den, values });
          }
        }
      }),
    );
  });

  test('tracing changes no fact, and facts carry no trace', () => {
    fc.assert(
      fc.property(county, (made) => {
        for (const family of familyIds) {
          const shapes = shapesOf(made, 50);
          const { components } = factsOf(family, shapes, period);
          expect(tracesOf(family, shapes).map(({ component }) => component)).toEqual(components);
          expect(components.flatMap((one) => Object.keys(one))).not.toContain('trace');
        }
      }),
    );
  });

  test('every row it names is a row of a batch the family reads, and stands once', () => {
    fc.assert(
      fc.property(county, (made) => {
        const shapes = shapesOf(made, 50);
        const known = new Set(
          shapes
            .map(batch)
            .flatMap(({ id, table }) =>
              Array.from(
                { length: table.numRows() },
                (_, row) => `${id} 0 ${table.getter('sourceRow')(row)}`,
              ),
            ),
        );
        const nameOf = ({ batch: id, sheet, row }: Origin) => `${id} ${sheet} ${row}`;
        for (const family of familyIds) {
          for (const { contributions } of tracesOf(family, shapes)) {
            const rows = (contributions ?? []).flatMap(({ origin }) => (origin ? [nameOf(origin)] : []));
            expect(new Set(rows).size).toBe(rows.length);
            const beside = (contributions ?? []).flatMap((one) => one.beside.map(nameOf));
            expect([...rows, ...beside].filter((name) => !known.has(name))).toEqual([]);
          }
        }
      }),
    );
  });
});

/** Counties in which, taken together, every indicator has a component with something counted. */
const counties = fc.sample(county, { seed: 7, numRuns: 60 });

describe('which indicators can be traced', () => {
  const traces = counties.flatMap((made) =>
    familyIds.flatMap((family) => tracesOf(family, shapesOf(made, 50))),
  );

  /** Without a figure in the policy there is no task to hold anything against (docs/indicators.md). */
  const withoutFigure = ['emp.transfer_task'];

  it.each(catalogue.map(({ id }) => id).filter((id) => !withoutFigure.includes(id)))('%s can', (id) => {
    const own = traces.filter(({ component }) => component.indicator === id);
    expect(own.filter(({ contributions }) => contributions === null)).toEqual([]);
    const counted = own.filter(({ component }) => component.den !== 0);
    expect(counted.length).toBeGreaterThan(0);
    expect(counted.every(({ contributions }) => contributions?.some(({ den }) => den !== 0))).toBe(true);
  });
});
