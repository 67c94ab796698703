import { describe, expect, test } from 'vitest';
import { add, quotient, rational, roundHalfUp, subtract } from '../../shared/indicators/rational.ts';
import { dayNumber } from '../../shared/programme/calendar.ts';
import { startDue } from '../../shared/programme/plan334.ts';
import { policyOn } from '../../shared/programme/policy.ts';

/** The published figures of the seed article agree with each other (domain.md §2, G1–G16). */

const plan2017 = {
  concentrated: { sites: 163, households: 6286, persons: 24_324 },
  scattered: { households: 9235, persons: 34_473 },
};
const done2016 = { households: 6416, persons: 25_734, overTask: 4127 };
const fiveYears = 110_422;
const { concentrated, scattered } = plan2017;
const day = '2017-04-21';
const policy = policyOn(day);
const six = (num: number, den: number) => roundHalfUp(rational(num, den));
/** As the article prints a rate: one decimal of a percent, half-up. */
const percent = (num: number, den: number) => roundHalfUp(rational(num * 100, den), 1);

test('G1 the modes add up to the plan of 2017', () => {
  expect(concentrated.persons + scattered.persons).toBe(58_797);
});

test('G2 households of 2017', () => {
  expect(concentrated.households + scattered.households).toBe(15_521);
});

test('G3, G4 the provincial task of 2016 and its completion', () => {
  const task = done2016.persons - done2016.overTask;
  expect(task).toBe(21_607);
  expect(six(done2016.persons, task)).toBe(1.191003);
  expect(percent(done2016.persons, task)).toBe(119.1);
});

test('G5 the provincial total behind 14 %', () => {
  expect(roundHalfUp(rational(fiveYears * 100, 14), 0)).toBe(788_729);
  expect(Math.ceil((fiveYears * 1000) / 145)).toBe(761_532);
  expect(Math.floor((fiveYears * 1000) / 135)).toBe(817_940);
});

test.each([
  ['2016', done2016.persons, done2016.households, 4.0109],
  ['2017 concentrated', concentrated.persons, concentrated.households, 3.8696],
  ['2017 scattered', scattered.persons, scattered.households, 3.7329],
  ['2017', 58_797, 15_521, 3.7882],
])('G6 persons per household, %s', (_, persons, households, expected) => {
  expect(roundHalfUp(rational(persons, households), 4)).toBe(expected);
});

test('G7 the concentrated share of 2017', () => {
  expect(six(concentrated.persons, 58_797)).toBe(0.413695);
  expect(six(concentrated.households, 15_521)).toBe(0.405);
});

describe('G8–G10 numbers that print as the published rate', () => {
  test.each([
    ['projects', concentrated.sites, 83.4, 136, 136],
    ['concentrated households', concentrated.households, 83.4, 5240, 5245],
    ['concentrated persons', concentrated.persons, 83.4, 20_275, 20_298],
    ['scattered households', scattered.households, 83.3, 7689, 7697],
    ['scattered persons', scattered.persons, 83.3, 28_699, 28_733],
  ])('%s of %d at %d %%: %d to %d', (_, all, rate, from, to) => {
    expect([from - 1, from, to, to + 1].map((started) => percent(started, all) === rate)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('136 of 163', () => {
    expect(six(136, 163)).toBe(0.834356);
  });
});

test('G11 overall is the ratio of sums; the plain mean of the two rates is another number', () => {
  const started = (rate: number, of: number) => rational(rate * of, 1000);
  const overall = (a: number, b: number) =>
    roundHalfUp(quotient(add(started(834, a), started(833, b)), rational(a + b)));
  expect(overall(concentrated.persons, scattered.persons)).toBe(0.833414);
  expect(overall(concentrated.households, scattered.households)).toBe(0.833405);
  expect(roundHalfUp(rational(834 + 833, 2000), 4)).toBe(0.8335);
});

test.each([
  ['step', 0.234, 0.233],
  ['linear', 0.1417, 0.1407],
] as const)(
  'G12, G13 the lead of 83.4 and 83.3 %% on the %s plan',
  (reading, ofConcentrated, ofScattered) => {
    const { num, den } = startDue(policy, 2017, day, reading);
    const lead = (rate: number) => roundHalfUp(subtract(rational(rate, 1000), rational(num, den)), 4);
    expect([lead(834), lead(833)]).toEqual([ofConcentrated, ofScattered]);
  },
);

test('G14 the nodes in whole projects of 163', () => {
  const dueOn = (node: string) => {
    const { num, den } = startDue(policy, 2017, node, 'step');
    return Math.ceil((concentrated.sites * num) / den);
  };
  expect(['2016-12-31', '2017-03-31', '2017-06-30'].map(dueOn)).toEqual([49, 98, 163]);
  expect([136 - dueOn('2017-03-31'), dueOn('2017-06-30') - 136]).toEqual([38, 27]);
  expect(dayNumber('2017-06-30') - dayNumber(day)).toBe(70);
});

test('G15 persons not started on 2017-04-21', () => {
  const left = concentrated.persons * 166 + scattered.persons * 167;
  expect(roundHalfUp(rational(left, 1000), 0)).toBe(9795);
});

test('G16 done in 2016 and planned for 2017, of five years', () => {
  const reached = done2016.persons + 58_797;
  expect(reached).toBe(84_531);
  expect(fiveYears - reached).toBe(25_891);
  const hundredths = (num: number) => roundHalfUp(rational(num * 100, fiveYears), 2);
  expect([reached, fiveYears - reached, done2016.persons].map(hundredths)).toEqual([76.55, 23.45, 23.31]);
});
