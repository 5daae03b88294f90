import { type AssociationRule, associationRules, type RuleOptions } from '../../../src/core/stats/baskets/association-rules.ts';
import { basketsOfLists } from '../../../src/core/stats/baskets/baskets.ts';
import { frequentItemsets } from '../../../src/core/stats/baskets/frequent-itemsets.ts';
import { frequentSequences } from '../../../src/core/stats/baskets/frequent-sequences.ts';
import type { Random } from '../../../src/core/stats/random.ts';
import { covers, rejects } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Baskets of which a share hold tea, and of those and of the others a share hold cups. */
function teaAndCups(random: Random, n: number, tea: number, withTea: number, without: number): string[][] {
  return Array.from({ length: n }, () => {
    const hasTea = random.next() < tea;
    const hasCups = random.next() < (hasTea ? withTea : without);
    return [...(hasTea ? ['tea'] : []), ...(hasCups ? ['cups'] : [])];
  });
}

function teaRule(lists: readonly string[][], options: Partial<RuleOptions> = {}): AssociationRule | undefined {
  const frequent = frequentItemsets(basketsOfLists(lists), { minSupport: 1 / lists.length });
  return associationRules(frequent, { minConfidence: 0, ...options }).rules.find(({ antecedent }) => antecedent[0] === 'tea');
}

/** Items thrown into baskets independently, some common and some rare. */
function independent(random: Random): string[][] {
  const items = Array.from({ length: 20 }, (_, item) => ({ name: `item ${item}`, share: item === 0 ? 0.5 : 0.02 + 0.01 * item }));
  return Array.from({ length: 500 }, () => items.filter(({ share }) => random.next() < share).map(({ name }) => name));
}

/** Whether any rule among independent items is called found at 5 %, however many were looked at. */
function anyFound(random: Random, correction: 'hochberg' | 'yekutieli'): number {
  const frequent = frequentItemsets(basketsOfLists(independent(random)), { minSupport: 0.02 });
  const { rules } = associationRules(frequent, { minConfidence: 0, correction });
  return rules.reduce((least, { adjustedPValue }) => Math.min(least, adjustedPValue), 1);
}

/** Customers who order, and of whom 40 % order again. */
function orderAgain(random: Random) {
  const again = Array.from({ length: 200 }, () => random.next() < 0.4);
  const lines = again.flatMap((isBack, customer) =>
    isBack
      ? [
          { customer, time: 0 },
          { customer, time: 1 },
        ]
      : [{ customer, time: 0 }],
  );
  const { sequences } = frequentSequences(
    { customers: lines.map(({ customer }) => customer), times: lines.map(({ time }) => time), items: lines.map(() => 'order') },
    { minSupport: 1 / 200 },
  );
  return { interval: sequences.find(({ steps }) => steps.length === 2)?.continuationInterval, truth: 0.4 };
}

export const simulations: readonly Simulation[] = [
  rejects("rule, Fisher's exact test, 2,000 baskets", (random) => teaRule(teaAndCups(random, 2000, 0.3, 0.2, 0.2))?.pValue ?? 1, {
    isConservative: true,
  }),
  rejects('rule, χ², 2,000 baskets', (random) => teaRule(teaAndCups(random, 2000, 0.3, 0.2, 0.2), { test: 'chi-square' })?.pValue ?? 1),
  rejects('any rule of independent items, Benjamini and Hochberg', (random) => anyFound(random, 'hochberg'), { isConservative: true }),
  rejects('any rule of independent items, Benjamini and Yekutieli', (random) => anyFound(random, 'yekutieli'), { isConservative: true }),
  covers('lift of independent items, 2,000 baskets', (random) => ({
    interval: teaRule(teaAndCups(random, 2000, 0.1, 0.2, 0.2))?.liftInterval,
    truth: 1,
  })),
  covers('lift of 4, 2,000 baskets', (random) => ({
    interval: teaRule(teaAndCups(random, 2000, 0.1, 0.4, 1 / 15))?.liftInterval,
    truth: 4,
  })),
  covers('confidence of a rule, 2,000 baskets', (random) => ({
    interval: teaRule(teaAndCups(random, 2000, 0.1, 0.4, 1 / 15))?.confidenceInterval,
    truth: 0.4,
  })),
  covers('continuation of a sequence, 200 customers', orderAgain),
];
