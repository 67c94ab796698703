import type { Policy } from '../programme/policy.ts';

/** Most housing area of a person in ㎡, with the tolerance of measuring; by family size where a rule exempts it. */
export interface AreaRule {
  readonly perPerson: number;
  readonly toleranceThousandths: number;
  readonly bySize: Readonly<Record<string, number>>;
}

/** A household with its house; `null`: its area is not known. */
export interface HouseSize {
  readonly area: number | null;
  readonly familySize: number;
}

/** The red line of a policy with its local exemptions (domain.md §3, §5.5). */
export function areaRuleOf({ funds, areaExemptions }: Pick<Policy, 'funds' | 'areaExemptions'>): AreaRule {
  return { ...funds.housingArea, bySize: areaExemptions };
}

/** Whether area and family size are both known. */
export function isMeasured({ area, familySize }: HouseSize): boolean {
  return area !== null && familySize > 0;
}

/** Whether a measured house keeps the red line: area ÷ persons ≤ limit + tolerance, in thousandths of a ㎡. */
export function isWithinArea({ area, familySize }: HouseSize, rule: AreaRule): boolean {
  const perPerson = (rule.bySize[String(familySize)] ?? rule.perPerson) * 1000 + rule.toleranceThousandths;
  return Math.round((area ?? 0) * 1000) <= Math.round(perPerson * familySize);
}
