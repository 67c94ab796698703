import type { Contract } from '../datasets/contract.ts';
import { contracts } from '../datasets/contracts.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Day } from '../programme/calendar.ts';
import { comparePeriods, containsPeriod, type Period, spanOf } from '../programme/periods.ts';
import { formulaSourcesOf, sourcesOf } from './catalogue.ts';
import type { FamilyId } from './facts.ts';
import { lookBackOf, picturesBefore } from './look-back.ts';

/** A published dataset@period of one county. */
export interface Published {
  readonly dataset: DatasetId;
  readonly period: Period;
}

/** How a dataset adds up and from when it speaks (design.md, Periods). */
export type Accumulation = Pick<Contract, 'accumulate' | 'effective'>;

/**
 * Datasets without which a family has no facts of its own: a progress report is held against the details of its
 * period, and newer details do not make the same report a newer one.
 */
const anchors: Readonly<Partial<Record<FamilyId, readonly DatasetId[]>>> = { rpt: ['progressReports'] };

/**
 * Periods of a county at which a family has facts, oldest first: those at which one of its source datasets,
 * other than targets, has a batch (R7), or one of its anchors.
 */
export function reportedPeriods(published: readonly Published[], family: FamilyId): readonly Period[] {
  const sources = anchors[family] ?? formulaSourcesOf(family);
  const periods = published
    .filter(({ dataset }) => dataset !== 'targets' && sources.includes(dataset))
    .map(({ period }) => period);
  return [...new Set(periods)].sort(comparePeriods);
}

/**
 * The batches a family reads at a period, per dataset in the order of the contracts. At or before the period
 * is what takes effect no later than its last day. `latest`: the newest alone, among equal days that of the
 * longer period, after those the family looks back on, if any; `union`: all, oldest first.
 */
export function batchesAt<Batch extends Published>(
  published: readonly Batch[],
  family: FamilyId,
  period: Period,
  accumulation: Readonly<Record<DatasetId, Accumulation>> = contracts,
): readonly Batch[] {
  const { last } = spanOf(period);
  return sourcesOf(family).flatMap((dataset) => {
    const { accumulate } = accumulation[dataset];
    const inForce = batchesOf(published, dataset, accumulation).filter(
      (batch) => effectiveDay(batch.period, accumulation[dataset].effective) <= last,
    );
    if (accumulate === 'union') return inForce;
    const current = inForce.at(-1);
    if (!current) return [];
    return [...picturesBefore(inForce.slice(0, -1), lookBackOf(family, dataset, current.period)), current];
  });
}

/** All batches of a dataset in the order in which they take effect, oldest first. */
export function batchesOf<Batch extends Published>(
  published: readonly Batch[],
  dataset: DatasetId,
  accumulation: Readonly<Record<DatasetId, Accumulation>> = contracts,
): readonly Batch[] {
  const { effective } = accumulation[dataset];
  return published
    .filter((batch) => batch.dataset === dataset)
    .sort((a, b) => compareEffect(a.period, b.period, effective));
}

function effectiveDay(period: Period, effective: Accumulation['effective']): Day {
  const { first, last } = spanOf(period);
  return effective === 'start' ? first : last;
}

function compareEffect(a: Period, b: Period, effective: Accumulation['effective']): number {
  const [left, right] = [effectiveDay(a, effective), effectiveDay(b, effective)];
  if (left !== right) return left < right ? -1 : 1;
  return comparePeriods(a, b);
}

/**
 * Which reported period answers a queried one: the newest lying inside it, among equal days the longer;
 * `latest` takes the newest of all. `null`: no data.
 */
export function selectPeriod(reported: readonly Period[], queried: Period | 'latest'): Period | null {
  return newestOf(queried === 'latest' ? reported : reported.filter((one) => containsPeriod(queried, one)));
}

/**
 * The newest reported period at or before the queried one, by their last days (a month is at its last 旬); of
 * all for `latest`.
 */
export function lastReported(reported: readonly Period[], queried: Period | 'latest'): Period | null {
  if (queried === 'latest') return newestOf(reported);
  const { last } = spanOf(queried);
  return newestOf(reported.filter((one) => spanOf(one).last <= last));
}

function newestOf(periods: readonly Period[]): Period | null {
  return [...periods].sort(comparePeriods).at(-1) ?? null;
}
