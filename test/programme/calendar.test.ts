import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  daysInMonth,
  isDay,
  shanghaiDay,
} from '../../shared/programme/calendar.ts';

const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });

describe('days', () => {
  test.each([
    [2016, 2, 29, '2016-02-29'],
    [2017, 2, 29, null],
    [2017, 4, 31, null],
    [2017, 13, 1, null],
    [2017, 0, 1, null],
    [2017, 4, 0, null],
    [2017, 4.5, 1, null],
    [1899, 12, 31, null],
    [2200, 1, 1, null],
    [2017, 4, 1, '2017-04-01'],
  ])('%d-%d-%d is %s', (year, month, day, expected) => {
    expect(dayOf(year, month, day)).toBe(expected);
  });

  test('every month of every year ends where the calendar ends it', () => {
    for (let year = 1900; year < 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }
    }
  });

  test.each([
    ['2017-04-21', true],
    ['2017-4-21', false],
    ['2017-02-30', false],
    ['2017-04-21T00:00:00Z', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  test.each([
    [2016, 2, 29],
    [2017, 2, 28],
    [2100, 2, 28],
    [2017, 12, 31],
  ])('%d-%d has %d days', (year, month, expected) => {
    expect(daysInMonth(year, month)).toBe(expected);
  });

  test('every day has a number, and adding goes there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (number, count) => {
        const day = addDays('1970-01-01', number);
        expect(isDay(day)).toBe(true);
        expect(dayNumber(day)).toBe(number);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  test('the hundredth day of the campaign of 2016-08-11 is 2016-11-18 (G20)', () => {
    expect(addDays('2016-08-11', 99)).toBe('2016-11-18');
  });
});

describe('the day in Shanghai (domain.md §5.9)', () => {
  test.each([
    ['2017-04-22T15:59:59Z', '2017-04-22'],
    ['2017-04-22T16:00:00Z', '2017-04-23'],
    ['2017-04-22T16:30:00Z', '2017-04-23'],
    ['2016-12-31T16:00:00Z', '2017-01-01'],
  ])('at %s is %s', (instant, expected) => {
    expect(shanghaiDay(new Date(instant))).toBe(expected);
  });
});

describe('calendar months', () => {
  test.each([
    ['2017-03-31', 1, '2017-04-30'],
    ['2017-04-21', -12, '2016-04-21'],
    ['2016-02-29', 12, '2017-02-28'],
    ['2016-12-15', 1, '2017-01-15'],
    ['2017-01-31', -11, '2016-02-29'],
    ['2017-05-31', 0, '2017-05-31'],
  ])('%s and %d months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test('out of the calendar is a fault', () => {
    expect(() => addMonths('2199-12-01', 1)).toThrow(RangeError);
  });
});
