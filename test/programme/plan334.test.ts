import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber } from '../../shared/programme/calendar.ts';
import { completionDue, type Fraction, startDue } from '../../shared/programme/plan334.ts';
import { policyOn } from '../../shared/programme/policy.ts';

const policy = policyOn('2017-04-21');
const share = ({ num, den }: Fraction) => num / den;

/** The vector of domain.md §2. */
describe.each([
  ['2016-12-30', 0, 0, 0],
  ['2016-12-31', 0.3, 0.3, 0],
  ['2017-01-31', 0.3, 0.403333, 0],
  ['2017-03-30', 0.3, 0.596667, 0],
  ['2017-03-31', 0.6, 0.6, 0],
  ['2017-04-21', 0.6, 0.692308, 0],
  ['2017-06-29', 0.6, 0.995604, 0],
  ['2017-06-30', 1, 1, 0],
  ['2017-09-29', 1, 1, 0],
  ['2017-09-30', 1, 1, 1],
])('on %s', (day, step, linear, completion) => {
  test(`${step} is due by step, ${linear} by the linear reading, ${completion} to be completed`, () => {
    expect(share(startDue(policy, 2017, day, 'step'))).toBe(step);
    expect(share(startDue(policy, 2017, day, 'linear'))).toBeCloseTo(linear, 6);
    expect(share(completionDue(policy, 2017, day))).toBe(completion);
  });
});

test('shares are exact: 21 of 91 days into the last stage is 9/13', () => {
  expect(startDue(policy, 2017, '2017-04-21', 'linear')).toEqual({ num: 9, den: 13 });
  expect(startDue(policy, 2017, '2017-04-21', 'step')).toEqual({ num: 3, den: 5 });
});

test('each plan year has its own nodes', () => {
  expect(startDue(policy, 2018, '2017-12-31', 'step')).toEqual({ num: 3, den: 10 });
  expect(startDue(policy, 2018, '2017-09-30', 'step')).toEqual({ num: 0, den: 1 });
  expect(completionDue(policy, 2018, '2017-09-30').num).toBe(0);
});

test('what is due never falls, stays within 0 and 1, and the linear reading is never below the step', () => {
  const days = fc
    .integer({ min: dayNumber('2016-06-01'), max: dayNumber('2018-01-31') })
    .map((number) => addDays('1970-01-01', number));
  fc.assert(
    fc.property(days, (day) => {
      const [step, linear] = [startDue(policy, 2017, day, 'step'), startDue(policy, 2017, day, 'linear')];
      const next = addDays(day, 1);
      expect(share(linear)).toBeGreaterThanOrEqual(share(step));
      expect(share(startDue(policy, 2017, next, 'step'))).toBeGreaterThanOrEqual(share(step));
      expect(share(startDue(policy, 2017, next, 'linear'))).toBeGreaterThanOrEqual(share(linear));
      expect(share(step)).toBeGreaterThanOrEqual(0);
      expect(share(linear)).toBeLessThanOrEqual(1);
    }),
  );
});
