import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BatchShape, codes, factsOf, look, lookWhole, type Row, ratio } from './support/county.ts';

/** Of 2017-04-21: received 60 days before, unless said otherwise due on that very day. */
const issue = (issueNo: string, row: Row = {}): Row => ({
  issueNo,
  issueType: 'petition_letter',
  found: true,
  receivedDate: '2017-02-20',
  ...row,
});
const handled = { assignedDate: '2017-02-21', respondedDate: '2017-03-01', closedDate: '2017-03-02' };

const shape = (rows: readonly Row[], more: Partial<BatchShape> = {}): BatchShape => ({
  dataset: 'issues',
  rows,
  dataDate: '2017-04-21',
  ...more,
});
const facts = (rows: readonly Row[], ...others: readonly BatchShape[]) =>
  factsOf('issue', [...others, shape(rows)]);
/** Beside an issue that fills every column and is not due yet. */
const beside = (...rows: readonly Row[]) =>
  facts([issue('full', { ...handled, dueDate: '2018-01-01', repeatOf: '' }), ...rows]);

describe('a month of petitions and inspections', () => {
  // received 6: A, B, C of letters and visits, D of an audit, E of an inspection, F on the 19th; G found nothing
  const seen = facts([
    issue('A', { ...handled, repeatOf: '' }),
    issue('B', { assignedDate: '2017-03-01', respondedDate: '2017-04-25', repeatOf: 'A' }),
    issue('C', { issueType: 'petition_visit', receivedDate: '2016-11-01', assignedDate: '2016-11-02' }),
    issue('D', { ...handled, issueType: 'audit', dueDate: '2017-03-01' }),
    issue('E', { issueType: 'inspection', receivedDate: '2017-03-01', dueDate: '2017-04-01' }),
    issue('F', { receivedDate: '2017-04-19' }),
    issue('G', { issueType: 'inspection', found: false, dueDate: '2017-03-01' }),
  ]);

  test.each([
    // older than 3 days: A B C D E, all but E assigned
    ['issue.assigned_rate', '4/5'],
    // due by the 21st: A and B (60 days), C, D, E; B's answer comes after the data
    ['issue.response_rate', '2/5'],
    ['issue.closure_rate', '2/5'],
    // D was closed one day late
    ['issue.ontime_rate', '1/5'],
    // past due: C (since 2016-12-31) and E; B is due today
    ['issue.overdue', '2/6'],
    ['issue.repeat_rate', '1/6'],
    // A and D took ten days
    ['issue.median_days', '2/6'],
    ['issue.rectified_rate', '1/2'],
  ])('%s is %s', (indicator, expected) => {
    expect(ratio(seen, indicator)).toBe(expected);
  });

  test('the median is in days', () => {
    expect(lookWhole('issue.median_days', [seen])).toMatchObject({ value: 10, unit: '天', rag: 'green' });
  });

  test('without a projects file there is no coverage of inspections', () => {
    expect(ratio(seen, 'issue.inspection_coverage')).toBe('none');
  });
});

describe('assigned_rate', () => {
  test.each([
    ['on the third day', '2017-04-18', '0/0'],
    ['on the fourth', '2017-04-17', '0/1'],
  ])('an issue counts %s', (_, receivedDate, expected) => {
    const seen = facts([
      issue('A', { receivedDate }),
      issue('B', { assignedDate: '2017-04-21', receivedDate: '2017-04-20' }),
    ]);
    expect(ratio(seen, 'issue.assigned_rate')).toBe(expected);
  });
});

describe('the day an issue is due', () => {
  test.each<[string, Row, string]>([
    ['60 days after it came', { receivedDate: '2017-02-20' }, '0/1'],
    ['61 days are not reached', { receivedDate: '2017-02-21' }, '0/0'],
    ['90 days when extended', { receivedDate: '2017-01-21', extended: true }, '0/1'],
    ['91 are not', { receivedDate: '2017-01-22', extended: true }, '0/0'],
    ['as stated, extended or not', { dueDate: '2017-04-21', extended: true }, '0/1'],
    ['as stated, later', { dueDate: '2017-04-22' }, '0/0'],
  ])('%s: %o is %s', (_, row, expected) => {
    expect(ratio(beside(issue('A', row)), 'issue.closure_rate')).toBe(expected);
  });

  test.each<[string, Row, readonly [string, string]]>([
    ['on its day', { closedDate: '2017-04-21' }, ['1/1', '1/1']],
    ['a day late', { dueDate: '2017-04-20', closedDate: '2017-04-21' }, ['1/1', '0/1']],
    ['later than the data', { dueDate: '2017-04-20', closedDate: '2017-04-22' }, ['0/1', '0/1']],
  ])('closed %s: %o', (_, row, [closed, inTime]) => {
    const seen = beside(issue('A', row));
    expect([ratio(seen, 'issue.closure_rate'), ratio(seen, 'issue.ontime_rate')]).toEqual([closed, inTime]);
  });
});

describe('overdue', () => {
  const due = (dueDate: string) => issue(dueDate, { dueDate });
  const seen = beside(
    ...['2017-04-21', '2017-04-20', '2017-03-22', '2017-03-21', '2017-01-21', '2017-01-20'].map(due),
  );

  test('by days past due: 1 and 30, 31 and 90, 91', () => {
    const rows = look('issue.overdue', [seen], { by: 'age' });
    expect(rows.map(({ breakdown, value }) => [breakdown.age, value])).toEqual([
      ['31_to_90', 2],
      ['over_90', 1],
      ['up_to_30', 2],
      ['all', 5],
    ]);
  });

  test('is red from the first one on, and 0 where all is in time', () => {
    expect(lookWhole('issue.overdue', [seen])).toMatchObject({ value: 5, rag: 'red' });
    expect(lookWhole('issue.overdue', [beside()])).toMatchObject({ value: 0, denominator: 1, rag: 'green' });
  });

  test('is an alert for each age band, red in the last', () => {
    expect(
      seen.alerts.map(({ rule, severity, object, since, count }) => [
        rule,
        severity,
        object.age,
        since,
        count,
      ]),
    ).toEqual([
      ['ISSUE_OVERDUE', 'amber', '31_to_90', '2017-01-22', 2],
      ['ISSUE_OVERDUE', 'amber', 'up_to_30', '2017-03-23', 2],
      ['ISSUE_OVERDUE', 'red', 'over_90', '2017-01-21', 1],
    ]);
    expect(seen.alerts[2]?.evidence).toEqual([
      { dataset: 'issues', batch: 'issues@2017-04-X3', sheet: 0, row: 10 },
    ]);
  });
});

describe('median_days', () => {
  const closed = (no: string, closedDate: string) => issue(no, { receivedDate: '2017-01-01', closedDate });

  test('is the nearest rank of exact days, over the counties of an area together', () => {
    const one = facts([closed('A', '2017-01-03'), closed('B', '2017-01-05')]);
    const two = facts([closed('C', '2017-03-02'), closed('D', '2017-04-01'), closed('E', '2017-03-12')]);
    expect(lookWhole('issue.median_days', [one]).value).toBe(2);
    expect(lookWhole('issue.median_days', [two]).value).toBe(70);
    expect(lookWhole('issue.median_days', [one, two])).toMatchObject({ value: 60, rag: 'amber' });
  });

  test('a closing before the receipt is no duration', () => {
    const seen = facts([closed('A', '2016-12-01'), closed('B', '2017-01-05')]);
    expect(lookWhole('issue.median_days', [seen])).toMatchObject({ value: 4, numerator: 1 });
  });

  test('of open issues alone there is none', () => {
    const seen = facts([closed('A', '2016-12-01')]);
    expect(lookWhole('issue.median_days', [seen])).toMatchObject({ value: null, status: 'not_applicable' });
  });
});

describe('inspection_coverage', () => {
  const sites: BatchShape = {
    dataset: 'projects',
    rows: [
      { projectId: 'XP-1', projectName: '甲安置点', mode: 'concentrated' },
      { projectId: 'XP-2', projectName: '乙安置点', mode: 'concentrated' },
      { projectId: 'XP-3', projectName: '分散一批', mode: 'scattered' },
    ],
  };
  const inspection = (projectId: string | null, receivedDate: string, row: Row = {}) =>
    issue(`${projectId} ${receivedDate}`, { issueType: 'inspection', projectId, receivedDate, ...row });

  test.each<[string, readonly Row[], string]>([
    ['ninety days ago', [inspection('XP-1', '2017-01-21')], '1/2'],
    ['ninety-one days ago', [inspection('XP-1', '2017-01-20')], '0/2'],
    ['by name, and nothing found', [inspection('乙安置点', '2017-04-01', { found: false })], '1/2'],
    ['twice at one site', ['2017-04-01', '2017-04-02'].map((day) => inspection('XP-1', day)), '1/2'],
    ['of scattered housing', [inspection('XP-3', '2017-04-01')], '0/2'],
    ['announced for tomorrow', [inspection('XP-1', '2017-04-22'), inspection('XP-2', '2017-04-21')], '1/2'],
    ['an audit', [inspection('XP-1', '2017-04-01', { issueType: 'audit' })], '0/2'],
    ['petitions only', [issue('A')], '0/2'],
    ['no site is named', [inspection(null, '2017-04-01')], 'none'],
  ])('%s counts %s', (_, rows, expected) => {
    expect(ratio(facts(rows, sites), 'issue.inspection_coverage')).toBe(expected);
  });

  test('a site that is not found is a finding', () => {
    const seen = facts([inspection('XP-9', '2017-04-01'), issue('A', { projectId: 'XP-1' })], sites);
    expect(codes(seen)).toEqual({ UNRESOLVED_PROJECT: 1 });
  });
});

describe('issues of several periods', () => {
  test('the newest file tells the state of an issue; the day is the newest file’s', () => {
    const before = shape([issue('A'), issue('B')], { period: '2017-03-X3', dataDate: '2017-03-31' });
    const seen = facts([issue('B', handled), issue('C', { receivedDate: '2017-04-01' })], before);
    expect(ratio(seen, 'issue.closure_rate')).toBe('1/2');
    expect(ratio(seen, 'issue.overdue')).toBe('0/3');
    expect(seen.dataDates['issue.overdue']).toBe('2017-04-21');
  });

  test('a later file that says the same changes nothing', () => {
    const rows = [issue('A', handled), issue('B')];
    const twice = facts(rows, shape(rows, { period: '2017-03-X3', dataDate: '2017-03-31' }));
    expect(twice.components).toEqual(facts(rows).components);
  });
});

describe('what no row says is no data', () => {
  test.each([
    ['assignedDate', ['issue.assigned_rate']],
    ['respondedDate', ['issue.response_rate']],
    ['repeatOf', ['issue.repeat_rate']],
    [
      'closedDate',
      ['closure_rate', 'median_days', 'ontime_rate', 'overdue', 'rectified_rate'].map(
        (one) => `issue.${one}`,
      ),
    ],
  ])('%s', (column, missing) => {
    const row = { ...handled, repeatOf: '', [column]: null };
    const has = (rows: readonly Row[]) => new Set(facts(rows).components.map(({ indicator }) => indicator));
    const [full, partial] = [has([issue('A', { ...handled, repeatOf: '' })]), has([issue('A', row)])];
    expect([...full].filter((one) => !partial.has(one)).sort()).toEqual(missing);
    if (column === 'closedDate')
      expect(facts([issue('A', { ...row, dueDate: '2017-03-01' })]).alerts).toEqual([]);
  });
});

test('closed and open issues that are due make up the due ones; late and in time the closed', () => {
  const day = fc
    .integer({ min: 1, max: 28 })
    .map((date) => `2017-0${1 + (date % 4)}-${String(date).padStart(2, '0')}`);
  const any = fc.record({ receivedDate: day, dueDate: fc.option(day), closedDate: fc.option(day) });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (rows) => {
      const seen = beside(...rows.map((row, no) => issue(`I${no}`, row)));
      const of = (id: string) => lookWhole(id, [seen]);
      const [closed, inTime, late] = [of('issue.closure_rate'), of('issue.ontime_rate'), of('issue.overdue')];
      expect(inTime.numerator ?? 0).toBeLessThanOrEqual(closed.numerator ?? 0);
      expect((closed.numerator ?? 0) + (late.numerator ?? 0)).toBeLessThanOrEqual(closed.denominator ?? 0);
      const bands = look('issue.overdue', [seen], { by: 'age' }).filter(
        ({ breakdown }) => breakdown.age !== 'all',
      );
      expect(bands.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(late.numerator);
    }),
  );
});
