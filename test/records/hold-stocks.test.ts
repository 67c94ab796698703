import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCommits } from '../../shared/records/chain.ts';
import type { Items } from '../../shared/records/ports.ts';
import { decodeDiff, diffKey } from '../../shared/records/upload-diff.ts';
import { workMessage } from '../../shared/records/work-message.ts';
import { assertLinear, county, publishPorts, visible } from './support/harness.ts';
import { runSchedule } from './support/interleave.ts';
import { toyLine } from './support/keyed.ts';
import { openOffice } from './support/office.ts';

const rows = (month: number, count: number, dataset = 'persons') =>
  toyLine(`${dataset}@2017-${String(month).padStart(2, '0')}`, count);

/** An office in which ten persons are published for each of some months. */
async function withTen(...months: readonly number[]) {
  const office = openOffice();
  for (const [minute, month] of months.entries()) await office.put(`ten-${month}`, minute, rows(month, 10));
  return office;
}

describe('a file of a new period', () => {
  it.each([
    ['persons', 8, 'published', 'a fifth is as much as may be missing'],
    ['persons', 7, 'staged', 'more than a fifth is missing'],
    ['persons', 30, 'published', 'nothing is missing'],
    ['households', 7, 'staged', 'households are a stock, too'],
    ['projects', 7, 'staged', 'projects without a plan year are a stock'],
    ['projects', 8, 'published', 'a fifth of the projects may be missing'],
    ['fundLedger', 1, 'published', 'entries add up'],
  ])('of %s with %i of the ten before ends %s: %s', async (dataset, count, state) => {
    const office = openOffice();
    await office.put('ten', 1, rows(4, 10, dataset));
    const id = await office.put('next', 2, rows(5, count, dataset));
    expect(await office.stateOf(id)).toBe(state);
  });

  it('that is held back says against which upload and period, and changes nothing', async () => {
    const office = await withTen(3, 4);
    const before = await visible(office.disk.items);
    const id = await office.put('few', 9, rows(6, 2));
    const against = { against: office.idOf('ten-4'), period: '2017-04' };
    expect(await visible(office.disk.items)).toEqual(before);
    expect((await office.upload(id)).parts).toMatchObject([
      { period: '2017-06', hold: { ...against, published: 10, removed: 8, limitPercent: 20 } },
    ]);
    const diff = await office.disk.reports.get(diffKey(county, id));
    expect(diff && decodeDiff(diff.bytes).parts).toMatchObject([
      { outcome: 'held', against: { uploadId: against.against, period: '2017-04' }, keys: { removed: 8 } },
    ]);
  });

  it.each([
    ['is the newest but one', [3, 5], 4, '2017-03'],
    ['is older than all', [4, 5], 3, null],
    ['fills a gap after a withdrawal', [3, 4, 5], 4, '2017-03'],
  ])('that comes late and %s is never held against a later one', async (_, months, month, period) => {
    const office = await withTen(...months);
    if (months.includes(month)) await office.order('withdraw', office.idOf(`ten-${month}`));
    const id = await office.put('late', 9, rows(month, 1));
    expect((await office.upload(id)).parts[0]?.hold?.period ?? null).toBe(period);
    expect(await office.stateOf(id)).toBe(period === null ? 'published' : 'staged');
  });

  it('that is replaced is held against what is published in its place, not before it', async () => {
    const office = await withTen(4);
    await office.order('confirm', await office.put('few', 8, rows(5, 2)));
    const id = await office.put('again', 9, rows(5, 2));
    expect(await office.stateOf(id)).toBe('published');
    expect(await assertLinear(office.disk.items)).toBe(3);
  });

  it('is published once it is confirmed, and stays so when everything is delivered again', async () => {
    const office = await withTen(4);
    const id = await office.put('few', 2, rows(5, 2));
    await office.again('few', 2);
    await office.send({ kind: 'publish', uploadId: id });
    expect(await office.stateOf(id)).toBe('staged');
    for (let time = 0; time < 2; time += 1) await office.order('confirm', id);
    await office.again('few', 2);
    expect(await office.stateOf(id)).toBe('published');
    expect(await assertLinear(office.disk.items)).toBe(2);
  });

  it('that was published stays so when the month before grows after it', async () => {
    const office = await withTen(4);
    const id = await office.put('nine', 2, rows(5, 9));
    await office.put('more', 3, rows(4, 40));
    await office.again('nine', 2);
    expect(await office.stateOf(id)).toBe('published');
    expect((await office.upload(id)).parts[0]?.hold).toBeUndefined();
  });
});

describe('two periods in one upload', () => {
  it.each([
    ['the later is held against the earlier', [12, 2], [null, '2017-04'], ['2017-04']],
    ['both against the one before when the earlier is held', [2, 2], ['2017-03', '2017-03'], []],
    ['neither when nothing is missing', [10, 10], [null, null], ['2017-04', '2017-05']],
  ])('%s', async (_, [april = 0, may = 0], periods, spoken) => {
    const office = await withTen(3);
    const id = await office.put('both', 2, `${rows(5, may)}\n${rows(4, april)}`);
    const { parts } = await office.upload(id);
    const held = new Map(parts.map(({ period, hold }) => [period, hold?.period ?? null]));
    expect(['2017-04', '2017-05'].map((period) => held.get(period))).toEqual(periods);
    const seen = await visible(office.disk.items);
    expect(spoken.map((period) => seen[`persons@${period}`])).toEqual(spoken.map(() => id));
    await office.order('confirm', id);
    expect(await visible(office.disk.items)).toMatchObject({ 'persons@2017-04': id, 'persons@2017-05': id });
  });
});

test('two publishers: the few of May never come to stand upon the many of April unasked', async () => {
  const lengths = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1), { minLength: 20, maxLength: 30 }), async (schedule) => {
      const office = openOffice();
      const april = await office.receive('april', 1, rows(4, 10));
      const may = await office.receive('may', 2, rows(5, 2));
      const { items, reports } = office.disk;
      const tasks = [april, may].map(
        (uploadId) => (gated: Items) =>
          workMessage(publishPorts(gated, reports), { kind: 'publish', uploadId }),
      );
      await runSchedule(items, tasks, schedule);
      await assertLinear(items);
      const order = (await readCommits(items, county)).map(({ cause }) => cause.uploadId);
      const isHeld = (await office.upload(may)).parts[0]?.hold !== undefined;
      lengths.add(order.length);
      expect(order).toEqual(isHeld ? [april] : [may, april]);
    }),
    { numRuns: 150, examples: [0, 1].map((first) => [Array.from({ length: 30 }, () => first)]) },
  );
  expect(lengths).toEqual(new Set([1, 2]));
});
