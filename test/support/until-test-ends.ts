import { onTestFinished } from 'vitest';

/**
 * Gives a mocked SDK client that answers until the test has ended. It stands in for the class itself, which the test
 * files of a worker share, so one left in place would answer for the next file's real client.
 */
export function untilTestEnds<Mock extends { restore(): void }>(mock: Mock): Mock {
  onTestFinished(() => mock.restore());
  return mock;
}
