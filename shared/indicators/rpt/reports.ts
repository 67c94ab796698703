import type { DatasetId } from '../../datasets/dataset-ids.ts';
import { type Period, spanOf } from '../../programme/periods.ts';

/** What a county sent for one dataset and period in one upload, as reporting is measured by (domain.md §5.9). */
export interface Sent {
  readonly dataset: DatasetId;
  readonly period: Period;
  /** When the upload was received, ISO instant. */
  readonly receivedAt: string;
  readonly rows: number;
  readonly quarantined: number;
  /** Its rows; `null`: rejected, it is no report but its rows count as sent. */
  readonly batch: string | null;
  /** It may speak: accepted, not only staged and not withdrawn. */
  readonly isReport: boolean;
}

/** One report that has arrived: its first arrival, and how many different contents it has had. */
export interface Report {
  readonly firstReceivedAt: string;
  readonly versions: number;
}

/**
 * The report for a due period among what was sent of its dataset: what was sent for it, or for a longer or shorter
 * period that ends on the same day (a month is at its last 旬); `null`: none has arrived.
 */
export function reportOf(sent: readonly Sent[], due: Period): Report | null {
  const { last } = spanOf(due);
  const fitting = sent.filter((one) => one.isReport && spanOf(one.period).last === last);
  if (fitting.length === 0) return null;
  return {
    firstReceivedAt: fitting.map(({ receivedAt }) => receivedAt).reduce((a, b) => (a < b ? a : b)),
    versions: new Set(fitting.map(({ batch }) => batch)).size,
  };
}
