import { poissonAtMost } from './distributions.ts';
import { runningSums } from './running-sums.ts';

/** What a feed brought, hour by hour; the lists run beside each other. */
export interface HourlyFeed {
  readonly counts: Float64Array;
  /** The local hour of the week of each hour, 0 to 167; −1 where nothing is to be expected, such as on a holiday. */
  readonly slots: Int16Array;
  /** What all other feeds brought, null when there are none. */
  readonly others: Float64Array | null;
}

/** A stretch of hours, `until` not included, in which a feed brought far less than usual. */
export interface Silence {
  readonly from: number;
  readonly until: number;
  readonly observed: number;
  readonly expected: number;
  /** Chance of as few under no silence. */
  readonly chance: number;
}

const slotsPerWeek = 168;
const weeks = 8;
const leastWeeks = 4;
const longestHours = 14 * 24;
const leastExpected = 12;
const mostShare = 0.5;
/** So that of a hundred quiet months of a feed one or two have a silence in them, whichever of their stretches is looked at. */
const chanceLimit = 1e-5;
/** The others tell how quiet a day is, by the twelve hours before and after; so many of their rows speak for an ordinary day. A rush elsewhere obliges a feed to nothing. */
const aroundHours = 12;
const ordinaryRows = 20;
const levelRange = [0.25, 1] as const;
/** Overdispersion is judged on stretches of so many hours. */
const blockHours = 12;

/**
 * Stretches from `judgedFrom` on whose total is at most half of what the same hours of the eight weeks before brought, at the day's level of the other feeds, with a
 * chance below 1 in 100,000 under a Poisson law that is widened by the feed's own overdispersion. In order of time; hours found silent teach nothing.
 */
export function findSilences(feed: HourlyFeed, judgedFrom: number): readonly Silence[] {
  const first = silencesAgainst(feed, judgedFrom, []);
  return first.length === 0 ? first : silencesAgainst(feed, judgedFrom, first);
}

/** The silences when the hours of some known ones teach nothing, in order of time. */
function silencesAgainst(feed: HourlyFeed, judgedFrom: number, known: readonly Silence[]): readonly Silence[] {
  const usual = expectedCounts(feed, known);
  const expected = feed.others === null ? usual : scaledByOthers(usual, feed.others, expectedCounts({ ...feed, counts: feed.others }, []));
  const dispersion = dispersionOf(feed.counts, expected);
  const silent: Silence[] = [];
  for (;;) {
    const found = clearestSilence(feed.counts, expected, judgedFrom, dispersion, silent);
    if (!found) return joined(silent).map((silence) => withoutEdges(silence, expected));
    silent.push(found);
  }
}

/** One row that was due at each end is taken off: so much passes by chance between the last row and the silence, and between the silence and the next row. */
function withoutEdges(silence: Silence, expected: Float64Array): Silence {
  const due = (from: number, until: number): number => expected.subarray(from, until).reduce((sum, value) => sum + value, 0);
  let { from, until } = silence;
  while (due(silence.from, from + 1) < 1) from += 1;
  while (due(until - 1, silence.until) < 1) until -= 1;
  return { ...silence, from, until, expected: due(from, until) };
}

/** Mean of the same hour of the week over the eight weeks before that are known; 0 where nothing can be expected. */
function expectedCounts({ counts, slots }: HourlyFeed, silent: readonly Silence[]): Float64Array {
  const bySlot = Array.from({ length: slotsPerWeek }, (): number[] => []);
  return counts.map((count, hour) => {
    const before = bySlot[slots[hour] ?? -1];
    if (!before) return 0;
    const known = before.slice(-weeks);
    if (!silent.some(({ from, until }) => hour >= from && hour < until)) before.push(count);
    return known.length < leastWeeks ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}

function scaledByOthers(expected: Float64Array, others: Float64Array, usual: Float64Array): Float64Array {
  const [came, due] = [runningSums(others.map((count, hour) => ((usual[hour] ?? 0) > 0 ? count : 0))), runningSums(usual)];
  const around = (sums: Float64Array, hour: number): number =>
    (sums[Math.min(sums.length - 1, hour + aroundHours)] ?? 0) - (sums[Math.max(0, hour - aroundHours)] ?? 0);
  return expected.map((value, hour) => {
    const level = (around(came, hour) + ordinaryRows) / (around(due, hour) + ordinaryRows);
    return value * Math.min(levelRange[1], Math.max(levelRange[0], level));
  });
}

/** Pearson's χ² over its degrees of freedom, in stretches of half a day, at least 1; the two percent that are farthest out are left out. */
function dispersionOf(counts: Float64Array, expected: Float64Array): number {
  const [came, due] = [runningSums(counts), runningSums(expected)];
  const squares: number[] = [];
  for (let from = 0; from + blockHours <= counts.length; from += blockHours) {
    const mean = (due[from + blockHours] ?? 0) - (due[from] ?? 0);
    const count = (came[from + blockHours] ?? 0) - (came[from] ?? 0);
    if (mean > 1) squares.push((count - mean) ** 2 / mean);
  }
  if (squares.length < 2 * weeks) return 1;
  squares.sort((left, right) => left - right);
  const kept = squares.slice(0, Math.ceil(squares.length * 0.98));
  return Math.max(1, kept.reduce((sum, value) => sum + value, 0) / kept.length);
}

/** Running sums of what came and of what was due. */
interface Sums {
  readonly came: Float64Array;
  readonly due: Float64Array;
}

interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly observed: number;
  readonly expected: number;
  /** Logarithm of the likelihood ratio of two Poisson laws. */
  readonly ratio: number;
}

/** The stretch that speaks most clearly for silence, apart from those already found. */
function clearestSilence(
  counts: Float64Array,
  expected: Float64Array,
  judgedFrom: number,
  dispersion: number,
  found: readonly Silence[],
): Silence | null {
  const sums = { came: runningSums(counts), due: runningSums(expected) };
  let best: Stretch | null = null;
  for (let from = judgedFrom; from < counts.length; from++) {
    if ((expected[from] ?? 0) > 0) best = clearestFrom(sums, from, nextFound(found, from), best);
  }
  const chance = best ? chanceOf(best.observed, best.expected, dispersion) : 1;
  return best && chance < chanceLimit
    ? { from: best.from, until: best.until, observed: best.observed, expected: best.expected, chance }
    : null;
}

/** The clearest of a known stretch and those that begin in an hour. */
function clearestFrom({ came, due }: Sums, from: number, end: number, known: Stretch | null): Stretch | null {
  let best = known;
  for (let until = from + 1; until <= Math.min(came.length - 1, from + longestHours, end); until++) {
    const expected = (due[until] ?? 0) - (due[from] ?? 0);
    const observed = (came[until] ?? 0) - (came[from] ?? 0);
    if (expected < leastExpected || observed > mostShare * expected) continue;
    const ratio = clearness(observed, expected);
    if (ratio > (best?.ratio ?? 0)) best = { from, until, observed, expected, ratio };
  }
  return best;
}

/** Logarithm of the likelihood ratio of two Poisson laws. */
function clearness(observed: number, expected: number): number {
  return expected - observed + (observed > 0 ? observed * Math.log(observed / expected) : 0);
}

function nextFound(found: readonly Silence[], hour: number): number {
  if (found.some(({ from, until }) => hour >= from && hour < until)) return hour;
  return Math.min(...found.filter(({ from }) => from > hour).map(({ from }) => from), Number.POSITIVE_INFINITY);
}

/** Eight weeks that teach add an eighth of their own noise. */
function chanceOf(observed: number, expected: number, dispersion: number): number {
  const wide = dispersion * (1 + 1 / weeks);
  return poissonAtMost(Math.floor(observed / wide), expected / wide);
}

/** In order of time; what ends where the next begins is one. */
function joined(silences: readonly Silence[]): readonly Silence[] {
  const whole: Silence[] = [];
  for (const silence of silences.toSorted((left, right) => left.from - right.from)) {
    const last = whole.at(-1);
    if (last?.until !== silence.from) whole.push(silence);
    else {
      const { observed, expected, chance } = silence;
      whole[whole.length - 1] = {
        from: last.from,
        until: silence.until,
        observed: last.observed + observed,
        expected: last.expected + expected,
        chance: Math.min(last.chance, chance),
      };
    }
  }
  return whole;
}
