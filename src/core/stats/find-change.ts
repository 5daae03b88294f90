import { isTooSmall, type RecentLevel, recentLevel, type SeriesSums, stretchOf } from './recent-level.ts';
import { scanChance } from './scan-chance.ts';
import { type WindowScore, windowScore } from './window-score.ts';

/** A stretch up to the last day that differs most from what was to be expected. */
export interface Change extends WindowScore {
  /** Positions in the series: from the first day until before the end. */
  readonly from: number;
  readonly until: number;
  /** Between these it began, in 95 of 100 cases. */
  readonly earliest: number;
  readonly latest: number;
  /** Chance of a window as far out as this, over all lengths, where nothing changed. */
  readonly chance: number;
}

export interface ChangeOptions {
  /** Position after the last day. */
  readonly until: number;
  /** Longest window, in days. */
  readonly longest: number;
  /** Weeks before the window that give its level. */
  readonly weeks: number;
  /** Variance of standardised windows by their length in days. */
  readonly noise: (length: number) => number;
  /** Shortest window, in days; 1 when absent. Sums of few medians are not normal yet. */
  readonly shortest?: number;
  /** Smallest size of a window that may speak. */
  readonly leastSize: number;
}

/** Weeks that give the level to which a series returns. */
const usualWeeks = 52;
const leastWeeksBefore = 3;
/** The usual level rests on at least this many days, also where the longest window would leave fewer. */
const usualLeastDays = 56;
/** Of the shift of the whole window, how much its last third must show. */
const stillThere = 0.4;
/** Standard deviations by which days before a window must be out of line to belong to it. */
const addedZ = 4;
const weekDays = 7;
/** Twice the logarithm of the likelihood ratio of two onsets stays below this in 95 of 100 cases: Yao (1987), Annals of Statistics 15, the maximum of a random walk on both sides. */
const onsetDrop = 7.35;
/** What began only lately has no level to be held against. */
const leastRecentWeeks = 4;
const leastUsualWeeks = 8;

/**
 * The window of 1 to `longest` days ending at `until` with the largest z. A window is as far out as its distance to the nearer of two levels: the one of the
 * weeks before it and the usual one of the year before, so that the end of an episode is no news. Null when no window is large enough.
 */
export function findChange(sums: SeriesSums, options: ChangeOptions): Change | null {
  const usual = usualLevel(sums, options);
  if (!usual) return null;
  const windows = windowsUntil(sums, usual, options);
  const best = windows.toSorted((left, right) => Math.abs(right.score.z) - Math.abs(left.score.z))[0];
  if (!best) return null;
  const starts = windows.filter(({ score }) => mayBeIt(score.z, best.score.z)).map(({ from }) => from);
  const found = { until: options.until, chance: scanChance(best.score.z, options.longest) };
  const earlier = begunEarlier(sums, best, usual, options);
  if (earlier) return { ...earlier.score, ...found, from: earlier.from, earliest: Math.min(earlier.from, ...starts), latest: best.from };
  return { ...best.score, ...found, from: best.from, earliest: Math.min(...starts), latest: Math.max(...starts) };
}

interface Window {
  readonly score: WindowScore;
  readonly from: number;
}

/**
 * Long windows of a series that wanders must be farther out than short ones, so that the best one may begin after the change did. The days before it belong to it as
 * far as they lie nearer to its level than to the one before (the likelihood of an onset between two levels, Page 1954), when they are out of line by themselves.
 */
function begunEarlier(sums: SeriesSums, { score, from }: Window, usual: RecentLevel, options: ChangeOptions): Window | null {
  const { shift, z } = score;
  const level = levelBefore(sums, from, options.until, score);
  let [sum, most, at] = [0, 0, from];
  for (let day = from - 1; day >= Math.max(0, options.until - options.longest); day--) {
    const { units, residual } = stretchOf(sums, day, day + 1);
    if (units > 0) sum += Math.sign(shift) * (residual - level * units) - 0.5 * Math.abs(shift) * units;
    if (sum > most) [most, at] = [sum, day];
  }
  if (at === from) return null;
  const added = scoreAgainstBoth(sums, at, usual, { ...options, until: from, leastSize: 0 });
  const whole = scoreAgainstBoth(sums, at, usual, options);
  return added && whole && added.z * Math.sign(z) >= addedZ && whole.z * Math.sign(z) >= stillThere * Math.abs(z)
    ? { score: whole, from: at }
    : null;
}

/** Whether the change may as well have begun where its z is `z`. */
function mayBeIt(z: number, best: number): boolean {
  return z * best >= 0 && z * z >= best * best - onsetDrop;
}

/** The windows that may speak, the shortest first. */
function windowsUntil(sums: SeriesSums, usual: RecentLevel, options: ChangeOptions): readonly Window[] {
  const { until, shortest = 1, longest, leastSize } = options;
  const most = Math.min(longest, until - leastWeeksBefore * weekDays);
  return Array.from({ length: Math.max(0, most - shortest + 1) }, (_, index) => until - shortest - index).flatMap((from) => {
    const score = scoreAgainstBoth(sums, from, usual, options);
    return score && score.size >= leastSize && lasts(sums, from, until, score, leastSize) ? [{ score, from }] : [];
  });
}

/** The window from a position until the last day as a change, held against both levels; null when too little is known of them. */
export function changeFrom(sums: SeriesSums, from: number, options: ChangeOptions): Change | null {
  const usual = usualLevel(sums, options);
  const score = usual && scoreAgainstBoth(sums, from, usual, { ...options, leastSize: 0 });
  return score && { ...score, from, earliest: from, latest: from, until: options.until, chance: scanChance(score.z, options.longest) };
}

function usualLevel(sums: SeriesSums, { until, longest }: ChangeOptions): RecentLevel | null {
  const level = recentLevel(sums, Math.max(until - longest, Math.min(until, usualLeastDays)), usualWeeks);
  return level && level.weeks >= leastUsualWeeks ? level : null;
}

/** The level that a window is held against. */
function levelBefore(sums: SeriesSums, from: number, until: number, { shift }: WindowScore): number {
  const { residual, units } = stretchOf(sums, from, until);
  return (residual - shift * units) / units;
}

/** Whether the last third of a window, and its last week where there is enough in it, still show what the whole shows: an episode that is over is no news. */
function lasts(sums: SeriesSums, from: number, until: number, whole: WindowScore, leastSize: number): boolean {
  const level = levelBefore(sums, from, until, whole);
  const tails = [Math.ceil((until - from) / 3), ...(until - from > weekDays ? [weekDays] : [])];
  return tails.every((days, index) => {
    const last = stretchOf(sums, until - days, until);
    if (index > 0 && last.units < leastSize) return true;
    if (!(last.units > 0)) return false;
    return Math.sign(whole.shift) * (last.residual / last.units - level) >= stillThere * Math.abs(whole.shift);
  });
}

function scoreAgainstBoth(
  sums: SeriesSums,
  from: number,
  usual: RecentLevel,
  { until, weeks, noise, leastSize }: ChangeOptions,
): WindowScore | null {
  if (isTooSmall(sums, from, until, leastSize)) return null;
  const recent = recentLevel(sums, from, weeks);
  if (!recent || recent.weeks < leastRecentWeeks || (sums.series.kind !== 'count' && Math.min(recent.units, usual.units) < leastSize))
    return null;
  const near = windowScore(sums, from, until, recent);
  const far = windowScore(sums, from, until, usual);
  if (!near || !far) return null;
  const widening = Math.sqrt(noise(until - from));
  const z = Math.sign(near.z) === Math.sign(far.z) ? Math.sign(near.z) * Math.min(Math.abs(near.z), Math.abs(far.z)) : 0;
  return { ...near, z: z / widening, sd: near.sd * widening };
}
