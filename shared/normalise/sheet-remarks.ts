import type { Contract } from '../datasets/contract.ts';
import type { FindingLog, Place } from './finding-log.ts';
import { readFooter } from './footer.ts';
import type { SheetRow } from './merged-cells.ts';

/** What a sheet's rows come to beside their values, told once when the sheet is read. */
export interface SheetRemarks {
  /** A row that counts as data. */
  data(row: SheetRow, countyAssumed: boolean): void;
  footer(row: SheetRow): void;
  tell(log: FindingLog, place: Place): void;
}

/** Remarks of one sheet: hidden rows, rows whose county is the sheet's own, the footer (F21, F39). */
export function createSheetRemarks({ fields }: Contract): SheetRemarks {
  const county = fields.find(({ type }) => type === 'areaCode');
  let hidden = 0;
  let assumed = 0;
  const signed = new Set<string>();
  let reportedOn: string | null = null;
  let footerRow: number | null = null;
  return {
    data(row, countyAssumed) {
      if (row.hidden) hidden += 1;
      if (countyAssumed) assumed += 1;
    },
    footer(row) {
      const footer = readFooter(row);
      if (!footer) return;
      for (const label of footer.signed) signed.add(label);
      reportedOn ??= footer.reportedOn;
      footerRow ??= row.row;
    },
    tell(log, place) {
      if (hidden > 0) log.add('note', 'hidden_rows', place, { count: hidden });
      if (assumed > 0 && county?.need === 'required')
        log.add('note', 'county_from_sheet', place, { count: assumed });
      if (footerRow === null) return;
      const params = { found: [...signed].join('、') };
      log.add(
        'note',
        'footer_read',
        { ...place, row: footerRow },
        reportedOn === null ? params : { ...params, date: reportedOn },
      );
    },
  };
}
