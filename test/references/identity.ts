import { gramVectors } from '../../src/core/identity/grams/gram-vectors.ts';
import { nearestTexts } from '../../src/core/identity/grams/nearest-texts.ts';
import { type BlockingRule, candidatePairs } from '../../src/core/identity/linkage/candidate-pairs.ts';
import type { Comparison, ComparisonLevel } from '../../src/core/identity/linkage/comparison.ts';
import { fitMatchModel } from '../../src/core/identity/linkage/fit-match-model.ts';
import { type Link, matchScorer, scorePairs } from '../../src/core/identity/linkage/match-scorer.ts';
import { oneToOne } from '../../src/core/identity/linkage/one-to-one.ts';
import type { Records } from '../../src/core/identity/linkage/records.ts';
import { foldText } from '../../src/core/identity/normalise/fold-text.ts';
import { damerauLevenshteinDistance } from '../../src/core/identity/strings/damerau-levenshtein.ts';
import { jaroSimilarity, jaroWinklerSimilarity } from '../../src/core/identity/strings/jaro-winkler.ts';
import { levenshteinDistance } from '../../src/core/identity/strings/levenshtein.ts';
import { longestCommonSubsequence } from '../../src/core/identity/strings/longest-common-subsequence.ts';
import { optimalStringAlignment } from '../../src/core/identity/strings/optimal-string-alignment.ts';
import { type Case, casesOf, type Folders, type Group, type Reference } from './case.ts';

/** Identity: likeness of texts, two bibliographies, three lists of persons with doubles. */
export const identityGroup: Group = {
  name: 'identity',
  cases: (folders) => {
    const expected = folders.reference('record_linkage');
    const papers = readPapers(folders);
    return [
      ...(expected.string_similarity as Reference[]).flatMap(stringCases),
      ...paperCases(expected.dblp_acm, papers),
      {
        method: 'DBLP-ACM, links by the model, F1',
        reference: 0.98,
        ours: () => qualityOfLinks(linkPapers(papers), papers).f1,
        tolerance: 'at least',
      },
      ...[1, 2, 3].map((list) => ({
        method: `Febrl ${list}, links by the model, F1`,
        reference: 0.99,
        ours: () => personsF1(folders.table(`record_linkage/febrl/dataset${list}.csv`)),
        tolerance: 'at least' as const,
      })),
    ];
  },
};

function stringCases({ a, b, ...expected }: Reference): Case[] {
  return casesOf(
    `${a} and ${b}: Jaro, Jaro-Winkler, Levenshtein, alignment, Damerau, common`,
    [expected.jaro, expected['jaro_winkler_p0.1'], expected.levenshtein, expected.osa, expected.damerau, expected.lcs],
    () => [
      jaroSimilarity(a, b),
      jaroWinklerSimilarity(a, b),
      levenshteinDistance(a, b),
      optimalStringAlignment(a, b),
      damerauLevenshteinDistance(a, b),
      longestCommonSubsequence(a, b),
    ],
    { absolute: 1e-15 },
  );
}

interface Papers {
  readonly ids: readonly string[];
  /** How many are of the first table. */
  readonly first: number;
  readonly column: (name: string) => readonly string[];
  readonly matches: ReadonlySet<string>;
}

function readPapers(folders: Folders): Papers {
  const tables = ['A', 'B'].map((table) => folders.table(`record_linkage/dblp_acm/table${table}.csv`));
  const column = (name: string) => tables.flatMap((table) => table[name] ?? []);
  const pairs = folders.text('record_linkage/dblp_acm/match.csv').trim().split('\n');
  return { ids: column('id'), first: tables[0]?.id?.length ?? 0, column, matches: new Set(pairs.map((pair) => pair.trim())) };
}

function isMatch({ ids, matches }: Papers, left: number, right: number): boolean {
  return matches.has(`${ids[left]},${ids[right]}`);
}

interface Quality {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

function quality(right: number, found: number, all: number): Quality {
  return { f1: (2 * right) / (found + all), precision: right / found, recall: right / all };
}

/** The baseline of the reference: each title, authors and year with its nearest, where both are each other's, above the reference's threshold. */
function paperCases(expected: Reference, papers: Papers): Case[] {
  const { f1, precision, recall, threshold } = expected.result;
  const nearest = () => {
    const [authors, years] = [papers.column('authors'), papers.column('year')];
    const texts = papers.column('title').map((title, i) => foldText(`${title} ${authors[i]} ${years[i]}`));
    const isAllowed = (text: number, other: number) => text < papers.first !== other < papers.first;
    const neighbours = nearestTexts(gramVectors(texts), { isAllowed });
    const mutual = neighbours.slice(0, papers.first).flatMap(([best], left) => {
      if (best === undefined || best.cosine < threshold || neighbours[best.index]?.[0]?.index !== left) return [];
      return [{ left, right: best.index }];
    });
    const right = mutual.filter((pair) => isMatch(papers, pair.left, pair.right)).length;
    return quality(right, mutual.length, papers.matches.size);
  };
  return [
    ...casesOf(
      'DBLP-ACM rows and true pairs',
      [...expected.rows, expected.true_pairs],
      () => [papers.first, papers.ids.length - papers.first, papers.matches.size],
      { absolute: 0 },
    ),
    ...casesOf(
      'DBLP-ACM, nearest by 3-grams: F1, precision, recall',
      [f1, precision, recall],
      () => {
        const found = nearest();
        return [found.f1, found.precision, found.recall];
      },
      { relative: 1e-12 },
    ),
  ];
}

/** Links with more for than against them, each paper in one at most. */
function linkPapers({ ids, first, column }: Papers): Link[] {
  const folded = (name: string) => column(name).map((text) => foldText(text) || null);
  const records: Records = {
    fields: { title: folded('title'), authors: folded('authors'), year: column('year') },
    tables: ids.map((_, index) => (index < first ? 0 : 1)),
  };
  const texts: ComparisonLevel[] = [
    { kind: 'exact' },
    ...[0.8, 0.6, 0.4, 0.2].map((atLeast) => ({ kind: 'gram-cosine', atLeast }) as const),
  ];
  const comparisons: Comparison[] = [
    { name: 'title', levels: texts },
    { name: 'authors', levels: texts },
    { name: 'year', levels: [{ kind: 'exact' }, { kind: 'number', atMost: 1 }] },
  ];
  const rules: BlockingRule[] = [
    { nearest: 'title', most: 5 },
    { nearest: 'authors', most: 5 },
  ];
  return oneToOne(linksOf(records, comparisons, rules)).filter(({ weight }) => weight >= 0);
}

function linksOf(records: Records, comparisons: readonly Comparison[], rules: readonly BlockingRule[]): Link[] {
  const pairs = candidatePairs(records, rules);
  const model = fitMatchModel(records, comparisons, rules, pairs, { seed: 1, randomPairs: 200_000 });
  return scorePairs(matchScorer(model, records), pairs);
}

function qualityOfLinks(links: readonly Link[], papers: Papers): Quality {
  const right = links.filter((link) => isMatch(papers, link.left, link.right)).length;
  return quality(right, links.length, papers.matches.size);
}

/** The same declarations for all three lists. The threshold is 0 bits: more likely one person than not. */
function personsF1(table: Readonly<Record<string, readonly string[]>>): number {
  const fields = Object.fromEntries(
    Object.entries(table).map(([name, values]) => [name.trim(), values.map((value) => value.trim() || null)]),
  );
  const persons = (fields.rec_id ?? []).map((id) => id?.split('-')[1]);
  const alike: ComparisonLevel[] = [{ kind: 'exact' }, { kind: 'jaro-winkler', atLeast: 0.92 }, { kind: 'jaro-winkler', atLeast: 0.8 }];
  const digits = (atMost: number): ComparisonLevel[] => [
    { kind: 'exact' },
    ...Array.from({ length: atMost }, (_, k) => ({ kind: 'damerau-levenshtein', atMost: k + 1 }) as const),
  ];
  const comparisons: Comparison[] = [
    { name: 'given_name', levels: [...alike, { kind: 'crossed', with: 'surname' }], termFrequency: true },
    { name: 'surname', levels: [...alike, { kind: 'crossed', with: 'given_name' }], termFrequency: true },
    { name: 'street_number', levels: digits(1) },
    ...['address_1', 'address_2', 'suburb'].map((name) => ({ name, levels: alike })),
    { name: 'postcode', levels: digits(1) },
    { name: 'state', levels: [{ kind: 'exact' }] },
    { name: 'date_of_birth', levels: digits(2) },
    { name: 'soc_sec_id', levels: digits(2) },
  ];
  const rules: BlockingRule[] = [
    { same: ['soc_sec_id'] },
    { same: ['date_of_birth'] },
    { same: ['surname', 'given_name'] },
    { same: ['postcode', 'surname'] },
    { same: ['postcode', 'given_name'] },
    { same: ['address_1'] },
  ];
  const links = linksOf({ fields }, comparisons, rules).filter(({ weight }) => weight >= 0);
  const sizes = new Map<string | undefined, number>();
  for (const person of persons) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return quality(links.filter(({ left, right }) => persons[left] === persons[right]).length, links.length, all).f1;
}
