import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  periodOfRange,
  periodsApart,
  periodsUpTo,
  stepPeriod,
  xunOfYear,
  yearBefore,
} from '../../shared/programme/period-steps.ts';
import { comparePeriods, type Grain, periodOfDay, spanOf } from '../../shared/programme/periods.ts';

const anyPeriod = fc
  .tuple(
    fc.integer({ min: 1950, max: 2150 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom<Grain>('year', 'quarter', 'month', 'xun'),
  )
  .map(([year, month, day, grain]) =>
    periodOfDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, grain),
  );

describe('stepping', () => {
  it.each([
    ['2017-01-X1', -1, '2016-12-X3'],
    ['2017-04-X3', 1, '2017-05-X1'],
    ['2017-01', -1, '2016-12'],
    ['2017-Q4', 1, '2018-Q1'],
    ['2017', -1, '2016'],
    ['2017-04-X2', 36, '2018-04-X2'],
    ['1900', -1, null],
    ['2199-12-X3', 1, null],
  ])('from %s by %i comes to %s', (period, count, expected) => {
    expect(stepPeriod(period, count)).toBe(expected);
  });

  it('forth and back is where it began, and the next begins on the day after', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: -400, max: 400 }), (period, count) => {
        const there = stepPeriod(period, count);
        if (there === null) return;
        expect(stepPeriod(there, -count)).toBe(period);
        expect(spanOf(there).grain).toBe(spanOf(period).grain);
        expect(Math.sign(comparePeriods(there, period))).toBe(Math.sign(count));
        expect(periodsApart(period, there)).toBe(count + 1);
      }),
    );
  });

  it('a year back is as many steps as the grain has in a year', () => {
    const steps = { year: 1, quarter: 4, month: 12, xun: 36 };
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(yearBefore(period)).toBe(stepPeriod(period, -steps[spanOf(period).grain]));
      }),
    );
  });

  it.each([
    ['2017-04-X2', 'xun', 3, ['2017-03-X3', '2017-04-X1', '2017-04-X2']],
    ['2017-04-X2', 'month', 2, ['2017-03', '2017-04']],
    ['2016', 'xun', 1, ['2016-12-X3']],
    ['2017-02', 'year', 2, ['2016', '2017']],
  ] as const)('up to %s by %s, %i of them', (period, grain, count, expected) => {
    expect(periodsUpTo(period, grain, count)).toEqual(expected);
  });
});

describe('other spellings of a span', () => {
  it.each([
    ['2017-04-11', 'P10D', '2017-04-X2'],
    ['2017-04-21', 'P10D', '2017-04-X3'],
    ['2017-02-21', 'P8D', '2017-02-X3'],
    ['2017-04-01', 'P1M', '2017-04'],
    ['2017-04-01', 'P3M', '2017-Q2'],
    ['2017-01-01', 'P1Y', '2017'],
    ['2017-01-01', 'P12M', '2017'],
    ['2017-04-12', 'P10D', null],
    ['2017-02-01', 'P3M', null],
    ['2017-04-11', 'P0D', null],
    ['2017-04-11', 'PT1H', null],
  ])('%s/%s is %s', (first, duration, expected) => {
    expect(periodOfRange(first, duration)).toBe(expected);
  });

  it.each([
    [1, '2017-01-X1'],
    [11, '2017-04-X2'],
    [36, '2017-12-X3'],
    [0, null],
    [37, null],
  ])('dekad %i of 2017 is %s', (number, expected) => {
    expect(xunOfYear(2017, number)).toBe(expected);
  });
});
