import type { Finding } from '../normalise/finding.ts';
import type { Bilingual } from '../text/languages.ts';
import { findingKindOf } from './finding-texts.ts';

/**
 * What became of the row something was found in: `kept`, `held_back` for an error of its own, or `refused`: nothing
 * of its dataset came in, or it is not known whether it did, so that nothing may be called accepted.
 */
export type RowFate = 'kept' | 'held_back' | 'refused';

const wide: readonly string[] = ['file', 'sheet', 'column'];

/**
 * Errors that keep a whole sheet or dataset out; `more_findings` may stand for errors of rows that are not listed,
 * but not where it counts what is found between records, which are published.
 */
function refusesDataset({ code, severity, params: { of } }: Finding): boolean {
  if (code === 'more_findings' && findingKindOf(String(of))?.scope === 'publication') return false;
  return severity === 'error' && wide.includes(findingKindOf(code)?.scope ?? '');
}

const placeOf = ({ sheet, row }: Finding): string => JSON.stringify([sheet, row]);

/** Tells the fate of the row of each of a file's findings from all of them. */
export function rowFates(findings: readonly Finding[]): (finding: Finding) => RowFate {
  const refused = new Set(findings.filter(refusesDataset).map(({ dataset }) => dataset));
  const held = new Set(findings.filter(({ severity }) => severity === 'error').map(placeOf));
  return (finding) => {
    if (finding.row !== null && held.has(placeOf(finding))) return 'held_back';
    return refused.has(finding.dataset) ? 'refused' : 'kept';
  };
}

/** Whether a finding's cell was not kept: then what became of the row is said. */
export function isDroppedCell({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean {
  const kind = findingKindOf(code);
  if (kind?.scope !== 'cell' || severity === 'note') return false;
  return kind.severity.includes('error') && kind.severity.includes('warning');
}

/** The verdict on a row. */
export const rowVerdicts: Readonly<Record<RowFate, Bilingual>> = {
  held_back: { zh: '该行未接收。', en: ' The row was held back.' },
  kept: { zh: '该行已接收。', en: ' The row was kept.' },
  refused: { zh: '整表未接收。', en: ' Nothing of the sheet was taken in.' },
};

/** What is said behind a dropped cell of a row that has this fate. */
export const cellOutcomes: Readonly<Record<'error' | 'warning', Readonly<Record<RowFate, Bilingual>>>> = {
  error: {
    held_back: rowVerdicts.held_back,
    kept: rowVerdicts.held_back,
    refused: rowVerdicts.held_back,
  },
  warning: {
    kept: { zh: '该单元格的内容未保存，该行已接收。', en: ' The cell was dropped, the row was kept.' },
    held_back: { zh: '该单元格的内容未保存。', en: ' The cell was dropped.' },
    refused: { zh: '该单元格的内容未保存。', en: ' The cell was dropped.' },
  },
};
