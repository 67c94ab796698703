import { describe, expect, it } from 'vitest';
import { Cache } from '../../shared/records/cache.ts';

describe('a cache', () => {
  it('forgets what was used longest ago', () => {
    const cache = new Cache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
  });

  it('holds no more than its capacity weighs', () => {
    const cache = new Cache<string>(10, ({ length }) => length);
    cache.set('a', '1234');
    cache.set('b', '1234');
    cache.set('c', '123456');
    expect(['a', 'b', 'c'].map((key) => cache.get(key)?.length)).toEqual([undefined, 4, 6]);
  });

  it('weighs what is set anew once, and keeps nothing that is heavier than all of it', () => {
    const cache = new Cache<string>(10, ({ length }) => length);
    cache.set('a', '12345678');
    cache.set('a', '12');
    cache.set('b', '12345678');
    expect(['a', 'b'].map((key) => cache.get(key)?.length)).toEqual([2, 8]);
    cache.set('c', '12345678901');
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, undefined, undefined]);
  });
});
