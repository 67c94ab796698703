import type { ProgressRow } from './progress-row.ts';

/**
 * The points of a curve that can be held against each other, of points in the order of time: none of fewer counties
 * than one before it, none that says what the one before it said of the same day, and of one day the newest.
 */
export function comparablePoints<Point>(
  points: readonly Point[],
  rowOf: (point: Point) => ProgressRow,
): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    const earlier = before === undefined ? null : rowOf(before);
    const row = rowOf(point);
    if (earlier && (coverageOf(row) < coverageOf(earlier) || saysTheSame(row, earlier))) continue;
    if (row.day === earlier?.day) kept.pop();
    kept.push(point);
  }
  return kept;
}

function coverageOf({ coverage }: ProgressRow): number {
  return coverage ?? 0;
}

const said = ['day', 'coverage', 'planned', 'started', 'completed'] as const;

function saysTheSame(a: ProgressRow, b: ProgressRow): boolean {
  return said.every((name) => a[name] === b[name]) && a.dataDate?.min === b.dataDate?.min;
}
