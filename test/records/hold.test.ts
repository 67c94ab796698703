import { describe, expect, it } from 'vitest';
import { commandKey } from '../../shared/records/commands.ts';
import type { Items } from '../../shared/records/ports.ts';
import { workMessage } from '../../shared/records/work-message.ts';
import { assertLinear, publishPorts, visible } from './support/harness.ts';
import { everyInterleaving } from './support/interleave.ts';
import { projects } from './support/keyed.ts';
import { type Office, openOffice } from './support/office.ts';

const entry = 'projects@2017-04-X3';

/** An office in which ten projects are published. */
async function withTen(): Promise<Office> {
  const office = openOffice();
  await office.put('ten', 1, projects(10));
  return office;
}

describe('a replacement', () => {
  it.each([
    [8, 'published', 'removes a fifth: as much as the policy lets pass'],
    [7, 'staged', 'removes more than a fifth'],
    [0, 'staged', 'removes everything'],
    [20, 'published', 'removes nothing'],
  ])('by %i of ten projects ends %s: it %s', async (count, state) => {
    const office = await withTen();
    const id = await office.put('next', 2, count === 0 ? 'projects' : projects(count));
    expect(await office.stateOf(id)).toBe(state);
  });

  it('that is held back changes nothing of what is published, and says by how much', async () => {
    const office = await withTen();
    const before = await visible(office.disk.items);
    const id = await office.put('few', 2, projects(3));
    expect(await visible(office.disk.items)).toEqual(before);
    expect((await office.upload(id)).parts).toMatchObject([
      { hold: { code: 'LARGE_REMOVAL', published: 10, removed: 7, limitPercent: 20 } },
    ]);
  });

  it('stays held back when its message is delivered again, and when its event is', async () => {
    const office = await withTen();
    const id = await office.put('few', 2, projects(3));
    await office.send({ kind: 'publish', uploadId: id });
    await office.again('few', 2);
    expect(await office.stateOf(id)).toBe('staged');
    expect(await assertLinear(office.disk.items)).toBe(1);
  });

  it('is published once it is confirmed, however often', async () => {
    const office = await withTen();
    const id = await office.put('few', 2, projects(3));
    for (let time = 0; time < 3; time += 1) await office.order('confirm', id);
    expect(await office.stateOf(id)).toBe('published');
    expect(await visible(office.disk.items)).toMatchObject({ [entry]: id });
    expect(await assertLinear(office.disk.items)).toBe(2);
  });

  it('that is withdrawn while it waits leaves the published data alone', async () => {
    const office = await withTen();
    const before = await visible(office.disk.items);
    const id = await office.put('few', 2, projects(3));
    await office.order('withdraw', id);
    await office.order('confirm', id);
    expect(await office.stateOf(id)).toBe('withdrawn');
    expect(await visible(office.disk.items)).toEqual(before);
  });

  it('lets the other parts of its upload through', async () => {
    const office = await withTen();
    const id = await office.put('both', 2, `${projects(3)}\nfundLedger L1=1 L2=2`);
    const ten = office.idOf('ten');
    expect(await visible(office.disk.items)).toMatchObject({
      [entry]: ten,
      'fundLedger@2017-04-X3': id,
    });
    await office.order('confirm', id);
    expect(await visible(office.disk.items)).toMatchObject({ [entry]: id });
    expect(await assertLinear(office.disk.items)).toBe(3);
  });

  it('gives way to a newer file, which is compared with what is published', async () => {
    const office = await withTen();
    const held = await office.put('few', 2, projects(3));
    const newer = await office.put('more', 3, projects(9));
    expect(await office.stateOf(newer)).toBe('published');
    expect(await office.stateOf(held)).toBe('superseded');
    await office.order('confirm', held);
    expect(await visible(office.disk.items)).toMatchObject({ [entry]: newer });
  });

  it('of a withdrawn upload leaves it withdrawn, not superseded', async () => {
    const office = await withTen();
    await office.order('withdraw', office.idOf('ten'));
    await office.put('next', 2, projects(10));
    expect(await office.stateOf(office.idOf('ten'))).toBe('withdrawn');
  });

  it('of nothing is not held back: the place is empty after a withdrawal', async () => {
    const office = await withTen();
    await office.order('withdraw', office.idOf('ten'));
    const id = await office.put('few', 2, projects(1));
    expect(await office.stateOf(id)).toBe('published');
  });
});

describe('a publisher and a confirmation of one held upload', () => {
  it('leave it published once, at every interleaving of their calls', async () => {
    const count = await everyInterleaving(
      async () => {
        const office = openOffice();
        await office.put('ten', 1, projects(10));
        const id = await office.receive('few', 2, projects(3));
        const command = await office.record('confirm', id);
        const messages = [
          { kind: 'publish', uploadId: id },
          { kind: 'command', key: commandKey(command.area, command.id) },
        ] as const;
        const tasks = messages.map(
          (message) => (gated: Items) => workMessage(publishPorts(gated, office.disk.reports), message),
        );
        return { items: office.disk.items, tasks };
      },
      async (items, schedule) => {
        expect(await assertLinear(items), `schedule ${schedule.join('')}`).toBe(2);
        expect(Object.values(await visible(items))).toContain('3');
      },
    );
    expect(count).toBeGreaterThan(20);
  });
});
