import type { AssessedComponent, AssessmentPolicy } from '../../programme/assessment.ts';
import { add, atLeast, quotient, type Rational, rational, times, zero } from '../rational.ts';

/** One component as it was scored; `null`: none of its indicators has a score, and it drops out. */
export interface ScoredComponent {
  readonly id: AssessedComponent['id'];
  readonly weight: number;
  readonly score: Rational | null;
  readonly indicators: readonly { readonly indicator: string; readonly grade: Rational | null }[];
}

/** The assessment 考核 of an area. */
export interface Assessment {
  /** Total of 0 to 100, capped where a red line is crossed; `null`: nothing has a score. */
  readonly score: Rational | null;
  /** Total before the cap. */
  readonly uncapped: Rational | null;
  /** Σ weight × score and Σ weight of the components that have one: the rest is rescaled to 100. */
  readonly weighted: Rational;
  readonly weights: number;
  readonly isCapped: boolean;
  readonly components: readonly ScoredComponent[];
}

/**
 * Scores an area from the grades of its indicators (domain.md §5.9): a component is the mean of those that have
 * one, the total their mean by weight. `crossesRedLine`: an indicator of a published rule is red.
 */
export function assess(
  gradeOf: (indicator: string) => Rational | null,
  crossesRedLine: boolean,
  policy: AssessmentPolicy,
): Assessment {
  const components = policy.components.map(({ id, weight, indicators }): ScoredComponent => {
    const graded = indicators.map((indicator) => ({ indicator, grade: gradeOf(indicator) }));
    return { id, weight, score: mean(graded.flatMap(({ grade }) => grade ?? [])), indicators: graded };
  });
  const scored = components.flatMap(({ weight, score }) => (score ? [{ weight, score }] : []));
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  const weighted = scored.reduce((sum, { weight, score }) => add(sum, times(rational(weight), score)), zero);
  const uncapped = weights === 0 ? null : quotient(weighted, rational(weights));
  const cap = rational(policy.redLineCap);
  const isCapped = crossesRedLine && uncapped !== null && !atLeast(cap, uncapped);
  return { score: isCapped ? cap : uncapped, uncapped, weighted, weights, isCapped, components };
}

function mean(values: readonly Rational[]): Rational | null {
  return values.length === 0 ? null : quotient(values.reduce(add, zero), rational(values.length));
}
