import { at } from './at.ts';

/** What each step of a season adds, or multiplies by; the first is of the series' first step. Sums to 0, or has the mean 1. */
export type SeasonKind = 'additive' | 'multiplicative';

/**
 * Seasonal indices by classical decomposition: the mean over the seasons of what a centred moving mean of one season leaves. Persons 1919; as
 * statsmodels' `seasonal_decompose` and the M competitions. Gaps count nowhere.
 * @param values NaN at gaps; at least two seasons
 */
export function seasonalIndices(values: Float64Array, period: number, kind: SeasonKind): Float64Array {
  const trend = centredMean(values, period);
  const [sums, counts] = [new Float64Array(period), new Float64Array(period)];
  for (let i = 0; i < values.length; i++) {
    const rest = kind === 'additive' ? at(values, i) - at(trend, i) : at(values, i) / at(trend, i);
    if (!Number.isFinite(rest)) continue;
    sums[i % period] = at(sums, i % period) + rest;
    counts[i % period] = at(counts, i % period) + 1;
  }
  const neutral = kind === 'additive' ? 0 : 1;
  const means = sums.map((sum, i) => (at(counts, i) > 0 ? sum / at(counts, i) : neutral));
  const mean = means.reduce((sum, each) => sum + each, 0) / period;
  return means.map((each) => (kind === 'additive' ? each - mean : each / mean));
}

/** A moving mean over one season with half weights at the ends where its steps are even; NaN where the season is not whole. */
function centredMean(values: Float64Array, period: number): Float64Array {
  const half = Math.floor(period / 2);
  const isEven = period % 2 === 0;
  return values.map((_, i) => {
    if (i < half || i + half >= values.length) return Number.NaN;
    let sum = isEven ? -0.5 * (at(values, i - half) + at(values, i + half)) : 0;
    for (let k = i - half; k <= i + half; k++) sum += at(values, k);
    return sum / period;
  });
}

/** A series without its season. */
export function withoutSeason(values: Float64Array, indices: Float64Array, kind: SeasonKind): Float64Array {
  return values.map((value, i) => {
    const index = at(indices, i % indices.length);
    return kind === 'additive' ? value - index : value / index;
  });
}

/** Puts the season of the steps from `start` on back. */
export function withSeason(values: Float64Array, indices: Float64Array, kind: SeasonKind, start: number): Float64Array {
  return values.map((value, i) => {
    const index = at(indices, (start + i) % indices.length);
    return kind === 'additive' ? value + index : value * index;
  });
}
