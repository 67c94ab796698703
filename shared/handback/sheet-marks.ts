import { unknownFinding } from '../messages/api-page.ts';
import { findingMessage, findingTexts } from '../messages/findings.ts';
import { severityWords } from '../messages/handback-texts.ts';
import { isDroppedCell, type RowFate, rowFates, rowVerdicts } from '../messages/row-fate.ts';
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
export function sentenceOf(
  finding: Finding,
  fate: RowFate | 'untold',
): { readonly zh: string; readonly en: string } {
  return findingTexts[finding.code] ? findingMessage(finding, fate) : unknownFinding(finding.code);
}

function add<Key>(marks: Map<Key, Mark>, key: Key, severity: Severity, text: string): void {
  const known = marks.get(key);
  const gravest = known && gravity[known.severity] >= gravity[severity] ? known.severity : severity;
  marks.set(key, { severity: gravest, texts: [...(known?.texts ?? []), text] });
}

/** What a sheet's findings come to, while they are sorted. */
interface Sorted {
  readonly cells: Map<string, Mark>;
  readonly rows: Map<number, Mark>;
  /** What became of the rows in which a cell was not kept. */
  readonly fates: Map<number, RowFate>;
}

/** A row's sentences, and once behind them all what became of the row. */
function withVerdicts({ rows, fates }: Sorted): ReadonlyMap<number, Mark> {
  const told = [...rows].map(([row, mark]) => {
    const fate = fates.get(row);
    return [row, fate ? { ...mark, texts: [...mark.texts, rowVerdicts[fate].zh] } : mark] as const;
  });
  return new Map(told);
}

/** Sorts findings to the cells and rows they speak of, by sheet name. */
export function marksBySheet(findings: readonly Finding[]): ReadonlyMap<string, SheetMarks> {
  const sheets = new Map<string, Sorted>();
  const fateOf = rowFates(findings);
  for (const finding of findings) {
    const { sheet, cell, row, severity } = finding;
    if (sheet === null || row === null) continue;
    const marks = sheets.get(sheet) ?? { cells: new Map(), rows: new Map(), fates: new Map() };
    sheets.set(sheet, marks);
    const fate = fateOf(finding);
    if (isDroppedCell(finding)) marks.fates.set(row, fate);
    const told = (of: RowFate | 'untold') => `${severityWords[severity]}：${sentenceOf(finding, of).zh}`;
    if (cell !== null) add(marks.cells, cell, severity, told(fate));
    add(marks.rows, row, severity, cell === null ? told('untold') : `${cell} ${told('untold')}`);
  }
  return new Map(
    [...sheets].map(([name, sorted]) => [name, { cells: sorted.cells, rows: withVerdicts(sorted) }]),
  );
}
