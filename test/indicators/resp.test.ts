import { describe, expect, test } from 'vitest';
import { type BatchShape, codes, factsOf, look, lookWhole, type Row, ratio } from './support/county.ts';

const link = (objectType: string, objectId: string, level: string, row: Row = {}): Row => ({
  objectType,
  objectId: objectType === 'household' ? null : objectId,
  householdNoToken: objectType === 'household' ? objectId : null,
  level,
  officialRef: 'O1',
  startDate: '2016-11-01',
  letterSignedDate: '2016-11-02',
  ...row,
});
const ofHousehold = (token: string, row: Row = {}) => link('household', token, 'village', row);
const task = (no: string, row: Row = {}) => link('task', no, 'county', { dueDate: '2017-03-31', ...row });
const site = (projectId: string, row: Row = {}): Row => ({
  projectId,
  projectName: `${projectId}安置点`,
  mode: 'concentrated',
  ...row,
});
const home = (no: string, row: Row = {}): Row => ({
  householdNoToken: no,
  headIdToken: `H-${no}`,
  originPointId: '一组',
  moveInDate: '2017-01-01',
  outOfPovertyYear: 2018,
  ...row,
});

interface County {
  readonly sites?: readonly Row[];
  readonly homes?: readonly Row[];
  readonly dataDate?: string;
}

function facts(links: readonly Row[], { sites, homes, dataDate = '2017-04-21' }: County = {}) {
  const shapes: readonly BatchShape[] = [
    { dataset: 'responsibilities', rows: links, dataDate },
    ...(sites ? [{ dataset: 'projects', rows: sites } as const] : []),
    ...(homes ? [{ dataset: 'households', rows: homes } as const] : []),
  ];
  return factsOf('resp', shapes);
}

describe('site_leader_coverage', () => {
  const sites = [site('P-1'), site('P-2'), site('P-3', { mode: 'scattered' })];

  test.each<[string, readonly Row[], string]>([
    ['by number', [link('site', 'P-1', 'county')], '1/2'],
    ['by name, both', [link('site', 'P-1安置点', 'county'), link('site', 'P-2', 'county')], '2/2'],
    ['as a project', [link('project', 'P-1', 'county')], '1/2'],
    [
      'two leaders of one site',
      ['O1', 'O2'].map((officialRef) => link('site', 'P-1', 'county', { officialRef })),
      '1/2',
    ],
    ['of scattered housing', [link('site', 'P-3', 'county')], '0/2'],
    ['at the township only', [link('site', 'P-1', 'township')], '0/2'],
    ['from today', [link('site', 'P-1', 'county', { startDate: '2017-04-21' })], '1/2'],
    ['from tomorrow', [link('site', 'P-1', 'county', { startDate: '2017-04-22' })], '0/2'],
    ['until tomorrow', [link('site', 'P-1', 'county', { endDate: '2017-04-22' })], '1/2'],
    ['until today', [link('site', 'P-1', 'county', { endDate: '2017-04-21' })], '0/2'],
  ])('%s counts %s', (_, links, expected) => {
    expect(ratio(facts(links, { sites }), 'resp.site_leader_coverage')).toBe(expected);
  });

  test('lists the sites without one, and the links whose site is not found', () => {
    const seen = facts([link('site', 'P-1', 'county'), link('site', 'P-9', 'county')], { sites });
    expect(seen.alerts.map(({ rule, severity, object }) => [rule, severity, object])).toEqual([
      ['SITE_WITHOUT_LEADER', 'amber', { project: 'P-2' }],
    ]);
    expect(codes(seen)).toEqual({ UNRESOLVED_PROJECT: 1 });
  });

  test('is red below all of them, and has no data without the projects', () => {
    const seen = facts([link('site', 'P-1', 'county')], { sites });
    expect(lookWhole('resp.site_leader_coverage', [seen])).toMatchObject({ value: 0.5, rag: 'red' });
    expect(ratio(facts([link('site', 'P-1', 'county')]), 'resp.site_leader_coverage')).toBe('none');
  });

  test('where all sites are scattered it does not apply', () => {
    const seen = facts([link('site', 'P-3', 'county')], { sites: [site('P-3', { mode: 'scattered' })] });
    expect(lookWhole('resp.site_leader_coverage', [seen]).status).toBe('not_applicable');
  });
});

describe('origin_leader_coverage', () => {
  const homes = [home('N1'), home('N2', { originPointId: '二 组' }), home('N3', { originPointId: null })];

  test.each<[string, readonly Row[], string]>([
    ['one of two points', [link('origin', '一组', 'township')], '1/2'],
    ['however it is spaced', [link('origin', '二组', 'township')], '1/2'],
    ['by a county leader', [link('origin', '一组', 'county')], '0/2'],
    ['a point nobody comes from', [link('origin', '三组', 'township')], '0/2'],
  ])('%s counts %s', (_, links, expected) => {
    expect(ratio(facts(links, { homes }), 'resp.origin_leader_coverage')).toBe(expected);
  });

  test('has no data where the household list names no point of origin', () => {
    const seen = facts([link('origin', '一组', 'township')], {
      homes: [home('N1', { originPointId: null })],
    });
    expect(ratio(seen, 'resp.origin_leader_coverage')).toBe('none');
  });
});

describe('household_cadre_coverage', () => {
  const homes = [home('N1'), home('N2'), home('N3')];

  test.each<[string, readonly Row[], string]>([
    ['by 户编号', [ofHousehold('N1')], '1/3'],
    ['by the head’s ID', [ofHousehold('', { householdNoToken: null, headIdToken: 'H-N2' })], '1/3'],
    [
      'both ways the same household',
      [ofHousehold('N2'), ofHousehold('', { householdNoToken: null, headIdToken: 'H-N2' })],
      '1/3',
    ],
    ['by a township leader', [ofHousehold('N1', { level: 'township' })], '0/3'],
    ['ended', [ofHousehold('N1', { endDate: '2017-04-01' })], '0/3'],
  ])('%s counts %s', (_, links, expected) => {
    expect(ratio(facts(links, { homes }), 'resp.household_cadre_coverage')).toBe(expected);
  });

  test('a household that is not found is a finding', () => {
    expect(codes(facts([ofHousehold('N9')], { homes }))).toEqual({ UNRESOLVED_HOUSEHOLD: 1 });
  });
});

describe('letter_signed_rate', () => {
  const unsigned = { letterSignedDate: null };
  const seen = facts([
    link('site', 'P-1', 'county'),
    link('site', 'P-2', 'county', unsigned),
    link('origin', '一组', 'township'),
    ofHousehold('N1', { letterSignedDate: '2017-05-01' }),
    ofHousehold('N2', { endDate: '2017-01-01', ...unsigned }),
    task('J-1', unsigned),
  ]);

  test('counts active links by level, tasks and letters of the future left out', () => {
    const rows = look('resp.letter_signed_rate', [seen], { by: 'level' });
    expect(
      rows.map(({ breakdown, numerator, denominator }) => [breakdown.level, numerator, denominator]),
    ).toEqual([
      ['county', 1, 2],
      ['township', 1, 1],
      ['village', 0, 1],
      ['all', 2, 4],
    ]);
  });

  test('has no data where no row has a day', () => {
    expect(ratio(facts([link('site', 'P-1', 'county', unsigned)]), 'resp.letter_signed_rate')).toBe('none');
  });
});

describe('delink_violations', () => {
  // N1 is in since 2017-01-01, poor until 2018; the link ends on 2017-03-01
  const ended = (row: Row = {}) => ofHousehold('N1', { endDate: '2017-03-01', ...row });
  const other = (row: Row = {}) => ofHousehold('N1', { officialRef: 'O2', ...row });

  test.each<[string, readonly Row[], Row, string]>([
    ['still poor', [ended()], {}, '1/1'],
    ['in and out of poverty that year', [ended()], { outOfPovertyYear: 2017 }, '0/1'],
    ['out of poverty, not moved in', [ended()], { outOfPovertyYear: 2016, moveInDate: null }, '1/1'],
    ['moved in the day after', [ended()], { outOfPovertyYear: 2016, moveInDate: '2017-03-02' }, '1/1'],
    ['moved in that day', [ended()], { outOfPovertyYear: 2016, moveInDate: '2017-03-01' }, '0/1'],
    ['taken over on the fifteenth day', [ended(), other({ startDate: '2017-03-16' })], {}, '0/2'],
    ['taken over on the sixteenth', [ended(), other({ startDate: '2017-03-17' })], {}, '1/2'],
    ['another official was there already', [ended(), other()], {}, '0/2'],
    ['who left the same day', [ended(), other({ endDate: '2017-03-01' })], {}, '2/2'],
    ['who left soon after', [ended(), other({ startDate: '2017-03-05', endDate: '2017-03-20' })], {}, '1/2'],
    ['the fifteen days are not over', [ended({ endDate: '2017-04-07' })], {}, '0/1'],
    ['they are just over', [ended({ endDate: '2017-04-06' })], {}, '1/1'],
    ['a planned end', [ended({ endDate: '2017-05-01' })], {}, '0/1'],
    ['a site', [link('site', 'P-1', 'county', { endDate: '2017-03-01' })], {}, '0/0'],
    ['a household nobody lists', [ofHousehold('N9', { endDate: '2017-03-01' })], {}, '0/0'],
  ])('%s: %o %o counts %s', (_, links, row, expected) => {
    expect(ratio(facts(links, { homes: [home('N1', row), home('N0')] }), 'resp.delink_violations')).toBe(
      expected,
    );
  });

  test('are one red alert of the county that names nobody', () => {
    const links = [ended(), ofHousehold('N2', { endDate: '2017-02-01' })];
    const seen = facts(links, { homes: [home('N1'), home('N2')] });
    expect(seen.alerts).toEqual([
      {
        rule: 'EARLY_DELINK',
        severity: 'red',
        object: {},
        since: '2017-02-01',
        amount: null,
        count: 2,
        evidence: [4, 5].map((row) => ({
          dataset: 'responsibilities',
          batch: 'responsibilities@2017-04-X3',
          sheet: 0,
          row,
        })),
      },
    ]);
    expect(lookWhole('resp.delink_violations', [seen])).toMatchObject({ value: 2, rag: 'red' });
  });

  test.each(['moveInDate', 'outOfPovertyYear'])('no data where no household says its %s', (column) => {
    const seen = facts([ended()], { homes: [home('N1', { [column]: null })] });
    expect(ratio(seen, 'resp.delink_violations')).toBe('none');
  });
});

describe('nodes of the battle map', () => {
  const closed = { closedDate: '2017-03-30' };

  test.each<[string, readonly Row[], string, string]>([
    ['ticked off', [task('J-1', closed)], '1/1', '0/1'],
    ['late is ticked off, too', [task('J-1', { closedDate: '2017-04-20' })], '1/1', '0/1'],
    [
      'ticked off after the data',
      [task('J-1', { closedDate: '2017-04-22' }), task('J-2', closed)],
      '1/2',
      '1/2',
    ],
    ['due today', [task('J-1', { dueDate: '2017-04-21' }), task('J-2', closed)], '1/2', '1/2'],
    ['due tomorrow', [task('J-1', { dueDate: '2017-04-22' }), task('J-2', closed)], '1/1', '0/2'],
    ['two officials of one', [task('J-1'), task('J-1', { officialRef: 'O2', ...closed })], '1/1', '0/1'],
    [
      'put off for one of them',
      [task('J-1'), task('J-1', { officialRef: 'O2', dueDate: '2017-05-01' }), task('J-2', closed)],
      '1/1',
      '0/2',
    ],
    ['no tasks', [link('site', 'P-1', 'county')], '0/0', '0/0'],
    ['no task says when it is due', [task('J-1', { dueDate: null, ...closed })], 'none', 'none'],
    ['no task says when it was ticked off', [task('J-1')], 'none', 'none'],
  ])('%s: %s and %s', (_, links, closeout, overdue) => {
    const seen = facts(links);
    expect([ratio(seen, 'resp.closeout_rate'), ratio(seen, 'resp.overdue_nodes')]).toEqual([
      closeout,
      overdue,
    ]);
  });

  test('overdue ones are alerts by number; one written out in words is not named', () => {
    const seen = facts([task('J-1'), task('张三负责征地'), task('J-2', closed)]);
    expect(seen.alerts.map(({ rule, object, since, count }) => [rule, object, since, count])).toEqual([
      ['NODE_OVERDUE', { node: 'J-1' }, '2017-03-31', 1],
      ['NODE_OVERDUE', {}, '2017-03-31', 1],
    ]);
  });
});

describe('cadre_load', () => {
  const load = (officialRef: string, households: number) =>
    Array.from({ length: households }, (_, no) => ofHousehold(`${officialRef}-${no}`, { officialRef }));

  test('median and maximum of exact numbers, over the counties of an area together', () => {
    const one = facts([...load('O1', 1), ...load('O2', 3), ...load('O3', 12)]);
    const two = facts([...load('O1', 21), ...load('O2', 11)]);
    const of = (id: string, ...counties: (typeof one)[]) => {
      const { value, numerator, denominator, rag } = lookWhole(id, counties);
      return [value, numerator, denominator, rag];
    };
    expect(of('resp.cadre_load', one)).toEqual([3, 16, 3, 'green']);
    expect(of('resp.cadre_load_max', one)).toEqual([12, 16, 3, 'amber']);
    expect(of('resp.cadre_load', one, two)).toEqual([11, 48, 5, 'amber']);
    expect(of('resp.cadre_load_max', one, two)).toEqual([21, 48, 5, 'red']);
  });

  test('counts active links of village cadres, one household once', () => {
    const seen = facts([
      ofHousehold('N1'),
      ofHousehold('N1', { startDate: '2017-01-01' }),
      ofHousehold('N2', { endDate: '2017-01-01' }),
      ofHousehold('N3', { level: 'township' }),
    ]);
    expect(lookWhole('resp.cadre_load_max', [seen]).value).toBe(1);
  });

  test('without any cadre it does not apply', () => {
    expect(lookWhole('resp.cadre_load', [facts([link('site', 'P-1', 'county')])]).status).toBe(
      'not_applicable',
    );
  });
});

test('without the links there are no facts', () => {
  expect(factsOf('resp', [{ dataset: 'households', rows: [home('N1')] }]).components).toEqual([]);
});
