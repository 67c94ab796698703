import { describe, expect, test } from 'vitest';
import { type BatchShape, codes, factsOf, look, lookWhole, type Row, ratio } from './support/county.ts';

const project = (projectId: string, row: Row = {}): Row => ({
  projectId,
  projectName: `${projectId}安置点`,
  mode: 'concentrated',
  planYear: 2017,
  plannedHouseholds: 10,
  plannedPersons: 38,
  startedHouseholds: null,
  completedHouseholds: null,
  occupiedHouseholds: null,
  startDate: null,
  completionDate: null,
  ...row,
});

const projects = (rows: readonly Row[], more: Partial<BatchShape> = {}): BatchShape => ({
  dataset: 'projects',
  rows,
  dataDate: '2017-04-21',
  ...more,
});

const household = (headIdToken: string, row: Row = {}): Row => ({
  headIdToken,
  householdNoToken: null,
  projectId: 'P-001',
  mode: 'concentrated',
  familySize: 4,
  isRegistered: true,
  moveInDate: '2017-03-01',
  ...row,
});

const target = (row: Row): Row => ({
  planYear: 2017,
  targetType: 'provincial',
  mode: 'all',
  persons: 100,
  effectiveDate: '2017-01-10',
  ...row,
});

describe('start_rate', () => {
  const facts = factsOf('reloc', [
    projects([
      project('P-001', { startedHouseholds: 7, startDate: '2017-02-01' }),
      project('P-002', { startedHouseholds: 0, startDate: '2017-05-02' }),
      project('S-001', { mode: 'scattered', plannedHouseholds: 6, plannedPersons: 21, startedHouseholds: 5 }),
      project('P-016', { planYear: 2016, startedHouseholds: 10 }),
    ]),
  ]);

  test.each([
    ['projects', { mode: 'concentrated' }, '1/2'],
    ['projects', { mode: 'scattered' }, 'not applicable'],
    ['projects', {}, 'not applicable'],
    ['households', { mode: 'concentrated' }, '7/20'],
    ['households', { mode: 'scattered' }, '5/6'],
    ['households', {}, '12/26'],
    // round(38 × 7/10) = 27 (26.6), round(21 × 5/6) = 18 (17.5)
    ['persons', { mode: 'concentrated' }, '27/76'],
    ['persons', {}, '45/97'],
  ])('by %s of %o is %s', (basis, breakdown, expected) => {
    expect(ratio(facts, 'reloc.start_rate', { basis, planYear: 2017 }, breakdown)).toBe(expected);
  });

  test('a plan year counts its own projects', () => {
    expect(ratio(facts, 'reloc.start_rate', { basis: 'households', planYear: 2016 })).toBe('10/10');
  });

  test('the year of the period is answered although no project names it', () => {
    const later = factsOf('reloc', [projects([project('P-001', { startedHouseholds: 1 })])], '2018-01');
    expect(ratio(later, 'reloc.start_rate', { basis: 'households', planYear: 2018 })).toBe('0/0');
  });

  test('opened by mode it serves the cells and the whole as all', () => {
    const rows = look('reloc.start_rate', [facts], { by: 'mode', parameters: { basis: 'projects' } });
    expect(rows.map(({ breakdown, status, value }) => [breakdown.mode, status, value])).toEqual([
      ['concentrated', 'ok', 0.5],
      ['scattered', 'not_applicable', null],
      ['all', 'not_applicable', null],
    ]);
  });

  test('a project under way whose households are left blank counts as none started, and is a finding', () => {
    const other = project('P-002', { startedHouseholds: 2 });
    const blank = factsOf('reloc', [projects([project('P-001', { startDate: '2017-02-01' }), other])]);
    expect(ratio(blank, 'reloc.start_rate', { basis: 'households', planYear: 2017 })).toBe('2/20');
    expect(codes(blank)).toEqual({ PROJECT_PROGRESS_BLANK: 1 });
  });
});

describe('start_lead_334', () => {
  const huaihua = factsOf('reloc', [
    projects([
      project('P-001', { plannedHouseholds: 6286, startedHouseholds: 5242 }),
      project('S-001', { mode: 'scattered', plannedHouseholds: 9235, startedHouseholds: 7693 }),
    ]),
  ]);

  test.each([
    ['step', 0.233387, 3622.4],
    ['linear', 0.141079, 2189.692308],
  ])('against the %s plan on 2017-04-21 is %d', (plan, value, numerator) => {
    const seen = lookWhole('reloc.start_lead_334', [huaihua], { parameters: { plan } });
    expect(seen).toMatchObject({ value, numerator, denominator: 15521, rag: 'green', unit: 'pp' });
  });

  test('each county is held against the plan of its own dataDate', () => {
    const early = factsOf('reloc', [
      projects([project('P-1', { startedHouseholds: 6 })], { dataDate: '2017-03-30' }),
    ]);
    const late = factsOf('reloc', [
      projects([project('P-1', { startedHouseholds: 6 })], { dataDate: '2017-03-31' }),
    ]);
    // 12/20 − (10 × 0.3 + 10 × 0.6)/20
    expect(lookWhole('reloc.start_lead_334', [early, late])).toMatchObject({ value: 0.15, numerator: 3 });
  });
});

describe('the 334 colours', () => {
  const started = (households: number, dataDate = '2017-04-21') =>
    factsOf('reloc', [
      projects([project('P-1', { plannedHouseholds: 1300, startedHouseholds: households })], { dataDate }),
    ]);

  // due on 2017-04-21: linear 9/13 of 1300 = 900, step 0.6 × 1300 = 780
  test.each([
    [900, 'green'],
    [899, 'amber'],
    [780, 'amber'],
    [779, 'red'],
  ])('%d of 1300 households started is %s', (households, rag) => {
    for (const id of ['reloc.start_rate', 'reloc.start_lead_334']) {
      expect(lookWhole(id, [started(households)])).toMatchObject({ rag });
    }
  });

  test('an area weighs what is due of each county by its households', () => {
    // due of 2600: linear 900 + 1300 (all due from 06-30 on)
    const [behind, ahead] = [started(899, '2017-06-30'), started(1300)];
    expect(lookWhole('reloc.start_rate', [behind, ahead]).rag).toBe('amber');
    expect(lookWhole('reloc.start_rate', [started(900, '2017-06-30'), ahead]).rag).toBe('green');
  });

  test.each([
    ['2017-09-29', 10, null],
    ['2017-09-30', 9, 'red'],
    ['2017-09-30', 10, 'green'],
  ])('completion on %s with %d of 10 is %s', (dataDate, completedHouseholds, rag) => {
    const facts = factsOf('reloc', [projects([project('P-1', { completedHouseholds })], { dataDate })]);
    expect(lookWhole('reloc.completion_rate', [facts])).toMatchObject({
      value: completedHouseholds / 10,
      rag,
    });
  });
});

describe('completion_rate and occupancy_rate', () => {
  const facts = factsOf('reloc', [
    projects([
      project('P-001', {
        startedHouseholds: 10,
        completedHouseholds: 8,
        occupiedHouseholds: 6,
        completionDate: '2017-04-21',
      }),
      project('P-002', {
        startedHouseholds: 3,
        completedHouseholds: 2,
        occupiedHouseholds: 3,
        planYear: 2016,
      }),
      project('S-001', { mode: 'scattered', completedHouseholds: 5, occupiedHouseholds: null }),
    ]),
  ]);

  test.each([
    ['projects', { mode: 'concentrated' }, '1/1'],
    ['households', {}, '13/20'],
    ['persons', { mode: 'concentrated' }, '30/38'],
  ])('completed by %s of %o is %s', (basis, breakdown, expected) => {
    expect(ratio(facts, 'reloc.completion_rate', { basis, planYear: 2017 }, breakdown)).toBe(expected);
  });

  test('occupancy takes all years, and a project’s occupied lie inside its completed', () => {
    expect(ratio(facts, 'reloc.occupancy_rate')).toBe('8/15');
    expect(ratio(facts, 'reloc.occupancy_rate', {}, { mode: 'concentrated' })).toBe('8/10');
  });

  test('Dadongping: 47 of 47 occupied (domain.md §2)', () => {
    const site = project('P-1', { plannedHouseholds: 47, completedHouseholds: 47, occupiedHouseholds: 47 });
    expect(lookWhole('reloc.occupancy_rate', [factsOf('reloc', [projects([site])])])).toMatchObject({
      value: 1,
      rag: 'green',
    });
  });
});

describe('plan_completion and five_year_completion', () => {
  const shapes: readonly BatchShape[] = [
    projects([project('P-001'), project('P-016', { planYear: 2016, projectName: '桐木安置点' })]),
    {
      dataset: 'households',
      period: '2017-04',
      dataDate: '2017-04-20',
      rows: [
        household('a', { familySize: 5 }),
        household('b', { moveInDate: '2017-04-21' }),
        household('c', { moveInDate: null }),
        household('d', { isRegistered: false }),
        household('e', { projectId: '桐木', familySize: 3 }),
        household('f', { projectId: 'P-404', familySize: 2 }),
        household('g', { mode: 'scattered', familySize: 1, moveInDate: '2017-04-20' }),
      ],
    },
    {
      dataset: 'targets',
      period: '2017',
      rows: [
        target({ planYear: 2016, persons: 2 }),
        target({ persons: 12 }),
        target({ planYear: 0, persons: 40, effectiveDate: '2016-02-01' }),
      ],
    },
  ];
  const facts = factsOf('reloc', shapes);

  test('a year counts the registered moved in of its own projects by the file’s dataDate', () => {
    expect(ratio(facts, 'reloc.plan_completion', { planYear: 2017 })).toBe('6/12');
    expect(ratio(facts, 'reloc.plan_completion', { planYear: 2016 })).toBe('3/2');
  });

  test('five years count the moved of all years, also of a project nobody knows', () => {
    expect(ratio(facts, 'reloc.five_year_completion')).toBe('11/40');
  });

  test('an unknown project is a finding with its row', () => {
    expect(facts.findings.filter(({ dataset }) => dataset === 'households')).toEqual([
      {
        code: 'UNRESOLVED_PROJECT',
        severity: 'warning',
        dataset: 'households',
        batch: 'households@2017-04',
        count: 1,
        rows: [{ sheet: 0, row: 9 }],
      },
    ]);
  });

  test('a mode without a task of its own has no value', () => {
    expect(ratio(facts, 'reloc.plan_completion', { planYear: 2017 }, { mode: 'scattered' })).toBe(
      'not applicable',
    );
  });

  test('without a task there is no data, and the area does not count the county’s moved', () => {
    const untold = factsOf('reloc', shapes.slice(0, 2));
    expect(ratio(untold, 'reloc.plan_completion', { planYear: 2017 })).toBe('none');
    expect(lookWhole('reloc.plan_completion', [facts, untold])).toMatchObject({
      numerator: 6,
      denominator: 12,
      coverage: 0.5,
    });
  });

  test('2016: 25734 of 21607 is 119.1 %, green at the end of the year', () => {
    const done = factsOf(
      'reloc',
      [
        projects([project('P-001', { planYear: 2016 })], { period: '2016', dataDate: '2016-12-31' }),
        {
          dataset: 'households',
          period: '2016-12',
          rows: [
            household('a', { familySize: 25_734 - 1, moveInDate: '2016-12-31' }),
            household('b', { familySize: 1, moveInDate: '2016-05-01' }),
          ],
        },
        {
          dataset: 'targets',
          period: '2016',
          rows: [target({ planYear: 2016, persons: 21_607, effectiveDate: '2016-03-01' })],
        },
      ],
      '2016',
    );
    expect(lookWhole('reloc.plan_completion', [done], { period: '2016' })).toMatchObject({
      value: 1.191003,
      numerator: 25_734,
      denominator: 21_607,
      rag: 'green',
      dataDate: { min: '2016-12-31', max: '2016-12-31' },
    });
  });
});

describe('the task of a plan year', () => {
  const taskOf = (rows: readonly Row[], more: readonly Row[] = [], dataDate = '2017-04-21') =>
    ratio(
      factsOf('reloc', [
        projects([], { dataDate }),
        { dataset: 'households', rows: [], dataDate },
        { dataset: 'targets', period: '2017', rows },
        { dataset: 'targets', period: '2017-04', rows: more },
      ]),
      'reloc.plan_completion',
      { planYear: 2017 },
    );
  const concentrated = target({ mode: 'concentrated', persons: 60 });
  const scattered = target({ mode: 'scattered', persons: 45 });

  test.each<[string, readonly Row[], string]>([
    [
      'the provincial one',
      [target({ persons: 90 }), target({ targetType: 'municipal', persons: 95 })],
      '0/90',
    ],
    [
      'the municipal one where there is no provincial',
      [target({ targetType: 'municipal', persons: 95 })],
      '0/95',
    ],
    ['never the national or self-raised one', [target({ targetType: 'national' })], 'none'],
    ['the sum over the modes', [concentrated, scattered], '0/105'],
    ['the row for all modes before the sum', [concentrated, scattered, target({})], '0/100'],
    [
      'a newer statement by mode before an older one for all',
      [target({}), { ...concentrated, effectiveDate: '2017-03-01' }, scattered],
      '0/105',
    ],
    [
      'the one for all when a newer figure is for one mode alone',
      [target({}), { ...concentrated, effectiveDate: '2017-03-01' }],
      '0/100',
    ],
    [
      'the one for all when a mode stands from before it',
      [
        target({}),
        { ...scattered, effectiveDate: '2016-03-01' },
        { ...concentrated, effectiveDate: '2017-03-01' },
      ],
      '0/100',
    ],
    ['the newest in force', [target({}), target({ persons: 80, effectiveDate: '2017-04-21' })], '0/80'],
    ['not one of tomorrow', [target({}), target({ persons: 80, effectiveDate: '2017-04-22' })], '0/100'],
  ])('is %s', (_, rows, expected) => {
    expect(taskOf(rows)).toBe(expected);
  });

  test('a later file corrects a row of the same key and leaves the others', () => {
    expect(taskOf([concentrated, scattered], [{ ...scattered, persons: 50 }])).toBe('0/110');
  });
});

describe('pace', () => {
  test.each([
    // half of 2017 has passed by 07-02 (183 of 365): green from 183/365, amber from 0.95 of it
    [51, 'green'],
    [48, 'amber'],
    [47, 'red'],
  ])('%d of 100 moved in by 2017-07-02 is %s', (familySize, rag) => {
    const facts = factsOf(
      'reloc',
      [
        projects([project('P-001')], { period: '2017-07-X1', dataDate: '2017-07-02' }),
        { dataset: 'households', period: '2017-06', rows: [household('a', { familySize })] },
        { dataset: 'targets', period: '2017', rows: [target({})] },
      ],
      '2017-07-X1',
    );
    expect(lookWhole('reloc.plan_completion', [facts], { period: '2017-07-X1' }).rag).toBe(rag);
  });
});

describe('dataDates', () => {
  test('an indicator speaks of the newest batch its own formula reads, targets excepted (R7)', () => {
    const facts = factsOf('reloc', [
      projects([]),
      { dataset: 'households', period: '2017-04', dataDate: '2017-04-25', rows: [] },
      { dataset: 'targets', period: '2017', rows: [] },
    ]);
    expect(facts.dataDates).toMatchObject({
      'reloc.plan_completion': '2017-04-25',
      'reloc.five_year_completion': '2017-04-25',
      'reloc.start_rate': '2017-04-21',
      'reloc.start_lead_334': '2017-04-21',
      'reloc.completion_rate': '2017-04-21',
      'reloc.occupancy_rate': '2017-04-21',
    });
  });
});

describe('a projects file without a column has no data of it', () => {
  const indicators = (row: Row) =>
    new Set(
      factsOf('reloc', [projects([project('P-001', row), project('P-002', {})])])
        .components.filter(({ notApplicable }) => !notApplicable)
        .map(({ indicator }) => indicator),
    );
  test.each<[string, Row, readonly string[], readonly string[]]>([
    [
      'nothing',
      {},
      [],
      ['start_rate', 'start_lead_334', 'completion_rate', 'occupancy_rate', 'occupancy_of_plan'],
    ],
    [
      'one row only',
      { startedHouseholds: 0 },
      ['start_rate', 'start_lead_334'],
      ['completion_rate', 'occupancy_rate'],
    ],
    ['completed', { completedHouseholds: 3 }, ['completion_rate'], ['start_rate', 'occupancy_rate']],
    [
      'occupied, too',
      { completedHouseholds: 3, occupiedHouseholds: 0 },
      ['occupancy_rate'],
      ['start_lead_334'],
    ],
  ])('%s', (_, row, with_, without) => {
    const found = indicators(row);
    for (const one of with_) expect(found).toContain(`reloc.${one}`);
    for (const one of without) expect(found).not.toContain(`reloc.${one}`);
  });
});
