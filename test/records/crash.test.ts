import { describe, expect, it } from 'vitest';
import { memoryItems } from '../support/memory-items.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { failingItems, failingObjects, failingQueue, Killed, killAt } from './support/failing.ts';
import { assertLinear, visible } from './support/harness.ts';
import { type Disk, putEvent, runToEnd } from './support/pipeline.ts';

const oldData = { 'projects@2017-04-X3': expect.any(String), 'reloc@2017-04-X3': '3' };
const newData = { 'projects@2017-04-X3': expect.any(String), 'reloc@2017-04-X3': '5' };

/** A county with one published file of three rows, and a corrected one of five in the inbox. */
async function prepare() {
  const messages: string[] = [];
  const inbox = memoryObjects();
  const disk: Disk = {
    items: memoryItems(),
    inbox,
    reports: memoryObjects(),
    publishQueue: { send: async (body) => void messages.push(body) },
  };
  await inbox.put('431222/2017-04-X3/old.xlsx', Buffer.from('3'), 'text/plain');
  await inbox.put('431222/2017-04-X3/new.xlsx', Buffer.from('5'), 'text/plain');
  await runToEnd(disk, putEvent('old', 1), messages);
  return { disk, messages };
}

/** Runs the new file through, killed at one call; gives how many calls were made and whether it was killed. */
async function runKilled(call: number, when: 'before' | 'after') {
  const { disk, messages } = await prepare();
  const killer = killAt(call, when);
  const dying: Disk = {
    items: failingItems(disk.items, killer),
    inbox: failingObjects(disk.inbox, killer),
    reports: failingObjects(disk.reports, killer),
    publishQueue: failingQueue(disk.publishQueue, killer),
  };
  const death = await runToEnd(dying, putEvent('new', 2), messages).then(
    () => null,
    (error: unknown) => error,
  );
  return { disk, messages, calls: killer.calls(), death };
}

const undisturbed = await runKilled(0, 'before');
const everyCall = Array.from({ length: undisturbed.calls }, (_, index) => index + 1);

describe('a process that dies between any two calls', () => {
  it('is watched at twenty calls or more', () => {
    expect(undisturbed.death).toBeNull();
    expect(everyCall.length).toBeGreaterThanOrEqual(20);
  });

  for (const when of ['before', 'after'] as const) {
    it.each(everyCall)(
      `leaves old or new data, and the new after a restart: killed ${when} call %i`,
      async (call) => {
        const { disk, messages, death } = await runKilled(call, when);
        expect(death).toBeInstanceOf(Killed);
        expect([oldData, newData]).toContainEqual(await visible(disk.items));
        await runToEnd(disk, putEvent('new', 2), messages);
        expect(await visible(disk.items)).toEqual(newData);
        expect(await assertLinear(disk.items)).toBe(2);
      },
    );
  }
});
