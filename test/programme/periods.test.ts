import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber } from '../../shared/programme/calendar.ts';
import {
  comparePeriods,
  containsDay,
  containsPeriod,
  type Grain,
  parsePeriod,
  periodForms,
  periodOfDay,
  spanOf,
} from '../../shared/programme/periods.ts';

const grains: readonly Grain[] = ['year', 'quarter', 'month', 'xun'];
const someDay = fc
  .integer({ min: dayNumber('2016-01-01'), max: dayNumber('2020-12-31') })
  .map((number) => addDays('1970-01-01', number));
const somePeriod = fc
  .tuple(someDay, fc.constantFrom(...grains))
  .map(([day, grain]) => periodOfDay(day, grain));

describe('the grammar', () => {
  test.each([
    ['2017', 'year', '2017-01-01', '2017-12-31'],
    ['2017-Q2', 'quarter', '2017-04-01', '2017-06-30'],
    ['2016-Q1', 'quarter', '2016-01-01', '2016-03-31'],
    ['2016-02', 'month', '2016-02-01', '2016-02-29'],
    ['2017-04-X1', 'xun', '2017-04-01', '2017-04-10'],
    ['2017-04-X2', 'xun', '2017-04-11', '2017-04-20'],
    ['2017-04-X3', 'xun', '2017-04-21', '2017-04-30'],
    ['2017-02-X3', 'xun', '2017-02-21', '2017-02-28'],
  ])('%s is a %s from %s to %s', (period, grain, first, last) => {
    expect(parsePeriod(period)).toEqual({ period, grain, year: Number(period.slice(0, 4)), first, last });
  });

  test.each([
    '',
    '17',
    '2017-13',
    '2017-00',
    '2017-4',
    '2017-Q5',
    '2017-Q0',
    '2017-04-X4',
    '2017-04-21',
    ' 2017',
    'latest',
  ])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeNull();
    expect(() => spanOf(text)).toThrow(RangeError);
  });

  test('every form that is named is one', () => {
    for (const form of periodForms) expect(parsePeriod(form)).not.toBeNull();
  });
});

describe('the period of a day', () => {
  test.each([
    ['2017-04-21', 'xun', '2017-04-X3'],
    ['2017-04-20', 'xun', '2017-04-X2'],
    ['2017-01-31', 'xun', '2017-01-X3'],
    ['2017-04-21', 'month', '2017-04'],
    ['2017-04-21', 'quarter', '2017-Q2'],
    ['2017-04-21', 'year', '2017'],
  ] as const)('%s by %s is %s', (day, grain, expected) => {
    expect(periodOfDay(day, grain)).toBe(expected);
  });

  test('holds that day and no day beside it', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(...grains), (day, grain) => {
        const period = periodOfDay(day, grain);
        const { first, last } = spanOf(period);
        expect(containsDay(period, day)).toBe(true);
        expect(containsDay(period, addDays(first, -1))).toBe(false);
        expect(containsDay(period, addDays(last, 1))).toBe(false);
        for (const outer of grains.slice(0, grains.indexOf(grain))) {
          expect(containsPeriod(periodOfDay(day, outer), period)).toBe(true);
        }
      }),
    );
  });
});

describe('order', () => {
  test('is by last day, then the longer is the greater', () => {
    const sorted = [
      '2017',
      '2016-12-X3',
      '2017-04',
      '2016',
      '2017-04-X3',
      '2016-Q4',
      '2017-05-X1',
      '2016-12',
    ];
    expect([...sorted].sort(comparePeriods)).toEqual([
      '2016-12-X3',
      '2016-12',
      '2016-Q4',
      '2016',
      '2017-04-X3',
      '2017-04',
      '2017-05-X1',
      '2017',
    ]);
  });

  test('is total: antisymmetric, transitive, equal only to itself', () => {
    fc.assert(
      fc.property(somePeriod, somePeriod, somePeriod, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a))).toBe(0);
        expect(comparePeriods(a, b) === 0).toBe(a === b);
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0)
          expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('nothing inside a period is greater than it', () => {
    fc.assert(
      fc.property(somePeriod, somePeriod, (outer, inner) => {
        fc.pre(containsPeriod(outer, inner));
        expect(comparePeriods(inner, outer)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
