import { describe, expect, test } from 'vitest';
import { startEveryMorning } from '../../local/run/every-morning.ts';

const at = (text: string) => Date.parse(text);

/** A morning at 22:00 UTC over a clock that a test moves; `asleep` moves it without any timer going off. */
function morning(start: string, handle: () => Promise<unknown> = async () => {}) {
  let time = at(start);
  let timer: { at: number; callback: () => void } | null = null;
  const woken: string[] = [];
  const faults: unknown[] = [];
  const every = startEveryMorning({
    at: { hour: 22, minute: 0 },
    handle: () => {
      woken.push(new Date(time).toISOString());
      return handle();
    },
    onFault: (error) => faults.push(error),
    now: () => time,
    setTimer(milliseconds, callback) {
      timer = { at: time + milliseconds, callback };
      return () => {
        timer = null;
      };
    },
  });
  /** Lets every timer up to an instant go off. */
  const until = async (text: string) => {
    while (timer && timer.at <= at(text)) {
      time = Math.max(time, timer.at);
      timer.callback();
      await new Promise((resolve) => setImmediate(resolve));
    }
    time = at(text);
  };
  return {
    every,
    woken,
    faults,
    until,
    asleep: (text: string) => {
      time = at(text);
    },
    isWaiting: () => timer !== null,
  };
}

describe('once a day', () => {
  test.each([
    ['later the same day', '2026-11-24T08:00:00Z', ['2026-11-24T22:00:00.000Z', '2026-11-25T22:00:00.000Z']],
    ['started a minute late', '2026-11-24T22:01:00Z', ['2026-11-25T22:00:00.000Z']],
    ['started to the second', '2026-11-24T22:00:00Z', ['2026-11-25T22:00:00.000Z']],
  ])('%s', async (_, start, expected) => {
    const { until, woken } = morning(start);
    await until('2026-11-26T12:00:00Z');
    expect(woken).toEqual(expected);
  });

  test('a machine that slept over the hour wakes it a quarter of an hour after it is up, once', async () => {
    const { until, asleep, woken } = morning('2026-11-24T21:50:00Z');
    asleep('2026-11-25T07:00:00Z');
    await until('2026-11-25T21:00:00Z');
    expect(woken).toEqual(['2026-11-25T07:00:00.000Z']);
  });

  test('a fault is told and the next day comes all the same', async () => {
    const { until, woken, faults } = morning('2026-11-24T08:00:00Z', async () => {
      throw new Error('no table');
    });
    await until('2026-11-26T12:00:00Z');
    expect(woken).toHaveLength(2);
    expect(faults).toEqual([new Error('no table'), new Error('no table')]);
  });
});

test('it can be woken at once, two never at a time', async () => {
  let running = 0;
  let most = 0;
  const { every, woken } = morning('2026-11-24T08:00:00Z', async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  });
  await Promise.all([every.wake(), every.wake()]);
  expect([woken.length, most]).toEqual([2, 1]);
});

test('stopping waits for what is under way, and no timer is left', async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { every, isWaiting } = morning('2026-11-24T08:00:00Z', () => ended);
  void every.wake();
  await new Promise((resolve) => setImmediate(resolve));
  let stopped = false;
  const stop = every.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  end();
  await stop;
  expect(isWaiting()).toBe(false);
});
