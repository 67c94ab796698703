import { describe, expect, it } from 'vitest';
import { readPeriods } from '../../shared/api/read-periods.ts';

describe('periods of a query', () => {
  it('takes every grain, and each once', () => {
    const text = '2017,2017-Q2,2017-04, 2017-04-X3,latest,2017';
    expect(readPeriods(text)).toEqual({
      periods: ['2017', '2017-Q2', '2017-04', '2017-04-X3', 'latest'],
      errors: [],
    });
  });

  it.each([
    ['2017Q2', '2017-Q2'],
    ['2017-q2', '2017-Q2'],
    ['201704', '2017-04'],
    ['2017-4', '2017-04'],
    ['2017/04', '2017-04'],
    ['2017-04-x3', '2017-04-X3'],
    ['2017年4月下旬', '2017-04-X3'],
    ['2017年4月', '2017-04'],
    ['2017年第2季度', '2017-Q2'],
    ['2017年', '2017'],
    ['2017-04-21', '2017-04-X3'],
    ['LATEST', 'latest'],
    ['最新', 'latest'],
    ['2017-13', null],
    ['2017-02-30', null],
    ['2017-04-X4', null],
    ['yesterday', null],
    ['', null],
  ])('refuses %j and suggests %j', (text, didYouMean) => {
    const { periods, errors } = readPeriods(text);
    expect(periods).toEqual([]);
    expect(errors.map((error) => [error.code, error.didYouMean])).toEqual([['unknown_period', didYouMean]]);
  });
});
