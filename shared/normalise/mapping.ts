import type { DatasetId } from '../datasets/dataset-ids.ts';
import { foldLabel } from '../text/fold.ts';

/**
 * Odd headers of one (county, dataset) that the county has confirmed: folded label ({@link mappingKey}) → field
 * name of the contract. They are read as exact aliases. A name the contract does not have is passed over.
 */
export interface HeaderMapping {
  /** Part of the batch id: another mapping makes another batch. */
  readonly version: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Confirmed mappings of the county whose file is read, by dataset. */
export type HeaderMappings = Readonly<Partial<Record<DatasetId, HeaderMapping>>>;

/** Key of a header in a mapping: its label as headers are compared; levels of a header are joined by `/`. */
export function mappingKey(header: string): string {
  return foldLabel(header).label;
}
