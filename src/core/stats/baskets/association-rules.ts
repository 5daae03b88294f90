import { cannotAnswer } from '../column.ts';
import { normalQuantile } from '../distributions.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { adjustForDiscoveries } from '../tests/false-discovery.ts';
import type { Item } from './baskets.ts';
import type { FrequentItemsets } from './frequent-itemsets.ts';
import { type RuleCounts, type RuleFigures, type RuleTest, ruleFigures, rulePValue } from './rule-figures.ts';
import { shareThreshold } from './share-threshold.ts';

/** Who has the antecedent in the basket has the consequent too, so often. */
export interface AssociationRule extends RuleCounts, RuleFigures {
  readonly antecedent: readonly Item[];
  readonly consequent: readonly Item[];
  readonly pValue: number;
  /** p-value adjusted for all rules of the family. */
  readonly adjustedPValue: number;
}

export interface AssociationRules {
  /** By lift from the largest, then by count, then as the itemsets lie. */
  readonly rules: readonly AssociationRule[];
  readonly n: number;
  readonly test: RuleTest;
  readonly correction: 'hochberg' | 'yekutieli';
  /** Rules that could have been found, for which p-values are adjusted: every pair of a frequent antecedent and a frequent consequent. */
  readonly family: number;
  readonly level: number;
}

export interface RuleOptions {
  /** Share from 0 to 1, compared by whole numbers. */
  readonly minConfidence: number;
  /** From 0, compared by whole numbers; none by default. Above 1 it keeps out what lies in every basket. */
  readonly minLift?: number;
  /** Only rules whose adjusted p-value is at most this; all by default. */
  readonly maxFalseDiscovery?: number;
  /** One item after the arrow, as R's arules does and by default, or any number of them. */
  readonly consequents?: 'single' | 'any';
  /** Also rules without an antecedent, which say how often an item lies in any basket; false by default. */
  readonly emptyAntecedent?: boolean;
  readonly test?: RuleTest;
  /** Benjamini and Hochberg's by default; `yekutieli` holds whatever the rules have to do with each other. */
  readonly correction?: 'hochberg' | 'yekutieli';
  readonly level?: number;
  readonly progress?: Progress;
}

/**
 * Which items are bought together, out of frequent sets. A confidence is high already where the consequent is in most baskets: read the lift, which is 1
 * then. The family that p-values are adjusted for holds the rules that support or confidence kept out too, as those with the least p-values pass them.
 * A rule says what lies together, not what makes people buy. Agrawal, Imieliński and Swami 1993; testing: Webb 2007, Discovering significant patterns.
 * @throws UserError for a confidence or rate outside 0 to 1
 */
export function associationRules(frequent: FrequentItemsets, options: RuleOptions): AssociationRules {
  const { minConfidence, maxFalseDiscovery = 1, test = 'fisher', correction = 'hochberg', level = 0.95, consequents = 'single' } = options;
  for (const [name, share] of Object.entries({ minConfidence, maxFalseDiscovery, level }))
    if (!(share >= 0 && share <= 1)) throw cannotAnswer(`${name} is from 0 to 1, not ${share}`);
  const family = familySize(frequent, consequents);
  const found = candidates(frequent, options);
  const pValues = found.map((rule) => rulePValue(rule, test));
  const adjusted = adjustForDiscoveries(pValues, correction, Math.max(family, found.length));
  const isWanted = wanted(options);
  const z = normalQuantile((1 + level) / 2);
  const rules = found.flatMap((rule, index) => {
    const [pValue = 1, adjustedPValue = 1] = [pValues[index], adjusted[index]];
    return isWanted(rule) && adjustedPValue <= maxFalseDiscovery ? [{ ...rule, ...ruleFigures(rule, z), pValue, adjustedPValue }] : [];
  });
  rules.sort((a, b) => b.lift - a.lift || b.count - a.count);
  return { rules, n: frequent.n, test, correction, family, level };
}

interface Candidate extends RuleCounts {
  readonly antecedent: readonly Item[];
  readonly consequent: readonly Item[];
}

function candidates(frequent: FrequentItemsets, options: RuleOptions): Candidate[] {
  const { consequents = 'single', emptyAntecedent = false, progress } = options;
  const counts = countsByItems(frequent);
  const found: Candidate[] = [];
  frequent.itemsets.forEach(({ items, count }, index) => {
    if (index % 4096 === 0) checkpoint(progress, index / frequent.itemsets.length);
    const addRule = (consequent: readonly Item[], antecedent: readonly Item[]) => {
      const antecedentCount = counts.of(antecedent);
      found.push({ antecedent, consequent, n: frequent.n, count, antecedentCount, consequentCount: counts.of(consequent) });
    };
    if (items.length === 1 && !emptyAntecedent) return;
    if (consequents === 'single' || items.length === 1) for (const item of items) addRule([item], without(items, item));
    else eachPart(items, addRule);
  });
  return found;
}

function without(items: readonly Item[], out: Item): Item[] {
  return items.filter((item) => item !== out);
}

/** Every way of taking items out of a set so that something stays on both sides. */
function eachPart(items: readonly Item[], take: (part: Item[], rest: Item[]) => void): void {
  if (items.length > 20) throw cannotAnswer(`a set of ${items.length} items has too many parts; ask for sets of at most 20 items`);
  for (let mask = 1; mask < 2 ** items.length - 1; mask++) {
    take(
      items.filter((_, bit) => (mask >> bit) & 1),
      items.filter((_, bit) => !((mask >> bit) & 1)),
    );
  }
}

function countsByItems({ itemsets, n }: FrequentItemsets): { readonly of: (items: readonly Item[]) => number } {
  const codes = new Map<Item, number>();
  for (const { items } of itemsets) if (items.length === 1) codes.set(items[0] ?? 0, codes.size);
  const keyOf = (items: readonly Item[]) => items.map((item) => codes.get(item)).join();
  const counts = new Map(itemsets.map(({ items, count }) => [keyOf(items), count]));
  return { of: (items) => (items.length === 0 ? n : (counts.get(keyOf(items)) ?? 0)) };
}

/** Pairs of a frequent antecedent and a frequent consequent that the wanted length leaves room for. */
function familySize({ itemsets, maxLength }: FrequentItemsets, consequents: 'single' | 'any'): number {
  const bySize: number[] = [];
  for (const { items } of itemsets) bySize[items.length] = (bySize[items.length] ?? 0) + 1;
  const most = maxLength ?? Number.POSITIVE_INFINITY;
  let pairs = 0;
  bySize.forEach((antecedents, left) => {
    bySize.forEach((others, right) => {
      if (left + right <= most && (right === 1 || consequents === 'any')) pairs += antecedents * (left === right ? others - 1 : others);
    });
  });
  return pairs;
}

/** Whether a rule is as sure and as far from chance as asked. */
function wanted({ minConfidence, minLift = 0 }: RuleOptions): (rule: RuleCounts) => boolean {
  const [isSure, isLifted] = [shareThreshold(minConfidence), shareThreshold(minLift)];
  return ({ count, antecedentCount, consequentCount, n }) =>
    isSure(count, antecedentCount) && isLifted(count * n, antecedentCount * consequentCount);
}
