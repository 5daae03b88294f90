import { clusterLinks } from '../../../src/core/identity/clusters/cluster-links.ts';
import { gramVectors } from '../../../src/core/identity/grams/gram-vectors.ts';
import { nearestTexts } from '../../../src/core/identity/grams/nearest-texts.ts';
import { type BlockingRule, candidatePairs } from '../../../src/core/identity/linkage/candidate-pairs.ts';
import type { Comparison } from '../../../src/core/identity/linkage/comparison.ts';
import { fitMatchModel } from '../../../src/core/identity/linkage/fit-match-model.ts';
import { matchScorer, scorePairs } from '../../../src/core/identity/linkage/match-scorer.ts';
import { foldText } from '../../../src/core/identity/normalise/fold-text.ts';
import { jaroWinklerSimilarity } from '../../../src/core/identity/strings/jaro-winkler.ts';
import { levenshteinDistance } from '../../../src/core/identity/strings/levenshtein.ts';
import { type Random, seededRandom } from '../../../src/core/stats/random.ts';
import type { Folders } from '../../references/case.ts';
import type { StatsJob } from './stats-job.ts';

const letters = 'eeeaaiioourrnnttllssddhcmpgbky';

function drawWord(random: Random, from: number, to: number): string {
  let word = '';
  for (let rest = from + random.below(to - from + 1); rest > 0; rest--) word += letters[random.below(letters.length)];
  return word;
}

/** A measure of so many pairs, each surname of a list of persons with those before it. */
function ofSurnames(pairs: number, measure: (first: string, second: string) => number) {
  return (folders: Folders) => {
    const column = folders.table('record_linkage/febrl/dataset2.csv')[' surname'] ?? [];
    const names = column.map((name) => name.trim()).filter((name) => name !== '');
    return () => {
      let [sum, left] = [0, pairs];
      for (const [index, first] of names.entries()) {
        for (let other = 0; other < index && left > 0; other++, left--) sum += measure(first, names[other] ?? '');
      }
      return sum;
    };
  };
}

/** Persons of whom every tenth stands twice. */
function drawPersons(n: number) {
  const random = seededRandom(8);
  const [givens, surnames] = [500, 5000].map((size) => Array.from({ length: size }, () => drawWord(random, 4, 9)));
  const fields: Record<string, string[]> = { given: [], surname: [], email: [], birth: [], city: [] };
  const add = (row: readonly string[]) => {
    for (const [index, name] of Object.keys(fields).entries()) fields[name]?.push(row[index] ?? '');
  };
  while ((fields.given?.length ?? 0) < n) {
    const row = [
      givens?.[random.below(500)] ?? '',
      surnames?.[random.below(5000)] ?? '',
      `${drawWord(random, 8, 10)}@x.org`,
      `${1950 + random.below(50)}-${10 + random.below(3)}-${10 + random.below(19)}`,
      `city ${random.below(300)}`,
    ];
    add(row);
    if (random.below(10) === 0) add(row.map((value) => (random.below(8) === 0 ? `${value.slice(1)}e` : value)));
  }
  return { fields };
}

const comparisons: readonly Comparison[] = [
  { name: 'given', levels: [{ kind: 'exact' }, { kind: 'jaro-winkler', atLeast: 0.9 }], termFrequency: true },
  { name: 'surname', levels: [{ kind: 'exact' }, { kind: 'jaro-winkler', atLeast: 0.9 }], termFrequency: true },
  { name: 'email', levels: [{ kind: 'exact' }, { kind: 'levenshtein', atMost: 2 }] },
  { name: 'birth', levels: [{ kind: 'exact' }, { kind: 'damerau-levenshtein', atMost: 1 }] },
  { name: 'city', levels: [{ kind: 'exact' }] },
];
const rules: readonly BlockingRule[] = [
  { same: ['email'] },
  { same: ['given', 'surname'] },
  { same: ['surname', 'birth'] },
  { same: ['given', 'birth'] },
];

export const jobs: readonly StatsJob[] = [
  { name: 'Jaro-Winkler, 5 M pairs', peer: 'none measured', goalMs: 500, prepare: ofSurnames(5_000_000, jaroWinklerSimilarity) },
  { name: 'Levenshtein, 1 M pairs', peer: 'none measured', goalMs: 400, prepare: ofSurnames(1_000_000, levenshteinDistance) },
  {
    name: 'nearest of 4,910 titles by 3-grams',
    peer: 'scikit-learn and scipy 0.45 s, the product alone',
    goalMs: 2000,
    prepare: (folders) => {
      const titles = ['A', 'B'].flatMap((table) => folders.table(`record_linkage/dblp_acm/table${table}.csv`).title ?? []).map(foldText);
      return () => nearestTexts(gramVectors(titles), { most: 5 });
    },
  },
  {
    name: 'persons linked and clustered, 100 k records',
    peer: 'Splink: 1 M in about a minute',
    goalMs: 6000,
    prepare: () => {
      const records = drawPersons(100_000);
      return () => {
        const pairs = candidatePairs(records, rules);
        const scorer = matchScorer(fitMatchModel(records, comparisons, rules, pairs, { seed: 1 }), records);
        return clusterLinks(records.fields.given?.length ?? 0, scorePairs(scorer, pairs), scorer).count;
      };
    },
  },
];
