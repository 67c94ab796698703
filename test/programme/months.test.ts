import { describe, expect, test } from 'vitest';
import { monthsBefore, monthsElapsed, previousMonth, xunBefore } from '../../shared/programme/months.ts';

describe('calendar months before a day', () => {
  test.each([
    ['2017-04-21', 6, '2016-10-21'],
    ['2017-04-21', 12, '2016-04-21'],
    ['2017-03-31', 1, '2017-02-28'],
    ['2016-03-31', 1, '2016-02-29'],
    ['2017-01-15', 1, '2016-12-15'],
    ['2017-12-31', 12, '2016-12-31'],
    ['2017-12-31', 13, '2016-11-30'],
    ['2017-05-05', 0, '2017-05-05'],
  ])('%s less %d is %s', (day, count, expected) => {
    expect(monthsBefore(day, count)).toBe(expected);
  });

  test('a year nobody reports of is a fault', () => {
    expect(() => monthsBefore('1900-01-01', 1)).toThrow(RangeError);
  });
});

test.each([
  ['2017-01-30', 0],
  ['2017-01-31', 1],
  ['2017-04-21', 3],
  ['2017-04-30', 4],
  ['2017-02-28', 2],
  ['2016-02-28', 1],
  ['2017-12-31', 12],
])('at the end of %s %d whole months of the year have passed', (day, months) => {
  expect(monthsElapsed(day)).toBe(months);
});

test.each([
  ['2017-04-30', '2017-03'],
  ['2017-03-31', '2017-02'],
  ['2017-01-01', '2016-12'],
])('the month before %s is %s', (day, month) => {
  expect(previousMonth(day)).toBe(month);
});

test.each([
  ['2017-04-21', 3, '2017-03-X3'],
  ['2017-04-10', 3, '2017-03-X1'],
  ['2017-03-31', 3, '2017-02-X3'],
  ['2017-03-30', 1, '2017-03-X2'],
  ['2017-03-31', 0, '2017-03-X3'],
  ['2017-01-05', 1, '2016-12-X3'],
  ['2017-01-05', 4, '2016-11-X3'],
  ['2017-01-15', 2, '2016-12-X3'],
])('the 旬 of %s less %d is %s', (day, count, expected) => {
  expect(xunBefore(day, count)).toBe(expected);
});
