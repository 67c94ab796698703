import { type ColumnTable, op, table } from 'arquero';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Day } from '../programme/calendar.ts';
import { type Period, spanOf } from '../programme/periods.ts';
import type { Policy } from '../programme/policy.ts';
import type { ColumnStore } from './column-store.ts';
import { partName, settleDataDates } from './data-dates.ts';
import type { DatasetIntake } from './dataset-intake.ts';
import type { FindingLog } from './finding-log.ts';
import type { NormalisedPart } from './part.ts';

/** All rows of a store with their labels, as one Arquero table; built once. */
function wholeTable(store: ColumnStore): ColumnTable {
  const columns: Record<string, readonly unknown[]> = {};
  for (const [index, { name }] of store.columns.entries()) columns[name] = store.values[index] ?? [];
  return table({
    ...columns,
    sourceSheet: store.sheet,
    sourceRow: store.row,
    rowState: store.state,
    partArea: store.area,
    partPeriod: store.period,
  });
}

interface PartRows {
  readonly area: string;
  readonly period: string;
  readonly dataDate: Day;
  readonly counts: { rows: number; accepted: number; quarantined: number; ignored: number };
}

function groupRows(all: ColumnTable, intake: DatasetIntake, dates: ReadonlyMap<string, Day>): PartRows[] {
  const parts = new Map<string, PartRows>();
  const countsOf = (area: string, period: Period, fallback: Day): PartRows['counts'] => {
    const name = partName(area, period);
    const counts = { rows: 0, accepted: 0, quarantined: 0, ignored: 0 };
    const part = parts.get(name) ?? { area, period, dataDate: dates.get(name) ?? fallback, counts };
    parts.set(name, part);
    return part.counts;
  };
  const grouped = all.groupby('partArea', 'partPeriod', 'rowState').rollup({ rows: op.count() });
  for (let at = 0; at < grouped.numRows(); at += 1) {
    const period = String(grouped.get('partPeriod', at));
    const counts = countsOf(String(grouped.get('partArea', at)), period, spanOf(period).last);
    const rows = Number(grouped.get('rows', at));
    const state = grouped.get('rowState', at);
    counts.rows += rows;
    if (state === 'accepted') counts.accepted += rows;
    else if (state === 'quarantined') counts.quarantined += rows;
    else counts.ignored += rows;
  }
  for (const { area, period, dataDate, count } of intake.totals()) {
    const counts = countsOf(area, period, dataDate);
    counts.rows += count;
    counts.ignored += count;
  }
  return [...parts.values()].sort((a, b) =>
    partName(a.area, a.period) < partName(b.area, b.period) ? -1 : 1,
  );
}

/** Rows in error up to which the clean ones are published: a share, or one row where the share is not 0 (R2). */
export function errorLimit(rows: number, percent: number): number {
  return percent > 0 ? Math.max(1, Math.floor((rows * percent) / 100)) : 0;
}

/** Sum of a column over rows; money is integer 分, so it is exact. */
function sumOf(rows: ColumnTable, column: string): number {
  let sum = 0;
  for (const value of rows.array(column)) if (typeof value === 'number') sum += value;
  return sum;
}

/** Holds what came in against what went out; a difference is a fault of ours. */
function assertConserved(
  store: ColumnStore,
  all: ColumnTable,
  parts: readonly PartRows[],
  ignoredTotals: number,
): void {
  let rows = 0;
  for (const { area, counts } of parts) {
    if (counts.rows !== counts.accepted + counts.quarantined + counts.ignored) {
      throw new Error(`${store.contract.id} ${area}: rows are not accepted + quarantined + ignored`);
    }
    rows += counts.rows;
  }
  if (rows !== store.state.length + ignoredTotals) throw new Error(`${store.contract.id}: rows were lost`);
  const states = ['accepted', 'quarantined', 'ignored'].map((state) =>
    all.filter(`d => d.rowState === '${state}'`),
  );
  for (const [index, sum] of store.moneySums) {
    const name = store.columns[index]?.name ?? '';
    const kept = states.reduce((total, rowsOfState) => total + sumOf(rowsOfState, name), 0);
    if (kept !== sum) throw new Error(`${store.contract.id}.${name}: money is not conserved`);
  }
}

/**
 * Divides what a file brought of one dataset into its (county, period) parts and applies the acceptance policy
 * (design.md, Acceptance). Asserts that rows and sums of money are conserved.
 */
export function partsOf(intake: DatasetIntake, policy: Policy, log: FindingLog): NormalisedPart[] {
  const { store, contract } = intake;
  const dates = settleDataDates(store);
  const all = wholeTable(store);
  const groups = groupRows(all, intake, dates);
  const ignoredTotals = intake.totals().reduce((sum, { count }) => sum + count, 0);
  assertConserved(store, all, groups, ignoredTotals);
  const percent = policy.acceptancePercent[contract.id];
  const strays = intake.unassigned();
  const straysFit = strays <= errorLimit(store.state.length + strays, percent);
  const names = [...store.columns.map(({ name }) => name), 'sourceSheet', 'sourceRow'];
  return groups.map((group) => {
    const { area, period, dataDate, counts } = group;
    const limit = errorLimit(counts.accepted + counts.quarantined, percent);
    const fits = counts.quarantined <= limit && straysFit;
    tellRefusal(group, fits, { dataset: contract.id, limit, percent, strays }, log);
    const rows = all.filter(
      `d => d.partArea === '${area}' && d.partPeriod === '${period}' && d.rowState === 'accepted'`,
    );
    const accepted = fits && counts.accepted > 0;
    return {
      area,
      dataset: contract.id,
      period,
      dataDate,
      counts,
      accepted,
      table: rows.select(names).reify(),
    };
  });
}

interface Verdict {
  readonly dataset: DatasetId;
  readonly limit: number;
  readonly percent: number;
  /** Rows of the file whose county is not known. */
  readonly strays: number;
}

/** Says why a part is not published. */
function tellRefusal({ area, counts }: PartRows, fits: boolean, verdict: Verdict, log: FindingLog): void {
  const { dataset, limit, percent, strays } = verdict;
  const { accepted, quarantined } = counts;
  if (!fits) {
    const params = {
      area,
      found: quarantined + strays,
      rows: accepted + quarantined + strays,
      limit,
      percent,
    };
    log.add('error', 'too_many_errors', { dataset }, params);
  } else if (accepted === 0) log.add('error', 'no_rows', { dataset }, { area });
}
