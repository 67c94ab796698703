import { describe, expect, test } from 'vitest';
import { checkTargetSums, searchIdentities } from '../../shared/indicators/between-counties.ts';
import { countiesOf } from '../../shared/programme/areas.ts';
import { batch, type Row } from './support/county.ts';

const city = '4312';
const counties = countiesOf(city);
const target = (persons: number, over: Row = {}): Row => ({
  planYear: 2017,
  targetType: 'provincial',
  mode: 'all',
  persons,
  effectiveDate: '2017-01-20',
  ...over,
});
const targetsOf = (area: string, ...rows: readonly Row[]) => ({
  area,
  batches: [batch({ dataset: 'targets', period: '2017', id: `targets of ${area}`, rows })],
});
const each = (...rows: readonly Row[]) => counties.map((area) => targetsOf(area, ...rows));
const total = 100 * counties.length;

describe('X1: the tasks of the counties add up to the city’s', () => {
  test.each<[string, Parameters<typeof checkTargetSums>[0], number]>([
    ['they do', [targetsOf(city, target(total)), ...each(target(100))], 0],
    ['they do not', [targetsOf(city, target(total + 1)), ...each(target(100))], 1],
    ['no city has stated its own', each(target(100)), 0],
    ['a county is still missing', [targetsOf(city, target(total)), ...each(target(100)).slice(1)], 0],
    [
      'a county is still missing and the sum is above already',
      [targetsOf(city, target(total - 150)), ...each(target(100)).slice(1)],
      1,
    ],
    [
      'of another year, type or mode',
      [
        targetsOf(
          city,
          target(total),
          target(7, { planYear: 2018 }),
          target(7, { targetType: 'municipal' }),
          target(7, { mode: 'scattered' }),
        ),
        ...each(target(100)),
      ],
      0,
    ],
    [
      'the newest statement counts',
      [targetsOf(city, target(total)), ...each(target(90), target(100, { effectiveDate: '2017-03-01' }))],
      0,
    ],
    [
      'modes add up to all',
      [
        targetsOf(city, target(total)),
        ...each(target(60, { mode: 'concentrated' }), target(40, { mode: 'scattered' })),
      ],
      0,
    ],
  ])('%s', (_, stated, count) => {
    expect(checkTargetSums(stated)).toHaveLength(count);
  });

  test('says which task of which city, both numbers, since when and where', () => {
    const [found] = checkTargetSums([targetsOf(city, target(5)), ...each(target(100))]);
    expect(found).toMatchObject({
      areas: [city],
      alert: {
        rule: 'X1',
        severity: 'amber',
        object: {
          city,
          planYear: 2017,
          targetType: 'provincial',
          mode: 'all',
          cityPersons: 5,
          countyPersons: total,
        },
        since: '2017-01-20',
        amount: null,
        count: counties.length + 1,
      },
    });
    expect(found?.alert.evidence.map((one) => one.batch)).toContain(`targets of ${city}`);
  });
});

describe('X6: one ID number in two counties', () => {
  const list = (area: string, dataset: 'persons' | 'households', ...tokens: readonly (string | null)[]) => {
    const column = dataset === 'persons' ? 'personToken' : 'headIdToken';
    const rows = tokens.map((token) => ({ [column]: token, householdNoToken: 'N1' }));
    return {
      area,
      batch: batch({ dataset, id: `${dataset} of ${area}`, rows, dataDate: `2017-04-${area.slice(4)}` }),
    };
  };
  const found = (...lists: readonly ReturnType<typeof list>[]) => {
    const search = searchIdentities();
    for (const { area, batch: one } of lists) search.read(area, one);
    return search.list();
  };

  test.each([
    ['nobody', [list('431221', 'persons', 'A', 'B'), list('431224', 'persons', 'C')], 0],
    ['twice in one county', [list('431221', 'persons', 'A', 'A'), list('431221', 'households', 'A')], 0],
    ['unknown persons', [list('431221', 'persons', null), list('431224', 'persons', null)], 0],
    ['a person', [list('431221', 'persons', 'A'), list('431224', 'persons', 'B', 'A')], 2],
    ['a head and a person', [list('431221', 'households', 'A'), list('431224', 'persons', 'A')], 2],
    [
      'two persons of the same counties',
      [list('431221', 'persons', 'A', 'B'), list('431224', 'persons', 'B', 'A')],
      4,
    ],
  ] as const)('%s', (_, lists, rows) => {
    expect(found(...lists).reduce((sum, { alert }) => sum + alert.count, 0)).toBe(rows);
  });

  test('one alert for each set of counties, with its rows, since the second had the person, without tokens', () => {
    const alerts = found(
      list('431221', 'persons', 'secret-1', 'secret-2'),
      list('431224', 'persons', 'secret-2'),
      list('431225', 'households', 'secret-1', 'secret-3'),
    );
    expect(alerts).toEqual([
      {
        areas: ['431221', '431224'],
        alert: {
          rule: 'X6',
          severity: 'red',
          object: { counties: '431221 431224' },
          since: '2017-04-24',
          amount: null,
          count: 2,
          evidence: [
            { dataset: 'persons', batch: 'persons of 431221', sheet: 0, row: 5 },
            { dataset: 'persons', batch: 'persons of 431224', sheet: 0, row: 4 },
          ],
        },
      },
      expect.objectContaining({ areas: ['431221', '431225'] }),
    ]);
    expect(JSON.stringify(alerts)).not.toContain('secret');
  });
});
