import { describe, expect, test } from 'vitest';
import { computeFacts } from '../../shared/indicators/engine.ts';
import { type BatchShape, batch, factsOf, inputOf, lookWhole, type Row, ratio } from './support/county.ts';

/** Employment beyond the three rates of emp.test.ts, on the same hand-checkable people of domain.md §5.2. */
const person = (personToken: string, householdNoToken: string, row: Row = {}): Row => ({
  personToken,
  householdNoToken,
  headIdToken: null,
  birthYear: 1985,
  labourSkill: 'ordinary',
  studentStatus: 'non_student',
  employmentStatus: 'unemployed',
  ...row,
});
const works = (row: Row): Row => ({ employmentStatus: 'employed', workRegion: 'county', ...row });

const people: readonly Row[] = [
  person('a', 'N1', works({ employmentForm: 'park' })),
  person('b', 'N1', { workWillingness: true }),
  person('c', 'N1', { birthYear: 2008, labourSkill: 'none', employmentStatus: null }),
  person('d', 'N2', works({ workRegion: 'outside' })),
  person('e', 'N2', works({ employmentForm: 'public_post', workRegion: 'village' })),
  person('f', 'N3'),
  person('g', 'N3', { birthYear: 1945 }),
  person('h', 'N4', { labourSkill: 'none', employmentStatus: null }),
  person('i', 'N4', { birthYear: 1940, labourSkill: 'lost', employmentStatus: null }),
  person('j', 'N5', works({ labourSkill: 'weak', employmentForm: 'workshop', workRegion: 'township' })),
  person('k', 'N5', { birthYear: 2000, studentStatus: 'student', employmentStatus: null }),
  person('l', 'N6', works({ employmentStatus: 'self_employed', employmentForm: 'self' })),
];
const homes = ['1', '2', '3', '4', '5', '6'].map(
  (no): Row => ({ headIdToken: `H${no}`, householdNoToken: `N${no}`, familySize: 3, isRegistered: true }),
);
const period = '2017-04';
const persons = (rows: readonly Row[], more: Partial<BatchShape> = {}): BatchShape => ({
  dataset: 'persons',
  period,
  rows,
  ...more,
});
const households: BatchShape = { dataset: 'households', period, rows: homes };
const of = (rows: readonly Row[], more: Partial<BatchShape> = {}) =>
  factsOf('emp', [persons(rows, more)], period);

test.each([
  ['emp.local_rate', '4/5'],
  ['emp.park_town_rate', '2/5'],
  ['emp.public_post_share', '1/5'],
  ['emp.outside_province_share', '1/5'],
  ['emp.willing_unemployed', '1/7'],
  ['emp.assisted_rate', '0/1'],
  ['emp.training_coverage', '0/7'],
  ['emp.placement_after_training', '0/0'],
  ['emp.unknown_rate', '0/7'],
])('the micro-golden: %s is %s', (indicator, expected) => {
  expect(ratio(of(people), indicator)).toBe(expected);
});

test('a region left blank counts neither as near nor as far', () => {
  const facts = of([person('a', 'N1', works({})), person('b', 'N1', works({ workRegion: null }))]);
  expect([ratio(facts, 'emp.local_rate'), ratio(facts, 'emp.outside_province_share')]).toEqual([
    '1/1',
    '0/1',
  ]);
});

test.each([
  ['2017-04-21', 3, '1/1'],
  ['2017-04-21', 2.5, '0/1'],
  ['2017-04-21', null, '0/1'],
  ['2017-04-30', 3, '0/1'],
  ['2017-11-30', 6, '1/1'],
  ['2017-11-30', 5, '0/1'],
])('stable at %s with %s months worked: %s', (dataDate, monthsWorked, expected) => {
  expect(ratio(of([person('a', 'N1', works({ monthsWorked }))], { dataDate }), 'emp.stable_rate')).toBe(
    expected,
  );
});

describe('training, at the end of April 2017', () => {
  test.each<[string, string, string, string]>([
    // in the last 12 months, between nine and three months ago, help in the last 3 months
    ['2016-04-29', '0/2', '0/0', '0/1'],
    ['2016-04-30', '2/2', '0/0', '0/1'],
    ['2016-07-29', '2/2', '0/0', '0/1'],
    ['2016-07-30', '2/2', '1/2', '0/1'],
    ['2017-01-30', '2/2', '1/2', '1/1'],
    ['2017-01-31', '2/2', '0/0', '1/1'],
    ['2017-04-30', '2/2', '0/0', '1/1'],
    ['2017-05-01', '0/2', '0/0', '0/1'],
  ])('on %s: covered %s, placed %s, helped %s', (trainedDate, coverage, placement, assisted) => {
    const facts = of([
      person('a', 'N1', works({ trainedDate })),
      person('b', 'N1', { trainedDate, workWillingness: true }),
      person('c', 'N1', { trainedDate, birthYear: 1940 }),
    ]);
    expect(ratio(facts, 'emp.training_coverage')).toBe(coverage);
    expect(ratio(facts, 'emp.placement_after_training')).toBe(placement);
    expect(ratio(facts, 'emp.assisted_rate')).toBe(assisted);
  });

  test('transfer help is help', () => {
    const facts = of([person('b', 'N1', { workWillingness: true, transferAssisted: true })]);
    expect(ratio(facts, 'emp.assisted_rate')).toBe('1/1');
  });
});

describe('unknown_rate', () => {
  test('counts labour without a status, not the others', () => {
    const facts = of([
      person('a', 'N1', { employmentStatus: null }),
      person('b', 'N1'),
      person('c', 'N1', { employmentStatus: null, labourSkill: 'lost' }),
    ]);
    expect(lookWhole('emp.unknown_rate', [facts])).toMatchObject({ value: 0.5, rag: 'red' });
  });
});

describe('median_wage', () => {
  const paid = (...wages: readonly (number | null)[]) =>
    of(wages.map((monthlyWage, no) => person(`p${no}`, 'N1', works({ monthlyWage }))));
  const median = (...counties: ReturnType<typeof paid>[]) => lookWhole('emp.median_wage', counties);

  test.each<[readonly (number | null)[], number | null]>([
    [[200_000], 2000],
    [[300_050, 200_000], 2000],
    [[300_000, 100_000, 200_050], 2000.5],
    [[400_000, 100_000, 300_000, 200_000], 2000],
    [[300_000, 300_000, 300_000, 100_000], 3000],
    [[200_000, 0, null], 2000],
    [[0, null], null],
    [[], null],
  ])('of %o is %s', (wages, value) => {
    expect(median(paid(...wages))).toMatchObject({
      value,
      unit: '元',
      status: value === null ? 'not_applicable' : 'ok',
      rag: null,
    });
  });

  test('an area’s is that of all its wages, not a mean of medians', () => {
    // 1, 1, 9 and 9, 9: the third of five in rising order is 9, the mean of the medians 5
    const [one, other] = [paid(100, 100, 900), paid(900, 900)];
    expect(median(one, other)).toMatchObject({ value: 9, numerator: 5, denominator: 5 });
  });

  test('who does not work has no wage', () => {
    const facts = of([
      person('a', 'N1', { monthlyWage: 500_000 }),
      person('b', 'N1', works({ monthlyWage: 1 })),
    ]);
    expect(lookWhole('emp.median_wage', [facts])).toMatchObject({
      value: 0.01,
      numerator: 1,
      denominator: 1,
    });
  });
});

describe('zero-job households cleared', () => {
  const march = (rows: readonly Row[]) => persons(rows, { period: '2017-03' });
  const cleared = (shapes: readonly BatchShape[]) =>
    ratio(factsOf('emp', shapes, period), 'emp.zero_job_cleared_30d');

  test('of March’s N1, N3 and N5 without work, N1 and N5 have some in April', () => {
    const before = [
      person('a', 'N1'),
      person('b', 'N1'),
      person('d', 'N2', works({})),
      person('f', 'N3'),
      person('i', 'N4', { labourSkill: 'lost' }),
      person('j', 'N5'),
    ];
    expect(cleared([march(before), persons(people), households])).toBe('2/3');
  });

  test('a household is known by either reference, in either file', () => {
    const before = [person('f', 'N1', { householdNoToken: null, headIdToken: 'H1' })];
    expect(cleared([march(before), persons(people), households])).toBe('1/1');
  });

  test('nobody named any more is not cleared; a household off the list is not followed', () => {
    const before = [person('a', 'N1'), person('z', 'N9')];
    expect(cleared([march(before), persons([person('f', 'N3')]), households])).toBe('0/1');
  });

  test('age is that of each file', () => {
    // 59 in December, 60 in January: a labour person then, none now
    const born = { birthYear: 1957 };
    const december = persons([person('a', 'N1', born)], { period: '2016-12' });
    const january = persons([person('a', 'N1', { ...born, employmentStatus: 'employed' })], {
      period: '2017-01',
    });
    const facts = factsOf('emp', [december, january, households], '2017-01');
    expect(ratio(facts, 'emp.zero_job_cleared_30d')).toBe('0/1');
  });

  test('without a file of the month before there is no data', () => {
    expect(cleared([persons(people), households])).toBe('none');
  });
});

describe('transfer_task', () => {
  const rows = [
    person('a', 'N1', works({ transferAssisted: true, hiredDate: '2017-01-01' })),
    person('b', 'N1', works({ transferAssisted: true, hiredDate: '2016-12-31' })),
    person('d', 'N2', works({ hiredDate: '2017-02-01' })),
    person('e', 'N2', works({ transferAssisted: true, hiredDate: '2017-05-01' })),
    person('f', 'N3', { transferAssisted: true, hiredDate: '2017-03-01' }),
    person('l', 'N6', works({ transferAssisted: true })),
  ];
  type Tasks = Readonly<Record<string, Readonly<Record<string, number>>>>;
  const withTask = (transferTasks: Tasks) => {
    const input = inputOf([batch(persons(rows))], period);
    return computeFacts('emp', { ...input, policy: { ...input.policy, transferTasks } });
  };

  test('those hired with help in the year against the county’s task', () => {
    const facts = withTask({ '2017': { '431224': 4 } });
    expect(ratio(facts, 'emp.transfer_task')).toBe('1/4');
    // by the end of April 120 of 365 days have passed: amber from 0.95 × 120/365 = 0.3123
    expect(lookWhole('emp.transfer_task', [facts], { period })).toMatchObject({ value: 0.25, rag: 'red' });
  });

  test.each<Tasks>([{}, { '2016': { '431224': 4 } }, { '2017': { '431222': 4 } }])(
    'without a task there is no data: %o',
    (tasks) => {
      expect(lookWhole('emp.transfer_task', [withTask(tasks)], { period }).status).toBe('no_data');
    },
  );
});
