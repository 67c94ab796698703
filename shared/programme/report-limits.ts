/** Limits of what counties report, part of the dated policy. P our proposal (domain.md §4 X9, §5.9). */
export interface ReportLimits {
  /** P: a reported figure may differ from the recomputed one by so much: 0.05 points, or 0.05 % of it. */
  readonly gap: number;
  /** P: above this it is red: 1 point, or 1 %. */
  readonly redGap: number;
}

export const reportLimits2016: ReportLimits = { gap: 0.0005, redGap: 0.01 };
