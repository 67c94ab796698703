import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandId, commandKey, type UploadOrder } from '../../shared/records/commands.ts';
import { assertLinear, county, visible } from './support/harness.ts';
import { projects } from './support/keyed.ts';
import { type Office, openOffice } from './support/office.ts';

/** Something that happened at the inbox or was ordered. */
type Happening =
  | {
      readonly kind: 'put';
      readonly name: string;
      readonly minute: number;
      readonly text: string;
      readonly mode?: 'stage';
    }
  | { readonly kind: UploadOrder; readonly name: string };

async function live(office: Office, all: readonly Happening[]): Promise<void> {
  for (const one of all) {
    if (one.kind === 'put') await office.put(one.name, one.minute, one.text, one.mode);
    else await office.order(one.kind, office.idOf(one.name));
  }
}

/** Works the same events and the recorded commands off again, in their order, over an empty table. */
async function rebuild(office: Office, all: readonly Happening[], times: number): Promise<Office> {
  const rebuilt = openOffice({ inbox: office.disk.inbox, reports: office.disk.reports });
  for (const one of all) {
    for (let time = 0; time < times; time += 1) {
      if (one.kind === 'put') {
        await rebuilt.again(one.name, one.minute);
      } else {
        const id = commandId(county, { kind: one.kind, uploadId: office.idOf(one.name) }, null, '');
        await rebuilt.send({ kind: 'command', key: commandKey(county, id) });
      }
    }
  }
  return rebuilt;
}

/** Everything derived, without the times of writing. */
function derived(office: Office): unknown {
  return [...office.disk.items.all.values()]
    .filter(({ pk }) => /^(BATCH|FACTS|TREE|HEADS|COMMITS)/.test(pk))
    .map(({ writtenAt: _, bytes, ...item }) => ({
      ...item,
      bytes: bytes && Buffer.from(bytes).toString('base64'),
    }))
    .sort((a, b) => (`${a.pk}${a.sk}` < `${b.pk}${b.sk}` ? -1 : 1));
}

const story: readonly Happening[] = [
  { kind: 'put', name: 'a', minute: 1, text: projects(10) },
  { kind: 'put', name: 'staged', minute: 2, text: projects(10, 2), mode: 'stage' },
  { kind: 'put', name: 'few', minute: 3, text: `${projects(2)}\nfundLedger L1=1` },
  { kind: 'publish', name: 'staged' },
  { kind: 'confirm', name: 'few' },
  { kind: 'put', name: 'b', minute: 4, text: projects(5) },
  { kind: 'withdraw', name: 'b' },
  { kind: 'put', name: 'dropped', minute: 5, text: projects(1), mode: 'stage' },
  { kind: 'withdraw', name: 'dropped' },
];

describe('a table rebuilt from the inbox and the recorded commands', () => {
  it.each([1, 2])(
    'has identical batches, facts, trees, commits and heads, all delivered %i times',
    async (times) => {
      const office = openOffice();
      await live(office, story);
      const rebuilt = await rebuild(office, story, times);
      expect(derived(rebuilt)).toEqual(derived(office));
      expect(await visible(rebuilt.disk.items)).toEqual(await visible(office.disk.items));
      expect(await assertLinear(rebuilt.disk.items)).toBe(6);
    },
  );

  it('is the same for whatever was sent and ordered', async () => {
    const names = ['a', 'b', 'c', 'd'] as const;
    const put = fc.record({
      kind: fc.constant('put' as const),
      name: fc.constantFrom(...names),
      rows: fc.integer({ min: 0, max: 12 }),
      isStage: fc.boolean(),
    });
    const order = fc.record({
      kind: fc.constantFrom('publish' as const, 'confirm' as const, 'withdraw' as const),
      name: fc.constantFrom(...names),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(put, order), { minLength: 1, maxLength: 12 }), async (drawn) => {
        const sent = new Set<string>();
        const all = drawn.flatMap((one, index): readonly Happening[] => {
          if (one.kind !== 'put') return sent.has(one.name) ? [{ kind: one.kind, name: one.name }] : [];
          if (sent.has(one.name)) return [];
          sent.add(one.name);
          const text = projects(one.rows, index);
          return [
            { kind: 'put', name: one.name, minute: index, text, ...(one.isStage ? { mode: 'stage' } : {}) },
          ];
        });
        const office = openOffice();
        await live(office, all);
        const rebuilt = await rebuild(office, all, 1);
        expect(derived(rebuilt)).toEqual(derived(office));
        for (const name of sent) {
          expect(await rebuilt.stateOf(office.idOf(name))).toBe(await office.stateOf(office.idOf(name)));
        }
      }),
      { numRuns: 200 },
    );
  });
});
