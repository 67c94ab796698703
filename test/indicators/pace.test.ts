import { describe, expect, test } from 'vitest';
import { pacedBy, thresholdOn, yearsPassed } from '../../shared/indicators/pace.ts';
import { definitionOf } from './support/county.ts';

const dated = {
  ...definitionOf('reloc.plan_completion'),
  thresholds: [
    { effectiveFrom: '2017-07-01', green: 1, amber: 0.9, basis: 'rule' as const },
    { effectiveFrom: '2016-01-01', green: 1, amber: 0.95, basis: 'proposal' as const },
  ],
};

test.each([
  ['2015-12-31', undefined],
  ['2016-01-01', 0.95],
  ['2017-06-30', 0.95],
  ['2017-07-01', 0.9],
])('the limits in force on %s', (day, amber) => {
  expect(thresholdOn(dated, day)?.amber).toBe(amber);
});

describe('the part of the plan’s years that has passed', () => {
  test.each([
    [2017, 2017, '2016-12-31', 0, 365],
    [2017, 2017, '2017-01-01', 1, 365],
    [2017, 2017, '2017-12-31', 365, 365],
    [2017, 2017, '2018-03-01', 365, 365],
    [2016, 2016, '2016-12-31', 366, 366],
    [2016, 2020, '2017-04-21', 477, 1827],
  ])('%d–%d on %s: %d of %d days', (from, to, day, num, den) => {
    expect(yearsPassed(from, to, day)).toEqual({ num, den });
  });
});

test('limits ask of the pace what they ask of the whole, exactly', () => {
  expect(pacedBy(dated, { num: 1, den: 2 }, '2017-06-30')).toEqual({
    green: { num: 1, den: 2 },
    amber: { num: 19, den: 40 },
  });
});
