import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computation } from '../../functions/indicators/computation.ts';
import { sourcesOf } from '../../shared/indicators/catalogue.ts';
import type { BatchInput } from '../../shared/indicators/facts.ts';
import { spanOf } from '../../shared/programme/periods.ts';
import { Cache } from '../../shared/records/cache.ts';
import { atPeriod } from '../../shared/records/keys.ts';
import { type Computation, type SettledFacts, settleFacts } from '../../shared/records/settle-facts.ts';
import type { Entries } from '../../shared/records/tree-changes.ts';
import { type County, county, type Part } from '../indicators/oracle/provinces/province.ts';
import { batch } from '../indicators/support/county.ts';
import { memoryItems } from '../support/memory-items.ts';
import { publishPorts } from './support/harness.ts';

/** Ids come of the batches a family reads, so formulas are left out here; the resolver is the real one. */
const withoutFormulas: Computation = {
  ...computation,
  compute: (family, { area, period }) => {
    return { family, area, period, dataDates: {}, components: [], findings: [], alerts: [] };
  },
};

const keyOf = ({ dataset, period }: Part) => atPeriod(dataset, period);
const idOf = (part: Part) => `batch of ${keyOf(part)}`;

/** The tree entries of published files, as uploads in the order in which they are given. */
function entriesOf(parts: readonly Part[]): Entries {
  return Object.fromEntries(
    parts.map((part, index) => [
      keyOf(part),
      { batch: idOf(part), uploadId: `upload ${index}`, order: String(index).padStart(4, '0') },
    ]),
  );
}

function settle(parts: readonly Part[], known: SettledFacts['ids'] = {}): Promise<SettledFacts> {
  const batches = new Cache<BatchInput>(100);
  for (const part of parts) batches.set(idOf(part), { ...batch(part), id: idOf(part) });
  const ports = { ...publishPorts(memoryItems()), computation: withoutFormulas, batches };
  return settleFacts(ports, '431221', entriesOf(parts), known);
}

const published: fc.Arbitrary<County> = county('431221').filter(({ parts }) => parts.length > 1);

/** A county's files, one of them held back. */
const withOneMore = published.chain(({ parts }) =>
  fc.nat(parts.length - 1).map((index) => ({
    before: parts.filter((_, no) => no !== index),
    added: parts.slice(index, index + 1),
  })),
);

describe('facts ids of whatever a county publishes', () => {
  test('an irrelevant dataset changes no unrelated id, and nothing of it is computed', async () => {
    await fc.assert(
      fc.asyncProperty(withOneMore, async ({ before, added }) => {
        const known = await settle(before);
        const after = await settle([...before, ...added], known.ids);
        const datasets = added.map(({ dataset }) => dataset);
        const unrelated = computation.families.filter((family) =>
          datasets.every((dataset) => !sourcesOf(family).includes(dataset)),
        );
        const of = ({ ids }: SettledFacts) =>
          Object.entries(ids).filter(([key]) => unrelated.some((family) => key.startsWith(`${family}@`)));
        expect(of(after)).toEqual(of(known));
        expect(after.fresh.filter(({ facts }) => unrelated.includes(facts.family))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a back-dated file changes the ids of no period before it', async () => {
    await fc.assert(
      fc.asyncProperty(withOneMore, async ({ before, added }) => {
        const known = await settle(before);
        const { ids } = await settle([...before, ...added], known.ids);
        const from = added.map(
          ({ dataset, period }) => spanOf(period)[dataset === 'targets' ? 'first' : 'last'],
        );
        const earlier = Object.entries(known.ids).filter(([key]) => {
          const { last } = spanOf(key.slice(key.indexOf('@') + 1));
          return from.every((day) => last < day);
        });
        expect(earlier.map(([key]) => [key, ids[key]])).toEqual(earlier);
      }),
      { numRuns: 200 },
    );
  });

  test('neither the order in which files come nor that each comes twice changes any', async () => {
    await fc.assert(
      fc.asyncProperty(
        published.chain(({ parts }) =>
          fc.tuple(
            fc.constant(parts),
            fc.shuffledSubarray([...parts, ...parts], { minLength: 2 * parts.length }),
          ),
        ),
        async ([parts, deliveries]) => {
          const known = await settle(parts);
          const again = await settle(deliveries, known.ids);
          expect(again.ids).toEqual(known.ids);
          expect(again.fresh).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
