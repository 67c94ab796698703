import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Bilingual } from '../text/languages.ts';
import type { FamilyId } from './facts.ts';

/**
 * A choice a query may make, with its default; `planYear` defaults to the year of the queried period. Under `allYears`
 * the parameter is left out: the figure is cumulative.
 */
export interface ParameterDefinition {
  readonly name: 'basis' | 'plan' | 'planYear' | 'year';
  readonly values: readonly string[] | 'year';
  readonly default: string | 'periodYear' | 'allYears';
}

/** A figure from which an observation's colour follows; `effectiveFrom` is an ISO day. */
export interface Threshold {
  readonly effectiveFrom: string;
  readonly green: number;
  readonly amber: number;
  /** `rule`: published (†); `proposal`: ours, changeable (domain.md §5). */
  readonly basis: 'rule' | 'proposal';
}

/** A family that has no facts of its own: all of it is measured when asked for. */
export type MeasuredFamily = 'assess';

/** One entry of the catalogue: data from which the endpoint, docs and page are generated. */
export interface IndicatorDefinition {
  readonly id: string;
  readonly family: FamilyId | MeasuredFamily;
  readonly name: Bilingual;
  /** The formula in words, then what is counted above and below the line. Values in 元 are sums in 分 ÷ 100. */
  readonly formula: Bilingual;
  readonly numerator: Bilingual;
  readonly denominator: Bilingual;
  readonly unit: '%' | 'pp' | '户' | '人' | '个' | '元' | '元/户' | '件' | '天' | '小时' | '百分制' | '–';
  /** Unit in which numerator and denominator are given. */
  readonly countUnit:
    | '户'
    | '人'
    | '个'
    | '分'
    | '户/人/个'
    | '分/户'
    | '分/个'
    | '笔/分'
    | '件'
    | '户/人'
    | '户/分'
    | '份'
    | '行'
    | '小时/份'
    | '分值';
  /**
   * How the value comes of the sums; see figure.ts. Over the pooled `values` of the counties: `median`: the
   * nearest rank; `maximum`: the greatest value that occurs; `largest`: the largest ÷ all; `hhi`: Σ of the squared
   * shares (Herfindahl-Hirschman index). `score`: the assessment of the area, Σ weight × score ÷ Σ weight.
   */
  readonly kind:
    | 'ratio'
    | 'count'
    | 'lead'
    | 'excess'
    | 'forecast'
    | 'gap'
    | 'median'
    | 'maximum'
    | 'largest'
    | 'hhi'
    | 'score';
  /**
   * Measured when it is asked for and not published: of what was sent (`uploads`), or of what the other
   * indicators say (`indicators`). It is in no facts.
   */
  readonly measured?: 'uploads' | 'indicators';
  /** `zero`: the nearer to zero, the better, on either side. */
  readonly direction: 'higher' | 'lower' | 'zero' | 'none';
  /** More above than below the line is a contradiction, not a fine result: `inconsistent`. */
  readonly neverAboveOne?: true;
  /**
   * Colour by thresholds on num/den, by the 334 plan, by the even pace of the plan's year(s), by the completion of the
   * projects (thresholds are points beside it), or none.
   */
  readonly colour: 'thresholds' | 'plan334' | 'pace' | 'completion' | 'none';
  /**
   * For `pace`: shares of the pace. For a count: shares of the denominator, unless they are held by the sum. Beside
   * `plan334`, which asks by itself, they say whether it is a published rule.
   */
  readonly thresholds: readonly Threshold[];
  /** The thresholds hold for the numerator itself, in `countUnit`, however large the denominator is. */
  readonly heldBySum?: true;
  /** Datasets its own formula reads. */
  readonly sources: readonly DatasetId[];
  readonly parameters: readonly ParameterDefinition[];
  readonly breakdowns: readonly string[];
  /** Counts people or households as such: suppressed for analysts and the public (domain.md §5). */
  readonly personal: boolean;
  /** Section of domain.md that defines it. */
  readonly source: string;
}

/** An indicator of a family that has facts: not the assessment. */
export interface PublishedDefinition extends IndicatorDefinition {
  readonly family: FamilyId;
}

/** Whether an indicator's family has facts. */
export function isPublished(indicator: IndicatorDefinition): indicator is PublishedDefinition {
  return indicator.family !== 'assess';
}
