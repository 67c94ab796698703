import type { DatasetId } from '../datasets/dataset-ids.ts';
import { compareText } from './compare-text.ts';
import type { FamilyInput, PublicationFinding } from './facts.ts';
import { compareOrigins, type Origin } from './origin.ts';

/** Rows listed with a finding; the count always says how many there are. */
const rowsShown = 20;

/** What is found between records and datasets of a county, gathered by code and batch while a family computes. */
export interface FindingLog {
  add(code: string, severity: PublicationFinding['severity'], dataset: DatasetId, origin: Origin): void;
  /**
   * Ordered by dataset, code, first row and age of the batch, rows in reading order: the same data gives the same
   * list. Ids of batches have no say in it, for they hang on the token secret.
   */
  list(): readonly PublicationFinding[];
}

/** @param batches what the family reads, oldest first within a dataset */
export function newFindingLog(batches: FamilyInput['batches']): FindingLog {
  const ids = Object.values(batches).flatMap((some) => some.map(({ id }) => id));
  const ageOf = new Map(ids.map((id, age) => [id, age]));
  const groups = new Map<
    string,
    Pick<PublicationFinding, 'code' | 'severity' | 'dataset'> & { batch: string; origins: Origin[] }
  >();
  return {
    add(code, severity, dataset, origin) {
      const name = `${dataset} ${origin.batch} ${code}`;
      const group = groups.get(name) ?? { code, severity, dataset, batch: origin.batch, origins: [] };
      group.origins.push(origin);
      groups.set(name, group);
    },
    list() {
      return [...groups.values()]
        .map(({ origins, ...finding }) => ({ finding, origins: [...origins].sort(compareOrigins) }))
        .sort(
          (a, b) =>
            compareText(a.finding.dataset, b.finding.dataset) ||
            compareText(a.finding.code, b.finding.code) ||
            compareFirst(a.origins, b.origins) ||
            (ageOf.get(a.finding.batch) ?? 0) - (ageOf.get(b.finding.batch) ?? 0),
        )
        .map(({ finding, origins }) => ({
          ...finding,
          count: origins.length,
          rows: origins.slice(0, rowsShown).map(({ sheet, row }) => ({ sheet, row })),
        }));
    },
  };
}

function compareFirst([a]: readonly Origin[], [b]: readonly Origin[]): number {
  return a && b ? compareOrigins(a, b) : 0;
}
