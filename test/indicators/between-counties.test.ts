import { describe, expect, test } from 'vitest';
import { checkTargetSums, searchIdentities } from '../../shared/indicators/between-counties.ts';
import { balanceTransfers } from '../../shared/indicators/transfers-between.ts';
import { countiesOf } from '../../shared/programme/areas.ts';
import { batch, type Row } from './support/county.ts';
import { entry, wan } from './support/worked-ledger.ts';

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

describe('I6: what goes out of accounts comes into accounts, over the whole province', () => {
  const transfer = (type: 'in' | 'out', day: string, wanYuan: number, row: Row = {}): Row =>
    entry(`${type} ${day} ${wanYuan}`, `transfer_${type}`, day, wanYuan, row);
  const ledger = (rows: readonly Row[], dataDate: string) =>
    batch({ dataset: 'fundLedger', period: dataDate.slice(0, 7), dataDate, rows });
  const alertsOf = (ledgers: Readonly<Record<string, readonly ReturnType<typeof ledger>[]>>) => {
    const balance = balanceTransfers();
    for (const [area, own] of Object.entries(ledgers)) balance.read(area, own);
    return balance.list();
  };
  const out = transfer('out', '2017-02-20', 6);
  const april = ledger([], '2017-04-21');

  test.each<[string, readonly Row[], readonly Row[], readonly string[]]>([
    ['both sides alike', [out], [transfer('in', '2017-02-21', 6)], []],
    ['less arrives than went', [out], [transfer('in', '2017-02-21', 5.4)], ['2017-02 0.6']],
    ['nothing arrives', [out], [], ['2017-02 6']],
    ['it comes from nowhere', [], [transfer('in', '2017-02-21', 5)], ['2017-02 5']],
    [
      'one month is not made up for by another',
      [out],
      [transfer('in', '2017-03-01', 6)],
      ['2017-02 6', '2017-03 6'],
    ],
    ['within one county', [out, transfer('in', '2017-02-28', 6)], [], []],
    ['a month that is not over', [transfer('out', '2017-04-20', 6)], [], []],
  ])('%s', (_, one, other, expected) => {
    const alerts = alertsOf({
      '431226': [ledger(one, '2017-02-28'), april],
      '431227': [ledger(other, '2017-02-28'), april],
    });
    expect(alerts.map(({ alert }) => `${alert.object.month} ${(alert.amount ?? 0) / wan}`)).toEqual(expected);
  });

  test('waits for the ledgers of all counties that keep one', () => {
    const lagging = { '431227': [ledger([], '2017-01-31')] };
    expect(alertsOf({ '431226': [ledger([out], '2017-02-28'), april], ...lagging })).toEqual([]);
    expect(alertsOf({ '431226': [ledger([out], '2017-02-28'), april], '431227': [] })).toHaveLength(1);
  });

  test('names the month, the counties and the rows of both sides', () => {
    const [found] = alertsOf({
      '431226': [ledger([out], '2017-02-28')],
      '431227': [ledger([transfer('in', '2017-02-21', 5.4)], '2017-02-28')],
    });
    expect(found?.areas).toEqual(['431226', '431227']);
    expect(found?.alert).toMatchObject({
      rule: 'I6',
      severity: 'red',
      object: { month: '2017-02' },
      since: '2017-02-28',
      count: 2,
    });
  });
});
