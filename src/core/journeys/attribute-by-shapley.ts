import type { Progress } from '../stats/progress.ts';
import { type ChannelCredit, type ChannelPaths, creditsOf, type NumberedPaths, numberPaths } from './channel-paths.ts';
import { sampledShapleyValues, shapleyValues } from './shapley-values.ts';

export interface ShapleyAttributionOptions {
  /**
   * What a set of channels is worth. `contained`, the default: the conversions of paths that need no other channel. `rate`: the share of people who
   * convert among those on such paths, which needs those who did not convert; 0 where there is nobody.
   */
  readonly game?: 'contained' | 'rate';
  /** Only for `rate` with more than 12 channels, where orders are drawn. */
  readonly seed?: number;
  readonly orders?: number;
  readonly progress?: Progress;
}

/** A channel's part in the worth of all. */
export interface ShapleyCredit extends ChannelCredit {
  /** In the units of the game: conversions, or a share of people. It may be below 0 by `rate`. */
  readonly worth: number;
  /** Of the drawing; null where it is exact. */
  readonly standardError: number | null;
}

/** Attribution by Shapley's values. */
export interface ShapleyAttribution {
  readonly channels: readonly ShapleyCredit[];
  readonly game: 'contained' | 'rate';
  readonly method: 'exact' | 'sampled';
  readonly n: number;
}

const mostExact = 12;

/**
 * Attribution by what each channel adds to the others, on average over all orders. Order and repeats within a path do not count. The game `contained` is
 * exact for any number of channels: each path splits evenly among its channels (Harsanyi's dividends). `rate` is exact to 12 channels, sampled above.
 * Zhao, Mahboobi and Bagheri, Shapley value methods for attribution modeling, 2018.
 * @throws UserError for paths that cannot be
 */
export function attributeByShapley(paths: ChannelPaths, options: ShapleyAttributionOptions = {}): ShapleyAttribution {
  const { game = 'contained' } = options;
  const numbered = numberPaths(paths);
  const sets = channelSets(numbered);
  const size = numbered.channels.length;
  const isExact = game === 'contained' || size <= mostExact;
  const found = game === 'contained' ? { values: splitEvenly(sets, size), standardErrors: null } : ratesOf(sets, size, options);
  const scale = numbered.totalConversions / found.values.reduce((sum, value) => sum + value, 0);
  const conversions = found.values.map((value) => value * scale);
  const worthOf = new Map(
    numbered.channels.map((channel, k) => [channel, [found.values[k] ?? 0, found.standardErrors?.[k] ?? null] as const]),
  );
  return {
    channels: creditsOf(numbered, conversions, valuesOf(numbered, sets, game, conversions)).map((credit) => {
      const [worth, standardError] = worthOf.get(credit.channel) ?? [0, null];
      return { ...credit, worth, standardError };
    }),
    game,
    method: isExact ? 'exact' : 'sampled',
    n: numbered.totalConversions + numbered.totalNulls,
  };
}

/** Paths by which channels they have. */
interface ChannelSet {
  readonly channels: readonly number[];
  conversions: number;
  nulls: number;
  value: number;
}

function channelSets({ steps, conversions, nulls, values }: NumberedPaths): ChannelSet[] {
  const sets = new Map<string, ChannelSet>();
  steps.forEach((path, index) => {
    const channels = [...new Set(path)].sort((a, b) => a - b);
    const key = channels.join(' ');
    const set = sets.get(key) ?? { channels, conversions: 0, nulls: 0, value: 0 };
    set.conversions += conversions[index] ?? 0;
    set.nulls += nulls[index] ?? 0;
    set.value += values?.[index] ?? 0;
    sets.set(key, set);
  });
  return [...sets.values()];
}

function splitEvenly(sets: readonly ChannelSet[], size: number, of: (set: ChannelSet) => number = (set) => set.conversions): Float64Array {
  const parts = new Float64Array(size);
  for (const set of sets) {
    for (const channel of set.channels) parts[channel] = (parts[channel] ?? 0) + of(set) / set.channels.length;
  }
  return parts;
}

/** Value goes with the paths where conversions do; by rate in proportion to the conversions credited. */
function valuesOf(
  numbered: NumberedPaths,
  sets: readonly ChannelSet[],
  game: 'contained' | 'rate',
  conversions: Float64Array,
): Float64Array | null {
  if (numbered.totalValue === null) return null;
  if (game === 'contained') return splitEvenly(sets, numbered.channels.length, ({ value }) => value);
  const perConversion = numbered.totalValue / numbered.totalConversions;
  return conversions.map((count) => count * perConversion);
}

function ratesOf(sets: readonly ChannelSet[], size: number, { seed = 1, orders, progress }: ShapleyAttributionOptions) {
  if (size <= mostExact) return { values: exactRates(sets, size), standardErrors: null };
  const [converted, all] = [new Float64Array(size), new Float64Array(size)];
  const place = new Int32Array(size);
  return sampledShapleyValues(
    size,
    (order, into) => {
      converted.fill(0);
      all.fill(0);
      order.forEach((channel, position) => {
        place[channel] = position;
      });
      for (const set of sets) {
        const last = set.channels.reduce((most, channel) => Math.max(most, place[channel] ?? 0), 0);
        converted[last] = (converted[last] ?? 0) + set.conversions;
        all[last] = (all[last] ?? 0) + set.conversions + set.nulls;
      }
      let [sum, people] = [0, 0];
      for (let k = 0; k < size; k++) {
        sum += converted[k] ?? 0;
        people += all[k] ?? 0;
        into[k] = people > 0 ? sum / people : 0;
      }
    },
    { seed, ...(orders === undefined ? {} : { orders }), ...(progress ? { progress } : {}) },
  );
}

function exactRates(sets: readonly ChannelSet[], size: number): Float64Array {
  const [converted, all] = [new Float64Array(2 ** size), new Float64Array(2 ** size)];
  for (const { channels, conversions, nulls } of sets) {
    const bits = channels.reduce((set, channel) => set | (1 << channel), 0);
    converted[bits] = (converted[bits] ?? 0) + conversions;
    all[bits] = (all[bits] ?? 0) + conversions + nulls;
  }
  for (const sums of [converted, all]) addSubsets(sums, size);
  return shapleyValues(size, (set) => ((all[set] ?? 0) > 0 ? (converted[set] ?? 0) / (all[set] ?? 1) : 0));
}

/** Each set gets the sum over its subsets: Yates's transform. */
function addSubsets(sums: Float64Array, size: number): void {
  for (let bit = 1; bit < 2 ** size; bit <<= 1) {
    for (let set = 0; set < sums.length; set++) if (set & bit) sums[set] = (sums[set] as number) + (sums[set ^ bit] as number);
  }
}
