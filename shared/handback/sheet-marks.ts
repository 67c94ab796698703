import { unknownFinding } from '../messages/api-page.ts';
import { findingMessage, findingTexts } from '../messages/findings.ts';
import { severityWords } from '../messages/handback-texts.ts';
import type { Finding, Severity } from '../normalise/finding.ts';

/** What is said at one place: the gravest severity, and every sentence. */
export interface Mark {
  readonly severity: Severity;
  readonly texts: readonly string[];
}

/** Marks of one sheet: by `A1` reference, and by row for the column behind the last. */
export interface SheetMarks {
  readonly cells: ReadonlyMap<string, Mark>;
  readonly rows: ReadonlyMap<number, Mark>;
}

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, note: 0 };

/** A finding's sentence in both languages; a code that no longer has one is shown as it is. */
export function sentenceOf(finding: Finding): { readonly zh: string; readonly en: string } {
  return findingTexts[finding.code] ? findingMessage(finding) : unknownFinding(finding.code);
}

function add<Key>(marks: Map<Key, Mark>, key: Key, severity: Severity, text: string): void {
  const known = marks.get(key);
  const gravest = known && gravity[known.severity] >= gravity[severity] ? known.severity : severity;
  marks.set(key, { severity: gravest, texts: [...(known?.texts ?? []), text] });
}

/** Sorts findings to the cells and rows they speak of, by sheet name. */
export function marksBySheet(findings: readonly Finding[]): ReadonlyMap<string, SheetMarks> {
  const sheets = new Map<string, { cells: Map<string, Mark>; rows: Map<number, Mark> }>();
  for (const finding of findings) {
    const { sheet, cell, row, severity } = finding;
    if (sheet === null || row === null) continue;
    const marks = sheets.get(sheet) ?? { cells: new Map(), rows: new Map() };
    sheets.set(sheet, marks);
    const text = `${severityWords[severity]}：${sentenceOf(finding).zh}`;
    if (cell !== null) add(marks.cells, cell, severity, text);
    add(marks.rows, row, severity, cell === null ? text : `${cell} ${text}`);
  }
  return sheets;
}
