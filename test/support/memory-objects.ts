import type { Objects, StoredObject } from '../../shared/records/ports.ts';

/** A bucket in memory; versions are not kept. */
export function memoryObjects(): Objects & { readonly all: ReadonlyMap<string, StoredObject> } {
  const all = new Map<string, StoredObject>();
  return {
    all,
    async get(key) {
      return all.get(key) ?? null;
    },
    async put(key, bytes) {
      all.set(key, { bytes, metadata: {} });
    },
  };
}
