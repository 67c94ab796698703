import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishOf } from '../../shared/api/shaped/pace.ts';
import { addDays, dayNumber } from '../../shared/programme/calendar.ts';

const point = (day: string, done: number, planned = 100, coverage = 1) => ({ day, done, planned, coverage });

describe('where a pace leads', () => {
  it.each([
    ['is not known without an earlier point', [point('2017-04-21', 50)], null, 'no_data'],
    ['nor by one of the last two 旬', [point('2017-04-10', 40), point('2017-04-21', 50)], null, 'no_data'],
    ['is a day', [point('2017-03-31', 29), point('2017-04-21', 50)], '2017-06-10', 'ok'],
    ['is none without progress', [point('2017-03-31', 50), point('2017-04-21', 50)], null, 'not_applicable'],
    ['is none backwards', [point('2017-03-31', 60), point('2017-04-21', 50)], null, 'not_applicable'],
    [
      'is the day on which it was reached',
      [point('2017-03-31', 100), point('2017-04-21', 100)],
      '2017-03-31',
      'ok',
    ],
    [
      'is not measured by another plan',
      [point('2017-03-31', 29, 90), point('2017-04-21', 50)],
      null,
      'no_data',
    ],
    ['nor by other counties', [point('2017-03-31', 29, 100, 0.5), point('2017-04-21', 50)], null, 'no_data'],
    [
      'is no day that nobody lives to see',
      [point('2017-03-31', 0, 9e6), point('2017-04-21', 1, 9e6)],
      null,
      'not_applicable',
    ],
  ] as const)('%s', (_, points, day, status) => {
    expect(finishOf(points)).toEqual({ day, status });
  });

  it('by which all is done on that day, and not on the day before', () => {
    const days = fc.integer({ min: 41, max: 200 });
    fc.assert(
      fc.property(
        days,
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (span, before, gain, left) => {
          const now = addDays('2017-01-01', span);
          const planned = before + gain + left;
          const { day } = finishOf([
            point('2017-01-01', before, planned),
            point(now, before + gain, planned),
          ]);
          if (day === null) return left * span > 3_650 * gain;
          const doneAfter = (count: number) => before + gain + (gain * count) / span;
          const ahead = dayNumber(day) - dayNumber(now);
          return doneAfter(ahead) >= planned - 1e-9 && doneAfter(ahead - 1) < planned;
        },
      ),
    );
  });
});
