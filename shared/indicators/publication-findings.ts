import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { PublicationFinding } from './facts.ts';
import { compareOrigins, type Origin } from './rows.ts';

/** Rows listed with a finding; the count always says how many there are. */
const rowsShown = 20;

/** What is found between records and datasets of a county, gathered by code and batch while a family computes. */
export interface FindingLog {
  add(code: string, severity: PublicationFinding['severity'], dataset: DatasetId, origin: Origin): void;
  /** Ordered by dataset, batch and code, rows in reading order: the same data gives the same list. */
  list(): readonly PublicationFinding[];
}

export function newFindingLog(): FindingLog {
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
      return [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { origins, ...finding }]) => ({
          ...finding,
          count: origins.length,
          rows: [...origins]
            .sort(compareOrigins)
            .slice(0, rowsShown)
            .map(({ sheet, row }) => ({ sheet, row })),
        }));
    },
  };
}
