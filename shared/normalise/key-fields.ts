import { columnsFedBy } from '../datasets/columns.ts';
import type { Contract, Field } from '../datasets/contract.ts';

/**
 * The fields whose cells make up a record's natural key, the county aside, which the sheet says for all its rows.
 * `filled` says which columns of the key hold something: of two references to a household one is enough.
 */
export function keyFields(
  { key, fields }: Contract,
  filled: (column: string) => boolean = () => true,
): readonly Field[] {
  const columns = new Set(key.filter((name) => name !== 'countyCode' && filled(name)));
  const fed = fields.filter((field) => columnsFedBy(field).some(({ name }) => columns.has(name)));
  const own = fed.filter(({ type }) => type !== 'areaCode');
  return own.length > 0 ? own : fed;
}
