import type { BatchInput } from '../facts.ts';
import { type Household, readHousehold } from '../household-index.ts';
import { readRows } from '../rows.ts';

/** A household with its new house (domain.md §4, D3). */
export interface Housed extends Household {
  /** Built area in ㎡; `null`: not known. */
  readonly area: number | null;
  /** The deed 不动产登记 is issued; a blank is no. */
  readonly deed: boolean;
}

/** Most housing area of a person in ㎡, with the tolerance of measuring; by family size where a rule exempts it. */
export interface AreaRule {
  readonly perPerson: number;
  readonly toleranceThousandths: number;
  readonly bySize: Readonly<Record<string, number>>;
}

/** Reads a households batch. */
export function readHoused(batch: BatchInput): readonly Housed[] {
  return readRows(batch, (cells, origin) => ({
    ...readHousehold(cells, origin, batch.dataDate),
    area: cells.number('houseArea'),
    deed: cells.flag('deedIssued') === true,
  }));
}

/** Whether area and family size are both known. */
export function isMeasured({ area, familySize }: Housed): boolean {
  return area !== null && familySize > 0;
}

/** Whether a measured house keeps the red line: area ÷ persons ≤ limit + tolerance, in thousandths of a ㎡. */
export function isWithinArea({ area, familySize }: Housed, rule: AreaRule): boolean {
  const perPerson = (rule.bySize[String(familySize)] ?? rule.perPerson) * 1000 + rule.toleranceThousandths;
  return Math.round((area ?? 0) * 1000) <= Math.round(perPerson * familySize);
}
