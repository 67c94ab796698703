import { unknownFinding } from '../messages/api-page.ts';
import { findingMessage, findingTexts } from '../messages/findings.ts';
import { isDroppedCell, type RowFate, rowFates, rowVerdicts } from '../messages/row-fate.ts';
import { severityWords } from '../messages/severity-words.ts';
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
  /** Errors and warnings of a row as a whole, by row: no cell is named. */
  readonly wholeRows: ReadonlyMap<number, Mark>;
}

/** Marks of a sheet in which nothing was found. */
export const noMarks: SheetMarks = { cells: new Map(), rows: new Map(), wholeRows: new Map() };

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, note: 0 };

/** A finding's sentence in both languages; a code that no longer has one is shown as it is. */
export function sentenceOf(
  finding: Finding,
  fate: RowFate | 'untold',
): { readonly zh: string; readonly en: string } {
  return findingTexts[finding.code] ? findingMessage(finding, fate) : unknownFinding(finding.code);
}

function together(known: Mark | undefined, { severity, texts }: Mark): Mark {
  const gravest = known && gravity[known.severity] >= gravity[severity] ? known.severity : severity;
  return { severity: gravest, texts: [...(known?.texts ?? []), ...texts] };
}

function add<Key>(marks: Map<Key, Mark>, key: Key, severity: Severity, text: string): void {
  marks.set(key, together(marks.get(key), { severity, texts: [text] }));
}

/** Findings as they are listed: what is to be mended first, notes last. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => gravity[b.severity] - gravity[a.severity]);
}

/** The marks with those of whole rows put on the cells, by `A1` reference, that stand for each row. */
export function onCells(marks: SheetMarks, placesOf: (row: number) => readonly string[]): SheetMarks {
  const cells = new Map(marks.cells);
  for (const [row, mark] of marks.wholeRows) {
    for (const place of placesOf(row)) cells.set(place, together(cells.get(place), mark));
  }
  return { ...marks, cells };
}

/** What a sheet's findings come to, while they are sorted. */
interface Sorted {
  readonly cells: Map<string, Mark>;
  readonly rows: Map<number, Mark>;
  readonly wholeRows: Map<number, Mark>;
  /** What became of the rows in which a cell was not kept. */
  readonly fates: Map<number, RowFate>;
}

const sortedNone = (): Sorted => ({
  cells: new Map(),
  rows: new Map(),
  wholeRows: new Map(),
  fates: new Map(),
});

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
    const marks = sheets.get(sheet) ?? sortedNone();
    sheets.set(sheet, marks);
    const fate = fateOf(finding);
    if (isDroppedCell(finding)) marks.fates.set(row, fate);
    const told = (of: RowFate | 'untold') => `${severityWords[severity].zh}：${sentenceOf(finding, of).zh}`;
    if (cell !== null) add(marks.cells, cell, severity, told(fate));
    else if (severity !== 'note') add(marks.wholeRows, row, severity, told(fate));
    add(marks.rows, row, severity, cell === null ? told('untold') : `${cell} ${told('untold')}`);
  }
  return new Map([...sheets].map(([name, sorted]) => [name, { ...sorted, rows: withVerdicts(sorted) }]));
}
