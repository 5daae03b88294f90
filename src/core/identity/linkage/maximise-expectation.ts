import type { LevelPatterns } from './level-patterns.ts';
import { missingLevel } from './prepare-comparison.ts';

/** A share for each level of a comparison; they sum to 1. */
export type LevelShares = Float64Array;

/** What the pairs of one rule tell. */
export interface RuleSearch {
  readonly m: readonly LevelShares[];
  readonly matchShare: number;
  /** Expected matches among the pairs. */
  readonly matches: number;
  readonly iterations: number;
  readonly isConverged: boolean;
}

const mostIterations = 1000;
const tolerance = 1e-7;
/** No level is impossible for a match: a share below this would make one odd value outweigh all that agrees. */
const smallestShare = 1e-4;

/** Shares of levels among matches and the share of matches by expectation and maximisation, u held. Dempster, Laird and Rubin 1977. */
export function maximiseExpectation(patterns: LevelPatterns, u: readonly LevelShares[]): RuleSearch {
  const { counts } = patterns;
  const pairs = counts.reduce((sum, count) => sum + count, 0);
  let m = u.map(({ length }) => startShares(length));
  let matchShare = 0.1;
  const chances = new Float64Array(counts.length);
  for (let iteration = 1; ; iteration++) {
    expect(patterns, m, u, matchShare, chances);
    const next = maximise(patterns, m, chances);
    const nextShare = Math.min(1 - 1e-9, Math.max(1e-12, chances.reduce((sum, chance, k) => sum + chance * (counts[k] ?? 0), 0) / pairs));
    const change = Math.max(Math.abs(nextShare - matchShare), ...next.map((shares, k) => largestChange(shares, m[k])));
    m = next;
    matchShare = nextShare;
    if (change < tolerance || iteration >= mostIterations)
      return { m, matchShare, matches: matchShare * pairs, iterations: iteration, isConverged: change < tolerance };
  }
}

/** Most matches agree best: 0.9 for the first level, the rest alike. */
function startShares(levels: number): LevelShares {
  return Float64Array.from({ length: levels }, (_, level) => (level === 0 ? 0.9 : 0.1 / (levels - 1)));
}

/** Fills the chance of each pattern to be a match. */
function expect(
  { levels }: LevelPatterns,
  m: readonly LevelShares[],
  u: readonly LevelShares[],
  matchShare: number,
  chances: Float64Array,
): void {
  const width = u.length;
  for (let pattern = 0; pattern < chances.length; pattern++) {
    let odds = matchShare / (1 - matchShare);
    for (let k = 0; k < width; k++) {
      const level = levels[pattern * width + k] ?? missingLevel;
      if (level !== missingLevel) odds *= (m[k]?.[level] ?? 0) / (u[k]?.[level] ?? 1);
    }
    chances[pattern] = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  }
}

function maximise({ levels, counts }: LevelPatterns, m: readonly LevelShares[], chances: Float64Array): LevelShares[] {
  const width = m.length;
  return m.map((shares, k) => {
    const sums = new Float64Array(shares.length);
    let total = 0;
    for (let pattern = 0; pattern < counts.length; pattern++) {
      const level = levels[pattern * width + k] ?? missingLevel;
      if (level === missingLevel) continue;
      const matches = (chances[pattern] ?? 0) * (counts[pattern] ?? 0);
      sums[level] = (sums[level] ?? 0) + matches;
      total += matches;
    }
    return total > 0 ? floored(sums, total) : shares;
  });
}

function floored(sums: Float64Array, total: number): LevelShares {
  const shares = sums.map((sum) => Math.max(smallestShare, sum / total));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
}

function largestChange(shares: LevelShares, before: LevelShares | undefined): number {
  return shares.reduce((most, share, level) => Math.max(most, Math.abs(share - (before?.[level] ?? 0))), 0);
}
