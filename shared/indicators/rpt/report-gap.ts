import type { Fraction } from '../../programme/plan334.ts';
import type { ReportLimits } from '../../programme/report-limits.ts';
import type { AlertLog } from '../alerts.ts';
import type { BatchInput, Labels, TracedComponent } from '../facts.ts';
import type { FindingLog } from '../publication-findings.ts';
import {
  atLeast,
  decimal,
  magnitude,
  partOf,
  quotient,
  type Rational,
  rational,
  subtract,
} from '../rational.ts';
import { component, tally } from '../trace.ts';
import { type Measure, measures } from './measures.ts';
import type { ReportRow } from './progress-report.ts';
import type { Recompute, Recomputed } from './recomputed.ts';

/** Where gaps above the limits are told. */
export interface GapLogs {
  readonly findings: FindingLog;
  readonly alerts: AlertLog;
}

/** One reported figure beside the recomputed one. */
interface Gap {
  readonly measure: Measure;
  readonly row: ReportRow;
  readonly made: TracedComponent;
  /**
   * |reported − recomputed|, of counts and money as a share of the recomputed; `unfounded` where the details have
   * nothing of what is reported; `null` where there is nothing to tell.
   */
  readonly share: Rational | 'unfounded' | null;
  /** The difference of amounts in 分; `null` of rates and households. */
  readonly amount: number | null;
}

/**
 * |reported − computed| of every figure of a progress report (domain.md §5.9, X9), by mode. The whole is the row of
 * both modes; without it the two modes' own gaps, which do not cancel out. Above the limit the row is a finding and
 * an alert.
 */
export function reportGaps(
  report: BatchInput,
  rows: readonly ReportRow[],
  recompute: Recompute,
  limits: ReportLimits,
  logs: GapLogs,
): readonly TracedComponent[] {
  const gaps = rows.flatMap((row) => measures.flatMap((measure) => gapsOf(row, measure, rows, recompute)));
  for (const gap of gaps) tell(gap, report, limits, logs);
  return gaps.map(({ made }) => made);
}

function gapsOf(
  row: ReportRow,
  measure: Measure,
  rows: readonly ReportRow[],
  recompute: Recompute,
): readonly Gap[] {
  const { mode } = row;
  const reported = row.reported[measure];
  const computed = mode === null || reported === null ? null : recompute(measure, mode);
  if (mode === null || reported === null || !computed) return [];
  const isWhole = mode === 'all';
  const speaksForAll = rows.some((other) => other.mode === 'all' && other.reported[measure] !== null);
  const cells: readonly Labels[] = isWhole ? [{}] : [{ mode }, ...(speaksForAll ? [] : [{}])];
  const share = shareOf(reported, computed);
  const isMoney = measure === 'received' || measure === 'paid';
  const amount = isMoney ? Math.abs(reported - computed.part.sum) : null;
  return cells.map((breakdown, index) => ({
    measure,
    row,
    made: made(row, measure, breakdown, reported, computed),
    share: index === 0 ? share : null,
    amount,
  }));
}

/**
 * A rate: households done and planned, `due` the rate reported. A count or an amount: the figure reported and the one
 * recomputed, all of which is due.
 */
function made(
  row: ReportRow,
  basis: Measure,
  breakdown: Labels,
  reported: number,
  { part, whole }: Recomputed,
): TracedComponent {
  const cell = { indicator: 'rpt.report_gap', parameters: { basis }, breakdown, n: null };
  const also = () => [row.origin];
  if (!whole) {
    const typed = tally([row], () => reported);
    return component({ ...cell, due: { num: 1, den: 1 } }, typed, part, { also });
  }
  return component({ ...cell, due: rateOf(reported) }, part, whole, { also });
}

function shareOf(reported: number, { part, whole }: Recomputed): Gap['share'] {
  const below = whole ? whole.sum : part.sum;
  if (below <= 0) return whole || reported === part.sum ? null : 'unfounded';
  const gap = whole
    ? subtract(rational(part.sum), partOf(below, rateOf(reported)))
    : subtract(rational(reported), rational(part.sum));
  return quotient(magnitude(gap), rational(below));
}

/** A reported rate to six decimals: one with more is a spreadsheet's quotient. */
function rateOf(reported: number): Fraction {
  const { num, den } = rational(Math.round(reported * 1e6), 1e6);
  return { num: Number(num), den: Number(den) };
}

/** X9: above the first limit the row is told, above the second in red, and so is what has nothing behind it. */
function tell(
  { measure, row, share, amount }: Gap,
  report: BatchInput,
  limits: ReportLimits,
  logs: GapLogs,
): void {
  const exceeds = (limit: number) => share === 'unfounded' || (share && !atLeast(decimal(limit), share));
  if (!exceeds(limits.gap)) return;
  const isRed = exceeds(limits.redGap);
  logs.findings.add('REPORT_DIFFERS', 'warning', 'progressReports', row.origin);
  logs.alerts.raise('X9', isRed ? 'red' : 'amber', {
    object: { measure, mode: row.mode ?? 'all' },
    since: report.dataDate,
    amount,
    dataset: 'progressReports',
    origins: [row.origin],
  });
}
