import type { Estimate } from '../../core/model/estimate.ts';
import type { Driver } from '../../core/model/finding.ts';
import type { Filter } from '../../core/model/query.ts';
import type { Part } from '../../core/stats/contributions.ts';
import { normalTwoSided } from '../../core/stats/distributions.ts';
import { type DriverSet, driverSet, namedDriver, namedShare } from '../../core/stats/driver-set.ts';
import { changeOfFigure, shareLeftOutInterval, shareOfChangeInterval } from '../../core/stats/share-of-change.ts';
import type { MetricCall } from '../query/metric-call.ts';
import { type ChangePart, type Comparison, isSum, partsOf, searchedDimensions, wholeOf } from './change-parts.ts';
import type { FindingSource } from './finding-source.ts';
import type { SeriesSegment } from './read-series.ts';

/** What a change comes from. */
export interface Drivers {
  /** Each narrows the one before it; empty when none stands out. */
  readonly chain: readonly Driver[];
  /** The next best of other dimensions. */
  readonly others: readonly Driver[];
  readonly looked: readonly string[];
  readonly before: Estimate;
  readonly after: Estimate;
  readonly call: MetricCall;
}

interface Found {
  readonly dimension: string;
  readonly set: DriverSet;
}

const longestChain = 3;
const mostOthers = 5;
/** A narrower part is named while it still carries this much of the whole change. */
const leastOfWhole = 0.6;
/**
 * Chance below which a difference is believed, over all sets that could have been chosen; within a part that is known to differ, and of a part that an event of the
 * calendar names beforehand, sooner.
 */
const believedChance = 0.01;
const believedSoonerChance = 0.05;
/** Dimensions that say the same within this much of a score stand in their order. */
const tie = 0.06;

/** Searches the dimensions of a metric for what its change comes from: the best one first, then narrowed within it. */
export async function findDrivers(source: FindingSource, comparison: Comparison): Promise<Drivers> {
  const whole = await wholeOf(source, comparison);
  const filtered = new Set(comparison.filters.filter(({ operator }) => operator === 'any of').map(({ dimension }) => dimension));
  const looked = searchedDimensions(whole.call, source)
    .map(({ name }) => name)
    .filter((name) => !filtered.has(name) && name !== comparison.alike);
  const result = { looked, before: whole.before, after: whole.after, call: whole.call };
  const change = changeOfFigure(whole);
  if (change === null || change === 0) return { ...result, chain: [], others: [] };
  const chain: Driver[] = [];
  let others: readonly Driver[] = [];
  for (let depth = 0; depth < longestChain; depth++) {
    const found = await searchOnce(source, comparison, whole, change, chain, looked);
    const [best] = found;
    if (!best) break;
    if (depth === 0) others = await Promise.all(found.slice(1, 1 + mostOthers).map((one) => driverOf(source, comparison, whole, [], one)));
    const driver = await driverOf(source, comparison, whole, chain, best);
    if (driver.share < leastShareOf(best, comparison)) break;
    chain.push(driver);
  }
  return { ...result, chain, others };
}

/** Filters that leave only the rows of a chain. */
export function chainFilters(chain: readonly Pick<Driver, 'segment'>[]): readonly Filter[] {
  return chain.map(({ segment }) => ({ dimension: segment.dimension, operator: 'any of', values: [...segment.values] }));
}

type Whole = Awaited<ReturnType<typeof wholeOf>>;

/** The sets that stand out among the dimensions that are not in the chain yet, best first. */
async function searchOnce(
  source: FindingSource,
  comparison: Comparison,
  whole: Whole,
  change: number,
  chain: readonly Driver[],
  looked: readonly string[],
): Promise<readonly Found[]> {
  const last = chain.at(-1);
  const within = { share: Math.min(1, last?.share ?? 1), baseShare: last?.baseShare ?? 1 };
  const outside = last ? restOf(whole, last) : null;
  const narrowed = { ...comparison, filters: [...comparison.filters, ...chainFilters(chain)] };
  const searched = looked.filter((dimension) => chain.every(({ segment }) => segment.dimension !== dimension));
  const parts = await Promise.all(searched.map((dimension) => partsOf(source, narrowed, dimension, outside)));
  const found = searched.flatMap((dimension, index): Found[] => {
    const announced = chain.length > 0 ? [] : valuesOf(comparison.announced, dimension);
    const set = standingOut(parts[index] ?? [], whole, change, within, announced);
    return set?.values.every((value) => value !== '') ? [{ dimension, set }] : [];
  });
  return found.toSorted((left, right) => {
    const difference = right.set.score - left.set.score;
    return Math.abs(difference) < tie ? looked.indexOf(left.dimension) - looked.indexOf(right.dimension) : difference;
  });
}

function standingOut(
  parts: readonly ChangePart[],
  whole: Whole,
  change: number,
  within: { readonly share: number; readonly baseShare: number },
  announced: readonly string[],
): DriverSet | null {
  const sum = isSum(whole.call);
  const sizeOf = (part: Part): number => (sum ? (part.before.value ?? 0) : part.before.n);
  const size = sizeOf(whole);
  const total = parts.reduce((added, { contribution }) => added + contribution, 0);
  // Medians do not add up: their shares are those of what the parts say together.
  const scale = sum || Math.abs(total) < 1e-12 || within.share < 1 ? 1 : change / total;
  const shares = parts.map((part) => ({
    value: part.value,
    share: (part.contribution * scale) / change,
    baseShare: size > 0 ? sizeOf(part) / size : 0,
  }));
  const chanceOf = (set: DriverSet): number => {
    const inside = parts.filter(({ value }) => set.values.includes(value));
    const rest = parts.filter(({ value }) => !set.values.includes(value));
    return normalTwoSided(differenceZ(inside, rest, sum));
  };
  const known = namedDriver(shares, announced);
  if (known && chanceOf(known) <= believedSoonerChance) return known;
  const set = driverSet(shares, within);
  if (!set) return null;
  const believed = within.baseShare < 1 ? believedSoonerChance : believedChance;
  return chanceOf(set) * waysToChoose(set.values.length, parts.length) <= believed ? set : null;
}

function leastShareOf({ dimension, set }: Found, { announced }: Comparison): number {
  const values = valuesOf(announced, dimension);
  return set.values.every((value) => values.includes(value)) ? namedShare : leastOfWhole;
}

function valuesOf(segments: readonly SeriesSegment[] = [], dimension: string): readonly string[] {
  return segments.flatMap((segment) => (segment.dimension === dimension ? [segment.value] : []));
}

/** In how many ways some of the parts can be chosen: as many sets were looked at to find the one. */
function waysToChoose(some: number, all: number): number {
  let ways = 1;
  for (let index = 0; index < some; index++) ways *= (all - index) / (index + 1);
  return ways;
}

/** How far the change of some parts lies from that of the others, in standard deviations. */
function differenceZ(inside: readonly ChangePart[], rest: readonly ChangePart[], sum: boolean): number {
  const [left, right] = [changeOf(inside, sum), changeOf(rest, sum)];
  if (!left || !right) return sum && left && !right ? Number.POSITIVE_INFINITY : 0;
  return (left.change - right.change) / Math.sqrt(left.variance + right.variance);
}

/** Counts: the change of the logarithm; others: that of the weighted mean, by the intervals of the parts. */
function changeOf(parts: readonly ChangePart[], sum: boolean): { change: number; variance: number } | null {
  if (sum) {
    const [before, after] = [total(parts, 'before') + 0.5, total(parts, 'after') + 0.5];
    const rows = (when: 'before' | 'after'): number => parts.reduce((added, part) => added + part[when].n, 0.5);
    return parts.length === 0 ? null : { change: Math.log(after / before), variance: 1 / rows('before') + 1 / rows('after') };
  }
  const sides = (['before', 'after'] as const).map((when) => weighted(parts, when));
  const [before, after] = sides;
  if (!before || !after) return null;
  return { change: after.mean - before.mean, variance: before.variance + after.variance };
}

function total(parts: readonly ChangePart[], when: 'before' | 'after'): number {
  return parts.reduce((added, part) => added + (part[when].value ?? 0), 0);
}

function weighted(parts: readonly ChangePart[], when: 'before' | 'after'): { mean: number; variance: number } | null {
  const known = parts.map((part) => part[when]).filter(({ value, low, high }) => value !== null && low !== null && high !== null);
  const size = known.reduce((added, { n }) => added + n, 0);
  if (size === 0) return null;
  let [mean, variance] = [0, 0];
  for (const { value, low, high, n } of known) {
    mean += (n / size) * (value ?? 0);
    variance += ((n / size) * (((high ?? 0) - (low ?? 0)) / 3.92)) ** 2;
  }
  return { mean, variance };
}

/** The driver as it is said: its figures within, and its share of the whole change worked out anew over all of its rows. */
async function driverOf(
  source: FindingSource,
  comparison: Comparison,
  whole: Whole,
  chain: readonly Driver[],
  { dimension, set }: Found,
): Promise<Driver> {
  const segment = { dimension, values: [...set.values] };
  const filters = [...comparison.filters, ...chainFilters([...chain, { segment }])];
  const { before, after } = await wholeOf(source, { ...comparison, filters });
  const sum = isSum(whole.call);
  const size = sum ? (whole.before.value ?? 0) : whole.before.n;
  const own = sum ? (before.value ?? 0) : before.n;
  const known = { segment, before, after, baseShare: size > 0 ? own / size : null };
  if (whole.call.metric.kind !== 'distribution')
    return {
      ...known,
      share: set.share,
      shareInterval: shareOfChangeInterval(set.share, known, whole, sum ? 'count' : 'mean', comparison.scaleVariance),
    };
  const leftOut = chain.length === 0 ? await shareLeftOut(source, comparison, whole, segment) : null;
  return { ...known, ...(leftOut ?? { share: set.share, shareInterval: null }) };
}

/** The share of the change of a median that goes away with the rows of a segment. */
async function shareLeftOut(
  source: FindingSource,
  comparison: Comparison,
  whole: Whole,
  segment: Driver['segment'],
): Promise<Pick<Driver, 'share' | 'shareInterval'> | null> {
  const without: Filter = { dimension: segment.dimension, operator: 'none of', values: [...segment.values] };
  const rest = await wholeOf(source, { ...comparison, filters: [...comparison.filters, without] });
  const [ofRest, ofWhole] = [changeOfFigure(rest), changeOfFigure(whole)];
  return ofRest === null || ofWhole === null ? null : { share: 1 - ofRest / ofWhole, shareInterval: shareLeftOutInterval(rest, whole) };
}

/** All rows but those of a segment, as one part. */
function restOf(whole: Whole, segment: Driver): Part {
  const side = (when: 'before' | 'after') => {
    const [all, own] = [whole[when], segment[when]];
    const n = all.n - own.n;
    return { n, value: n > 0 && all.value !== null ? (all.n * all.value - own.n * (own.value ?? 0)) / n : null };
  };
  return { before: side('before'), after: side('after') };
}
