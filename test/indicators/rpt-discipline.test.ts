import { describe, expect, test } from 'vitest';
import { expectedReports, reportingDiscipline } from '../../shared/indicators/rpt/discipline.ts';
import type { Sent } from '../../shared/indicators/rpt/reports.ts';
import { reporting2016 } from '../../shared/programme/reporting.ts';

const sent = (
  dataset: Sent['dataset'],
  period: string,
  receivedAt: string,
  more: Partial<Sent> = {},
): Sent => ({
  dataset,
  period,
  receivedAt: `${receivedAt}Z`,
  rows: 100,
  quarantined: 0,
  batch: `${dataset}@${period}@${receivedAt}`,
  isReport: true,
  ...more,
});
const later = '2017-12-31T00:00:00Z';

/** `num/den` of an indicator and cell inside a period. */
function figure(
  indicator: string,
  all: readonly Sent[],
  period: string,
  { by = {}, knownAt = later }: { by?: Readonly<Record<string, string>>; knownAt?: string } = {},
) {
  const found = reportingDiscipline(all, period, knownAt, reporting2016).filter(
    (one) => one.indicator === indicator && JSON.stringify(one.breakdown) === JSON.stringify(by),
  );
  return found.map(({ num, den }) => `${num}/${den}`).join(' ') || 'none';
}

describe('on time: events are UTC, deadlines Shanghai days (domain.md §5.9)', () => {
  test.each([
    ['2017-04-22T15:59:59', '1/1', '0/1'],
    ['2017-04-22T16:00:00', '0/1', '1/1'],
    ['2017-04-22T16:30:00', '0/1', '1/1'],
    ['2017-04-23T16:00:01', '0/1', '25/1'],
    ['2017-04-01T00:00:00', '1/1', '0/1'],
  ])('2017-04-X2 received at %s: on time %s, late hours %s', (at, ontime, late) => {
    const by = { dataset: 'projects' };
    expect(figure('rpt.ontime', [sent('projects', '2017-04-X2', at)], '2017-04-X2', { by })).toBe(ontime);
    expect(figure('rpt.lag_hours', [sent('projects', '2017-04-X2', at)], '2017-04-X2', { by })).toBe(late);
  });

  test('the first arrival counts, whatever is corrected later', () => {
    const both = [
      sent('projects', '2017-04-X2', '2017-05-20T00:00:00'),
      sent('projects', '2017-04-X2', '2017-04-21T00:00:00'),
    ];
    const by = { dataset: 'projects' };
    expect(figure('rpt.ontime', both, '2017-04-X2', { by })).toBe('1/1');
    expect(figure('rpt.correction_rate', both, '2017-04-X2', { by })).toBe('1/1');
  });

  test('the same content sent twice is no correction', () => {
    const again = ['2017-04-21T00:00:00', '2017-04-22T00:00:00'].map((at) =>
      sent('projects', '2017-04-X2', at, { batch: 'B' }),
    );
    expect(figure('rpt.correction_rate', again, '2017-04-X2', { by: { dataset: 'projects' } })).toBe('0/1');
  });
});

describe('what is expected', () => {
  test('of a month: three 旬 of projects and progress reports, and each monthly dataset once', () => {
    const due = expectedReports([], '2017-04', later, reporting2016).map(({ dataset, period }) => [
      dataset,
      period,
    ]);
    expect(due).toEqual([
      ['projects', '2017-04-X1'],
      ['projects', '2017-04-X2'],
      ['projects', '2017-04-X3'],
      ['persons', '2017-04'],
      ['fundLedger', '2017-04'],
      ['issues', '2017-04'],
      ['progressReports', '2017-04-X1'],
      ['progressReports', '2017-04-X2'],
      ['progressReports', '2017-04-X3'],
    ]);
  });

  test.each([
    ['before the first deadline', '2017-04-12T15:59:59.000Z', 0],
    ['at the first', '2017-04-12T16:00:00.000Z', 2],
    ['after the last', '2017-05-05T16:00:00.000Z', 9],
  ])('%s (%s): %d', (_, knownAt, count) => {
    expect(expectedReports([], '2017-04', knownAt, reporting2016)).toHaveLength(count);
  });

  test('an early report is there before its deadline', () => {
    const early = [sent('projects', '2017-04-X1', '2017-04-11T00:00:00')];
    expect(figure('rpt.ontime', early, '2017-04', { knownAt: '2017-04-11T01:00:00Z' })).toBe('1/1');
  });

  test('a month sent for the last 旬 answers both, what is not accepted answers none', () => {
    const month = [sent('projects', '2017-04', '2017-05-01T00:00:00')];
    expect(figure('rpt.ontime', month, '2017-04', { by: { dataset: 'projects' } })).toBe('1/3');
    const staged = [sent('projects', '2017-04-X3', '2017-05-01T00:00:00', { isReport: false })];
    expect(figure('rpt.ontime', staged, '2017-04', { by: { dataset: 'projects' } })).toBe('0/3');
  });

  test('by grain the datasets add up', () => {
    const all = [
      sent('projects', '2017-04-X1', '2017-04-11T00:00:00'),
      sent('progressReports', '2017-04-X1', '2017-04-11T00:00:00'),
      sent('persons', '2017-04', '2017-05-01T00:00:00'),
    ];
    expect(figure('rpt.ontime', all, '2017-04')).toBe('3/9');
    expect(figure('rpt.ontime', all, '2017-04', { by: { grain: 'xun' } })).toBe('2/6');
    expect(figure('rpt.ontime', all, '2017-04', { by: { grain: 'month' } })).toBe('1/3');
  });
});

describe('rows sent back', () => {
  test('a rejected part counts with all its rows, every upload counts', () => {
    const all = [
      sent('persons', '2017-04', '2017-05-01T00:00:00', { rows: 50, batch: null, isReport: false }),
      sent('persons', '2017-04', '2017-05-02T00:00:00', { rows: 50, quarantined: 3 }),
      sent('persons', '2017-03', '2017-04-02T00:00:00', { rows: 50, quarantined: 9 }),
    ];
    expect(figure('rpt.reject_rate', all, '2017-04')).toBe('53/100');
    expect(figure('rpt.reject_rate', all, '2017-Q1')).toBe('9/50');
    expect(figure('rpt.reject_rate', [], '2017-04')).toBe('0/0');
  });
});

describe('completeness: of eleven datasets those as fresh as their grain asks', () => {
  test.each([
    ['nothing came', [], '0/11'],
    ['projects of the last 旬 due', [sent('projects', '2017-04-X3', '2017-05-01T00:00:00')], '1/11'],
    ['projects of a 旬 before', [sent('projects', '2017-04-X2', '2017-04-21T00:00:00')], '0/11'],
    ['households of the quarter before', [sent('households', '2017-Q1', '2017-04-05T00:00:00')], '1/11'],
    ['households of two quarters before', [sent('households', '2016-Q4', '2017-01-05T00:00:00')], '0/11'],
    ['targets of the year before', [sent('targets', '2016', '2016-02-01T00:00:00')], '1/11'],
    ['households of a later month', [sent('households', '2017-05', '2017-05-05T00:00:00')], '0/11'],
  ])('%s: %s', (_, all, expected) => {
    expect(figure('rpt.completeness', all, '2017-04', { knownAt: '2017-06-01T00:00:00Z' })).toBe(expected);
  });
});
