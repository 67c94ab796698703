import type { Items, Objects, Queue } from '../../../shared/records/ports.ts';

/** A call that did not come back: the process died, or the reply was lost. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Kills at one call, counted over all ports: before it takes effect, or after it. */
export interface Killer {
  readonly around: <Result>(call: () => Promise<Result>) => Promise<Result>;
  calls(): number;
}

export function killAt(call: number, when: 'before' | 'after'): Killer {
  let count = 0;
  return {
    calls: () => count,
    async around(work) {
      count += 1;
      const now = count === call;
      if (now && when === 'before') throw new Killed(`before call ${call}`);
      const result = await work();
      if (now) throw new Killed(`after call ${call}`);
      return result;
    },
  };
}

export function failingItems(items: Items, { around }: Killer): Items {
  return {
    get: (key) => around(() => items.get(key)),
    getMany: (keys, read) => around(() => items.getMany(keys, read)),
    query: (pk, range) => around(() => items.query(pk, range)),
    put: (item, condition) => around(() => items.put(item, condition)),
    async putMany(all) {
      for (const one of all) await around(() => items.putMany([one]));
    },
  };
}

export function failingObjects(objects: Objects, { around }: Killer): Objects {
  return {
    get: (key, versionId) => around(() => objects.get(key, versionId)),
    put: (key, bytes, contentType) => around(() => objects.put(key, bytes, contentType)),
  };
}

export function failingQueue(queue: Queue, { around }: Killer): Queue {
  return { send: (body) => around(() => queue.send(body)) };
}
