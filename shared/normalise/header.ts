import type { Contract, Field } from '../datasets/contract.ts';
import type { CellValue, RawRow } from '../workbook/source.ts';
import { type FoldedLabel, foldLabel } from './fold.ts';
import { fieldOf, isDecoration, isGeneric, nearness, type Vocabulary, vocabularies } from './vocabulary.ts';

/** How many filled rows are searched for a header (domain.md, Header detection; spreadsheets.md §4.4). */
export const headerSearchRows = 20;

/** A field with the columns that carry it; several are read as the first filled one, canonical label first. */
export interface MappedField {
  readonly field: Field;
  readonly columns: readonly number[];
  /** Unit of the header, by column. */
  readonly unit: string | null;
}

/** A row read as the header of a dataset. */
export interface Header {
  readonly contract: Contract;
  /** Index into the searched rows. */
  readonly index: number;
  readonly row: number;
  readonly fields: readonly MappedField[];
  /** Columns whose label is no field's, with the label and the nearest one. */
  readonly unknown: readonly {
    readonly column: number;
    readonly label: string;
    readonly suggestion: string | null;
  }[];
  /** Labels by column as typed, to recognise a repeated header. */
  readonly labels: readonly string[];
}

/** The best row of a dataset that lacks required columns. */
export interface Incomplete {
  readonly contract: Contract;
  readonly row: number;
  readonly missing: readonly { readonly field: Field; readonly suggestion: string | null }[];
}

interface Unmatched {
  readonly column: number;
  readonly label: string;
  readonly folded: FoldedLabel;
}

interface Candidate extends Omit<Header, 'unknown'> {
  readonly vocabulary: Vocabulary;
  readonly unmatched: readonly Unmatched[];
  readonly missing: readonly Field[];
  readonly specific: number;
  readonly share: number;
  readonly score: number;
}

/** The text of a cell, empty for anything that is no text. */
export function labelText(cell: CellValue | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

function suggestion(vocabulary: Vocabulary, label: FoldedLabel, free: readonly Field[]): string | null {
  let best: { field: Field; edits: number } | null = null;
  for (const field of free) {
    const edits = nearness(vocabulary, field, label);
    if (edits < (best?.edits ?? Number.POSITIVE_INFINITY)) best = { field, edits };
  }
  return best?.field.zh ?? null;
}

function candidate(vocabulary: Vocabulary, raw: RawRow, index: number, titleText: string): Candidate {
  const { contract } = vocabulary;
  const columns = new Map<Field, { column: number; rank: number; unit: string | null }[]>();
  const unmatched: Unmatched[] = [];
  let numeric = 0;
  let specific = 0;
  let labelled = 0;
  for (const [column, cell] of raw.cells.entries()) {
    if (cell === null) continue;
    const text = labelText(cell);
    if (text.trim() === '') {
      if (typeof cell !== 'string') numeric += 1;
      continue;
    }
    if (/^[\d.,%\s-]+$/.test(text)) numeric += 1;
    labelled += 1;
    const folded = foldLabel(text);
    const alias = fieldOf(vocabulary, folded);
    if (!alias) {
      if (!isDecoration(folded)) unmatched.push({ column, label: text, folded });
      continue;
    }
    if (!isGeneric(folded)) specific += 1;
    const known = columns.get(alias.field) ?? [];
    known.push({ column, rank: alias.rank, unit: folded.unit });
    columns.set(alias.field, known);
  }
  const missing = contract.fields.filter(
    (field) => field.need === 'required' && field.type !== 'areaCode' && !columns.has(field),
  );
  const duplicates = [...columns.values()].reduce((sum, { length }) => sum + length - 1, 0);
  const titled = contract.titleWords.some((word) => titleText.includes(word)) ? 1 : 0;
  return {
    contract,
    index,
    row: raw.row,
    fields: [...columns].map(([field, found]) => {
      const ranked = [...found].sort((a, b) => a.rank - b.rank || a.column - b.column);
      return { field, columns: ranked.map(({ column }) => column), unit: ranked[0]?.unit ?? null };
    }),
    vocabulary,
    unmatched,
    labels: raw.cells.map(labelText),
    missing,
    specific,
    share: columns.size / Math.max(1, labelled),
    score: 3 * columns.size - 4 * numeric - 2 * duplicates - 0.4 * unmatched.length - 0.05 * index + titled,
  };
}

function better(a: Candidate, b: Candidate | null): boolean {
  if (!b) return true;
  return a.score !== b.score ? a.score > b.score : a.share > b.share;
}

/**
 * Finds the header row among the first rows of a sheet and the dataset it belongs to: at least three fields and
 * all required columns, one label that is not a common one. `null` when nothing comes near; an
 * {@link Incomplete} when a dataset is recognised whose required columns are missing.
 */
export function findHeader(rows: readonly RawRow[]): Header | Incomplete | null {
  let best: Candidate | null = null;
  let near: Candidate | null = null;
  let titleText = '';
  for (const [index, raw] of rows.slice(0, headerSearchRows).entries()) {
    for (const vocabulary of vocabularies) {
      const found = candidate(vocabulary, raw, index, titleText);
      if (found.fields.length < 3 || found.specific < 1 || found.score <= 0) continue;
      if (found.missing.length === 0) {
        if (better(found, best)) best = found;
      } else if (found.fields.length > found.missing.length && better(found, near)) near = found;
    }
    titleText += raw.cells.map(labelText).join('');
  }
  if (best) return withSuggestions(best);
  if (!near) return null;
  const { vocabulary, unmatched } = near;
  const missing = near.missing.map((field) => ({
    field,
    suggestion: nearestHeader(vocabulary, field, unmatched),
  }));
  return { contract: near.contract, row: near.row, missing };
}

function withSuggestions({ contract, index, row, fields, labels, vocabulary, unmatched }: Candidate): Header {
  const taken = new Set(fields.map(({ field }) => field));
  const free = contract.fields.filter((field) => !taken.has(field));
  const unknown = unmatched.map(({ column, label, folded }) => ({
    column,
    label,
    suggestion: suggestion(vocabulary, folded, free),
  }));
  return { contract, index, row, fields, labels, unknown };
}

/** The file's own unmatched header that is nearest to a missing field. */
function nearestHeader(vocabulary: Vocabulary, field: Field, unmatched: readonly Unmatched[]): string | null {
  let best: { label: string; edits: number } | null = null;
  for (const { label, folded } of unmatched) {
    const edits = nearness(vocabulary, field, folded);
    if (edits < (best?.edits ?? Number.POSITIVE_INFINITY)) best = { label, edits };
  }
  return best?.label.trim() ?? null;
}
