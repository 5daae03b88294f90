import { cannotAnswer } from '../column.ts';
import { BlockRecord } from './block-record.ts';
import type { Direction } from './direction.ts';
import { SeasonalProfiles } from './seasonal-profiles.ts';

/** Lengths are in steps of the series. */
export interface AnomalyStreamOptions {
  /** Seasons that may be in it, the shortest first, as 288 and 2,016 for five minutes in a day and a week. Which one is followed is learned. */
  readonly periods: readonly number[];
  /** Length of the stretches whose largest deviations are compared; the first season by default. */
  readonly blockSteps?: number;
  /** How many stretches are remembered; 14 by default. */
  readonly memoryBlocks?: number;
  /** Half-lives of the running means that are watched beside each single value; 1/24, 1/4 and a whole of the first season by default. */
  readonly halfLives?: readonly number[];
  /** How much more surprising a value must be than the one last reported to be news, while that is less than a season ago; 1.4 times by default. */
  readonly escalation?: number;
}

/** What is thought of one value when it comes. */
export interface StreamVerdict {
  /** Null at the very beginning. */
  readonly expected: number | null;
  /** Steps of the season that the expectation follows; 1 for the level, null at the very beginning. */
  readonly period: number | null;
  readonly direction: Direction | null;
  /** Half-life of the running mean that stands out most; 0 for the value alone. */
  readonly halfLife: number;
  /** By how many standard deviations of the logarithm this stands above the usual largest deviation of a block; null where nothing is known yet or the value is missing. */
  readonly surprise: number | null;
  /** The chance that a usual block holds so large a deviation (Gumbel in the logarithm). */
  readonly chance: number | null;
  /** The surprise where it is news; 0 in the wake of one at least as large, for which somebody was called already. */
  readonly news: number;
}

/** Judges the values of a series one by one. */
export interface AnomalyStream {
  /** @param step whole number that grows with time, whose place in a season counts; gaps may be left out @param value null where it is missing, which is no zero */
  next(value: number | null, step: number): StreamVerdict;
}

const unknown: StreamVerdict = { expected: null, period: null, direction: null, halfLife: 0, surprise: null, chance: null, news: 0 };

/**
 * A detector for series that never end: in one pass, each value judged by earlier ones only. Deviations from level or season, alone and in running means, are
 * compared with the usual largest deviation of a day (or what `blockSteps` says), so that a series with wild tails is not called wild every day.
 * It needs two blocks to speak at all, and says nothing of why.
 * @throws UserError for options that cannot be
 */
export function anomalyStream(options: AnomalyStreamOptions): AnomalyStream {
  const { periods } = options;
  const first = periods[0] ?? 0;
  const { blockSteps = first, memoryBlocks = 14, escalation = 1.4, halfLives = [first / 24, first / 4, first] } = options;
  checkOptions({ periods, blockSteps, memoryBlocks, escalation, halfLives });
  const profiles = new SeasonalProfiles(periods);
  const records = [0, ...halfLives].map((halfLife) => ({ halfLife, record: new BlockRecord(halfLife, blockSteps, memoryBlocks) }));
  const news = newsOf(first, escalation);
  let largest = 0;
  return {
    next(value, step) {
      checkStep(value, step);
      const expected = profiles.expect(step);
      if (value === null) return { ...unknown, expected: expected?.value ?? null, period: expected?.period ?? null };
      largest = Math.max(largest, Math.abs(value));
      const judged = mostSurprising(records, expected ? value - expected.value : 0, 1e-9 * largest + Number.MIN_VALUE);
      profiles.learn(step, value);
      if (expected === null) return unknown;
      return {
        expected: expected.value,
        period: expected.period,
        ...judged,
        chance: judged.surprise === null ? null : chanceOf(judged.surprise),
        news: news(judged.surprise ?? 0),
      };
    },
  };
}

function checkOptions({ periods, blockSteps, memoryBlocks, escalation, halfLives }: Required<AnomalyStreamOptions>): void {
  if (periods.length === 0 || periods.some((period, i) => !Number.isSafeInteger(period) || period < 2 || period <= (periods[i - 1] ?? 1)))
    throw cannotAnswer(`periods are whole numbers of steps from 2 on, the shortest first, not ${periods.join(', ') || 'none'}`);
  if (!Number.isSafeInteger(blockSteps) || blockSteps < 1)
    throw cannotAnswer(`a block is a whole number of steps from 1 on, not ${blockSteps}`);
  if (!(memoryBlocks > 1)) throw cannotAnswer(`more than 1 block is to be remembered, not ${memoryBlocks}`);
  if (!(escalation >= 1)) throw cannotAnswer(`the escalation is from 1 on, not ${escalation}`);
  if (halfLives.some((span) => !(span > 0))) throw cannotAnswer(`half-lives are above 0, not ${halfLives.join(', ')}`);
}

function checkStep(value: number | null, step: number): void {
  if (!Number.isSafeInteger(step) || step < 0) throw cannotAnswer(`a step is a whole number from 0 on, not ${step}`);
  if (value !== null && !Number.isFinite(value))
    throw cannotAnswer(`the value at step ${step} is ${value}; give a finite number, or null where it is missing`);
}

function mostSurprising(records: readonly { readonly halfLife: number; readonly record: BlockRecord }[], deviation: number, floor: number) {
  let most: { halfLife: number; surprise: number | null; direction: Direction } = {
    halfLife: 0,
    surprise: null,
    direction: 'above',
  };
  for (const { halfLife, record } of records) {
    const surprise = record.take(deviation, floor);
    const isMore = halfLife === 0 || (surprise !== null && surprise > (most.surprise ?? Number.NEGATIVE_INFINITY));
    if (isMore) most = { halfLife, surprise, direction: record.direction() };
  }
  return most;
}

const eulerMascheroni = 0.5772156649015329;

/** Gumbel of mean 0 and standard deviation 1. */
function chanceOf(surprise: number): number {
  return -Math.expm1(-Math.exp(-((surprise * Math.PI) / Math.sqrt(6) + eulerMascheroni)));
}

/** Holds back what is not clearly worse than the last news while its wake lasts. */
function newsOf(quietSteps: number, escalation: number): (surprise: number) => number {
  let [reported, quiet] = [0, 0];
  return (surprise) => {
    if (quiet++ > quietSteps) reported = 0;
    if (surprise > reported * escalation && surprise > 0) {
      [reported, quiet] = [surprise, 0];
      return surprise;
    }
    if (surprise > 0.8 * reported) quiet = 0;
    return 0;
  };
}
