import type { Contract, Field } from '../datasets/contract.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { FoldedLabel } from '../text/fold.ts';
import type { Merge, RawRow } from '../workbook/source.ts';
import { type HeaderBand, headerBands, labelText } from './header-band.ts';
import {
  type BandColumn,
  type BandMatch,
  bandColumns,
  type ColumnMatch,
  matchColumns,
} from './header-match.ts';
import type { HeaderMappings } from './mapping.ts';
import { nearness, type Vocabulary, vocabularies } from './vocabulary.ts';

/** How many filled rows are searched for a header (domain.md, Header detection; spreadsheets.md §4.4). */
export const headerSearchRows = 20;

const fewestFields = 3;

/** A field with the columns that carry it; several are read as the first filled one, canonical label first. */
export interface MappedField {
  readonly field: Field;
  readonly columns: readonly number[];
  /** Unit of the header of the first column. */
  readonly unit: string | null;
}

/** One to three rows read as the header of a dataset. */
export interface Header {
  readonly contract: Contract;
  /** Index of the first row of the header, and of the first row below it, in the searched rows. */
  readonly index: number;
  readonly end: number;
  /** Row number of its lowest level. */
  readonly row: number;
  readonly fields: readonly MappedField[];
  /** Columns whose label is no field's, with the label and the nearest one. */
  readonly unknown: readonly {
    readonly column: number;
    readonly label: string;
    readonly suggestion: string | null;
  }[];
  /** Columns left out because another column says the same of one field. */
  readonly ambiguous: readonly { readonly column: number; readonly label: string; readonly field: Field }[];
  /** Labels by column, levels joined by `/`, as typed. */
  readonly labels: readonly string[];
  /** Texts of each row of the header by column, to recognise a repeated one. */
  readonly bandTexts: readonly (readonly string[])[];
}

/** The best rows of a dataset that lack required columns. */
export interface Incomplete {
  readonly contract: Contract;
  readonly row: number;
  readonly missing: readonly { readonly field: Field; readonly suggestion: string | null }[];
  readonly ambiguous: Header['ambiguous'];
}

interface Candidate extends BandMatch {
  readonly vocabulary: Vocabulary;
  readonly band: HeaderBand;
  readonly fields: readonly MappedField[];
  readonly missing: readonly Field[];
  readonly specific: number;
  readonly share: number;
  readonly score: number;
}

function fieldsOf(matches: readonly ColumnMatch[]): MappedField[] {
  const byField = new Map<Field, ColumnMatch[]>();
  for (const match of matches) byField.set(match.field, [...(byField.get(match.field) ?? []), match]);
  return [...byField].map(([field, found]) => {
    const ranked = [...found].sort((a, b) => a.rank - b.rank || a.column.column - b.column.column);
    return { field, columns: ranked.map(({ column }) => column.column), unit: ranked[0]?.unit ?? null };
  });
}

function candidate(
  vocabulary: Vocabulary,
  band: HeaderBand,
  columns: readonly BandColumn[],
  context: { readonly titleText: string; readonly mappings: HeaderMappings },
): Candidate {
  const { contract } = vocabulary;
  const match = matchColumns(vocabulary, columns, context.mappings[contract.id]?.headers);
  const fields = fieldsOf(match.matches);
  const named = new Set(fields.map(({ field }) => field));
  const missing = contract.fields.filter(
    (field) => field.need === 'required' && field.type !== 'areaCode' && !named.has(field),
  );
  const duplicates = match.matches.length - fields.length + match.ambiguous.length;
  const titled = contract.titleWords.some((word) => context.titleText.includes(word)) ? 1 : 0;
  const score =
    3 * fields.length -
    4 * band.numeric -
    2 * duplicates -
    0.4 * match.unmatched.length -
    0.5 * (band.depth - 1) -
    0.05 * band.index +
    titled;
  return {
    ...match,
    vocabulary,
    band,
    fields,
    missing,
    specific: match.matches.filter(({ generic }) => !generic).length,
    share: fields.length / Math.max(1, columns.length),
    score,
  };
}

function better(a: Candidate, b: Candidate | null): boolean {
  if (!b) return true;
  return a.score !== b.score ? a.score > b.score : a.share > b.share;
}

/** Whether the columns that make a sheet of an undemanding dataset its own are there. */
function hasEvidence({ vocabulary, fields }: Candidate): boolean {
  const { evidence } = vocabulary.contract;
  return evidence === undefined || fields.some(({ field }) => evidence.includes(field.name));
}

/** Whether the sheet of an undemanding dataset is rather another dataset's, with required columns missing. */
function isOutdone({ vocabulary, fields }: Candidate, near: Candidate): boolean {
  return vocabulary.contract.evidence !== undefined && near.fields.length >= fields.length + 2;
}

/** The text above each row, for the dataset's title words. */
function textsAbove(rows: readonly RawRow[]): readonly string[] {
  let text = '';
  return rows.map(({ cells }) => {
    const above = text;
    text += cells.map(labelText).join('');
    return above;
  });
}

/**
 * Finds the header among the first rows of a sheet and the dataset it belongs to: one to three levels, at least
 * three fields and all required columns, one label that is not a common one. `null` when nothing comes near; an
 * {@link Incomplete} when a dataset is recognised whose required columns are missing.
 */
export function findHeader(
  rows: readonly RawRow[],
  merges: readonly Merge[] = [],
  mappings: HeaderMappings = {},
): Header | Incomplete | null {
  const searched = rows.slice(0, headerSearchRows);
  const above = textsAbove(searched);
  const mayMatch = (dataset: DatasetId, { known, whole }: BandColumn): boolean =>
    known.has(dataset) || Object.hasOwn(mappings[dataset]?.headers ?? {}, whole.label);
  let best: Candidate | null = null;
  let near: Candidate | null = null;
  for (const band of headerBands(searched, merges)) {
    const columns = bandColumns(band);
    const context = { titleText: above[band.index] ?? '', mappings };
    for (const vocabulary of vocabularies) {
      const { id } = vocabulary.contract;
      if (columns.filter((column) => mayMatch(id, column)).length < fewestFields) continue;
      const found = candidate(vocabulary, band, columns, context);
      if (found.fields.length < fewestFields || found.specific < 1 || found.score <= 0) continue;
      if (!hasEvidence(found)) continue;
      if (found.missing.length === 0) {
        if (better(found, best)) best = found;
      } else if (found.fields.length > found.missing.length && better(found, near)) near = found;
    }
  }
  if (best && !(near && isOutdone(best, near))) return headerOf(best, searched);
  return near && incompleteOf(near, searched);
}

function ambiguousOf({ ambiguous }: BandMatch): Header['ambiguous'] {
  return ambiguous.map(({ column, field }) => ({ column: column.column, label: column.text, field }));
}

function incompleteOf(near: Candidate, rows: readonly RawRow[]): Incomplete {
  const { vocabulary, unmatched, band } = near;
  const missing = near.missing.map((field) => ({
    field,
    suggestion: nearestHeader(vocabulary, field, unmatched),
  }));
  const row = rows[band.index + band.depth - 1]?.row ?? 0;
  return { contract: vocabulary.contract, row, missing, ambiguous: ambiguousOf(near) };
}

function headerOf(best: Candidate, rows: readonly RawRow[]): Header {
  const { vocabulary, fields, unmatched, band } = best;
  const { contract } = vocabulary;
  const taken = new Set(fields.map(({ field }) => field));
  const free = contract.fields.filter((field) => !taken.has(field));
  const levels = rows.slice(band.index, band.index + band.depth);
  return {
    contract,
    index: band.index,
    end: band.index + band.depth,
    row: levels.at(-1)?.row ?? 0,
    fields,
    unknown: unmatched.map(({ column, text, whole }) => ({
      column,
      label: text,
      suggestion: suggestion(vocabulary, whole, free),
    })),
    ambiguous: ambiguousOf(best),
    labels: band.paths.map((path) => path.join('/')),
    bandTexts: levels.map(({ cells }) => cells.map((cell) => labelText(cell).trim())),
  };
}

function suggestion(vocabulary: Vocabulary, label: FoldedLabel, free: readonly Field[]): string | null {
  let best: { field: Field; edits: number } | null = null;
  for (const field of free) {
    const edits = nearness(vocabulary, field, label);
    if (edits < (best?.edits ?? Number.POSITIVE_INFINITY)) best = { field, edits };
  }
  return best?.field.zh ?? null;
}

/** The file's own unmatched header that is nearest to a missing field. */
function nearestHeader(
  vocabulary: Vocabulary,
  field: Field,
  unmatched: readonly BandColumn[],
): string | null {
  let best: { label: string; edits: number } | null = null;
  for (const { text, whole } of unmatched) {
    const edits = nearness(vocabulary, field, whole);
    if (edits < (best?.edits ?? Number.POSITIVE_INFINITY)) best = { label: text, edits };
  }
  return best?.label.trim() ?? null;
}
