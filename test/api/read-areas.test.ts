import { describe, expect, it } from 'vitest';
import { readAreas } from '../../shared/api/query/read-areas.ts';

describe('areas of a query', () => {
  it.each([
    ['4312', ['4312'], 'a city'],
    ['431200', ['4312'], 'a city with its zeros'],
    ['43', ['43'], 'the province'],
    ['431224, 431271,431224', ['431224', '431271'], 'a list, each once'],
    ['children(431224),4312', ['4312'], 'what is good beside what is not'],
  ])('%s is %j: %s', (text, areas) => {
    expect(readAreas(text, '43').areas).toEqual(areas);
  });

  it('opens children of a city into its thirteen units', () => {
    const { areas, errors } = readAreas('children(4312)', '43');
    expect(areas).toHaveLength(13);
    expect(areas).toContain('431271');
    expect(errors).toEqual([]);
  });

  it.each([
    ['4412', 'unknown_area', null, 'another province'],
    ['431201', 'unknown_area', '4312', 'an area that reports nothing'],
    ['溆浦', 'unknown_area', '431224', 'a name'],
    ['怀化市', 'unknown_area', '4312', 'a name of a city'],
    ['', 'unknown_area', null, 'nothing'],
    ['children(怀化市)', 'unknown_area', 'children(4312)', 'children of a name'],
    ['children(431224)', 'area_without_children', null, 'children of a county'],
    ['children(4312', 'unknown_area', null, 'a bracket left open'],
  ])('refuses %j as %s (meant: %s): %s', (text, code, didYouMean, _what) => {
    const { errors } = readAreas(text, '43');
    expect(errors.map((error) => error.code)).toEqual([code]);
    expect(errors[0]?.didYouMean).toBe(didYouMean);
    expect(errors[0]?.allowed.length).toBeGreaterThan(0);
  });
});
