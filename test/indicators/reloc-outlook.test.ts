import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, lookWhole, type Row, ratio } from './support/county.ts';

const project = (projectId: string, row: Row = {}): Row => ({
  projectId,
  projectName: `${projectId}安置点`,
  mode: 'concentrated',
  planYear: 2017,
  plannedHouseholds: 100,
  plannedPersons: 380,
  completedHouseholds: 0,
  occupiedHouseholds: 0,
  ...row,
});
const projects = (rows: readonly Row[], period: string, dataDate: string): BatchShape => ({
  dataset: 'projects',
  rows,
  period,
  dataDate,
});

describe('forecast_completion', () => {
  // from 22 March to 21 April 30 days, from 21 April to 30 September 162
  const between = (before: number, now: number, dates = ['2017-03-22', '2017-04-21'] as const) =>
    factsOf('reloc', [
      projects([project('P-1', { completedHouseholds: before })], '2017-03-X3', dates[0]),
      projects([project('P-1', { completedHouseholds: now })], '2017-04-X3', dates[1]),
    ]);

  test.each([
    ['10 more in 30 days are 54 more in 162', 10, 20, 0.74, 74, 'red'],
    ['5 more are 27 more', 40, 45, 0.72, 72, 'red'],
    ['a fraction of a household stays one', 19, 20, 0.254, 25.4, 'red'],
    ['never more than all', 10, 30, 1, 100, 'green'],
    ['nothing new leaves it where it is', 20, 20, 0.2, 20, 'red'],
    ['what was taken back is not carried on', 30, 20, 0.2, 20, 'red'],
    ['97 of 100 is amber', 97, 97, 0.97, 97, 'amber'],
  ])('%s', (_, before, now, value, numerator, rag) => {
    expect(lookWhole('reloc.forecast_completion', [between(before, now)])).toMatchObject({
      value,
      numerator,
      denominator: 100,
      rag,
    });
  });

  test('after the deadline it is what is done', () => {
    const facts = factsOf(
      'reloc',
      [
        projects([project('P-1', { completedHouseholds: 50 })], '2017-09-X1', '2017-09-10'),
        projects([project('P-1', { completedHouseholds: 80 })], '2017-10-X1', '2017-10-10'),
      ],
      '2017-10-X1',
    );
    expect(lookWhole('reloc.forecast_completion', [facts], { period: '2017-10-X1' }).value).toBe(0.8);
  });

  test('an area takes its limits after adding up: one county’s surplus makes up for another’s lack', () => {
    // 80 + 20 × 5.4 and 20 + 0 of 200: 208 is more than all
    expect(lookWhole('reloc.forecast_completion', [between(60, 80), between(20, 20)]).value).toBe(1);
    // 40 + 54 and 20 + 0 of 200
    expect(lookWhole('reloc.forecast_completion', [between(30, 40), between(20, 20)]).value).toBe(0.57);
  });

  test('each plan year has its own pace', () => {
    const rows = (completed: number) => [
      project('P-1', { completedHouseholds: completed }),
      project('P-16', { planYear: 2016, completedHouseholds: 90 }),
    ];
    const facts = factsOf('reloc', [
      projects(rows(10), '2017-03-X3', '2017-03-22'),
      projects(rows(20), '2017-04-X3', '2017-04-21'),
    ]);
    const of = (planYear: number) =>
      lookWhole('reloc.forecast_completion', [facts], { parameters: { planYear } }).value;
    expect([of(2017), of(2016)]).toEqual([0.74, 0.9]);
  });

  test.each<[string, readonly BatchShape[]]>([
    ['no earlier picture', [projects([project('P-1')], '2017-04-X3', '2017-04-21')]],
    [
      'two pictures of one day',
      [
        projects([project('P-1')], '2017-03-X3', '2017-04-21'),
        projects([project('P-1')], '2017-04-X3', '2017-04-21'),
      ],
    ],
  ])('%s: no data', (_, shapes) => {
    expect(lookWhole('reloc.forecast_completion', [factsOf('reloc', shapes)]).status).toBe('no_data');
  });
});

describe('overfulfilled', () => {
  const county = (moved: number, task: number | null) =>
    factsOf(
      'reloc',
      [
        {
          dataset: 'targets',
          period: '2016',
          rows:
            task === null
              ? []
              : [
                  {
                    planYear: 2016,
                    targetType: 'provincial',
                    mode: 'all',
                    persons: task,
                    effectiveDate: '2016-03-01',
                  },
                ],
        },
        projects([project('P-1', { planYear: 2016 })], '2016', '2016-12-31'),
        {
          dataset: 'households',
          period: '2016',
          rows: [
            {
              headIdToken: 'H',
              projectId: 'P-1',
              mode: 'concentrated',
              familySize: moved,
              isRegistered: true,
              moveInDate: '2016-12-01',
            },
          ],
        },
      ],
      '2016',
    );
  const look2016 = (...counties: ReturnType<typeof county>[]) =>
    lookWhole('reloc.overfulfilled', counties, { period: '2016' });

  test('2016: 25734 of 21607 is 4127 over (domain.md §2 G3)', () => {
    expect(look2016(county(25_734, 21_607))).toMatchObject({
      value: 4127,
      numerator: 25_734,
      denominator: 21_607,
      unit: '人',
      rag: null,
    });
  });

  test('what is lacking is not negative', () => {
    expect(look2016(county(90, 100)).value).toBe(0);
  });

  test('an area adds up before it subtracts (§9)', () => {
    expect(look2016(county(130, 100), county(90, 100)).value).toBe(20);
    expect(look2016(county(105, 100), county(90, 100)).value).toBe(0);
  });

  test('without a task there is no data', () => {
    expect(look2016(county(90, null)).status).toBe('no_data');
  });
});

describe('concentrated_share and occupancy_of_plan', () => {
  const huaihua = factsOf('reloc', [
    projects(
      [
        project('P-1', {
          plannedHouseholds: 6286,
          plannedPersons: 24_324,
          completedHouseholds: 47,
          occupiedHouseholds: 47,
        }),
        project('S-1', { mode: 'scattered', plannedHouseholds: 9235, plannedPersons: 34_473 }),
      ],
      '2017-04-X3',
      '2017-04-21',
    ),
  ]);

  test.each([
    ['persons', 0.413695],
    ['households', 0.405],
  ])('Huaihua 2017 by %s is %d (domain.md §2 G7)', (basis, value) => {
    const seen = lookWhole('reloc.concentrated_share', [huaihua], { parameters: { basis } });
    expect(seen).toMatchObject({ value, rag: null });
  });

  test('by persons unless asked otherwise', () => {
    expect(lookWhole('reloc.concentrated_share', [huaihua]).denominator).toBe(58_797);
  });

  test('occupied of planned', () => {
    expect(ratio(huaihua, 'reloc.occupancy_of_plan')).toBe('47/15521');
    expect(ratio(huaihua, 'reloc.occupancy_of_plan', {}, { mode: 'scattered' })).toBe('0/9235');
  });
});
