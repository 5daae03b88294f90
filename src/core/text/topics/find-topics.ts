import { cannotAnswer } from '../../stats/column.ts';
import type { Progress } from '../../stats/progress.ts';
import { fitTfIdf } from '../features/tf-idf.ts';
import { placeholders, termsOfText } from '../tokens/terms-of-text.ts';
import type { Segmenter } from '../tokens/text-tokens.ts';
import { type Factors, factorise } from './factorise.ts';

export interface TopicOptions {
  /** How many. */
  readonly topics: number;
  /** ISO 639-1, for empty words. English unless said. */
  readonly language?: string;
  readonly segment?: Segmenter;
  /** Terms in fewer texts are left out: 3 unless said. */
  readonly minimumTexts?: number;
  /** Starts besides the first, to see which topics come again: 3 unless said. */
  readonly reseeds?: number;
  readonly seed?: number;
}

export interface Topic {
  /** Its first terms, which name it. */
  readonly label: string;
  /** Up to ten words and pairs of words with the most weight, heaviest first. */
  readonly terms: readonly string[];
  /** Texts of which it is the largest topic, and their share of all texts. */
  readonly n: number;
  readonly share: number;
  /** Positions of up to five different texts that speak most of it. */
  readonly examples: readonly number[];
  /** Mean overlap (Jaccard) of its ten terms with the likest topic of each other start: 1 comes again each time, 0 never; null without other starts. */
  readonly stability: number | null;
}

export interface Topics {
  readonly n: number;
  /** Largest first. */
  readonly topics: readonly Topic[];
  /** The topic of each text by its position in `topics`; −1 for a text without any of the terms. */
  readonly topicOf: Int32Array;
  readonly unassigned: number;
  /** Share of the squared weights of terms that the topics make up. Low is usual of short texts. */
  readonly explained: number;
  readonly seed: number;
}

const termsNamed = 10;
const mostFeatures = 10_000;

/**
 * What many texts speak of: terms that occur together, by non-negative matrix factorisation of TF-IDF weights of words and pairs of words (Lee and Seung 1999;
 * Arora, Ge and Moitra 2012). It describes, it tests nothing; how many topics there are it does not tell, and a text has one here although it may speak of two.
 * Topics of low stability hang on chance (Greene, O'Callaghan and Cunningham 2014, How many topics? Stability analysis for topic models).
 * @throws UserError for fewer than two topics, fewer texts than topics, and when no terms are shared
 */
export function findTopics(texts: readonly string[], options: TopicOptions, progress?: Progress): Topics {
  const { topics: size, language = 'en', segment, minimumTexts = 3, reseeds = 3, seed = 1 } = options;
  if (!Number.isInteger(size) || size < 2) throw cannotAnswer(`${size} topics; give a whole number from 2 on`);
  if (!Number.isInteger(reseeds) || reseeds < 0) throw cannotAnswer(`${reseeds} further starts; give a whole number from 0 on`);
  if (texts.length < size) throw cannotAnswer(`${texts.length} texts for ${size} topics; there must be at least as many texts`);
  const left = new Set(Object.values(placeholders));
  const words = (text: string) => termsOfText(text, { language, segment, stems: false }).filter((term) => !left.has(term));
  const spec = { unit: 'word', shortest: 1, longest: 2, words, sublinear: true, minimumTexts, maximumShare: 0.5, mostFeatures } as const;
  const { tfIdf, rows } = fitTfIdf(texts, spec, progress);
  if (tfIdf.names.length < size)
    throw cannotAnswer(`only ${tfIdf.names.length} terms are shared by ${minimumTexts} texts; that is too few for ${size} topics`);
  const part = (start: number): Progress | undefined =>
    progress && { ...progress, report: (share) => progress.report?.((start + share) / (reseeds + 1)) };
  const factors = factorise(rows, size, seed, part(0));
  const others = Array.from({ length: reseeds }, (_, start) =>
    topTerms(factorise(rows, size, seed + 1 + start, part(start + 1)), tfIdf.names),
  );
  return described(texts, factors, tfIdf.names, others, seed);
}

/** Share of the weight of the heaviest term below which a term is no part of a topic. */
const leastWeight = 0.01;

/** The heaviest terms of each factor; of a word and a pair that holds it the heavier one. */
function topTerms({ featureShares, size }: Factors, names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: size }, (_, t) => {
    const weightOf = (feature: number) => featureShares[feature * size + t] ?? 0;
    let heaviest = 0;
    for (let feature = 0; feature < names.length; feature++) heaviest = Math.max(heaviest, weightOf(feature));
    const ranked = Array.from(names.keys())
      .filter((feature) => weightOf(feature) > leastWeight * heaviest)
      .sort((a, b) => weightOf(b) - weightOf(a));
    const top: string[] = [];
    for (const feature of ranked) {
      const term = names[feature] ?? '';
      if (!top.some((taken) => sharesWord(taken, term))) top.push(term);
      if (top.length === termsNamed) break;
    }
    return top;
  });
}

function sharesWord(taken: string, term: string): boolean {
  return taken.split(' ').some((word) => term.split(' ').includes(word));
}

function described(
  texts: readonly string[],
  factors: Factors,
  names: readonly string[],
  others: readonly (readonly (readonly string[])[])[],
  seed: number,
): Topics {
  const { size } = factors;
  const weights = weightsOfTexts(factors);
  const largest = Int32Array.from({ length: texts.length }, (_, text) => largestOf(weights.subarray(text * size, (text + 1) * size)));
  const terms = topTerms(factors, names);
  const counts = terms.map((_, t) => largest.reduce((sum, each) => sum + (each === t ? 1 : 0), 0));
  const order = [...terms.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const topics = order.map((t) => ({
    label: (terms[t] ?? []).slice(0, 3).join(', '),
    terms: terms[t] ?? [],
    n: counts[t] ?? 0,
    share: (counts[t] ?? 0) / texts.length,
    examples: examplesOf(texts, weights, largest, t, size),
    stability: others.length === 0 ? null : others.reduce((sum, each) => sum + likestOverlap(terms[t] ?? [], each), 0) / others.length,
  }));
  const topicOf = largest.map((t) => (t < 0 ? -1 : order.indexOf(t)));
  return { n: texts.length, topics, topicOf, unassigned: topicOf.filter((t) => t < 0).length, explained: 1 - factors.error, seed };
}

/** Shares of texts with each factor's features brought to length 1, so that they can be compared. */
function weightsOfTexts({ rowShares, featureShares, size }: Factors): Float64Array {
  const lengths = new Float64Array(size);
  for (let at = 0; at < featureShares.length; at++) lengths[at % size] = (lengths[at % size] ?? 0) + (featureShares[at] ?? 0) ** 2;
  return rowShares.map((share, at) => share * Math.sqrt(lengths[at % size] ?? 0));
}

function largestOf(weights: Float64Array): number {
  let largest = -1;
  let most = 0;
  for (const [t, weight] of weights.entries()) {
    if (weight <= most) continue;
    largest = t;
    most = weight;
  }
  return largest;
}

function examplesOf(texts: readonly string[], weights: Float64Array, largest: Int32Array, t: number, size: number): readonly number[] {
  const own = Array.from(largest.keys()).filter((text) => largest[text] === t);
  own.sort((a, b) => (weights[b * size + t] ?? 0) - (weights[a * size + t] ?? 0));
  const seen = new Set<string>();
  const examples: number[] = [];
  for (const text of own) {
    const written = (texts[text] ?? '').trim().toLowerCase();
    if (!seen.has(written)) examples.push(text);
    seen.add(written);
    if (examples.length === 5) break;
  }
  return examples;
}

function likestOverlap(terms: readonly string[], others: readonly (readonly string[])[]): number {
  return others.reduce((most, other) => Math.max(most, overlap(terms, other)), 0);
}

function overlap(left: readonly string[], right: readonly string[]): number {
  const shared = left.filter((term) => right.includes(term)).length;
  const all = left.length + right.length - shared;
  return all === 0 ? 0 : shared / all;
}
