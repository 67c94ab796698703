import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type BatchColumn, columnsOf } from '../../shared/datasets/columns.ts';
import { contracts } from '../../shared/datasets/contracts.ts';
import { type DatasetId, datasetIds, isDatasetId } from '../../shared/datasets/dataset-ids.ts';
import { catalogue } from '../../shared/indicators/catalogue.ts';
import { type Facts, familyIds } from '../../shared/indicators/facts.ts';
import { declaredReads, readsOf } from '../../shared/indicators/reads/reads-of.ts';
import { madeCounty, shapesOf } from './support/arbitrary-county.ts';
import { type BatchShape, type Cell, factsOf, type Row } from './support/county.ts';

const county = madeCounty('东', ['policy_loan', 'provincial']);
const period = '2017-04';

/** Every figure of a county by indicator; a cell in which nothing is counted is as none. */
function figures(shapes: readonly BatchShape[]): ReadonlyMap<string, string> {
  const all = new Map<string, string[]>();
  const collect = ({ components }: Facts) => {
    for (const { indicator, parameters, breakdown, num, den, values = {}, gain } of components) {
      if (num === 0 && den === 0) continue;
      const text = JSON.stringify([parameters, breakdown, num, den, values, gain?.num ?? 0]);
      all.set(indicator, [...(all.get(indicator) ?? []), text]);
    }
  };
  for (const family of familyIds) collect(factsOf(family, shapes, period));
  return new Map([...all].map(([indicator, texts]) => [indicator, texts.sort().join('\n')]));
}

/** What may stand in a column: values the county has there, blanks, and further ones of the column's type. */
function valuesFor(dataset: DatasetId, column: BatchColumn, rows: readonly Row[]): fc.Arbitrary<Cell> {
  const field = contracts[dataset].fields.find(({ name }) => name === column.field);
  const filled = rows.flatMap((row) => row[column.name] ?? []);
  const blanks = field?.need === 'required' && filled.length > 0 ? [] : [null];
  const there = fc.constantFrom<Cell>(...blanks, ...filled);
  const day = fc.integer({ min: 0, max: 700 }).map((n) => {
    return new Date(Date.UTC(2015, 10, 1) + n * 86_400_000).toISOString().slice(0, 10);
  });
  if (field?.values) return fc.oneof(there, fc.constantFrom(...field.values.map(({ code }) => code)));
  if (field?.range) return fc.oneof(there, fc.constantFrom(2016, 2017, 2018));
  if (column.type === 'boolean') return fc.constantFrom<Cell>(true, false, null);
  if (column.type === 'number') return fc.oneof(there, fc.integer({ min: 0, max: 3_000 }));
  return field?.type === 'date' ? fc.oneof(there, day) : there;
}

/** A county, one column of one of its files, and the file with other values in some rows of that column. */
const changed = county.chain((made) => {
  const shapes = shapesOf(made, 50);
  const filled = shapes.flatMap((shape, index) => (shape.rows.length > 0 ? [index] : []));
  return fc.constantFrom(...filled).chain((index) => {
    const { dataset, rows } = shapes[index] ?? { dataset: 'targets' as const, rows: [] };
    return fc.constantFrom(...columnsOf(contracts[dataset])).chain((column) =>
      fc
        .array(fc.option(valuesFor(dataset, column, rows), { nil: undefined }), {
          minLength: rows.length,
          maxLength: rows.length,
        })
        .map((cells) => {
          const other = rows.map((row, at) =>
            cells[at] === undefined ? row : { ...row, [column.name]: cells[at] ?? null },
          );
          const after = shapes.map((shape, at) => (at === index ? { ...shape, rows: other } : shape));
          return { dataset, column: column.name, shapes, after };
        }),
    );
  });
});

test('only an indicator that reads a column changes with it', () => {
  fc.assert(
    fc.property(changed, ({ dataset, column, shapes, after }) => {
      const [was, is] = [figures(shapes), figures(after)];
      const moved = catalogue.filter(({ id }) => was.get(id) !== is.get(id));
      const unforeseen = moved.filter((one) => !readsOf(one)[dataset]?.includes(column));
      expect(unforeseen.map(({ id }) => `${id} by ${dataset}.${column}`)).toEqual([]);
    }),
  );
});

describe('what is declared', () => {
  it.each(catalogue.map((one) => [one.id, one] as const))('%s reads columns that there are', (_, one) => {
    for (const [dataset, columns] of Object.entries(readsOf(one))) {
      const known = isDatasetId(dataset) ? columnsOf(contracts[dataset]).map(({ name }) => name) : [];
      expect(columns.filter((name) => !known.includes(name))).toEqual([]);
    }
    expect(Object.keys(readsOf(one))).toEqual(expect.arrayContaining([...one.sources]));
  });

  it('is of indicators that are served', () => {
    const served = catalogue.map(({ id }) => id);
    expect(declaredReads.filter((id) => !served.includes(id))).toEqual([]);
  });

  it('an indicator nobody declared reads every column of its sources', () => {
    const reads = readsOf({ id: 'x.unheard', sources: ['issues', 'projects'] });
    expect(Object.keys(reads)).toEqual(['issues', 'projects']);
    expect(reads.projects).toEqual(columnsOf(contracts.projects).map(({ name }) => name));
    expect(datasetIds).toContain('issues');
  });
});
