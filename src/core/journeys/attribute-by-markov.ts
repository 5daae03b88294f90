import { cannotAnswer } from '../stats/column.ts';
import { checkpoint, type Progress } from '../stats/progress.ts';
import { type ChannelCredit, type ChannelPaths, creditsOf, type NumberedPaths, numberPaths } from './channel-paths.ts';
import { type ChainRows, solveChain } from './solve-chain.ts';

export interface MarkovAttributionOptions {
  /** How many channels back the next step depends on; 1 by default, at most 3. */
  readonly order?: 1 | 2 | 3;
  /** A channel straight after itself: `merge`, the default, counts it once, `keep` as a loop. At order 1 both give the same. */
  readonly repeats?: 'merge' | 'keep';
  readonly progress?: Progress;
}

/** A channel with what is lost without it. */
export interface MarkovCredit extends ChannelCredit {
  /** Share of the conversions that would not happen if all who reach the channel were lost there. */
  readonly removalEffect: number;
}

/** Attribution by a chain of channels. */
export interface MarkovAttribution {
  readonly channels: readonly MarkovCredit[];
  /** Chance that a path converts. */
  readonly conversionChance: number;
  readonly order: 1 | 2 | 3;
  readonly repeats: 'merge' | 'keep';
  /** People on all paths. */
  readonly n: number;
}

const mostChannels = 2000;

/**
 * Attribution by removal effects of an absorbing Markov chain: each channel is credited in proportion to the conversions that go through it. Needs those who
 * did not convert. It takes the next step to depend on the last `order` channels alone, and a removed channel to be replaced by nothing: who converts
 * anyhow is credited too, which only an experiment can part. Anderl, Becker, von Wangenheim and Schumann, IJRM 33, 2016; R's ChannelAttribution.
 * @throws UserError for paths that cannot be, an order outside 1 to 3, and more than 2,000 channels
 */
export function attributeByMarkov(paths: ChannelPaths, options: MarkovAttributionOptions = {}): MarkovAttribution {
  const { order = 1, repeats = 'merge', progress } = options;
  if (![1, 2, 3].includes(order)) throw cannotAnswer(`the order of the chain is 1, 2 or 3, not ${order}`);
  const numbered = numberPaths(paths);
  if (numbered.channels.length > mostChannels)
    throw cannotAnswer(
      `${numbered.channels.length} channels are too many to remove one by one; gather rare ones, to ${mostChannels} at most`,
    );
  const chain = chainOf(numbered, order, repeats);
  const conversionChance = solveChain(chain.rows, chain.converts)[0] ?? 0;
  const effects = numbered.channels.map((_, channel) => {
    checkpoint(progress, channel / numbered.channels.length);
    const isClosed = Uint8Array.from(chain.members, (members) => (members.includes(channel) ? 1 : 0));
    return Math.max(0, 1 - (solveChain(chain.rows, chain.converts, isClosed)[0] ?? 0) / conversionChance);
  });
  const total = effects.reduce((sum, effect) => sum + effect, 0);
  const credited = (whole: number) => Float64Array.from(effects, (effect) => (whole * effect) / total);
  const effectOf = new Map(numbered.channels.map((channel, k) => [channel, effects[k] ?? 0]));
  const values = numbered.totalValue === null ? null : credited(numbered.totalValue);
  return {
    channels: creditsOf(numbered, credited(numbered.totalConversions), values).map((credit) => ({
      ...credit,
      removalEffect: effectOf.get(credit.channel) ?? 0,
    })),
    conversionChance,
    order,
    repeats,
    n: numbered.totalConversions + numbered.totalNulls,
  };
}

interface ChannelChain {
  readonly rows: ChainRows;
  /** Chance to convert straight from each state. */
  readonly converts: Float64Array;
  /** The channels of each state; none in the first, where all start. */
  readonly members: readonly (readonly number[])[];
}

/** States are the last `order` channels; fewer at the start of a path. */
function chainOf({ steps, conversions, nulls }: NumberedPaths, order: number, repeats: 'merge' | 'keep'): ChannelChain {
  const states = stateNumbers();
  const flows: Map<number, number>[] = [];
  const [converted, left]: [number[], number[]] = [[], []];
  steps.forEach((path, index) => {
    const weight = (conversions[index] ?? 0) + (nulls[index] ?? 0);
    if (weight === 0) return;
    let [state, before] = [0, [] as readonly number[]];
    path.forEach((channel, step) => {
      if (repeats === 'merge' && step > 0 && path[step - 1] === channel) return;
      before = [...(order > 1 ? before.slice(1 - order) : []), channel];
      const next = states.numberOf(before);
      flows[state] ??= new Map();
      flows[state]?.set(next, (flows[state]?.get(next) ?? 0) + weight);
      state = next;
    });
    converted[state] = (converted[state] ?? 0) + (conversions[index] ?? 0);
    left[state] = (left[state] ?? 0) + (nulls[index] ?? 0);
  });
  const { members } = states;
  const totals = members.map((_, state) => sumOf(flows[state]) + (converted[state] ?? 0) + (left[state] ?? 0));
  return {
    rows: rowsOf(members.length, flows, totals),
    converts: Float64Array.from(members, (_, state) => (converted[state] ?? 0) / (totals[state] || 1)),
    members,
  };
}

function stateNumbers() {
  const numbers = new Map<string, number>([['', 0]]);
  const members: (readonly number[])[] = [[]];
  const numberOf = (channels: readonly number[]) => {
    const key = channels.join(' ');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, members.length);
    return members.push(channels) - 1;
  };
  return { members, numberOf };
}

function sumOf(flows: ReadonlyMap<number, number> | undefined): number {
  let sum = 0;
  for (const flow of flows?.values() ?? []) sum += flow;
  return sum;
}

function rowsOf(size: number, flows: readonly (ReadonlyMap<number, number> | undefined)[], totals: readonly number[]): ChainRows {
  const offsets = new Int32Array(size + 1);
  for (let state = 0; state < size; state++) offsets[state + 1] = (offsets[state] ?? 0) + (flows[state]?.size ?? 0);
  const [to, chances] = [new Int32Array(offsets[size] ?? 0), new Float64Array(offsets[size] ?? 0)];
  flows.forEach((row, state) => {
    let at = offsets[state] ?? 0;
    for (const [next, flow] of row ?? []) {
      to[at] = next;
      chances[at++] = flow / (totals[state] ?? 1);
    }
  });
  return { offsets, to, chances };
}
