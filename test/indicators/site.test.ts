import { describe, expect, test } from 'vitest';
import { type BatchShape, factsOf, lookWhole, type Row, ratio } from './support/county.ts';

const safe: Row = {
  avoidGeohazard: true,
  avoidFlood: true,
  avoidEcoReserve: true,
  avoidPrimeFarmland: true,
};
const site = (projectId: string, row: Row = {}): Row => ({
  projectId,
  projectName: `${projectId}点`,
  mode: 'concentrated',
  ...safe,
  ...row,
});
const projects = (...rows: readonly Row[]): BatchShape => ({
  dataset: 'projects',
  period: '2017-04-X3',
  dataDate: '2017-04-21',
  rows,
});
const households = (...rows: readonly Row[]): BatchShape => ({
  dataset: 'households',
  period: '2017-04',
  rows: rows.map((row) => ({ familySize: 4, moveInDate: '2017-01-01', projectId: 'P-1', ...row })),
});
const seen = (...rows: readonly Row[]) => factsOf('site', [projects(...rows)]);
const raised = (facts: ReturnType<typeof factsOf>) =>
  facts.alerts.map(({ rule, severity, object, since, count }) => [rule, severity, object, since, count]);

describe('四避开 is all or nothing', () => {
  const facts = seen(
    site('P-1'),
    site('P-2', { avoidFlood: false }),
    site('P-3', { avoidEcoReserve: null }),
    { ...site('B-1'), mode: 'scattered', avoidFlood: false },
  );

  test.each([
    ['site.avoid_compliance', '1/2'],
    ['site.avoid_unanswered', '1/3'],
  ])('%s is %s: a scattered batch is no site', (indicator, expected) => {
    expect(ratio(facts, indicator)).toBe(expected);
  });

  test('one site on forbidden ground is red', () => {
    expect(lookWhole('site.avoid_compliance', [facts])).toMatchObject({ value: 0.5, rag: 'red' });
    expect(lookWhole('site.avoid_unanswered', [facts])).toMatchObject({ value: 1, rag: 'red' });
  });

  test.each<[string, Row, number]>([
    ['all avoided', {}, 0],
    ['one not avoided', { avoidPrimeFarmland: false }, 1],
    ['one blank before the filing', { avoidFlood: null }, 0],
    ['one blank after the filing', { avoidFlood: null, filingResult: 'passed' }, 1],
    [
      'one blank, the filing yet to come',
      { avoidFlood: null, filingResult: 'passed', filingDate: '2017-05-01' },
      0,
    ],
  ])('%s: %o raises %d', (_, row, expected) => {
    expect(raised(seen(site('P-1', row))).filter(([rule]) => rule === 'SITE_PROHIBITED')).toHaveLength(
      expected,
    );
  });
});

describe('四靠近 is one of four, 四达到 a score', () => {
  const facts = seen(
    site('P-1', {
      nearTown: true,
      reachValue: true,
      reachIncome: true,
      reachInfra: true,
      reachServices: true,
    }),
    site('P-2', {
      nearTown: false,
      reachValue: true,
      reachIncome: false,
      reachInfra: false,
      reachServices: true,
    }),
    site('P-3', { nearCentralVillage: true, nearTown: false, reachValue: true }),
  );

  test.each([
    ['site.near_compliance', '2/3'],
    ['site.reach_score', '6/8'],
  ])('%s is %s', (indicator, expected) => {
    expect(ratio(facts, indicator)).toBe(expected);
  });

  test.each(['site.near_compliance', 'site.reach_score'])('%s is no data where nobody answered', (id) => {
    expect(ratio(seen(site('P-1')), id)).toBe('none');
  });
});

describe('filing before the start', () => {
  const filed: Row = {
    filingNo: 'F-1',
    filingDate: '2017-01-10',
    filingResult: 'passed',
    startDate: '2017-01-10',
  };

  test.each<[string, Row, string, number]>([
    ['on the day of the start', {}, '1/1', 0],
    ['a day late', { filingDate: '2017-01-11' }, '0/1', 1],
    ['returned', { filingResult: 'returned' }, '0/1', 1],
    ['without a date', { filingDate: null }, '0/1', 1],
    ['not started', { startDate: null }, '0/0', 0],
    ['to start after the data date', { startDate: '2017-04-22' }, '0/0', 0],
  ])('%s: %o counts %s', (_, row, expected, alerts) => {
    const facts = seen(site('P-1', { ...filed, ...row }));
    expect(ratio(facts, 'site.filing_rate')).toBe(expected);
    expect(raised(facts)).toHaveLength(alerts);
  });

  test('the alert stands from the start', () => {
    const facts = seen(site('P-1', { ...filed, filingResult: 'pending' }));
    expect(raised(facts)).toEqual([['START_BEFORE_FILING', 'red', { project: 'P-1' }, '2017-01-10', 1]]);
  });

  test('a file that says nothing of filing results gives no data and no alert', () => {
    const facts = seen(site('P-1', { startDate: '2017-01-10' }));
    expect([ratio(facts, 'site.filing_rate'), raised(facts)]).toEqual(['none', []]);
  });
});

describe('quality of the works, scattered batches included', () => {
  const facts = seen(
    site('P-1', { startDate: '2016-09-01', qualityLetterSigned: true, acceptanceResult: 'passed' }),
    site('P-2', { startDate: '2016-09-01', qualityLetterSigned: false, acceptanceResult: 'rectified' }),
    site('P-3', { qualityLetterSigned: true, acceptanceResult: 'failed', acceptanceDate: '2017-05-01' }),
    { ...site('B-1', { startDate: '2017-02-01', acceptanceResult: 'failed' }), mode: 'scattered' },
  );

  test.each([
    ['site.lifetime_quality_rate', '1/3'],
    ['site.acceptance_rate', '2/3'],
  ])('%s is %s', (indicator, expected) => {
    expect(ratio(facts, indicator)).toBe(expected);
  });

  test('before anything is accepted the rate is not applicable', () => {
    const early = seen(site('P-1', { acceptanceResult: 'passed', acceptanceDate: '2017-05-01' }));
    expect(lookWhole('site.acceptance_rate', [early])).toMatchObject({
      status: 'not_applicable',
      value: null,
    });
  });
});

describe('25 square metres a person', () => {
  // six persons in 150 ㎡ (Xinhuang), 125 ㎡ from five persons on (Guidong): domain.md §2
  test.each<[number | null, number, string]>([
    [150, 6, '1/1'],
    [125, 5, '1/1'],
    [125, 4, '0/1'],
    [100.02, 4, '1/1'],
    [100.021, 4, '0/1'],
    [null, 4, '0/0'],
    [100, 0, '0/0'],
  ])('%s ㎡ for %d: %s', (houseArea, familySize, expected) => {
    const facts = factsOf(
      'site',
      [households({ houseArea, familySize }, { houseArea: 1, familySize: 0 })],
      '2017-04',
    );
    expect(ratio(facts, 'site.area_compliance')).toBe(expected);
  });

  test('houses above it are listed project by project', () => {
    const rows: readonly Row[] = [
      { houseArea: 120 },
      { houseArea: 100 },
      { houseArea: 130 },
      { houseArea: 200, projectId: 'P-2' },
    ];
    expect(raised(factsOf('site', [households(...rows)], '2017-04'))).toEqual([
      ['AREA_OVER_LIMIT', 'amber', { project: 'P-1' }, '2017-04-30', 2],
      ['AREA_OVER_LIMIT', 'amber', { project: 'P-2' }, '2017-04-30', 1],
    ]);
  });
});

describe('deeds', () => {
  test.each<[string, Row, string]>([
    ['issued', { deedIssued: true }, '1/1'],
    ['not issued', { deedIssued: false }, '0/1'],
    ['not moved in', { deedIssued: true, moveInDate: null }, '0/0'],
    ['nobody says', {}, 'none'],
  ])('%s: %o counts %s', (_, row, expected) => {
    expect(ratio(factsOf('site', [households(row)], '2017-04'), 'site.deed_rate')).toBe(expected);
  });
});
