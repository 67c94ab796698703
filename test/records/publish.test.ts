import { describe, expect, it } from 'vitest';
import type { Items } from '../../shared/records/ports.ts';
import { publishUpload, withdrawUpload } from '../../shared/records/publish.ts';
import { memoryItems } from '../support/memory-items.ts';
import { acceptedUpload, assertLinear, publishPorts, visible } from './support/harness.ts';
import { everyInterleaving } from './support/interleave.ts';

const entry = 'projects@2017-04-X3';
const facts = 'reloc@2017-04-X3';

describe('publishing an upload', () => {
  it('makes its parts and their facts visible in one commit', async () => {
    const items = memoryItems();
    const upload = await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 });
    const [outcome] = await publishUpload(publishPorts(items), upload);
    expect(outcome?.factsWritten).toBe(1);
    expect(await visible(items)).toEqual({ [entry]: 'upload-a', [facts]: '3' });
    expect(await assertLinear(items)).toBe(1);
  });

  it('adds no commit when the same event is delivered five times', async () => {
    const items = memoryItems();
    const upload = await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 });
    for (let delivery = 0; delivery < 5; delivery += 1) await publishUpload(publishPorts(items), upload);
    expect(await assertLinear(items)).toBe(1);
  });

  it('replaces the whole of an earlier file by a corrected one', async () => {
    const items = memoryItems();
    for (const [name, minute, rows] of [
      ['a', 1, 3],
      ['b', 2, 2],
    ] as const) {
      await publishUpload(publishPorts(items), await acceptedUpload(items, { name, minute, rows }));
    }
    expect(await visible(items)).toEqual({ [entry]: 'upload-b', [facts]: '2' });
  });

  it('does not let an older file win that arrives late', async () => {
    const items = memoryItems();
    const older = await acceptedUpload(items, { name: 'older', minute: 1, rows: 3 });
    const newer = await acceptedUpload(items, { name: 'newer', minute: 2, rows: 2 });
    await publishUpload(publishPorts(items), newer);
    const [outcome] = await publishUpload(publishPorts(items), older);
    expect(outcome?.commit).toBeNull();
    expect(await visible(items)).toEqual({ [entry]: 'upload-newer', [facts]: '2' });
  });

  it('ends at A after A, B, A, with A’s facts id', async () => {
    const items = memoryItems();
    const ids: (string | undefined)[] = [];
    for (const [name, minute, rows] of [
      ['a1', 1, 3],
      ['b', 2, 2],
      ['a2', 3, 3],
    ] as const) {
      const upload = await acceptedUpload(items, { name, minute, rows });
      const [outcome] = await publishUpload(publishPorts(items), upload);
      ids.push(outcome?.commit?.trees['2017']);
    }
    expect(await visible(items)).toEqual({ [entry]: 'upload-a2', [facts]: '3' });
    expect(new Set(ids).size).toBe(3);
  });

  it('writes no facts again when the same content is sent as another upload', async () => {
    const items = memoryItems();
    await publishUpload(publishPorts(items), await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 }));
    const again = await acceptedUpload(items, { name: 'copy', minute: 2, rows: 3 });
    const [outcome] = await publishUpload(publishPorts(items), again);
    expect(outcome?.factsWritten).toBe(0);
    expect(outcome?.commit?.changes).toEqual([
      { entry, before: 'upload-a', after: 'upload-copy', sameBatch: true },
    ]);
  });

  it('recomputes only the family that depends on it', async () => {
    const items = memoryItems();
    await publishUpload(publishPorts(items), await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 }));
    const ledger = await acceptedUpload(items, {
      name: 'l',
      minute: 2,
      rows: 4,
      dataset: 'fundLedger',
      period: '2016-12',
    });
    const [outcome] = await publishUpload(publishPorts(items), ledger);
    expect(outcome?.factsWritten).toBe(1);
    expect(await visible(items)).toMatchObject({ [facts]: '3', 'fund@2016-12': '4' });
  });
});

describe('withdrawing an upload', () => {
  it('leaves no data until a newer upload comes, also when its event is replayed', async () => {
    const items = memoryItems();
    const upload = await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 });
    await publishUpload(publishPorts(items), upload);
    await withdrawUpload(publishPorts(items), upload);
    await publishUpload(publishPorts(items), upload);
    expect(await visible(items)).toEqual({ [entry]: 'withdrawn' });
    await publishUpload(publishPorts(items), await acceptedUpload(items, { name: 'b', minute: 2, rows: 2 }));
    expect(await visible(items)).toEqual({ [entry]: 'upload-b', [facts]: '2' });
  });

  it('holds when the withdrawal is worked before the publication', async () => {
    const items = memoryItems();
    const upload = await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 });
    await withdrawUpload(publishPorts(items), upload);
    await publishUpload(publishPorts(items), upload);
    expect(await visible(items)).toEqual({ [entry]: 'withdrawn' });
  });

  it('holds for an upload that was still to be published over an earlier withdrawal', async () => {
    const items = memoryItems();
    const first = await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 });
    const second = await acceptedUpload(items, { name: 'b', minute: 2, rows: 2 });
    await publishUpload(publishPorts(items), first);
    await withdrawUpload(publishPorts(items), first);
    await withdrawUpload(publishPorts(items), second);
    await publishUpload(publishPorts(items), second);
    expect(await visible(items)).toEqual({ [entry]: 'withdrawn' });
  });

  it('does not touch a newer upload', async () => {
    const items = memoryItems();
    const older = await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 });
    const newer = await acceptedUpload(items, { name: 'b', minute: 2, rows: 2 });
    for (const upload of [older, newer]) await publishUpload(publishPorts(items), upload);
    const [outcome] = await withdrawUpload(publishPorts(items), older);
    expect(outcome?.commit).toBeNull();
    expect(await visible(items)).toMatchObject({ [entry]: 'upload-b' });
  });
});

describe('two publishers of one county', () => {
  it('leave one linear history with both files in it, at every interleaving of their calls', async () => {
    const count = await everyInterleaving(
      async () => {
        const items = memoryItems();
        const uploads = [
          await acceptedUpload(items, { name: 'a', minute: 1, rows: 3 }),
          await acceptedUpload(items, {
            name: 'l',
            minute: 2,
            rows: 4,
            dataset: 'fundLedger',
            period: '2017-04',
          }),
        ];
        const tasks = uploads.map((upload) => (gated: Items) => publishUpload(publishPorts(gated), upload));
        return { items, tasks };
      },
      async (items, schedule) => {
        const seen = await visible(items);
        expect(seen, `schedule ${schedule.join('')}`).toMatchObject({ [facts]: '3', 'fund@2017-04': '4' });
        expect(await assertLinear(items)).toBe(2);
      },
    );
    expect(count).toBeGreaterThan(100);
  });
});
