import { describe, expect, it } from 'vitest';
import { wholeCatalogue } from '../../shared/indicators/whole-catalogue.ts';
import { endpoint } from './support/endpoint.ts';
import { publishFigures } from './support/figures-city.ts';

/** The calendar of the programme knows the years 1900 to 2199; what looks a year back or on must not fall off it. */
const ends = ['1900', '1900-Q1', '1900-01', '1900-01-X1', '2199', '2199-Q4', '2199-12', '2199-12-X3'];

describe('the first and last periods there are', () => {
  it.each(ends)('%s is answered for every indicator, with every comparison', async (period) => {
    const city = endpoint();
    await publishFigures(city.items);
    const indicator = wholeCatalogue.map(({ id }) => id).join(',');
    const query = `indicator=${indicator}&area=431224&period=${period}&vs=plan,previous,year,peers&labels=both`;
    const { status } = await city.get(`/v1/data?${query}`);
    expect([status, city.lines]).toEqual([200, []]);
  });

  it.each(['progress/334', 'funds/waterfall', 'completeness', 'ladder'])(
    '%s counts back to the first',
    async (name) => {
      const city = endpoint();
      await publishFigures(city.items);
      const period = name === 'progress/334' ? '' : '&period=last:140:year,2199';
      const { status } = await city.get(`/v1/${name}?area=431224${period}`);
      expect([status, city.lines]).toEqual([200, []]);
    },
  );
});
