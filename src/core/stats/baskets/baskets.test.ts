import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { associationRules } from './association-rules.ts';
import { basketsOfLines, basketsOfLists } from './baskets.ts';
import { frequentItemsets } from './frequent-itemsets.ts';
import { frequentSequences } from './frequent-sequences.ts';
import { togetherByChance } from './hypergeometric.ts';
import { leastCount, shareThreshold } from './share-threshold.ts';

// Agrawal and Srikant, Fast algorithms for mining association rules, 1994, figure 3.
const agrawal = basketsOfLists([
  [1, 3, 4],
  [2, 3, 5],
  [1, 2, 3, 5],
  [2, 5],
]);

const smallLists = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), { minLength: 1, maxLength: 25 });

/** Every set of items from 0 to 5, counted one by one. */
function countedSets(lists: readonly (readonly number[])[], minCount: number): Map<string, number> {
  const sets = Array.from({ length: 63 }, (_, mask) => [0, 1, 2, 3, 4, 5].filter((bit) => ((mask + 1) >> bit) & 1));
  const counts = sets.map((set) => [set.join(), lists.filter((list) => set.every((item) => list.includes(item))).length] as const);
  return new Map(counts.filter(([, count]) => count >= minCount));
}

describe('frequent itemsets', () => {
  it('gives the sets of the paper by either method', () => {
    for (const method of ['eclat', 'fp-growth'] as const) {
      const { itemsets, minCount } = frequentItemsets(agrawal, { minSupport: 0.5, method });
      expect(minCount).toBe(2);
      expect(itemsets.map(({ items, count }) => `${items.join(' ')}: ${count}`)).toEqual([
        '2: 3',
        '3: 3',
        '5: 3',
        '1: 2',
        '2 5: 3',
        '1 3: 2',
        '2 3: 2',
        '3 5: 2',
        '2 3 5: 2',
      ]);
    }
  });

  it('finds what counting one by one finds, by either method and up to any length', () => {
    fc.assert(
      fc.property(
        smallLists,
        fc.constantFrom('eclat' as const, 'fp-growth' as const),
        fc.integer({ min: 1, max: 6 }),
        (lists, method, maxLength) => {
          const { itemsets, minCount } = frequentItemsets(basketsOfLists(lists), { minSupport: 0.2, maxLength, method });
          const expected = [...countedSets(lists, minCount)].filter(([key]) => key.split(',').length <= maxLength);
          expect(new Map(itemsets.map(({ items, count }) => [items.join(), count]))).toEqual(new Map(expected));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes FP-growth for wide baskets that are alike and finds the same', () => {
    const random = seededRandom(4);
    const list = (kept: number) => Array.from({ length: 60 }, (_, item) => item).filter(() => random.next() < kept);
    const [alike, unlike] = [0.99, 0.75].map((kept) => basketsOfLists(Array.from({ length: 40 }, () => list(kept))));
    const find = (baskets = basketsOfLists([[1]]), method?: 'eclat') =>
      frequentItemsets(baskets, { minSupport: 0.5, maxLength: 2, ...(method && { method }) });
    expect([find(alike).method, find(unlike).method]).toEqual(['fp-growth', 'eclat']);
    expect(find(alike).itemsets).toEqual(find(alike, 'eclat').itemsets);
  });

  it('leaves out what is never to count, and baskets of nothing else', () => {
    const lines = { baskets: ['a', 'a', 'b', 'b', 'c', 'a'], items: ['tea', 'wrap', 'tea', 'cup', 'wrap', 'tea'] };
    const baskets = basketsOfLines(lines, { never: ['wrap'] });
    expect(baskets).toMatchObject({ n: 2, leftOut: 1, items: ['cup', 'tea'] });
    expect(frequentItemsets(baskets, { minSupport: 0.5 }).itemsets).toContainEqual({ items: ['tea'], count: 2 });
    expect(basketsOfLists([['tea'], []]).n).toBe(2);
  });

  it('says in one sentence what it cannot count', () => {
    expect(() => basketsOfLists([])).toThrow('no basket');
    expect(() => basketsOfLists([['wrap']], { never: ['wrap'] })).toThrow('no basket');
    expect(() => basketsOfLists([[1, Number.NaN]])).toThrow('basket 0, position 1');
    expect(() => basketsOfLines({ baskets: [1], items: [] })).toThrow('same lines');
    expect(() => frequentItemsets(agrawal, { minSupport: 0 })).toThrow('above 0');
    expect(() => frequentItemsets(agrawal, { minSupport: 0.25, mostItemsets: 3 })).toThrow('more than 3 sets');
    expect(() => associationRules(frequentItemsets(agrawal, { minSupport: 0.5 }), { minConfidence: 80 })).toThrow(
      'minConfidence is from 0 to 1',
    );
  });

  it('counts a hundred thousand items', () => {
    const lists = Array.from({ length: 1000 }, (_, basket) => [-1, ...Array.from({ length: 100 }, (_, item) => basket * 100 + item)]);
    expect(frequentItemsets(basketsOfLists(lists), { minSupport: 0.5 }).itemsets).toEqual([{ items: [-1], count: 1000 }]);
  });
});

describe('association rules', () => {
  it('compares shares by whole numbers', () => {
    expect(shareThreshold(0.8)(4, 5)).toBe(true);
    expect(shareThreshold(0.8)(799_999, 1_000_000)).toBe(false);
    expect(shareThreshold(1e-7)(1, 10_000_000)).toBe(true);
    expect(shareThreshold(1 / 3)(333_333_333, 1_000_000_000)).toBe(false);
    expect([leastCount(0.07, 100), leastCount(0.001, 9835), leastCount(0.29, 100), leastCount(1e-9, 5)]).toEqual([7, 10, 29, 1]);
  });

  it('gives the figures of a rule', () => {
    const { rules } = associationRules(frequentItemsets(agrawal, { minSupport: 0.5 }), { minConfidence: 0.6 });
    const rule = rules.find(({ antecedent, consequent }) => antecedent.join() === '3' && consequent.join() === '5');
    expect(rule).toMatchObject({ n: 4, count: 2, antecedentCount: 3, consequentCount: 3, support: 0.5, confidence: 2 / 3 });
    expect(rule).toMatchObject({ lift: 8 / 9, leverage: expect.closeTo(-0.0625, 12), conviction: 0.75, pValue: 1 });
    expect(rules.find(({ antecedent }) => antecedent.join() === '2,3')?.conviction).toBe(Number.POSITIVE_INFINITY);
  });

  it("agrees with Fisher's exact test on the tea of the lady and on far tails", () => {
    // Fisher 1935: 3 of 4 right, 17 of 70; and scipy 1.17.1 hypergeom.sf(29, 10000, 100, 200), (0, 20, 10, 10).
    expect(togetherByChance(3, 4, 4, 8)).toBeCloseTo(17 / 70, 12);
    expect(togetherByChance(1, 10, 10, 20)).toBeCloseTo(1 - 1 / 184_756, 12);
    let sum = 0;
    for (let k = 0; k <= 30; k++) sum += togetherByChance(k, 30, 50, 1000) - togetherByChance(k + 1, 30, 50, 1000);
    expect(sum).toBeCloseTo(1, 9);
  });

  it('finds what is bought together, and nothing of what is in every third basket', () => {
    const random = seededRandom(11);
    const sometimes = (share: number, ...items: string[]) => (random.next() < share ? items : []);
    const basket = () => [
      `tea ${random.below(30)}`,
      ...sometimes(0.03, 'machine', ...sometimes(0.4, 'descaler')),
      ...sometimes(0.02, 'descaler'),
      ...sometimes(0.3, 'gift wrap'),
    ];
    const lists = Array.from({ length: 20_000 }, basket);
    const frequent = frequentItemsets(basketsOfLists(lists), { minSupport: 0.002 });
    const { rules, family } = associationRules(frequent, { minConfidence: 0.1, minLift: 1.2, maxFalseDiscovery: 0.01 });
    expect(family).toBeGreaterThan(33 * 32);
    const shown = rules
      .filter(({ antecedent }) => antecedent.length === 1)
      .map(({ antecedent, consequent }) => `${antecedent} → ${consequent}`);
    expect(shown.sort()).toEqual(['descaler → machine', 'machine → descaler']);
    expect(rules.some(({ consequent }) => consequent[0] === 'gift wrap')).toBe(false);
    const machine = rules.find(({ antecedent }) => antecedent.join() === 'machine');
    expect(machine?.confidence).toBeCloseTo(0.41, 1);
    expect(machine?.liftInterval.low).toBeGreaterThan(8);
  });

  it('counts rules without an antecedent and of several consequents when asked', () => {
    const frequent = frequentItemsets(agrawal, { minSupport: 0.5 });
    expect(
      associationRules(frequent, { minConfidence: 0.6, emptyAntecedent: true }).rules.filter(({ antecedent }) => antecedent.length === 0),
    ).toHaveLength(3);
    const any = associationRules(frequent, { minConfidence: 0.6, consequents: 'any', test: 'chi-square', correction: 'yekutieli' }).rules;
    expect(any.some(({ consequent }) => consequent.length === 2)).toBe(true);
  });
});

describe('frequent sequences', () => {
  // The table of Pei and others 2001, PrefixSpan, with its patterns at a support of 2.
  const table = ['a abc ac d cf', 'ad c bc ae', 'ef ab df c b', 'e g af c b c'];
  const lines = table.flatMap((row, customer) =>
    row.split(' ').flatMap((step, time) => [...step].map((item) => ({ customer, time, item }))),
  );
  const events = {
    customers: lines.map((line) => line.customer),
    times: lines.map((line) => line.time),
    items: lines.map((line) => line.item),
  };

  it('gives the 53 patterns of the paper', () => {
    const { sequences, n } = frequentSequences(events, { minSupport: 0.5 });
    const shown = sequences.map(({ steps, count }) => `${steps.map((step) => step.join('')).join(' ')}: ${count}`);
    expect(n).toBe(4);
    expect(shown).toHaveLength(53);
    expect(shown).toEqual(expect.arrayContaining(['a bc: 2', 'ab c: 2', 'a bc a: 2', 'ab d c: 2', 'e f c b: 2', 'a c c: 3', 'a c b: 3']));
  });

  it('holds gaps by any way through a history', () => {
    const one = { customers: [1, 1, 1], times: [0, 10, 11], items: ['x', 'x', 'y'] };
    const steps = (maxGap: number) =>
      frequentSequences(one, { minSupport: 1, maxGap, maxLength: 2 }).sequences.map(({ steps }) => steps.flat().join(' '));
    expect(steps(1)).toEqual(['x', 'y', 'x y']);
    expect(steps(10)).toEqual(['x', 'y', 'x x', 'x y']);
    expect(frequentSequences(one, { minSupport: 1, never: ['y'] }).sequences.map(({ steps }) => steps.flat().join(' '))).toEqual([
      'x',
      'x x',
    ]);
  });

  it('counts a customer once and says how many go on', () => {
    const two = { customers: ['p', 'p', 'p', 'q'], times: [1, 2, 3, 1], items: ['x', 'y', 'y', 'x'] };
    const last = frequentSequences(two, { minSupport: 0.5 }).sequences.find(({ steps }) => steps.flat().join() === 'x,y');
    expect(last).toMatchObject({ count: 1, support: 0.5, continuation: 0.5 });
    expect(() => frequentSequences(two, { minSupport: 2 })).toThrow('at most 1');
    expect(() => frequentSequences({ ...two, times: [1, 2, Number.NaN, 1] }, { minSupport: 0.5 })).toThrow('position 2');
  });
});
