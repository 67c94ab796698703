import type { Item, ItemKey, ItemRange, Items, PutCondition } from '../../shared/records/ports.ts';

/** One call of the port, with the partition keys it touched. */
export interface Call {
  readonly operation: 'get' | 'getMany' | 'query' | 'put' | 'putMany';
  readonly partitions: readonly string[];
}

/** The table in memory, with every call it received: conditions and ranges as DynamoDB keeps them. */
export interface MemoryItems extends Items {
  readonly calls: Call[];
  /** All items by `pk` and `sk`, for assertions. */
  readonly all: ReadonlyMap<string, Item>;
}

const nameOf = ({ pk, sk }: ItemKey) => `${pk}\n${sk}`;

function holds(before: Item | undefined, condition: PutCondition | undefined): boolean {
  if (!condition || !before) return true;
  if ('absent' in condition) return false;
  return (before.generation ?? 0) < condition.generationBelow;
}

function inRange(sk: string, { after, before }: ItemRange): boolean {
  return (after === undefined || sk > after) && (before === undefined || sk < before);
}

/** A table for tests that honours conditions, ranges, order and limits. */
export function memoryItems(seed: readonly Item[] = []): MemoryItems {
  const all = new Map<string, Item>(seed.map((item) => [nameOf(item), item]));
  const calls: Call[] = [];
  const record = (operation: Call['operation'], keys: readonly { readonly pk: string }[]) =>
    calls.push({ operation, partitions: keys.map((key) => key.pk) });
  return {
    all,
    calls,
    async get(key) {
      record('get', [key]);
      return all.get(nameOf(key)) ?? null;
    },
    async getMany(keys) {
      record('getMany', keys);
      return keys.map((key) => all.get(nameOf(key)) ?? null);
    },
    async query(pk, range) {
      record('query', [{ pk }]);
      const found = [...all.values()]
        .filter((item) => item.pk === pk && inRange(item.sk, range))
        .sort((a, b) => (a.sk < b.sk ? -1 : 1));
      return (range.descending ? found.reverse() : found).slice(0, range.limit);
    },
    async put(item, condition) {
      record('put', [item]);
      if (!holds(all.get(nameOf(item)), condition)) return false;
      all.set(nameOf(item), item);
      return true;
    },
    async putMany(items) {
      record('putMany', items);
      for (const item of items) all.set(nameOf(item), item);
    },
  };
}
