/** What a running series is expected to be next: its level, or what it was at this place of a season, whichever has lately been nearer. */
export interface Expected {
  readonly value: number;
  /** Steps of the season whose profile it was taken from; 1 is the level. */
  readonly period: number;
}

/** How fast a profile follows what it sees. */
const learning = 0.3;
/** A profile is preferred where its lately mean error is below this share of the level's. */
const clearlyBetter = 0.9;
/** Periods of the first season over which the level forgets, and over which errors do. */
const levelMemory = 2;
const errorMemory = 7;

/** Level and seasonal profiles of a series, learned value by value, with nothing known of later ones. */
export class SeasonalProfiles {
  private readonly periods: readonly number[];
  private readonly profiles: readonly Float64Array[];
  private readonly errors: Float64Array;
  private readonly counts: Float64Array;
  private level = Number.NaN;
  private seen = 0;

  /** @param periods steps of each season, the shortest first */
  constructor(periods: readonly number[]) {
    this.periods = periods;
    this.profiles = periods.map((period) => new Float64Array(period).fill(Number.NaN));
    this.errors = new Float64Array(periods.length + 1);
    this.counts = new Float64Array(periods.length + 1);
  }

  /** What is expected at a step; null before the first value. */
  expect(step: number): Expected | null {
    if (this.seen === 0) return null;
    let best: Expected = { value: this.level, period: 1 };
    let least = this.meanError(0) * clearlyBetter;
    for (const [index, period] of this.periods.entries()) {
      const value = this.profiles[index]?.[step % period] ?? Number.NaN;
      const error = this.meanError(index + 1);
      if (Number.isNaN(value) || (this.counts[index + 1] ?? 0) <= Math.min(period, this.longestMemory()) * 0.99 || !(error < least))
        continue;
      best = { value, period };
      least = error * clearlyBetter;
    }
    return best;
  }

  /** Learns the value at a step. */
  learn(step: number, value: number): void {
    if (this.seen++ === 0) this.level = value;
    this.judge(0, this.level, value);
    const first = this.periods[0] ?? 1;
    this.level += (value - this.level) * Math.max(1 / (levelMemory * first), 1 / this.seen);
    for (const [index, period] of this.periods.entries()) {
      const profile = this.profiles[index];
      if (!profile) continue;
      const known = profile[step % period] ?? Number.NaN;
      if (!Number.isNaN(known)) this.judge(index + 1, known, value);
      profile[step % period] = Number.isNaN(known) ? value : known + learning * (value - known);
    }
  }

  private judge(index: number, expected: number, value: number): void {
    const kept = 1 - 1 / this.longestMemory();
    this.errors[index] = (this.errors[index] ?? 0) * kept + Math.abs(value - expected);
    this.counts[index] = (this.counts[index] ?? 0) * kept + 1;
  }

  /** Infinite before anything was judged, so that nothing is preferred to the level. */
  private meanError(index: number): number {
    const count = this.counts[index] ?? 0;
    return count > 0 ? (this.errors[index] ?? 0) / count : Number.POSITIVE_INFINITY;
  }

  private longestMemory(): number {
    return errorMemory * (this.periods[0] ?? 1);
  }
}
