import { describe, expect, it } from 'vitest';
import { readPeriods, settlePeriods } from '../../shared/api/query/read-periods.ts';

describe('periods of a query', () => {
  it('takes every grain, and each once', () => {
    const text = '2017,2017-Q2,2017-04, 2017-04-X3,latest,2017,2017年';
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
    ['2017年4月中旬', '2017-04-X2'],
    ['2017年4月', '2017-04'],
    ['2017年第2季度', '2017-Q2'],
    ['2017年', '2017'],
    ['2017-04-11/P10D', '2017-04-X2'],
    ['2017-04-01/P1M', '2017-04'],
    ['2017-K11', '2017-04-X2'],
    ['LATEST', 'latest'],
    ['最新', 'latest'],
  ])('%s can only mean %s', (text, period) => {
    expect(readPeriods(text)).toEqual({ periods: [period], errors: [] });
  });

  it.each([
    ['2017-01..2017-04', ['2017-01', '2017-02', '2017-03', '2017-04']],
    ['2016-12-X3..2017-01-X1', ['2016-12-X3', '2017-01-X1']],
    ['2016Q4..2017Q1', ['2016-Q4', '2017-Q1']],
    ['2017..2017', ['2017']],
    ['2017-01..2017-02,2017-02..2017-03', ['2017-01', '2017-02', '2017-03']],
  ])('%s are %j', (text, periods) => {
    expect(readPeriods(text)).toEqual({ periods, errors: [] });
  });

  it.each([
    ['2017-04-21', 'unknown_period', '2017-04-X3'],
    ['2017-H1', 'unknown_period', '2017-Q1..2017-Q2'],
    ['2017-13', 'unknown_period', null],
    ['2017-02-30', 'unknown_period', null],
    ['2017-04-X4', 'unknown_period', null],
    ['2017-K37', 'unknown_period', null],
    ['2017-04-12/P10D', 'unknown_period', null],
    ['2017-04-11/P999Y', 'unknown_period', null],
    ['yesterday', 'unknown_period', null],
    ['', 'unknown_period', null],
    ['2017-01..2017-Q2', 'invalid_range', null],
    ['2017-06..2017-01', 'invalid_range', '2017-01..2017-06'],
    ['2017-04-01..2017-05-11', 'unknown_period', '2017-04-X1..2017-05-X2'],
    ['2017-01..latest', 'unknown_period', null],
    ['2017-01..', 'unknown_period', null],
    ['2017-01..2017-02..2017-03', 'unknown_period', null],
    ['last:6:months', 'unknown_period', 'last:6:month'],
    ['last:0:xun', 'unknown_period', 'last:1:xun'],
    ['last:6', 'unknown_period', null],
    ['last:9999:year', 'unknown_period', 'last:1000:year'],
  ])('refuses %j as %s and suggests %j', (text, code, didYouMean) => {
    const { periods, errors } = readPeriods(text);
    expect(periods).toEqual([]);
    expect(errors.map((error) => [error.code, error.didYouMean])).toEqual([[code, didYouMean]]);
  });
});

describe('the newest periods', () => {
  const { periods: terms } = readPeriods('last:2:xun,2017-04-X2,last:1:quarter');

  it('end with the one in which the newest reported period ends, each once', () => {
    expect(settlePeriods(terms, '2017-04')).toEqual(['2017-04-X2', '2017-04-X3', '2017-Q2']);
  });

  it('are only the latest where nothing was reported', () => {
    expect(settlePeriods(terms, null)).toEqual(['latest', '2017-04-X2']);
  });
});
