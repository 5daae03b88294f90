import { cannotAnswer } from '../../stats/column.ts';
import type { CandidatePairs } from './candidate-pairs.ts';
import type { FittedComparison, MatchModel } from './match-model.ts';
import { missingLevel, type PreparedComparison, prepareComparison } from './prepare-comparison.ts';
import type { Records } from './records.ts';

/** What one comparison adds to the weight of a match: +6.2 for the same e-mail, −3 for another birthday. */
export interface WeightPart {
  readonly comparison: string;
  /** The level that holds, "differs", or "missing". */
  readonly level: string;
  /** In bits; 0 where a value is missing. */
  readonly weight: number;
  readonly left: string | null;
  readonly right: string | null;
}

/** Why two records are, or are not, taken for one person. */
export interface MatchExplanation {
  /** Bits in favour: the prior and all parts together. Above 0 a match is likelier than not. */
  readonly weight: number;
  readonly probability: number;
  /** log₂ of the odds before anything is compared. */
  readonly prior: number;
  /** What weighs most comes first. */
  readonly parts: readonly WeightPart[];
}

/** Weighs pairs of records. */
export interface MatchScorer {
  /** In bits; see `MatchExplanation`. */
  readonly weightOf: (left: number, right: number) => number;
  readonly explain: (left: number, right: number) => MatchExplanation;
  /** Whether a named comparison holds on some level; null where a value is missing. @throws UserError for a name that the model does not have */
  readonly hasAgreed: (comparison: string, left: number, right: number) => boolean | null;
}

/**
 * Weighs pairs of these records by a fitted model. How rare a value is, is counted in these records: give all that there are, not a few.
 * @throws UserError for fields that the records do not have
 */
export function matchScorer(model: MatchModel, records: Records): MatchScorer {
  const compared = model.comparisons.map((fitted) => ({ fitted, prepared: prepareComparison(records, fitted.comparison) }));
  const prior = Math.log2(model.prior / (1 - model.prior));
  const byName = new Map(compared.map(({ fitted, prepared }) => [fitted.comparison.name, prepared]));
  const weightOf = (left: number, right: number) => {
    let weight = prior;
    for (const { fitted, prepared } of compared) weight += weightAt(fitted, prepared, left, prepared.levelOf(left, right));
    return weight;
  };
  const partOf = ({ fitted, prepared }: { fitted: FittedComparison; prepared: PreparedComparison }, left: number, right: number) => {
    const level = prepared.levelOf(left, right);
    return {
      comparison: fitted.comparison.name,
      level: level === missingLevel ? 'missing' : (fitted.levels[level]?.name ?? 'differs'),
      weight: weightAt(fitted, prepared, left, level),
      left: prepared.valueOf(left),
      right: prepared.valueOf(right),
    };
  };
  return {
    weightOf,
    explain: (left, right) => {
      const weight = weightOf(left, right);
      const parts = compared.map((each) => partOf(each, left, right)).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
      return { weight, probability: matchProbability(weight), prior, parts };
    },
    hasAgreed: (comparison, left, right) => {
      const prepared = byName.get(comparison);
      if (!prepared) throw cannotAnswer(`the model has no comparison "${comparison}"; it has ${[...byName.keys()].join(', ')}`);
      const level = prepared.levelOf(left, right);
      return level === missingLevel ? null : level < prepared.levelCount - 1;
    },
  };
}

/** The chance of a match by its weight in bits. @throws UserError for NaN */
export function matchProbability(weight: number): number {
  if (Number.isNaN(weight)) throw cannotAnswer('a weight is a number of bits, not NaN');
  return 1 / (1 + 2 ** -weight);
}

/** A candidate pair with its weight. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/** Refuses a link whose weight is no number. @throws UserError */
export function checkWeights(links: readonly Link[]): void {
  const wrong = links.find(({ weight }) => Number.isNaN(weight));
  if (wrong) throw cannotAnswer(`the link from record ${wrong.left} to ${wrong.right} weighs NaN; give its weight in bits`);
}

/** All candidate pairs with their weights, in the order of the pairs. */
export function scorePairs(scorer: MatchScorer, { left, right }: Pick<CandidatePairs, 'left' | 'right'>): Link[] {
  return Array.from(left, (record, pair) => {
    const other = right[pair] ?? 0;
    return { left: record, right: other, weight: scorer.weightOf(record, other) };
  });
}

/** A rare value that agrees exactly is unlikelier by chance than u, which is of all values. */
function weightAt({ comparison, levels }: FittedComparison, prepared: PreparedComparison, record: number, level: number): number {
  if (level === missingLevel) return 0;
  const fitted = levels[level];
  if (fitted === undefined) return 0;
  const frequency = comparison.termFrequency && comparison.levels[level]?.kind === 'exact' ? prepared.frequencyOf(record) : null;
  return frequency === null ? fitted.weight : Math.log2(fitted.m / frequency);
}
