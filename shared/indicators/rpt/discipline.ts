import { type DatasetId, datasetIds } from '../../datasets/dataset-ids.ts';
import { containsPeriod, type Grain, type Period, spanOf } from '../../programme/periods.ts';
import { lateFrom, newestDue, periodsWithin, type ReportingPolicy } from '../../programme/reporting.ts';
import { slice, sumOf } from '../breakdowns.ts';
import type { Component, Labels } from '../facts.ts';
import { type Report, reportOf, type Sent } from './reports.ts';

/** A report that was to come inside a period: expected once its deadline has passed, or when it is there. */
export interface Expected {
  readonly dataset: DatasetId;
  readonly grain: Grain;
  readonly period: Period;
  /** From this instant on it is late. */
  readonly lateFrom: string;
  readonly report: Report | null;
}

const hourMs = 3_600_000;

/** Reports expected of a county inside a period, as known at an instant; by dataset, oldest first. */
export function expectedReports(
  sent: readonly Sent[],
  period: Period,
  knownAt: string,
  policy: ReportingPolicy,
): readonly Expected[] {
  const known = sent.filter(({ receivedAt }) => receivedAt <= knownAt);
  return datasetIds.flatMap((dataset) => {
    const grain = policy.grains[dataset];
    const own = known.filter((one) => one.dataset === dataset);
    return periodsWithin(period, grain).flatMap((due) => {
      const report = reportOf(own, due);
      const late = lateFrom(due, policy);
      return report || late <= knownAt ? [{ dataset, grain, period: due, lateFrom: late, report }] : [];
    });
  });
}

/**
 * Reporting discipline (rpt, domain.md §5.9) of one county inside a period, from what it sent. It is measured
 * when it is asked for and not published: what is overdue today was not so yesterday, though nothing came.
 */
export function reportingDiscipline(
  sent: readonly Sent[],
  period: Period,
  knownAt: string,
  policy: ReportingPolicy,
): readonly Component[] {
  const expected = expectedReports(sent, period, knownAt, policy);
  const received = sent.filter((one) => one.receivedAt <= knownAt && containsPeriod(period, one.period));
  const cut = (rows: readonly Expected[]) => [
    ...slice(rows, 'dataset', ({ dataset }) => dataset),
    ...slice(rows, 'grain', ({ grain }) => grain).slice(1),
  ];
  return [
    ...cut(expected).flatMap(({ breakdown, rows }) => {
      const arrived = rows.flatMap(({ report, ...due }) => (report ? [{ ...due, report }] : []));
      return [
        counted('rpt.ontime', rows, isOnTime, breakdown),
        counted('rpt.correction_rate', arrived, ({ report }) => report.versions > 1, breakdown),
        component('rpt.lag_hours', breakdown, sumOf(arrived, lateHours), arrived.length),
      ];
    }),
    ...slice(received, 'dataset', ({ dataset }) => dataset).map(({ breakdown, rows }) =>
      component(
        'rpt.reject_rate',
        breakdown,
        sumOf(rows, rowsSentBack),
        sumOf(rows, (one) => one.rows),
      ),
    ),
    counted('rpt.completeness', datasetIds, isFresh(sent, period, knownAt, policy), {}),
  ];
}

function component(indicator: string, breakdown: Labels, num: number, den: number): Component {
  return { indicator, parameters: {}, breakdown, num, den, n: null };
}

function counted<Item>(
  indicator: string,
  items: readonly Item[],
  isPart: (item: Item) => boolean,
  breakdown: Labels,
): Component {
  return component(indicator, breakdown, items.filter(isPart).length, items.length);
}

function rowsSentBack({ batch, rows, quarantined }: Sent): number {
  return batch === null ? rows : quarantined;
}

function isOnTime({ report, lateFrom: late }: Expected): boolean {
  return report !== null && report.firstReceivedAt < late;
}

/** Whole hours begun after the deadline; 0 when on time. */
function lateHours({
  report,
  lateFrom: late,
}: {
  readonly report: Report;
  readonly lateFrom: string;
}): number {
  const over = Date.parse(report.firstReceivedAt) - Date.parse(late);
  return over < 0 ? 0 : Math.floor(over / hourMs) + 1;
}

/**
 * Whether a dataset speaks of the period's end as newly as its grain asks: its newest period that was due by then,
 * or a later one inside the period, has arrived. Before anything was due, any report up to the period's end does.
 */
function isFresh(sent: readonly Sent[], period: Period, knownAt: string, policy: ReportingPolicy) {
  const { last } = spanOf(period);
  return (dataset: DatasetId): boolean => {
    const reported = sent
      .filter((one) => one.isReport && one.dataset === dataset && one.receivedAt <= knownAt)
      .map((one) => spanOf(one.period).last)
      .filter((day) => day <= last)
      .reduce((a, b) => (a > b ? a : b), '');
    const due = newestDue(last, policy.grains[dataset], knownAt, policy);
    return reported !== '' && (due === null || reported >= spanOf(due).last);
  };
}
