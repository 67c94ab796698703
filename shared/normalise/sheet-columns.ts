import type { Field } from '../datasets/contract.ts';
import { foldLabel } from '../text/fold.ts';
import { isIdle } from './field-plan.ts';
import type { Finding } from './finding.ts';
import type { FindingLog } from './finding-log.ts';
import type { Header, MappedField } from './header.ts';
import { shownHeader } from './shown-header.ts';

const moneyUnits: ReadonlySet<string> = new Set(['元', '千元', '万元', '百万元', '亿元']);

/** Unit of a money column: header, else unit line, else contract, each change told once (domain.md §6.1). */
export function settleUnits(header: Header, sheetUnit: string | null, log: FindingLog, sheet: string) {
  const units = new Map<string, string>();
  for (const { field, unit, columns } of header.fields) {
    if (field.type !== 'money') continue;
    const own = unit !== null && moneyUnits.has(unit) ? unit : null;
    const settled = own ?? sheetUnit ?? field.unit ?? '元';
    const place = {
      sheet,
      row: header.row,
      column: columns[0] ?? null,
      field: field.name,
      dataset: header.contract.id,
    };
    if (own && sheetUnit && own !== sheetUnit) {
      log.add('warning', 'unit_conflict', place, { field: field.zh, found: own, expected: sheetUnit });
    } else if (!own && !sheetUnit)
      log.add('warning', 'unit_assumed', place, { field: field.zh, found: settled });
    units.set(field.name, settled);
  }
  return ({ field }: MappedField): string => units.get(field.name) ?? field.unit ?? '元';
}

/** Tells columns left out because another one says the same: they are never told apart by position (F17). */
export function tellAmbiguous(
  { ambiguous, contract, row }: Pick<Header, 'ambiguous' | 'contract' | 'row'>,
  log: FindingLog,
  sheet: string,
): void {
  for (const { column, label, field } of ambiguous) {
    const place = { sheet, row, column, field: field.name, dataset: contract.id };
    if (!isIdle(field))
      log.add('warning', 'ambiguous_header', place, { field: field.zh, found: shownHeader(label) });
  }
}

/** Whether a header names the field only for want of a better one. */
function isWeak({ weakAliases = [] }: Field, label: string): boolean {
  return weakAliases.some((alias) => foldLabel(alias).label === foldLabel(label).label);
}

/** Tells what is not read as meant: unknown columns with the nearest header, further columns, expected ones missing (F41). */
export function tellColumns(header: Header, log: FindingLog, sheet: string): void {
  const dataset = header.contract.id;
  tellAmbiguous(header, log, sheet);
  for (const { column, label, suggestion } of header.unknown) {
    const shown = shownHeader(label);
    const params: Finding['params'] = suggestion ? { found: shown, suggestion } : { found: shown };
    log.add('note', 'unknown_header', { sheet, row: header.row, column, dataset }, params);
  }
  for (const { field, columns } of header.fields) {
    const [first = -1] = columns;
    if (isWeak(field, header.labels[first] ?? '')) {
      const place = { sheet, row: header.row, column: first, field: field.name, dataset };
      log.add('warning', 'serial_as_key', place, { field: field.zh });
    }
    for (const column of columns.slice(1)) {
      log.add(
        'note',
        'further_column',
        { sheet, row: header.row, column, field: field.name, dataset },
        { field: field.zh },
      );
    }
  }
  const mapped = new Set(header.fields.map(({ field }) => field));
  for (const field of header.contract.fields) {
    if ((field.need !== 'expected' && field.column !== 'expected') || mapped.has(field)) continue;
    const candidate = header.unknown.find(({ suggestion }) => suggestion === field.zh);
    log.add(
      'warning',
      'expected_column_missing',
      { sheet, row: header.row, field: field.name, dataset },
      { field: field.zh, ...(candidate ? { suggestion: shownHeader(candidate.label) } : {}) },
    );
  }
}
