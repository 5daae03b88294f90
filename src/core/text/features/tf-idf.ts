import { cannotAnswer } from '../../stats/column.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import { addGram, doubled, emptyGramIndex, findGram, type GramIndex, gramIndexOf } from './gram-index.ts';
import { type GramSpec, gramReader } from './gram-reader.ts';
import { normaliseRows, type SparseRows } from './sparse-rows.ts';

export interface TfIdfOptions extends GramSpec {
  /** 1 + ln(count) in place of the count within a text. False unless said. */
  readonly sublinear?: boolean;
  /** Weight by ln((1 + texts) / (1 + texts with the run)) + 1, the smoothed form of scikit-learn; else 1. True unless said. */
  readonly idf?: boolean;
  /** Divide each row by its Euclidean length (`l2`, unless said otherwise) or leave it. */
  readonly norm?: 'l2' | 'none';
  /** Runs in fewer texts are left out: 1 unless said. */
  readonly minimumTexts?: number;
  /** Runs in more than this share of the texts are left out: 1 unless said. */
  readonly maximumShare?: number;
  /** The most runs that are kept: those in the most texts. No end unless said. */
  readonly mostFeatures?: number;
}

/** What texts were turned into numbers by. */
export interface TfIdf {
  readonly options: TfIdfOptions;
  /** Texts that it was learned from. */
  readonly n: number;
  readonly names: readonly string[];
  /** How many of the texts hold each run. */
  readonly textCounts: Int32Array;
  readonly weights: Float64Array;
  readonly index: GramIndex;
}

/**
 * Learns which runs of words or characters occur in texts, and turns the texts into rows of TF-IDF weights. Conventions of scikit-learn's TfidfVectorizer.
 * Spärck Jones 1972, A statistical interpretation of term specificity, Journal of Documentation 28.
 * @throws UserError for no texts, for numbers of runs out of order, and when no run is kept
 */
export function fitTfIdf(texts: readonly string[], options: TfIdfOptions, progress?: Progress): { tfIdf: TfIdf; rows: SparseRows } {
  if (texts.length === 0) throw cannotAnswer('there are no texts; give at least one');
  const counted = countGrams(texts, options, progress);
  const kept = keptGrams(counted, texts.length, options);
  if (kept.length === 0) {
    throw cannotAnswer(
      `the ${texts.length} texts hold no ${options.unit === 'word' ? 'words' : 'characters'} that at least ${options.minimumTexts ?? 1} of them share; give more texts, or ask for less`,
    );
  }
  const textCounts = kept.map((gram) => counted.counts.textCounts[gram] ?? 0);
  const tfIdf: TfIdf = {
    options,
    n: texts.length,
    names: Array.from(kept, (gram) => counted.names[gram] ?? ''),
    textCounts,
    weights: Float64Array.from(textCounts, (count) => ((options.idf ?? true) ? Math.log((1 + texts.length) / (1 + count)) + 1 : 1)),
    index: gramIndexOf(counted.index, kept),
  };
  return { tfIdf, rows: weighted(keepColumns(counted, kept), tfIdf) };
}

/** Texts as rows of the weights that were learned; runs that were not learned are left out. */
export function tfIdfRows(tfIdf: TfIdf, texts: readonly string[], progress?: Progress): SparseRows {
  const columns = tfIdf.names.length;
  const counts = emptyCounts(columns);
  const starts = readTexts(texts, tfIdf.options, counts, (first, second) => findGram(tfIdf.index, first, second), progress);
  const { indices, values } = counts;
  return weighted(
    {
      rows: texts.length,
      columns,
      starts,
      indices: indices.slice(0, counts.length),
      values: Float64Array.from(values.subarray(0, counts.length)),
    },
    tfIdf,
  );
}

/** Counts of runs, text after text. */
interface Counts {
  indices: Int32Array;
  values: Int32Array;
  length: number;
  /** How many texts hold a run, the last of them plus 1, and where its count stands. */
  textCounts: Int32Array;
  lastText: Int32Array;
  places: Int32Array;
}

function emptyCounts(columns: number): Counts {
  return {
    indices: new Int32Array(4096),
    values: new Int32Array(4096),
    length: 0,
    textCounts: new Int32Array(columns),
    lastText: new Int32Array(columns),
    places: new Int32Array(columns),
  };
}

/** Counts a run of a text once more. */
function count(counts: Counts, gram: number, row: number): void {
  if (gram >= counts.lastText.length) widen(counts);
  if (counts.lastText[gram] === row + 1) {
    const place = counts.places[gram] ?? 0;
    counts.values[place] = (counts.values[place] ?? 0) + 1;
    return;
  }
  counts.lastText[gram] = row + 1;
  counts.textCounts[gram] = (counts.textCounts[gram] ?? 0) + 1;
  if (counts.length === counts.indices.length) {
    counts.indices = doubled(counts.indices);
    counts.values = doubled(counts.values);
  }
  counts.places[gram] = counts.length;
  counts.indices[counts.length] = gram;
  counts.values[counts.length++] = 1;
}

function widen(counts: Counts): void {
  counts.textCounts = doubled(counts.textCounts);
  counts.lastText = doubled(counts.lastText);
  counts.places = doubled(counts.places);
}

interface Counted {
  readonly index: GramIndex;
  readonly names: readonly string[];
  readonly counts: Counts;
  readonly starts: Int32Array;
}

function countGrams(texts: readonly string[], spec: GramSpec, progress: Progress | undefined): Counted {
  const [index, counts, names] = [emptyGramIndex(), emptyCounts(4096), [] as string[]];
  const numberOf: NumberOfGram = (first, second, nameOf, place) => {
    const gram = addGram(index, first, second);
    if (gram === names.length) names.push(nameOf(place));
    return gram;
  };
  const starts = readTexts(texts, spec, counts, numberOf, progress);
  return { index, names, counts, starts };
}

/** The number of a run by its two hashes, below 0 where it does not count. */
type NumberOfGram = (first: number, second: number, nameOf: (place: number) => string, place: number) => number;

/** Counts the runs of texts. @returns where the counts of each text start */
function readTexts(
  texts: readonly string[],
  spec: GramSpec,
  counts: Counts,
  numberOf: NumberOfGram,
  progress: Progress | undefined,
): Int32Array {
  const reader = gramReader(spec);
  const starts = new Int32Array(texts.length + 1);
  for (const [row, text] of texts.entries()) {
    if (row % 1024 === 0) checkpoint(progress, row / texts.length);
    const grams = reader.read(text);
    const [first, second] = [reader.first(), reader.second()];
    for (let place = 0; place < grams; place++) {
      const gram = numberOf(first[place] ?? 0, second[place] ?? 0, reader.nameOf, place);
      if (gram >= 0) count(counts, gram, row);
    }
    starts[row + 1] = counts.length;
  }
  return starts;
}

/** Numbers of the runs that are kept, in the order of their first sight. */
function keptGrams({ counts: { textCounts }, names }: Counted, texts: number, options: TfIdfOptions): Int32Array {
  const { minimumTexts = 1, maximumShare = 1, mostFeatures = Number.POSITIVE_INFINITY } = options;
  const most = maximumShare * texts;
  const kept: number[] = [];
  for (let gram = 0; gram < names.length; gram++) {
    const held = textCounts[gram] ?? 0;
    if (held >= minimumTexts && held <= most) kept.push(gram);
  }
  if (kept.length <= mostFeatures) return Int32Array.from(kept);
  kept.sort((left, right) => (textCounts[right] ?? 0) - (textCounts[left] ?? 0) || left - right);
  return Int32Array.from(kept.slice(0, mostFeatures)).sort();
}

/** The counts of the runs that are kept, with their new numbers. */
function keepColumns({ counts, starts, names }: Counted, kept: Int32Array): SparseRows {
  const numbers = new Int32Array(names.length).fill(-1);
  for (const [number, gram] of kept.entries()) numbers[gram] = number;
  const keptStarts = new Int32Array(starts.length);
  const [indices, values] = [new Int32Array(counts.length), new Float64Array(counts.length)];
  let length = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const number = numbers[counts.indices[at] ?? 0] ?? -1;
      if (number < 0) continue;
      indices[length] = number;
      values[length++] = counts.values[at] ?? 0;
    }
    keptStarts[row + 1] = length;
  }
  return {
    rows: starts.length - 1,
    columns: kept.length,
    starts: keptStarts,
    indices: indices.slice(0, length),
    values: values.slice(0, length),
  };
}

/** Turns counts into weights, in place. */
function weighted(counts: SparseRows, { options, weights }: TfIdf): SparseRows {
  const { values, indices } = counts;
  const sublinear = options.sublinear ?? false;
  for (let at = 0; at < values.length; at++) {
    const often = values[at] ?? 0;
    values[at] = (sublinear ? 1 + Math.log(often) : often) * (weights[indices[at] ?? 0] ?? 0);
  }
  if ((options.norm ?? 'l2') === 'l2') normaliseRows(counts);
  return counts;
}
