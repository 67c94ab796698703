import { describe, expect, it } from 'vitest';
import { computation } from '../../functions/indicators/computation.ts';
import { formulaSourcesOf } from '../../shared/indicators/catalogue.ts';
import { familyIds } from '../../shared/indicators/facts.ts';
import { type Policy, policyOn } from '../../shared/programme/policy.ts';
import { readCommits } from '../../shared/records/chain.ts';
import type { Items } from '../../shared/records/ports.ts';
import { publishUpload } from '../../shared/records/publish.ts';
import {
  newReadCache,
  publishedCounty,
  readPublished,
  readTrees,
} from '../../shared/records/read-published.ts';
import { recomputationsFrom } from '../../shared/records/recomputations.ts';
import { recompute } from '../../shared/records/recompute.ts';
import { workMessage } from '../../shared/records/work-message.ts';
import { memoryItems } from '../support/memory-items.ts';
import { acceptedUpload, assertLinear, county, publishPorts, rowCounting } from './support/harness.ts';

/** Facts ids of the relocation family by period, as a reader finds them. */
async function relocationFacts(items: Items): Promise<Readonly<Record<string, string>>> {
  const published = (await readPublished(items, newReadCache(), [county])).get(county);
  const found = Object.entries(published?.facts ?? {}).filter(([key]) => key.startsWith('reloc@'));
  return Object.fromEntries(found);
}

it('a back-dated correction recomputes its own period and exactly the later one that looks back on it', async () => {
  const items = memoryItems();
  const ports = { ...publishPorts(items), computation };
  const send = async (name: string, minute: number, period: string, rows: number) =>
    publishUpload(ports, await acceptedUpload(items, { name, minute, period, rows }));
  const periods = ['2017-03-X3', '2017-04-X3', '2017-05-X3', '2017-06-X3'];
  for (const [index, period] of periods.entries()) await send(period, index, period, 3);
  const before = await relocationFacts(items);
  await send('corrected', 9, '2017-03-X3', 2);
  const after = await relocationFacts(items);
  const changed = periods.filter((period) => before[`reloc@${period}`] !== after[`reloc@${period}`]);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(changed).toEqual(['2017-03-X3', '2017-04-X3']);
});

describe('facts written', () => {
  const periods = ['2017-03-X3', '2017-04-X3', '2017-05-X3', '2017-06-X3'];
  const reading = (dataset: 'projects' | 'fundLedger') =>
    // what a county reports itself (rpt) has facts only where it sent a progress report, and here it sent none; of
    // employment projects only name the sites
    familyIds.filter((family) => family !== 'rpt' && formulaSourcesOf(family).includes(dataset));

  /** A county with projects and a ledger at every period, and what a further upload of it writes. */
  async function published() {
    const items = memoryItems();
    const ports = { ...publishPorts(items), computation };
    const send = async (spec: Omit<Parameters<typeof acceptedUpload>[1], 'name'>) => {
      const upload = await acceptedUpload(items, { name: `at-${spec.minute}`, ...spec });
      items.calls.length = 0;
      const [outcome] = await publishUpload(ports, upload);
      const written = items.calls
        .filter(({ operation }) => operation === 'putMany')
        .flatMap(({ partitions }) => partitions)
        .filter((partition) => partition.startsWith('FACTS#'))
        .map((partition) => partition.split('#').at(-1) ?? '');
      return { factsWritten: outcome?.factsWritten, families: written.sort() };
    };
    for (const [minute, period] of periods.entries()) {
      await send({ minute, period, rows: 3 });
      await send({ minute: minute + 10, period, rows: 3, dataset: 'fundLedger' });
    }
    return send;
  }

  it('by a new upload are those of the families that read its dataset, and no other', async () => {
    const send = await published();
    const { factsWritten, families } = await send({
      minute: 30,
      period: '2017-06-X3',
      rows: 2,
      dataset: 'fundLedger',
    });
    expect(families).toEqual([...reading('fundLedger')].sort());
    expect(factsWritten).toBe(reading('fundLedger').length);
    expect(families.length).toBeLessThan(familyIds.length);
  });

  it('by a back-dated correction of a ledger are those of every later period, and none earlier', async () => {
    const send = await published();
    const { factsWritten, families } = await send({
      minute: 30,
      period: '2017-04-X3',
      rows: 2,
      dataset: 'fundLedger',
    });
    expect(new Set(families)).toEqual(new Set(reading('fundLedger')));
    expect(factsWritten).toBe(reading('fundLedger').length * 3);
  });

  it('by a back-dated correction of a list are those of its own period and of the one that looks back', async () => {
    const send = await published();
    const { factsWritten, families } = await send({ minute: 30, period: '2017-04-X3', rows: 2 });
    expect(families).toEqual([...reading('projects'), 'reloc'].sort());
    expect(factsWritten).toBe(reading('projects').length + 1);
  });

  it('by the same rows sent again are none', async () => {
    const send = await published();
    expect(await send({ minute: 30, period: '2017-04-X3', rows: 3 })).toEqual({
      factsWritten: 0,
      families: [],
    });
  });
});

describe('recomputing under a changed policy', () => {
  const before = policyOn('2017-04-30');
  const changed = { ...before, version: 'changed', effectiveFrom: '2017-05-01' };
  const under = (policies: readonly Policy[]) => ({
    ...rowCounting,
    policyOf: (_: string, day: string) => policyOn(day, policies),
  });
  const periods = ['2016-12-X3', '2017-04-X3', '2017-05-X1', '2017-06-X3'];

  async function published() {
    const items = memoryItems();
    const ports = { ...publishPorts(items), computation: under([before]) };
    for (const [minute, period] of periods.entries()) {
      await publishUpload(ports, await acceptedUpload(items, { name: period, minute, period, rows: 3 }));
    }
    return { items, ports: { ...ports, computation: under([before, changed]) } };
  }

  it('touches only periods from its effective date, in one commit', async () => {
    const { items, ports } = await published();
    const was = await relocationFacts(items);
    const outcome = await recompute(ports, { area: county, year: 2017, from: '2017-01' });
    const is = await relocationFacts(items);
    expect(periods.filter((period) => was[`reloc@${period}`] !== is[`reloc@${period}`])).toEqual([
      '2017-05-X1',
      '2017-06-X3',
    ]);
    expect(outcome).toMatchObject({ factsWritten: 2, commit: { generation: 5, changes: [] } });
    expect(await assertLinear(items)).toBe(5);
  });

  it('begins at the period asked for, and leaves other years alone', async () => {
    const { items, ports } = await published();
    expect(await recompute(ports, { area: county, year: 2017, from: '2017-06' })).toMatchObject({
      factsWritten: 1,
    });
    expect(await recompute(ports, { area: county, year: 2016, from: '2016' })).toMatchObject({
      commit: null,
    });
    expect(await assertLinear(items)).toBe(5);
  });

  it('done again changes nothing', async () => {
    const { items, ports } = await published();
    const message = { kind: 'recompute', area: county, year: 2017, from: '2017-01' } as const;
    await workMessage(ports, message);
    expect(await workMessage(ports, message)).toEqual([{ area: county, commit: null, factsWritten: 0 }]);
    expect(await assertLinear(items)).toBe(5);
  });

  it('keeps history answerable: the facts of before are named by the commit of before', async () => {
    const { items, ports } = await published();
    const was = await relocationFacts(items);
    await recompute(ports, { area: county, year: 2017, from: '2017-01' });
    const commits = await readCommits(items, county);
    const before = commits[3] ?? fail('four commits');
    const trees = await readTrees(items, newReadCache(), Object.values(before.trees));
    expect(publishedCounty(before, trees).facts).toMatchObject(was);
  });

  it('is one message for each county and year from the period on', () => {
    const trees = { '2016': 'a', '2017': 'b', '2018': 'c' };
    const heads = new Map([
      ['431224', { trees }],
      ['431222', { trees: { '2016': 'd' } }],
    ]);
    expect(recomputationsFrom(heads, '2017-05')).toEqual([
      { area: '431224', year: 2017, from: '2017-05' },
      { area: '431224', year: 2018, from: '2017-05' },
    ]);
  });
});

function fail(what: string): never {
  throw new Error(`expected ${what}`);
}
