import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { clusterLinks } from './clusters/cluster-links.ts';
import { connectedComponents } from './clusters/connected-components.ts';
import { gramJaccard } from './grams/gram-jaccard.ts';
import { gramCosine, gramVectors } from './grams/gram-vectors.ts';
import { nearestTexts } from './grams/nearest-texts.ts';
import { type BlockingRule, candidatePairs } from './linkage/candidate-pairs.ts';
import type { Comparison } from './linkage/comparison.ts';
import { fitMatchModel } from './linkage/fit-match-model.ts';
import { type Link, type MatchScorer, matchScorer, scorePairs } from './linkage/match-scorer.ts';
import { readThreshold, thresholdFor } from './linkage/match-threshold.ts';
import { oneToOne } from './linkage/one-to-one.ts';

interface Person {
  readonly given: string | null;
  readonly surname: string | null;
  readonly email: string | null;
  readonly city: string | null;
}

/** 800 persons, every second twice: the copy writes a given name wrongly in a fifth, has another e-mail in three tenths, and lacks a tenth of all fields. */
function drawPersons() {
  const random = seededRandom(11);
  const word = (length: number) => Array.from({ length }, () => 'abcdefghijklmnoprstuvwyz'[random.below(24)]).join('');
  const [givens, surnames] = [Array.from({ length: 60 }, () => word(6)), Array.from({ length: 200 }, () => word(7))];
  const pick = (list: readonly string[]) => list[Math.floor(list.length * random.next() ** 2)] ?? '';
  const hole = (value: string) => (random.next() < 0.1 ? null : value);
  const rows: Person[] = [];
  const persons: number[] = [];
  for (let person = 0; person < 800; person++) {
    const row = { given: pick(givens), surname: pick(surnames), email: `${word(8)}@x.org`, city: `city ${random.below(12)}` };
    rows.push(row);
    persons.push(person);
    if (person % 2 === 1) continue;
    const given = random.next() < 0.2 ? `${row.given.slice(0, 3)}${row.given.slice(4)}` : row.given;
    rows.push({
      given: hole(given),
      surname: hole(row.surname),
      email: hole(random.next() < 0.3 ? `${word(8)}@x.org` : row.email),
      city: hole(row.city),
    });
    persons.push(person);
  }
  const field = (name: keyof Person) => rows.map((row) => row[name]);
  return { persons, records: { fields: { given: field('given'), surname: field('surname'), email: field('email'), city: field('city') } } };
}

const comparisons: readonly Comparison[] = [
  { name: 'given', levels: [{ kind: 'exact' }, { kind: 'jaro-winkler', atLeast: 0.9 }], termFrequency: true },
  { name: 'surname', levels: [{ kind: 'exact' }], termFrequency: true },
  { name: 'email', levels: [{ kind: 'exact' }] },
  { name: 'city', levels: [{ kind: 'exact' }] },
];
const rules: readonly BlockingRule[] = [{ same: ['email'] }, { same: ['surname', 'city'] }, { same: ['given', 'surname'] }];

describe('linkage of drawn persons', () => {
  const { persons, records } = drawPersons();
  const pairs = candidatePairs(records, rules);
  const model = fitMatchModel(records, comparisons, rules, pairs, { seed: 1 });
  const scorer = matchScorer(model, records);
  const links = scorePairs(scorer, pairs);
  const isRight = ({ left, right }: Link) => persons[left] === persons[right];
  const levelsOf = (name: string) => model.comparisons.find(({ comparison }) => comparison.name === name)?.levels ?? [];

  it('finds how often fields agree for one person and by chance, and how many are twice', () => {
    const [same, near] = levelsOf('given').map(({ m }) => m);
    expect(same).toBeGreaterThan(0.74);
    expect(same).toBeLessThan(0.88);
    expect(near).toBeGreaterThan(0.1);
    expect(levelsOf('email')[0]?.m).toBeGreaterThan(0.6);
    expect(levelsOf('email')[0]?.m).toBeLessThan(0.8);
    expect(levelsOf('email')[0]?.u).toBeLessThan(1e-4);
    expect(levelsOf('city')[0]?.u).toBeCloseTo(1 / 12, 2);
    expect(Math.abs(model.prior * pairs.possible - 400)).toBeLessThan(60);
    expect(model.rules.every(({ isConverged }) => isConverged)).toBe(true);
  });

  it('links who is one person, about as surely as it says', () => {
    const taken = links.filter(({ weight }) => weight >= 0);
    const precision = taken.filter(isRight).length / taken.length;
    expect(precision).toBeGreaterThan(0.9);
    expect(taken.filter(isRight).length / links.filter(isRight).length).toBeGreaterThan(0.92);
    expect(Math.abs(precision - (readThreshold(links).precision ?? 0))).toBeLessThan(0.05);
    const sure = thresholdFor(links, 0.99);
    expect(sure?.precision).toBeGreaterThanOrEqual(0.99);
    expect(sure?.links).toBeLessThanOrEqual(taken.length);
    expect(thresholdFor([{ left: 0, right: 1, weight: -5 }], 0.9)).toBeNull();
  });

  it('explains a weight by its parts, and a missing value says nothing', () => {
    for (const { left, right, weight } of links.slice(0, 50)) {
      const told = scorer.explain(left, right);
      expect(told.parts.reduce((sum, part) => sum + part.weight, told.prior)).toBeCloseTo(weight, 9);
      for (const part of told.parts)
        if (part.left === null || part.right === null) expect(part).toMatchObject({ level: 'missing', weight: 0 });
    }
    const email = links.map(({ left, right }) => scorer.explain(left, right).parts.find(({ comparison }) => comparison === 'email'));
    expect(email.find((part) => part?.level === 'exact')?.weight).toBeGreaterThan(10);
    expect(email.find((part) => part?.level === 'differs')?.weight).toBeLessThan(-1);
  });

  it('weighs a rare name more than a common one, by as much as it is rarer', () => {
    const surnames = records.fields.surname;
    const rowsOf = (name: string | null) => surnames.flatMap((each, row) => (each === name ? [row] : []));
    const shared = [...new Set(surnames)].filter((name) => name !== null && rowsOf(name).length > 1);
    shared.sort((a, b) => rowsOf(b).length - rowsOf(a).length);
    const [common, rare] = [rowsOf(shared.at(0) ?? null), rowsOf(shared.at(-1) ?? null)];
    const weightOf = ([left = 0, right = 0]: readonly number[]) =>
      scorer.explain(left, right).parts.find(({ comparison }) => comparison === 'surname')?.weight ?? 0;
    expect(weightOf(rare) - weightOf(common)).toBeCloseTo(Math.log2(common.length / rare.length), 9);
  });

  it('leaves a household that shares an e-mail to a person, and joins who is written twice', () => {
    const n = persons.length;
    const { given, surname, email, city } = records.fields;
    const same = (value: string) => [value, value, value, value];
    const fields = {
      given: [...given, 'anna', 'boris', 'anna', null],
      surname: [...surname, ...same('petrova')],
      email: [...email, ...same('home@x.org')],
      city: [...city, ...same('city 1')],
    };
    const ours = matchScorer(model, { fields });
    const found = scorePairs(ours, candidatePairs({ fields }, rules)).filter(({ left, right }) => left >= n && right >= n);
    expect(Math.min(...found.map(({ weight }) => weight))).toBeGreaterThan(0);
    const family = { name: 'family', differs: ['given'], agrees: ['surname', 'city'] };
    expect(clusterLinks(n + 4, found, ours).count).toBe(n + 1);
    const { clusterOf, refused } = clusterLinks(n + 4, found, ours, { conflicts: [family] });
    expect(clusterOf[n]).toBe(clusterOf[n + 2]);
    expect(clusterOf[n]).not.toBe(clusterOf[n + 1]);
    expect(refused.every(({ reason, rule }) => reason === 'conflict' && rule === 'family')).toBe(true);
    expect(() => clusterLinks(n + 4, found, ours, { conflicts: [{ name: 'shoes', differs: ['shoe'] }] })).toThrow('no comparison "shoe"');
  });

  it('draws pairs across tables however unequal they are', () => {
    const left = ['b1', ...Array.from({ length: 3000 }, (_, i) => `b${i % 7}`)];
    const uneven = { fields: { x: left, y: left.map((_, i) => `${i % 5}`) }, tables: left.map((_, i) => (i === 0 ? 9 : 2)) };
    const two: Comparison[] = ['x', 'y'].map((name) => ({ name, levels: [{ kind: 'exact' }] }));
    const each: BlockingRule[] = [{ same: ['y'] }, { nearest: 'x', most: 1 }];
    const found = fitMatchModel(uneven, two, each, candidatePairs(uneven, each), { seed: 1, randomPairs: 2000 });
    expect(found.randomPairs).toBe(2000);
    expect(found.comparisons[1]?.levels[0]?.u).toBeGreaterThan(0.15);
  });

  it('is the same for the same seed, and its model can be kept as text', () => {
    const kept = matchScorer(JSON.parse(JSON.stringify(model)), records);
    const [first] = links;
    expect(kept.weightOf(first?.left ?? 0, first?.right ?? 0)).toBe(first?.weight);
    expect(fitMatchModel(records, comparisons, rules, pairs, { seed: 1 })).toEqual(model);
  });

  it('refuses what it cannot learn', () => {
    const learn = (wanted: readonly Comparison[], by: readonly BlockingRule[]) =>
      fitMatchModel(records, wanted, by, candidatePairs(records, by), { seed: 1 });
    expect(() => learn(comparisons, [{ same: ['email'] }])).toThrow('every blocking rule looks at the field of "email"');
    expect(() => learn(comparisons.slice(0, 1), rules)).toThrow('at least two comparisons');
    expect(() => learn([...comparisons, { name: 'shoe', levels: [{ kind: 'exact' }] }], rules)).toThrow('no field "shoe"');
    expect(() => learn([...comparisons, { name: 'town', field: 'city', levels: [] }], rules)).toThrow('0 levels');
    expect(() => candidatePairs(records, [])).toThrow('at least one blocking rule');
    expect(() => candidatePairs({ fields: { a: ['x'], b: [] } }, rules)).toThrow('"a" has 1 values and "b" 0');
    const lonely = { fields: { a: ['x'], b: ['y'] } };
    const two: Comparison[] = ['a', 'b'].map((name) => ({ name, levels: [{ kind: 'exact' }] }));
    const each: BlockingRule[] = [{ same: ['a'] }, { same: ['b'] }];
    expect(() => fitMatchModel(lonely, two, each, candidatePairs(lonely, each), { seed: 1 })).toThrow('no pair to compare');
  });
});

describe('candidate pairs', () => {
  it('are the union of rules, each once, and huge blocks are reported', () => {
    const records = { fields: { city: ['a', 'a', 'a', 'a', 'b', 'b', null, null], name: ['x', 'x', '', 'y', 'yz', 'y', 'x', 'x'] } };
    const found = candidatePairs(records, [{ same: ['city'] }, { same: [{ field: 'name', letters: 1 }, 'city'] }, { same: ['name'] }], {
      largestBlock: 3,
    });
    expect(found.skipped).toEqual([
      { rule: 0, key: ['a'], records: 4 },
      { rule: 2, key: ['x'], records: 4 },
    ]);
    expect(Array.from(found.left, (left, i) => [left, found.right[i]])).toEqual([
      [0, 1],
      [3, 5],
      [4, 5],
    ]);
    expect(found.ofRule.map((positions) => Array.from(positions))).toEqual([[2], [0, 2], [1]]);
    expect(found.possible).toBe(28);
    const across = candidatePairs({ ...records, tables: [0, 0, 0, 0, 1, 1, 1, 1] }, [{ same: ['name'] }]);
    expect(Array.from(across.left, (left, i) => [left, across.right[i]])).toEqual([
      [0, 6],
      [0, 7],
      [1, 6],
      [1, 7],
      [3, 5],
    ]);
    expect(across.possible).toBe(16);
  });

  it('by nearest texts are those that a search through all finds', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(texts, (all) => {
        const vectors = gramVectors(all, { size: 2, isPadded: true });
        const near = nearestTexts(vectors, { most: 3, atLeast: 1e-9 });
        all.forEach((_, text) => {
          const cosines = all
            .flatMap((__, other) => (other === text ? [] : [gramCosine(vectors, text, other)]))
            .filter((cosine) => cosine > 0);
          const best = cosines.sort((a, b) => b - a).slice(0, 3);
          expect(near[text]?.map(({ cosine }) => Math.min(1, cosine).toFixed(9))).toEqual(best.map((cosine) => cosine.toFixed(9)));
        });
      }),
      { numRuns: 60, seed: 3 },
    );
    expect(gramJaccard('night', 'nacht', 2)).toBeCloseTo(1 / 7, 12);
    expect(gramJaccard('', '')).toBe(1);
  });
});

describe('clusters', () => {
  /** Weights by pair; what is not named is −5. */
  function scorerOf(weights: Readonly<Record<string, number>>, apart: readonly string[] = []): MatchScorer {
    const key = (left: number, right: number) => `${Math.min(left, right)} ${Math.max(left, right)}`;
    const weightOf = (left: number, right: number) => weights[key(left, right)] ?? -5;
    const explain = () => ({ weight: 0, probability: 0.5, prior: 0, parts: [] });
    return {
      weightOf,
      explain,
      hasAgreed: (comparison, left, right) => (comparison === 'given' ? !apart.includes(key(left, right)) : true),
    };
  }
  const linksOf = (weights: Readonly<Record<string, number>>): Link[] =>
    Object.entries(weights).map(([pair, weight]) => {
      const [left = 0, right = 0] = pair.split(' ').map(Number);
      return { left, right, weight };
    });

  it('join a chain only as far as its ends do not speak against each other', () => {
    const weights = { '0 1': 8, '1 2': 3, '3 4': 2, '4 5': 2, '3 5': 1 };
    const found = clusterLinks(6, linksOf(weights), scorerOf(weights));
    expect(Array.from(found.clusterOf)).toEqual([0, 0, 1, 2, 2, 2]);
    expect(found.refused).toEqual([{ left: 1, right: 2, weight: 3, reason: 'chain', rule: null, against: { left: 0, right: 2 } }]);
    expect(connectedComponents(6, linksOf(weights))).toEqual({ componentOf: Int32Array.from([0, 0, 0, 1, 1, 1]), count: 2 });
  });

  it('never join a family: another given name at one surname and address', () => {
    const weights = { '0 1': 12, '1 2': 15, '0 2': 11 };
    const family = { name: 'family', differs: ['given'], agrees: ['surname', 'address'] };
    const found = clusterLinks(3, linksOf(weights), scorerOf(weights, ['0 1', '0 2']), { conflicts: [family] });
    expect([Array.from(found.clusterOf), found.count]).toEqual([[0, 1, 1], 2]);
    expect(found.refused.map(({ reason, rule }) => [reason, rule])).toEqual([
      ['conflict', 'family'],
      ['conflict', 'family'],
    ]);
  });

  it('hold for any weights: no inner pair below the floor, the same whatever the order of links', () => {
    const weights = fc.dictionary(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 9 })).map(([a, b]) => `${a} ${b}`),
      fc.integer({ min: -4, max: 9 }),
    );
    fc.assert(
      fc.property(weights, (drawn) => {
        const scorer = scorerOf(drawn);
        const found = clusterLinks(10, linksOf(drawn), scorer);
        for (let a = 0; a < 10; a++) {
          for (let b = a + 1; b < 10; b++)
            if (found.clusterOf[a] === found.clusterOf[b]) expect(scorer.weightOf(a, b)).toBeGreaterThanOrEqual(0);
        }
        expect(clusterLinks(10, linksOf(drawn).reverse(), scorer).clusterOf).toEqual(found.clusterOf);
      }),
      { numRuns: 100, seed: 4 },
    );
    expect(() => clusterLinks(2, [{ left: 0, right: 2, weight: 1 }], scorerOf({}))).toThrow('record 2; the records are 0 to 1');
  });

  it('keep each record in one link of two tables', () => {
    const links = linksOf({ '0 5': 9, '0 6': 8, '1 5': 7, '1 6': 1, '2 6': 3 });
    expect(oneToOne(links).map(({ left, right }) => [left, right])).toEqual([
      [0, 5],
      [2, 6],
    ]);
  });
});
