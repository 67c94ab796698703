import type { ColumnTable } from 'arquero';
import { type BatchColumn, columnsOf, tokenColumn } from '../datasets/columns.ts';
import type { Contract } from '../datasets/contract.ts';
import { otherField } from '../datasets/other-reading.ts';

/** A value of a row as an auditor sees it. */
export type RowValue = string | number | boolean | null;

/** Characters a token is cut to: enough to join rows by (72 bits), not the token that is kept. */
const tokenCharacters = 12;

/** A company's unified social credit code, which stands where a natural person has a token. */
const companyCode = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

/** What an auditor is given of a column. */
type Disclosure = 'value' | 'cut' | 'company';

/**
 * What is given of every column of a dataset: tokens of direct identifiers cut; a natural person's id of a register
 * cut, a company's whole; everything else as it is. A field of which nothing is kept has no column (design.md,
 * Access and privacy).
 */
export function disclosures(contract: Contract): ReadonlyMap<string, Disclosure> {
  const tokens = new Set(['headIdToken', 'householdNoToken', ...contract.fields.map(tokenColumn)]);
  const companies = new Set(
    contract.fields.filter(({ keeping }) => keeping === 'party').map(({ name }) => name),
  );
  return new Map(
    columnsOf(contract)
      .filter((column) => tokens.has(column.name) || !isBareIdentifier(contract, column, companies))
      .map(({ name }) => [name, tokens.has(name) ? 'cut' : companies.has(name) ? 'company' : 'value']),
  );
}

/** A direct identifier kept as typed; the contracts have none, and one that came in by mistake is left out. */
function isBareIdentifier(
  { fields }: Contract,
  { name }: BatchColumn,
  companies: ReadonlySet<string>,
): boolean {
  const field = fields.find((one) => one.name === name);
  if (!field || companies.has(name)) return false;
  return field.pii === 'D' && (otherField(field)?.pii ?? 'D') === 'D';
}

/** The rows of a batch as an auditor sees them, columns in the order of the contract, then sheet and row. */
export function pseudonymousRows(
  contract: Contract,
  table: ColumnTable,
): readonly Readonly<Record<string, RowValue>>[] {
  const there = new Set(table.columnNames());
  const columns = [...disclosures(contract)].flatMap(([name, disclosure]) =>
    there.has(name) ? [{ name, disclosure, valueAt: table.getter(name) }] : [],
  );
  return Array.from({ length: table.numRows() }, (_, row) =>
    Object.fromEntries(
      columns.map(({ name, disclosure, valueAt }) => [name, shown(valueAt(row), disclosure)]),
    ),
  );
}

function shown(value: unknown, disclosure: Disclosure): RowValue {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  if (disclosure === 'value' || (disclosure === 'company' && companyCode.test(value))) return value;
  return value.slice(0, tokenCharacters);
}
