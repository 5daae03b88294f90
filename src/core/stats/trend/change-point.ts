import type { Interval } from '../../model/estimate.ts';
import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { meanOf } from '../descriptive/moments.ts';
import { studentAbove, studentQuantile } from '../distributions.ts';
import { isConstant } from '../is-constant.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { seededRandom } from '../random.ts';
import { shuffle } from '../shuffle.ts';

export interface ChangePointTest {
  readonly seed: number;
  /** Reorderings that the chance is counted over; 999 by default. */
  readonly permutations?: number;
  /** Fewest values on either side; 2 by default. */
  readonly leastLength?: number;
  readonly level?: number;
  readonly progress?: Progress;
}

/** Whether, when and by how much the level of a series changed once. */
export interface ChangePoint {
  /** Position of the first value after the likeliest change. */
  readonly at: number;
  /** The chance of so clear a change anywhere in values of one level: the share of reorderings of the same values that show one. */
  readonly pValue: number;
  /** Positions, both inclusive, that hold the change with the level asked for, given that there is one. */
  readonly when: Interval;
  /** Mean after less mean before, at the likeliest place. */
  readonly difference: number;
  /** Of the difference, over all places by their chance. Where the place was chosen because it stands out, the size is a little too large. */
  readonly size: Interval;
  readonly level: number;
  readonly before: { readonly n: number; readonly mean: number };
  readonly after: { readonly n: number; readonly mean: number };
}

/**
 * Is there one change of level, when, and how large? The likelihood ratio of two normal levels of one spread over all places (Hawkins 1977), its chance by
 * reordering the values; place and size by their posterior with flat priors (Smith 1975). It takes values as independent about their level: take the season
 * out first. It is blind to a rise that is taken back, and names one place where there are several: see `changePoints`.
 * @throws UserError for fewer than 4 values, values that are not finite or all the same, and numbers that cannot be
 */
export function changePoint(values: Column, test: ChangePointTest): ChangePoint {
  const { leastLength = 2, level = 0.95, permutations = 999 } = test;
  checkColumn(values, 'values', Math.max(4, 2 * leastLength));
  if (!Number.isSafeInteger(leastLength) || leastLength < 1)
    throw cannotAnswer(`the fewest values are a whole number from 1 on, not ${leastLength}`);
  if (!Number.isSafeInteger(permutations) || permutations < 1)
    throw cannotAnswer(`reorderings are a whole number from 1 on, not ${permutations}`);
  if (!(level > 0 && level < 1)) throw cannotAnswer(`the level is above 0 and below 1, not ${level}`);
  const n = values.length;
  const mean = meanOf(values);
  const centred = Float64Array.from(values, (value) => value - mean);
  const squares = centred.reduce((sum, value) => sum + value * value, 0);
  if (isConstant(values)) throw cannotAnswer('the values are all the same, so nothing changes');
  const seen = largestGain(centred, worthsOf(n), leastLength);
  const places = placesOf(centred, squares, leastLength);
  const best = places[seen.at - leastLength] ?? { difference: 0, before: 0 };
  return {
    at: seen.at,
    pValue: chanceOf(centred, seen.gain, leastLength, test),
    when: placeInterval(places, level),
    difference: best.difference,
    size: sizeInterval(places, n - 2, level),
    level,
    before: { n: seen.at, mean: mean + best.before },
    after: { n: n - seen.at, mean: mean + best.before + best.difference },
  };
}

/** The share of reorderings, the one seen among them, that gain as much at some place. */
function chanceOf(centred: Float64Array, gain: number, least: number, { seed, permutations = 999, progress }: ChangePointTest): number {
  const random = seededRandom(seed);
  const drawn = Float64Array.from(centred);
  const worths = worthsOf(centred.length);
  let asClear = 1;
  for (let i = 0; i < permutations; i++) {
    if (i % 32 === 0) checkpoint(progress, i / permutations);
    shuffle(drawn, random);
    if (largestGain(drawn, worths, least).gain >= gain * (1 - 1e-12)) asClear++;
  }
  return asClear / (permutations + 1);
}

/** What the square of a sum before a place is worth: n ÷ (k · (n − k)). */
function worthsOf(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => (k === 0 ? 0 : n / (k * (n - k))));
}

/** The place where two levels leave the least, and by how much less than one level: of centred values. */
function largestGain(centred: Float64Array, worths: Float64Array, least: number): { readonly at: number; readonly gain: number } {
  const last = centred.length - least;
  let [sum, at, gain] = [0, least, -1];
  for (let k = 1; k < least; k++) sum += centred[k - 1] ?? 0;
  for (let k = least; k <= last; k++) {
    sum += centred[k - 1] ?? 0;
    const here = sum * sum * (worths[k] ?? 0);
    if (here > gain) {
      at = k;
      gain = here;
    }
  }
  return { at, gain };
}

/** A place with its chance, the difference there, its error, and the mean before. */
interface Place {
  readonly at: number;
  readonly chance: number;
  readonly difference: number;
  readonly error: number;
  readonly before: number;
}

function placesOf(centred: Float64Array, squares: number, least: number): Place[] {
  const n = centred.length;
  const places: (Omit<Place, 'chance'> & { readonly log: number })[] = [];
  let sum = 0;
  for (let k = 1; k <= n - least; k++) {
    sum += centred[k - 1] ?? 0;
    if (k < least) continue;
    const rest = Math.max(1e-12 * squares, squares - (sum * sum * n) / (k * (n - k)));
    places.push({
      at: k,
      log: -0.5 * Math.log(k * (n - k)) - ((n - 2) / 2) * Math.log(rest / squares),
      difference: -(sum * n) / (k * (n - k)),
      error: Math.sqrt(((rest / (n - 2)) * n) / (k * (n - k))),
      before: sum / k,
    });
  }
  const highest = places.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const total = places.reduce((all, { log }) => all + Math.exp(log - highest), 0);
  return places.map(({ log, ...place }) => ({ ...place, chance: Math.exp(log - highest) / total }));
}

/** The span of the likeliest places that together hold the level. */
function placeInterval(places: readonly Place[], level: number): Interval {
  let [held, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at, chance } of [...places].sort((a, b) => b.chance - a.chance)) {
    if (held >= level) break;
    held += chance;
    [low, high] = [Math.min(low, at), Math.max(high, at)];
  }
  return { low, high };
}

/** Quantiles of the mixture of the differences over the places, by halving. */
function sizeInterval(places: readonly Place[], df: number, level: number): Interval {
  const likely = places.filter(({ chance }) => chance > 1e-5);
  const whole = likely.reduce((sum, { chance }) => sum + chance, 0);
  const above = (size: number) =>
    likely.reduce((sum, { chance, difference, error }) => sum + chance * studentAbove((size - difference) / error, df), 0) / whole;
  const far = studentQuantile(1 - (1 - level) / 4, df);
  const from = likely.reduce((least, { difference, error }) => Math.min(least, difference - far * error), Number.POSITIVE_INFINITY);
  const until = likely.reduce((most, { difference, error }) => Math.max(most, difference + far * error), Number.NEGATIVE_INFINITY);
  const at = (share: number) => {
    let [low, high] = [from, until];
    for (let step = 0; step < 30; step++) {
      const middle = (low + high) / 2;
      if (above(middle) > share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { low: at((1 + level) / 2), high: at((1 - level) / 2) };
}
