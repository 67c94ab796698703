import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Finding, FindingCounts, Severity } from './finding.ts';

/** How many findings of one code are listed one by one. */
export const listedPerCode = 200;

/** Column letters of a zero-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Where a finding is: all of it optional. */
export interface Place {
  readonly sheet?: string;
  readonly row?: number;
  /** Zero-based. */
  readonly column?: number | null;
  readonly field?: string | null;
  readonly dataset?: DatasetId;
}

/** Collects findings; of each code and severity the first {@link listedPerCode} in detail, then the number. */
export interface FindingLog {
  add(severity: Severity, code: string, place?: Place, params?: Finding['params']): void;
  /** Listed findings in the order met, then one `more_findings` per code that has further ones. */
  list(): readonly Finding[];
}

/** An empty log. */
export function createFindingLog(): FindingLog {
  const listed: Finding[] = [];
  const seen = new Map<
    string,
    { severity: Severity; code: string; dataset: DatasetId | null; count: number }
  >();
  return {
    add(severity, code, place = {}, params = {}) {
      const { sheet = null, row = null, column = null, field = null, dataset = null } = place;
      const id = `${severity} ${code} ${dataset}`;
      const known = seen.get(id);
      if (known) known.count += 1;
      else seen.set(id, { severity, code, dataset, count: 1 });
      if (known && known.count > listedPerCode) return;
      const cell = row !== null && column !== null ? `${columnLetters(column)}${row}` : null;
      listed.push({ code, severity, sheet, cell, row, field, dataset, params });
    },
    list() {
      const more = [...seen.values()]
        .filter(({ count }) => count > listedPerCode)
        .map(
          ({ severity, code, dataset, count }): Finding => ({
            code: 'more_findings',
            severity,
            sheet: null,
            cell: null,
            row: null,
            field: null,
            dataset,
            params: { of: code, count: count - listedPerCode, listed: listedPerCode },
          }),
        );
      return [...listed, ...more];
    },
  };
}

/** Counts findings, those behind a `more_findings` included. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { code, severity, params } of findings) {
    counts[severity] += code === 'more_findings' ? Number(params.count ?? 1) : 1;
  }
  return counts;
}
