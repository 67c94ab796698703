import type { Contract, Field } from '../../../shared/datasets/contract.ts';
import { idCheckCharacter } from '../../../shared/normalise/cells/identity.ts';
import type { FormColumn } from '../../../shared/templates/form-columns.ts';

/** A made-up identity number of the area 990101, which does not exist. */
export function madeUpId(index: number): string {
  const digits = `9901011985${String(1 + (index % 12)).padStart(2, '0')}15${String(100 + index).slice(-3)}`;
  return digits + idCheckCharacter(digits);
}

/** Columns of the key: each row must differ in one of them. */
const numbered: ReadonlySet<string> = new Set([
  'projectId',
  'industryId',
  'householdNo',
  'entryNo',
  'accountNo',
  'docNo',
  'voucherNo',
  'certificateNo',
  'invoiceNo',
  'objectId',
  'issueNo',
]);

function cellOf(
  { name, type, values }: Field,
  example: string | number,
  index: number,
): string | number | null {
  if (example === '') return null;
  if (type === 'idno') return madeUpId(index);
  if (name === 'birthYearMonth') return `1985-${String(1 + (index % 12)).padStart(2, '0')}`;
  if (name === 'sex') return Number(madeUpId(index)[16]) % 2 === 1 ? '男' : '女';
  if (name === 'effectiveDate') return `2017-04-${String(1 + index).padStart(2, '0')}`;
  if (numbered.has(name)) return String(example).replace(/\d{1,3}$/, String(100 + index));
  if (values && values.length > 1 && ['source', 'purpose', 'placement', 'relation'].includes(name)) {
    return values[index % values.length]?.zh ?? null;
  }
  return example;
}

/** Rows of a full form: a county's progress report of one period has one for each mode. */
export function rowsOfForm({ id }: Contract): number {
  return id === 'progressReports' ? 2 : 25;
}

/** A valid row of a dataset, made from its example; rows of different indexes have different keys. */
export function filledRow(
  { id }: Contract,
  columns: readonly FormColumn[],
  index: number,
): readonly (string | number | null)[] {
  const projectRelated = id === 'projects' || id === 'industryProjects';
  return columns.map(({ field, example }) => {
    if (id === 'progressReports' && field.name === 'mode') return field.values?.[index]?.zh ?? null;
    const isReference = field.name === 'projectId' && !projectRelated;
    return isReference ? example : cellOf(field, example, index);
  });
}
