import type { Contract, Field } from '../datasets/contract.ts';
import { contracts } from '../datasets/contracts.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import { type FoldedLabel, foldLabel } from '../text/fold.ts';

/** A header that names a field: `rank` 0 is the canonical label, then the aliases in order, then {@link weakRank}. */
interface Alias {
  readonly field: Field;
  readonly unit: string | null;
  readonly rank: number;
}

/** Headers of one dataset, folded. */
export interface Vocabulary {
  readonly contract: Contract;
  readonly aliases: ReadonlyMap<string, readonly Alias[]>;
}

/** Headers too common to speak for a dataset (domain.md, Header detection). */
const genericLabels: ReadonlySet<string> = new Set([
  '户数',
  '人数',
  '姓名',
  '序号',
  '金额',
  '日期',
  '单位',
  '年度',
  '备注',
  '乡镇',
  '县区',
  '县市区',
  '项目编号',
  '项目名称',
  '安置方式',
]);
/** Columns that belong to no field and need no remark. */
const decoration: ReadonlySet<string> = new Set(['序号', '编号', 'no', '备注', '说明', '排序', '']);

const countUnits: ReadonlySet<string> = new Set(['户', '人', '个', '套']);

/** From this rank on a header names a field only where no other column does. */
export const weakRank = 50;

function vocabularyOf(contract: Contract): Vocabulary {
  const aliases = new Map<string, Alias[]>();
  for (const field of contract.fields) {
    const strong = [field.zh, ...field.aliases, field.en, field.name].map((text, rank) => ({ text, rank }));
    const weak = field.weakAliases?.map((text) => ({ text, rank: weakRank })) ?? [];
    for (const { text, rank } of [...strong, ...weak]) {
      const { label, unit } = foldLabel(text);
      const known = aliases.get(label) ?? [];
      if (!known.some((alias) => alias.field === field && alias.unit === unit))
        known.push({ field, unit, rank });
      aliases.set(label, known);
    }
  }
  return { contract, aliases };
}

/** The vocabularies of all datasets. */
export const vocabularies: readonly Vocabulary[] = Object.values(contracts).map(vocabularyOf);

const datasetsByLabel = new Map<string, DatasetId[]>();
for (const { contract, aliases } of vocabularies) {
  for (const label of aliases.keys()) {
    datasetsByLabel.set(label, [...(datasetsByLabel.get(label) ?? []), contract.id]);
  }
}

/** The datasets a folded label is a header of, whatever its unit. */
export function datasetsOf(label: string): readonly DatasetId[] {
  return datasetsByLabel.get(label) ?? [];
}

/**
 * The field a folded header names in a dataset, or `null`. Where two fields share a label, the counting unit
 * decides (规模（户）, 规模（人）: R6); a counting unit that is not the field's own never matches.
 */
export function fieldOf({ aliases }: Vocabulary, { label, unit }: FoldedLabel): Alias | null {
  const found = aliases.get(label);
  if (!found) return null;
  const exact = found.find((alias) => alias.unit === unit);
  const choice = exact ?? (found.length === 1 ? found[0] : undefined);
  if (!choice) return null;
  const counted = unit !== null && countUnits.has(unit);
  return counted &&
    choice.field.unit !== null &&
    countUnits.has(choice.field.unit) &&
    choice.field.unit !== unit
    ? null
    : choice;
}

/** Whether a header is too common to decide for a dataset. */
export function isGeneric({ label }: FoldedLabel): boolean {
  return genericLabels.has(label);
}

/** Whether a column needs no remark when it matches no field. */
export function isDecoration({ label }: FoldedLabel): boolean {
  return decoration.has(label);
}

/** Edits (insert, delete, replace) between two short texts. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** How far a header is from any alias of a field; `Infinity` when it is not near (never mapped by itself). */
export function nearness(vocabulary: Vocabulary, field: Field, { label }: FoldedLabel): number {
  let best = Number.POSITIVE_INFINITY;
  for (const [alias, owners] of vocabulary.aliases) {
    if (!owners.some((owner) => owner.field === field) || label.length < 2 || alias.length < 2) continue;
    const edits = distance(label, alias);
    const near = edits <= Math.max(1, Math.floor(Math.min(label.length, alias.length) / 2));
    if (near || label.includes(alias) || alias.includes(label)) best = Math.min(best, edits);
  }
  return best;
}
