import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Header } from './header.ts';

/** Where the fields of a dataset stand in sheets that are laid out alike: columns from 0, first filled one first. */
export interface ReadColumns {
  readonly dataset: DatasetId;
  /** Indexes of the sheets. */
  readonly sheets: readonly number[];
  readonly fields: Readonly<Record<string, readonly number[]>>;
}

/** Collects the columns of every sheet that is read; sheets laid out alike are told once. */
export interface ColumnLog {
  add(sheet: number, header: Pick<Header, 'contract' | 'fields'>): void;
  list(): readonly ReadColumns[];
}

export function createColumnLog(): ColumnLog {
  const layouts = new Map<string, { dataset: DatasetId; sheets: number[]; fields: ReadColumns['fields'] }>();
  return {
    add(sheet, { contract, fields: mapped }) {
      const fields = Object.fromEntries(mapped.map(({ field, columns }) => [field.name, [...columns]]));
      const key = JSON.stringify([contract.id, fields]);
      const layout = layouts.get(key) ?? { dataset: contract.id, sheets: [], fields };
      layout.sheets.push(sheet);
      layouts.set(key, layout);
    },
    list: () => [...layouts.values()],
  };
}
