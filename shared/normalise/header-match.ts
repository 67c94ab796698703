import type { Field } from '../datasets/contract.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import { type FoldedLabel, foldLabel, unitWord } from '../text/fold.ts';
import type { HeaderBand } from './header-band.ts';
import { errorColumnHeader } from './marks.ts';
import { datasetsOf, fieldOf, isDecoration, isGeneric, type Vocabulary, weakRank } from './vocabulary.ts';

/** A header column as it is compared: what it says as a whole, and the readings tried in turn. */
export interface BandColumn {
  readonly column: number;
  /** Levels joined by `/`, as typed. */
  readonly text: string;
  /** All levels folded together. */
  readonly whole: FoldedLabel;
  readonly readings: readonly FoldedLabel[];
  /** Another column of the band says the same. */
  readonly repeated: boolean;
  /** The datasets of which one of the readings is a header. */
  readonly known: ReadonlySet<DatasetId>;
}

/** A column that names a field; `rank` 0 is the canonical label. */
export interface ColumnMatch {
  readonly column: BandColumn;
  readonly field: Field;
  readonly rank: number;
  readonly unit: string | null;
  readonly generic: boolean;
}

/** What a band comes to as the header of one dataset. */
export interface BandMatch {
  readonly matches: readonly ColumnMatch[];
  readonly unmatched: readonly BandColumn[];
  /** Columns that say the same as another one and would name one field: never told apart by position (F17). */
  readonly ambiguous: readonly ColumnMatch[];
}

/** 其中：建档立卡户数 names what 建档立卡户数 names, after any column that says it outright. */
const partOf = /^其中(?=.{2})/;
const partRank = 100;

/** A header that names a field only for want of a better one, which another column is. */
function isIdleWeak({ field, rank }: ColumnMatch, matches: readonly ColumnMatch[]): boolean {
  return rank === weakRank && matches.some((other) => other.field === field && other.rank !== weakRank);
}

/** Leaves that only say that the number stands here: 安置户数 over 小计. */
const sumLeaf = /^(?:合计|小计|总计|总数|数量)$/;

function joined(parts: readonly FoldedLabel[]): FoldedLabel {
  const unit = parts.reduce<string | null>((found, part) => part.unit ?? found, null);
  return { label: parts.map(({ label }) => label).join(''), unit };
}

/**
 * Readings of a path in the order they are tried: the whole path, its lower levels, top and leaf, the leaf when
 * no other column has it, the parent over 小计 (domain.md F16; spreadsheets.md §4.4).
 */
function readingsOf(parts: readonly FoldedLabel[], leafIsUnique: boolean): FoldedLabel[] {
  const [top] = parts;
  const leaf = parts.at(-1);
  if (!top || !leaf || parts.length === 1) return [...parts];
  const readings = [joined(parts)];
  for (let from = 1; from < parts.length - 1; from += 1) readings.push(joined(parts.slice(from)));
  if (parts.length > 2) readings.push(joined([top, leaf]));
  if (leafIsUnique) readings.push(leaf);
  if (sumLeaf.test(leaf.label)) readings.push(joined(parts.slice(0, -1)));
  return readings;
}

/** A leaf that is a unit (规模 over 户, 人) is the unit of its parent. */
function foldPath(path: readonly string[]): FoldedLabel[] {
  const parts = path.map(foldLabel).filter(({ label, unit }) => label !== '' || unit !== null);
  const leaf = parts.at(-1);
  const parent = parts.at(-2);
  if (!leaf || !parent) return parts;
  const unit = leaf.label === '' ? leaf.unit : unitWord(leaf.label);
  return unit === null ? parts : [...parts.slice(0, -2), { label: parent.label, unit }];
}

/** The filled columns of a band, folded once for all vocabularies; our own error column is left out. */
export function bandColumns({ paths }: HeaderBand): readonly BandColumn[] {
  const folded = paths.map(foldPath);
  const keyOf = ({ label, unit }: FoldedLabel): string => `${label}|${unit ?? ''}`;
  const count = (labels: readonly FoldedLabel[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(keyOf(label), (counts.get(keyOf(label)) ?? 0) + 1);
    return counts;
  };
  const wholes = count(folded.map(joined));
  const leaves = count(folded.flatMap((parts) => parts.slice(-1)));
  return folded.flatMap((parts, column) => {
    const path = paths[column] ?? [];
    const leaf = parts.at(-1);
    if (!leaf || path.some((text) => text.trim() === errorColumnHeader)) return [];
    const whole = joined(parts);
    const readings = readingsOf(parts, leaves.get(keyOf(leaf)) === 1);
    const repeated = (wholes.get(keyOf(whole)) ?? 0) > 1;
    const known = new Set(
      readings.flatMap(({ label }) => [...datasetsOf(label), ...datasetsOf(label.replace(partOf, ''))]),
    );
    return [{ column, text: path.join('/'), whole, readings, repeated, known }];
  });
}

function matchOf(
  vocabulary: Vocabulary,
  column: BandColumn,
  confirmed: Readonly<Record<string, string>>,
): ColumnMatch | null {
  const own = Object.hasOwn(confirmed, column.whole.label) ? confirmed[column.whole.label] : undefined;
  const field = vocabulary.contract.fields.find(({ name }) => name === own);
  if (field) return { column, field, rank: 0, unit: column.whole.unit, generic: false };
  if (!column.known.has(vocabulary.contract.id)) return null;
  for (const [extra, simplify] of [
    [0, (label: string) => label],
    [partRank, (label: string) => label.replace(partOf, '')],
  ] as const) {
    for (const reading of column.readings) {
      const label = simplify(reading.label);
      const alias = extra > 0 && label === reading.label ? null : fieldOf(vocabulary, { ...reading, label });
      if (!alias) continue;
      const generic = isGeneric(reading);
      return { column, field: alias.field, rank: alias.rank + extra, unit: reading.unit, generic };
    }
  }
  return null;
}

/** Matches the columns of a band against one dataset's headers and the headers its county has confirmed. */
export function matchColumns(
  vocabulary: Vocabulary,
  columns: readonly BandColumn[],
  confirmed: Readonly<Record<string, string>> = {},
): BandMatch {
  const matches: ColumnMatch[] = [];
  const ambiguous: ColumnMatch[] = [];
  const unmatched: BandColumn[] = [];
  for (const column of columns) {
    const match = matchOf(vocabulary, column, confirmed);
    if (match) (column.repeated ? ambiguous : matches).push(match);
    else if (!isDecoration(column.whole)) unmatched.push(column);
  }
  return { matches: matches.filter((match) => !isIdleWeak(match, matches)), ambiguous, unmatched };
}
