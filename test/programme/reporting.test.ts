import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/programme/calendar.ts';
import { spanOf } from '../../shared/programme/periods.ts';
import {
  deadlineDay,
  lateFrom,
  newestDue,
  periodsWithin,
  reporting2016,
} from '../../shared/programme/reporting.ts';

describe('deadlines, all of the day in Asia/Shanghai (domain.md §5.9)', () => {
  test.each([
    ['2017-04-X1', '2017-04-12', '2017-04-12T16:00:00.000Z'],
    ['2017-04-X2', '2017-04-22', '2017-04-22T16:00:00.000Z'],
    ['2017-04-X3', '2017-05-02', '2017-05-02T16:00:00.000Z'],
    ['2017-02-X3', '2017-03-02', '2017-03-02T16:00:00.000Z'],
    ['2017-04', '2017-05-05', '2017-05-05T16:00:00.000Z'],
    ['2016-12', '2017-01-05', '2017-01-05T16:00:00.000Z'],
    ['2017-Q2', '2017-07-10', '2017-07-10T16:00:00.000Z'],
    ['2016-Q4', '2017-01-10', '2017-01-10T16:00:00.000Z'],
    ['2017', '2018-01-20', '2018-01-20T16:00:00.000Z'],
  ])('%s is due by %s and late from %s', (period, day, instant) => {
    expect([deadlineDay(period, reporting2016), lateFrom(period, reporting2016)]).toEqual([day, instant]);
  });
});

describe('periods of a grain inside a period', () => {
  test.each([
    ['2017-04', 'xun', ['2017-04-X1', '2017-04-X2', '2017-04-X3']],
    ['2017-Q1', 'month', ['2017-01', '2017-02', '2017-03']],
    ['2017', 'quarter', ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4']],
    ['2017-04-X3', 'xun', ['2017-04-X3']],
    ['2017-04', 'quarter', []],
    ['2017-04-X3', 'month', []],
  ] as const)('%s has by %s %j', (period, grain, expected) => {
    expect(periodsWithin(period, grain)).toEqual(expected);
  });

  test('a year has 36 旬 that follow each other without a gap', () => {
    const all = periodsWithin('2016', 'xun').map(spanOf);
    expect(all).toHaveLength(36);
    expect([all.at(0)?.first, all.at(-1)?.last]).toEqual(['2016-01-01', '2016-12-31']);
  });
});

describe('the newest period that was due', () => {
  test.each([
    ['2017-04-30', 'xun', '2017-05-02T15:59:59.000Z', '2017-04-X2'],
    ['2017-04-30', 'xun', '2017-05-02T16:00:00.000Z', '2017-04-X3'],
    ['2017-04-30', 'xun', '2018-01-01T00:00:00.000Z', '2017-04-X3'],
    ['2017-04-20', 'month', '2018-01-01T00:00:00.000Z', '2017-03'],
    ['2017-04-30', 'year', '2017-05-01T00:00:00.000Z', '2016'],
    ['2019-04-30', 'month', '2017-05-01T00:00:00.000Z', null],
  ] as const)('by %s of a %s at %s is %s', (by, grain, knownAt, period) => {
    expect(newestDue(by, grain, knownAt, reporting2016)).toBe(period);
  });

  test('is the last of all periods of two years that are late', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2015-11-20', count));
    fc.assert(
      fc.property(day, fc.constantFrom('xun', 'month', 'quarter', 'year'), day, (by, grain, known) => {
        const year = Number(by.slice(0, 4));
        const knownAt = `${known}T16:00:00.000Z`;
        const late = [year - 1, year]
          .flatMap((one) => periodsWithin(String(one), grain))
          .filter((one) => spanOf(one).last <= by && lateFrom(one, reporting2016) <= knownAt);
        expect(newestDue(by, grain, knownAt, reporting2016)).toBe(late.at(-1) ?? null);
      }),
    );
  });
});
