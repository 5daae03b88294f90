import type { BlockingRule } from './candidate-pairs.ts';
import type { Comparison } from './comparison.ts';

/** One level of a comparison as fitted. */
export interface FittedLevel {
  readonly name: string;
  /** Share of pairs of one and the same person that have this level, both values known. */
  readonly m: number;
  /** The same of pairs of different persons. */
  readonly u: number;
  /** log₂(m ÷ u): what this level adds to the weight of a match. */
  readonly weight: number;
}

/** A comparison as fitted; its levels end with "differs". */
export interface FittedComparison {
  readonly comparison: Comparison;
  readonly levels: readonly FittedLevel[];
}

/** How the search went on the pairs of one blocking rule. */
export interface RuleFit {
  readonly rule: BlockingRule;
  readonly pairs: number;
  /** Share of these pairs that are of one person. */
  readonly matchShare: number;
  readonly iterations: number;
  readonly isConverged: boolean;
}

/** What Fellegi and Sunter's model says of two records. Plain data: it can be kept, and used on other records of the same kind. */
export interface MatchModel {
  /** The comparisons are taken as independent of each other, given whether two records are of one person. */
  readonly assumption: 'conditional independence';
  readonly comparisons: readonly FittedComparison[];
  /** The chance that two records by chance are of one person. */
  readonly prior: number;
  readonly rules: readonly RuleFit[];
  /** Records that it was fitted on. */
  readonly n: number;
  /** Pairs by chance that u rests on. */
  readonly randomPairs: number;
}
