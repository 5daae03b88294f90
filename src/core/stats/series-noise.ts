import { isTooSmall, recentLevel, type SeriesSums } from './recent-level.ts';
import { windowScore } from './window-score.ts';

/** Lengths at which the noise of windows is measured, in days. */
const noiseLengths = [1, 3, 7, 14, 28, 56] as const;

/** Variance of standardised windows by length, 1 for noise of the kind alone, with the windows that it rests on. */
export interface SeriesNoise {
  readonly variances: readonly number[];
  readonly windows: readonly number[];
}

/** Fewer weeks before a window say too little of its level. */
const leastWeeks = 3;
/** Contacts, trials or values; stocks have no size. */
const leastSize = 5;
/** Fewer windows say too little of their noise. */
const leastWindows = 12;
/** The pooled noise of like series counts as much as this many windows of the series itself. */
const poolWeight = 20;

/** How far windows that ended before position `until` lay from their own expectation: season that is not caught and days that hang together are in it. */
export function seriesNoise(sums: SeriesSums, until: number, weeks: number): SeriesNoise {
  const measured = noiseLengths.map((length) => {
    const scores: number[] = [];
    const step = Math.max(3, Math.round(length / 4));
    for (let end = until; end - length >= leastWeeks * 7; end -= step) {
      const score = scoreOf(sums, end - length, end, weeks);
      if (score !== null) scores.push(score);
    }
    return scores;
  });
  return { variances: carriedOn(measured), windows: measured.map((scores) => Math.round(scores.length / 2)) };
}

/** The z of a window against the weeks before it; null where there is too little in it. */
function scoreOf(sums: SeriesSums, from: number, until: number, weeks: number): number | null {
  const least = sums.series.kind === 'level' ? 0 : leastSize;
  if (isTooSmall(sums, from, until, least)) return null;
  const level = recentLevel(sums, from, weeks);
  const score = level && windowScore(sums, from, until, level);
  return score && score.size >= least ? score.z : null;
}

/** Noise of like series, length by length, weighed by their windows; at least that of the kind alone. */
export function pooledNoise(noises: readonly SeriesNoise[]): readonly number[] {
  return noiseLengths.map((_, index) => {
    let [sum, total] = [0, 0];
    for (const { variances, windows } of noises) {
      const weight = Math.min(windows[index] ?? 0, 60);
      sum += weight * Math.min(variances[index] ?? 1, 25);
      total += weight;
    }
    return total === 0 ? 1 : Math.max(1, sum / total);
  });
}

/** The noise of windows of `length` days of a series: its own, drawn to that of its like; at least 1. Linear in the logarithm of the length. */
export function noiseAt(noise: SeriesNoise, pooled: readonly number[], length: number): number {
  const blended = noiseLengths.map((_, index) => {
    const effective = noise.windows[index] ?? 0;
    return (effective * (noise.variances[index] ?? 1) + poolWeight * (pooled[index] ?? 1)) / (effective + poolWeight);
  });
  const above = noiseLengths.findIndex((known) => known >= length);
  if (above === -1) return Math.max(1, blended.at(-1) ?? 1);
  const [high, low] = [noiseLengths[above] ?? 1, noiseLengths[Math.max(0, above - 1)] ?? 1];
  const part = high === low ? 1 : Math.log(length / low) / Math.log(high / low);
  return Math.max(1, part * (blended[above] ?? 1) + (1 - part) * (blended[Math.max(0, above - 1)] ?? 1));
}

/** Where too few windows of a length fit, they are as noisy as those of the length before. */
function carriedOn(measured: readonly (readonly number[])[]): readonly number[] {
  let last = 1;
  return measured.map((scores) => {
    last = scores.length < leastWindows ? last : robustVariance(scores);
    return last;
  });
}

/** Variance of the middle of the scores, so that a past episode is no noise: by the median of their squares, or by nineteen twentieths of them where tails are heavy. */
function robustVariance(scores: readonly number[]): number {
  const squares = scores.map((score) => score * score).sort((a, b) => a - b);
  const middle = (squares[squares.length >> 1] ?? 0.455) / 0.455;
  return Math.max(middle, (squares[Math.floor(0.95 * (squares.length - 1))] ?? 3.841) / 3.841);
}
