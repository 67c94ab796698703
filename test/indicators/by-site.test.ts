import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../shared/indicators/catalogue.ts';
import type { Component } from '../../shared/indicators/facts.ts';
import { familyIds } from '../../shared/indicators/facts.ts';
import { batchesAt, reportedPeriods, selectPeriod } from '../../shared/indicators/resolve.ts';
import { county } from './oracle/provinces/province.ts';
import { type BatchShape, factsOf, look, type Row } from './support/county.ts';

/** Two sites, a scattered batch; P-2 is referred to by name. */
const projects: BatchShape = {
  dataset: 'projects',
  rows: (
    [
      ['P-1', '大东坪安置点', 'concentrated', [40, 160, 30, 20, 10], '2017-03-01'],
      ['P-2', '黄岩安置点', 'concentrated', [10, 30, 0, 0, 0], null],
      ['P-3', '分散一批', 'scattered', [50, 200, 25, 5, 5], '2017-02-01'],
    ] as const
  ).map(
    ([projectId, projectName, mode, [planned, persons, started, completed, occupied], startDate]): Row => ({
      projectId,
      projectName,
      mode,
      planYear: 2017,
      plannedHouseholds: planned,
      plannedPersons: persons,
      startedHouseholds: started,
      completedHouseholds: completed,
      occupiedHouseholds: occupied,
      startDate,
    }),
  ),
};
const home = (no: number, projectId: string | null, mode: string, row: Row = {}): Row => ({
  headIdToken: `H${no}`,
  householdNoToken: `N${no}`,
  projectId,
  mode,
  familySize: 4,
  isRegistered: true,
  moveInDate: '2017-01-10',
  completionDate: '2016-09-01',
  keyHandedDate: '2017-01-01',
  selfRaised: 100_000,
  ...row,
});
/** Three at P-1, one at P-2 by its name, one scattered without a project, one that names a project nobody knows. */
const households: BatchShape = {
  dataset: 'households',
  rows: [
    home(1, 'P-1', 'concentrated'),
    home(2, 'P-1', 'concentrated', { moveInDate: null, keyHandedDate: null }),
    home(3, 'P-1', 'scattered', { selfRaised: 2_000_000 }),
    home(4, '黄岩安置点', 'concentrated', { completionDate: '2017-03-01', moveInDate: null }),
    home(5, null, 'scattered'),
    home(6, 'P-9', 'concentrated'),
  ],
};
const person = (household: string, employmentStatus: string, monthlyWage: number | null = null): Row => ({
  headIdToken: household,
  householdNoToken: null,
  birthYear: 1985,
  labourSkill: 'ordinary',
  studentStatus: null,
  employmentStatus,
  workWillingness: true,
  monthlyWage,
});
const persons: BatchShape = {
  dataset: 'persons',
  rows: [
    person('H1', 'employed', 200_000),
    person('H1', 'employed', 300_000),
    person('H2', 'unemployed'),
    person('H4', 'employed', 100_000),
    person('H5', 'unemployed'),
    person('H77', 'unemployed'),
  ],
};
const shares: BatchShape = {
  dataset: 'shares',
  rows: [1, 5].map((no) => ({
    industryId: 'I-1',
    headIdToken: `H${no}`,
    householdNoToken: null,
    year: 2017,
    sharePrincipal: 1_000,
    dividendDue: 0,
    dividendPaid: 0,
  })),
};
const files = [projects, households, persons, shares];
const factsOfIndicator = (id: string, area = '431224', shapes: readonly BatchShape[] = files) => {
  const indicator = catalogue.find((one) => one.id === id);
  const family = familyIds.find((one) => one === indicator?.family);
  if (!family) throw new Error(`no indicator ${id}`);
  return factsOf(family, shapes, '2017-04-X3', area);
};

/** What each cell shows: above and below the line. */
const cellsOf = (...args: Parameters<typeof look>) =>
  Object.fromEntries(
    look(...args).map(({ breakdown, numerator, denominator, status }) => [
      breakdown.site,
      status === 'ok' ? `${numerator}/${denominator}` : status,
    ]),
  );

const [one, two] = ['431224/P-1', '431224/P-2'];

describe('a county by its sites', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['reloc.start_rate', { [one]: '30/40', [two]: '0/10', scattered: '25/50', all: '55/100' }],
    ['reloc.completion_rate', { [one]: '20/40', [two]: '0/10', scattered: '5/50', all: '25/100' }],
    ['reloc.occupancy_rate', { [one]: '10/20', [two]: 'not_applicable', scattered: '5/5', all: '15/25' }],
    ['reloc.delivery_rate', { [one]: '2/3', [two]: '1/1', scattered: '1/1', unknown: '1/1', all: '5/6' }],
    [
      'reloc.vacancy_6m',
      { [one]: '1/3', [two]: 'not_applicable', scattered: '0/1', unknown: '0/1', all: '1/5' },
    ],
    ['emp.labour_rate', { [one]: '2/3', [two]: '1/1', scattered: '0/1', unknown: '0/1', all: '3/6' }],
    ['emp.one_per_household', { [one]: '1/2', [two]: '1/1', scattered: '0/1', all: '2/4' }],
    ['emp.zero_job_households', { [one]: '1/2', [two]: '0/1', scattered: '1/1', all: '2/4' }],
    ['emp.willing_unemployed', { [one]: '1/3', [two]: '0/1', scattered: '1/1', unknown: '1/1', all: '3/6' }],
    [
      'emp.median_wage',
      {
        [one]: '2/2',
        [two]: '1/1',
        scattered: 'not_applicable',
        unknown: 'not_applicable',
        all: '3/3',
      },
    ],
    ['share.household_coverage', { [one]: '1/2', scattered: '1/1', unknown: '0/1', all: '2/4' }],
    ['share.industry_coverage', { [one]: '1/2', scattered: '1/1', unknown: '0/1', all: '2/4' }],
    [
      'fund.selfraise_compliance',
      { [one]: '2/3', [two]: '1/1', scattered: '1/1', unknown: '1/1', all: '5/6' },
    ],
  ])('%s is %j', (id, expected) => {
    expect(cellsOf(id, [factsOfIndicator(id)], { by: 'site' })).toEqual(expected);
  });

  test('by projects a site is one project, and scattered housing none', () => {
    const facts = [factsOfIndicator('reloc.start_rate')];
    expect(
      cellsOf('reloc.start_rate', facts, { by: 'site', parameters: { basis: 'projects' } }),
    ).toMatchObject({ [one]: '1/1', [two]: '0/1', scattered: 'not_applicable' });
  });

  test('a site has its median, its colour, and the name that the county gives it', () => {
    const rows = look('emp.median_wage', [factsOfIndicator('emp.median_wage')], { by: 'site' });
    expect(rows.map(({ name, value }) => [name, value])).toEqual([
      ['大东坪安置点', 2_000],
      ['黄岩安置点', 1_000],
      [undefined, null],
      [undefined, null],
      [undefined, 2_000],
    ]);
    const started = look('reloc.start_rate', [factsOfIndicator('reloc.start_rate')], { by: 'site' });
    expect(started.map(({ breakdown, rag }) => [breakdown.site, rag])).toEqual([
      [one, 'green'],
      [two, 'red'],
      ['scattered', 'red'],
      ['all', 'red'],
    ]);
  });

  test('without a projects file no site is opened', () => {
    const facts = factsOfIndicator('emp.labour_rate', '431224', [households, persons]);
    expect(cellsOf('emp.labour_rate', [facts], { by: 'site' })).toEqual({ all: '3/6' });
  });
});

test('in a city each site is its county’s, and what is in none adds up', () => {
  const facts = ['431224', '431222'].map((area) => factsOfIndicator('emp.labour_rate', area));
  const seen = look('emp.labour_rate', facts, { by: 'site', expected: 4 });
  expect(
    seen.map(({ breakdown, numerator, denominator, coverage }) => [
      breakdown.site,
      `${numerator}/${denominator}`,
      coverage,
    ]),
  ).toEqual([
    ['431222/P-1', '2/3', 1],
    ['431222/P-2', '1/1', 1],
    [one, '2/3', 1],
    [two, '1/1', 1],
    ['scattered', '0/2', 0.5],
    ['unknown', '0/2', 0.5],
    ['all', '6/12', 0.5],
  ]);
});

test('employment is reported where persons or households are: projects only name its sites', () => {
  const published = [
    { dataset: 'persons', period: '2017-04' },
    { dataset: 'projects', period: '2017-05-X1' },
  ] as const;
  expect(reportedPeriods(published, 'emp')).toEqual(['2017-04']);
  expect(batchesAt(published, 'emp', '2017-04')).toHaveLength(1);
});

describe('whatever a county sends', () => {
  const opened = catalogue.filter(({ breakdowns }) => breakdowns.includes('site')).map(({ id }) => id);
  const sumsOf = (components: readonly Component[]) => {
    const values: Record<string, number> = {};
    for (const [key, times] of components.flatMap((each) => Object.entries(each.values ?? {}))) {
      values[key] = (values[key] ?? 0) + times;
    }
    const total = (pick: (component: Component) => number) => components.reduce((sum, c) => sum + pick(c), 0);
    return { num: total(({ num }) => num), den: total(({ den }) => den), values };
  };

  test('its sites, what is scattered and what nobody can place add up to the whole', () => {
    fc.assert(
      fc.property(county('431221'), ({ parts }) => {
        for (const family of ['reloc', 'emp', 'share', 'fund'] as const) {
          const period = selectPeriod(reportedPeriods(parts, family), 'latest');
          if (period === null) continue;
          const inForce = batchesAt(parts, family, period);
          const { components } = factsOf(family, inForce, period, '431221');
          const known = inForce.some(({ dataset }) => dataset === 'projects');
          const wholes = components.filter(
            ({ indicator, breakdown, notApplicable }) =>
              opened.includes(indicator) && Object.keys(breakdown).length === 0 && !notApplicable,
          );
          for (const whole of wholes) {
            const cells = components.filter(
              ({ indicator, parameters, breakdown }) =>
                indicator === whole.indicator &&
                JSON.stringify(parameters) === JSON.stringify(whole.parameters) &&
                breakdown.site !== undefined,
            );
            expect({ id: whole.indicator, ...sumsOf(known ? cells : [whole]) }).toEqual({
              id: whole.indicator,
              ...sumsOf([whole]),
            });
            expect(known || cells.length === 0).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
