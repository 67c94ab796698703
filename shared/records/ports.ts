/**
 * What the algorithms over records need from outside, and nothing more. The cloud and the local run give
 * the same adapters for table and objects; queues and secrets have one adapter each (design.md).
 */

/** One item of the table. `body` is JSON text, `bytes` packed content; a record has one of the two. */
export interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly body?: string;
  readonly bytes?: Uint8Array;
  /** Number on which a conditional write may compare: the generation of a head. */
  readonly generation?: number;
  /** On the first chunk of packed content: how many chunks there are. */
  readonly chunks?: number;
  /** When the item was last written, ISO instant: the sweeper spares what is young. */
  readonly writtenAt: string;
}

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** `absent`: only where no such item is; `generationBelow`: only over an item of a lower generation, or none. */
export type PutCondition = { readonly absent: true } | { readonly generationBelow: number };

export interface ItemRange {
  /** Exclusive lower bound of the sort key. */
  readonly after?: string;
  /** Exclusive upper bound of the sort key. */
  readonly before?: string;
  readonly descending?: boolean;
  readonly limit?: number;
}

/** The table. Reads are strongly consistent unless `eventual` is asked for. */
export interface Items {
  get(key: ItemKey): Promise<Item | null>;
  /** Items in the order of the keys asked; `null` where there is none. */
  getMany(keys: readonly ItemKey[], read?: 'consistent' | 'eventual'): Promise<readonly (Item | null)[]>;
  query(pk: string, range: ItemRange): Promise<readonly Item[]>;
  /** Returns false when the condition does not hold; throws on faults. */
  put(item: Item, condition?: PutCondition): Promise<boolean>;
  putMany(items: readonly Item[]): Promise<void>;
}

/** A stored object with its user metadata. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A bucket, as far as it is read and written here. `null`: there is no such object or version. */
export interface Objects {
  get(key: string, versionId?: string): Promise<StoredObject | null>;
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
}

/** A queue one can send to; the message is stored when the promise resolves. */
export interface Queue {
  send(body: string): Promise<void>;
}

/** The province's token secret with the version that is part of every batch id. */
export interface TokenSecret {
  readonly secret: Uint8Array;
  readonly version: string;
}

/** The present instant; passed in so that the core has no clock. */
export type Now = () => Date;
