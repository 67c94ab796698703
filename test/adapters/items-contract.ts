import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item, Items } from '../../shared/records/ports.ts';

const writtenAt = '2017-04-21T00:00:00.000Z';
const item = (pk: string, sk: string, more: Partial<Item> = {}): Item => ({
  pk,
  sk,
  writtenAt,
  body: sk,
  ...more,
});

/** What every implementation of the table port must do; run on each of them. */
export function itemsContract(
  name: string,
  open: () => Promise<{ items: Items; close: () => Promise<void> }>,
): void {
  describe(`the table port: ${name}`, () => {
    let items: Items;
    let close = async () => {};

    beforeAll(async () => {
      ({ items, close } = await open());
    });
    afterAll(() => close());

    it('gives back what was put, bytes and numbers included, and null for what was not', async () => {
      const one = item('A', '1', { bytes: Uint8Array.from([0, 255]), chunks: 2, generation: 7 });
      await items.put(one);
      const found = await items.get({ pk: 'A', sk: '1' });
      expect({ ...found, bytes: [...(found?.bytes ?? [])] }).toEqual({ ...one, bytes: [0, 255] });
      expect(await items.get({ pk: 'A', sk: '2' })).toBeNull();
    });

    it('puts on condition of absence once', async () => {
      expect(await items.put(item('B', '1'), { absent: true })).toBe(true);
      expect(await items.put(item('B', '1', { body: 'other' }), { absent: true })).toBe(false);
      expect((await items.get({ pk: 'B', sk: '1' }))?.body).toBe('1');
    });

    it('lets one of fifty racing puts win', async () => {
      const racers = Array.from({ length: 50 }, (_, racer) =>
        items.put(item('B', 'race', { body: String(racer) }), { absent: true }),
      );
      expect((await Promise.all(racers)).filter(Boolean)).toHaveLength(1);
    });

    it.each([
      [null, true],
      [5, false],
      [6, false],
      [4, true],
    ])('from generation %s a head moves to generation 5: %s', async (from, moved) => {
      const sk = `from ${from}`;
      if (from !== null) await items.put(item('HEADS', sk, { generation: from }));
      const to = item('HEADS', sk, { generation: 5, body: 'moved' });
      expect(await items.put(to, { generationBelow: 5 })).toBe(moved);
      expect((await items.get({ pk: 'HEADS', sk }))?.body).toBe(moved ? 'moved' : sk);
    });

    it('writes over an item that was kept before generations were', async () => {
      await items.put(item('HEADS', 'old'));
      const to = item('HEADS', 'old', { generation: 1 });
      expect(await items.put(to, { generationBelow: 1 })).toBe(true);
      expect(await items.put(to, { generationBelow: 1 })).toBe(false);
    });

    describe('a query', () => {
      beforeAll(() => items.putMany(['a', 'b', 'c', 'd', 'e'].map((sk) => item('Q', sk))));
      it.each([
        [{}, 'abcde'],
        [{ after: 'b' }, 'cde'],
        [{ before: 'd' }, 'abc'],
        [{ after: 'a', before: 'e' }, 'bcd'],
        [{ descending: true, limit: 2 }, 'ed'],
        [{ after: 'a', before: 'e', limit: 2 }, 'bc'],
        [{ after: 'a', before: 'e', limit: 2, descending: true }, 'dc'],
        [{ after: 'e' }, ''],
      ])('of %o gives %s', async (range, expected) => {
        expect((await items.query('Q', range)).map((one) => one.sk).join('')).toBe(expected);
      });
    });

    it('reads more than a page and more than a hundred keys, in the order asked', async () => {
      const many = Array.from({ length: 130 }, (_, index) =>
        item('M', String(index).padStart(4, '0'), { bytes: new Uint8Array(60_000).fill(index) }),
      );
      await items.putMany(many);
      const keys = [...many].reverse().map(({ pk, sk }) => ({ pk, sk }));
      const found = await items.getMany([...keys, { pk: 'M', sk: 'none' }]);
      expect(found.slice(0, -1).map((one) => one?.bytes?.[0])).toEqual(
        many.map((_, index) => index).reverse(),
      );
      expect(found.at(-1)).toBeNull();
      expect(await items.query('M', {})).toHaveLength(130);
    });
  });
}
