import { type AssociationRule, associationRules } from '../../src/core/stats/baskets/association-rules.ts';
import { type Baskets, basketsOfLists } from '../../src/core/stats/baskets/baskets.ts';
import { type FrequentItemsets, frequentItemsets } from '../../src/core/stats/baskets/frequent-itemsets.ts';
import { type Case, casesOf, type Group, type Reference } from './case.ts';

/** Baskets: the groceries of R's arules and IBM's generated T10I4D100K. */
export const basketsGroup: Group = {
  name: 'baskets',
  cases: (folders) => {
    const expected = folders.reference('assoc_rules');
    const published = folders.reference('published').groceries_arules;
    const groceries = basketsOfLists(lists(folders.text('assoc_rules/groceries.csv'), ','));
    const generated = basketsOfLists(lists(folders.text('assoc_rules/T10I4D100K.dat.gz'), ' '));
    return [
      ...shop(published, groceries),
      ...(expected.groceries.runs as Reference[]).flatMap((run) => groceriesRun(run, groceries)),
      ...casesOf('T10I4D100K', [expected.T10I4D100K.n, expected.T10I4D100K.items], () => [generated.n, generated.items.length], exact),
      ...(expected.T10I4D100K.runs as Reference[]).flatMap((run) => itemsets(`T10I4D100K ${run.min_support}`, run, generated)),
    ];
  },
};

const exact = { absolute: 0 } as const;

function lists(text: string, separator: string): string[][] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => line.split(separator).filter((item) => item !== ''));
}

function shop(published: Reference, groceries: Baskets): Case[] {
  const counts = Object.fromEntries(
    frequentItemsets(groceries, { minSupport: 1 / groceries.n, maxLength: 1 }).itemsets.map(({ items, count }) => [items[0], count]),
  );
  const top = Object.entries<number>(published.top_items);
  const frequent = frequentItemsets(groceries, { minSupport: 0.001 });
  const rules = (from: FrequentItemsets) => associationRules(from, { minConfidence: 0.8, emptyAntecedent: true }).rules.length;
  return [
    ...casesOf('groceries', [9835, 169, 43_367], () => [groceries.n, groceries.items.length, groceries.codes.length], exact),
    {
      method: 'groceries density',
      reference: published.density,
      ours: () => groceries.codes.length / groceries.n / groceries.items.length,
      tolerance: { absolute: 5e-9 },
    },
    ...top.map(([item, count]) => ({ method: `groceries ${item}`, reference: count, ours: () => counts[item] ?? 0, tolerance: exact })),
    { method: 'arules rules', reference: published.rules, ours: () => rules(frequent), tolerance: exact },
    {
      method: 'arules frequent items',
      reference: published.frequent_items,
      ours: () => frequent.itemsets.filter(({ items }) => items.length === 1).length,
      tolerance: exact,
    },
    {
      method: 'arules rules of at most 3 items',
      reference: published.rules_maxlen3,
      ours: () => rules(frequentItemsets(groceries, { minSupport: 0.001, maxLength: 3 })),
      tolerance: exact,
    },
  ];
}

function itemsets(method: string, run: Reference, baskets: Baskets): Case[] {
  const sizes = Object.keys(run.by_len).map(Number);
  return (['eclat', 'fp-growth'] as const).flatMap((search) => {
    const { itemsets: found } = frequentItemsets(baskets, { minSupport: run.min_support, method: search });
    return casesOf(
      `${method} ${search}`,
      [run.n_itemsets, ...Object.values<number>(run.by_len)],
      () => [found.length, ...sizes.map((size) => found.filter(({ items }) => items.length === size).length)],
      exact,
    );
  });
}

function groceriesRun(run: Reference, groceries: Baskets): Case[] {
  const name = `groceries ${run.min_support}`;
  const frequent = frequentItemsets(groceries, { minSupport: run.min_support });
  const levels = Object.keys(run).filter((key) => key.startsWith('rules_conf_'));
  return [...itemsets(name, run, groceries), ...levels.flatMap((level) => rulesAt(name, run[level], Number(level.slice(11)), frequent))];
}

function rulesAt(name: string, expected: Reference, minConfidence: number, frequent: FrequentItemsets): Case[] {
  const method = `${name} rules ${minConfidence}`;
  const { rules } = associationRules(frequent, { minConfidence });
  const { rules: any } = associationRules(frequent, { minConfidence, consequents: 'any' });
  const { rules: withEmpty } = associationRules(frequent, { minConfidence, emptyAntecedent: true });
  // mlxtend divides one rounded share by the other and loses rules that lie on the threshold: the same is done with our counts.
  const asFloats = (found: readonly AssociationRule[]) =>
    found.filter(({ count, antecedentCount, n }) => count / n / (antecedentCount / n) >= minConfidence).length;
  return [
    ...casesOf(
      method,
      [expected.single_consequent_exact_integer, expected['incl_empty_lhs_rules (arules minlen=1)']],
      () => [rules.length, withEmpty.length],
      exact,
    ),
    ...casesOf(
      `${method} by mlxtend's division`,
      [expected.all_consequent_sizes, expected['single_consequent (arules semantics)']],
      () => [asFloats(any), asFloats(rules)],
      exact,
    ),
    ...((expected.top5_lift ?? []) as Reference[]).flatMap((reference) => topRule(method, reference, rules)),
  ];
}

const figures = ['support', 'confidence', 'lift', 'leverage', 'conviction'] as const;

function topRule(method: string, reference: Reference, rules: readonly AssociationRule[]): Case[] {
  const rule = rules
    .slice(0, 8)
    .find(({ antecedent, consequent }) => antecedent.join() === reference.lhs.join() && consequent.join() === reference.rhs.join());
  return casesOf(
    `${method} ${reference.lhs.join(' + ')} → ${reference.rhs.join()}`,
    figures.map((figure) => reference[figure]),
    () => figures.map((figure) => rule?.[figure] ?? Number.NaN),
    { relative: 1e-12 },
  );
}
