import type { Interval } from '../../model/estimate.ts';
import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { normalQuantile } from '../distributions.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import { type BasketOptions, type Baskets, basketsOfLines, type Item } from './baskets.ts';
import { leastCount } from './share-threshold.ts';

/** What customers did and when, one element a line, in any order. */
export interface EventLines {
  /** Whose: any key. */
  readonly customers: ArrayLike<Item>;
  /** Of one unit; what one customer does at the same time belongs together. */
  readonly times: Column;
  readonly items: ArrayLike<Item>;
}

export interface SequenceOptions extends BasketOptions {
  /** Share of customers, above 0 to 1. */
  readonly minSupport: number;
  /** The longest time from one step to the next, in the unit of `times`; any by default. */
  readonly maxGap?: number;
  /** Items of the longest sequences, over all steps; as long as they come by default. */
  readonly maxLength?: number;
  /** Ends with an error when more sequences are frequent; 1,000,000 by default. */
  readonly mostSequences?: number;
  readonly level?: number;
  readonly progress?: Progress;
}

/** Steps that follow each other in the histories of many customers. */
export interface FrequentSequence {
  /** The items of each step, ascending; other things may lie between two steps. */
  readonly steps: readonly (readonly Item[])[];
  /** Customers in whose history the steps come, each counted once. */
  readonly count: number;
  readonly support: number;
  /** Of those who came as far as the last but one item, the share that came to the last, with Wilson's interval. */
  readonly continuation: number;
  readonly continuationInterval: Interval;
}

export interface FrequentSequences {
  /** Customers with at least one item that counts. */
  readonly n: number;
  readonly minCount: number;
  /** By number of items, then as they are found. */
  readonly sequences: readonly FrequentSequence[];
}

/**
 * What customers do or buy after what: every sequence of steps in the histories of at least `minSupport` of them, by PrefixSpan (Pei and others 2001) over
 * all places where a prefix ends, so that gaps are held by some way through the history and not only the first. It counts order, not cause; one customer's
 * history of many events holds many sequences.
 * @throws UserError for a support outside 0 to 1, a gap below 0, times that are not finite, uneven columns, and more sequences than `mostSequences`
 */
export function frequentSequences(lines: EventLines, options: SequenceOptions): FrequentSequences {
  const { minSupport, maxGap = Number.POSITIVE_INFINITY, maxLength = Number.POSITIVE_INFINITY, level = 0.95 } = options;
  if (!(minSupport > 0 && minSupport <= 1))
    throw cannotAnswer(`a support is a share of customers above 0 and at most 1, not ${minSupport}`);
  if (!(maxGap >= 0)) throw cannotAnswer(`the longest gap is a time from 0 on, not ${maxGap}`);
  if (!(maxLength >= 1)) throw cannotAnswer(`the longest sequences have at least 1 item, not ${maxLength}`);
  const histories = historiesOf(lines, options);
  const n = histories.customers;
  const minCount = leastCount(minSupport, n);
  const search: Search = { histories, options, minCount, z: normalQuantile((1 + level) / 2), found: [] };
  grow(search, { steps: [], size: 0, count: n, ends: new Uint32Array(0) });
  return { n, minCount, sequences: search.found.sort((a, b) => sizeOf(a) - sizeOf(b)) };
}

function sizeOf({ steps }: FrequentSequence): number {
  return steps.reduce((sum, step) => sum + step.length, 0);
}

/** Events of all customers in order of customer and time; an event is a basket of items. */
interface Histories extends Pick<Baskets, 'items' | 'starts' | 'codes'> {
  readonly customers: number;
  readonly owners: Int32Array;
  readonly times: Float64Array;
}

function historiesOf({ customers, times, items }: EventLines, { never = [] }: BasketOptions): Histories {
  checkColumn(times, 'times');
  if (customers.length !== times.length || items.length !== times.length)
    throw cannotAnswer(
      `there are ${customers.length} customers, ${times.length} times and ${items.length} items; they must be of the same lines`,
    );
  const left = new Set(never);
  const ownerOf = ownersOf(customers);
  const order = Uint32Array.from({ length: times.length }, (_, line) => line)
    .filter((line) => !left.has(items[line] ?? ''))
    .sort((a, b) => (ownerOf[a] ?? 0) - (ownerOf[b] ?? 0) || (times[a] ?? 0) - (times[b] ?? 0));
  const [owners, eventTimes]: [number[], number[]] = [[], []];
  const events = Array.from(order, (line) => {
    const [owner, time] = [ownerOf[line] ?? 0, times[line] ?? 0];
    if (owners.at(-1) !== owner || eventTimes.at(-1) !== time) {
      owners.push(owner);
      eventTimes.push(time);
    }
    return owners.length - 1;
  });
  const packed = basketsOfLines({ baskets: events, items: Array.from(order, (line) => items[line] ?? '') });
  return { ...packed, owners: Int32Array.from(owners), times: Float64Array.from(eventTimes), customers: new Set(owners).size };
}

function ownersOf(customers: ArrayLike<Item>): Int32Array {
  const known = new Map<Item, number>();
  return Int32Array.from(customers, (customer) => {
    const owner = known.get(customer) ?? known.size;
    known.set(customer, owner);
    return owner;
  });
}

interface Search {
  readonly histories: Histories;
  readonly options: SequenceOptions;
  readonly minCount: number;
  readonly z: number;
  readonly found: FrequentSequence[];
}

/** A sequence and the events at which its last step ends, ascending. */
interface Prefix {
  readonly steps: readonly (readonly number[])[];
  readonly size: number;
  readonly count: number;
  readonly ends: Uint32Array;
}

function grow(search: Search, prefix: Prefix): void {
  const { maxLength = Number.POSITIVE_INFINITY, mostSequences = 1_000_000 } = search.options;
  if (prefix.size >= maxLength) return;
  const last = prefix.steps.at(-1);
  const wider = last === undefined ? [] : extensions(search, prefix.ends, last.at(-1) ?? -1).map((grown) => widened(prefix, last, grown));
  const longer = extensions(search, reach(search, prefix), -1).map((grown) => ({ ...grown, steps: [...prefix.steps, [grown.code]] }));
  [...wider, ...longer].forEach(({ steps, count, ends }, index, all) => {
    if (prefix.size === 0) checkpoint(search.options.progress, index / all.length);
    if (search.found.length >= mostSequences)
      throw cannotAnswer(`more than ${mostSequences} sequences are that frequent; ask for a higher support or shorter ones`);
    search.found.push(sequenceOf(search, steps, count, prefix.count));
    grow(search, { steps, size: prefix.size + 1, count, ends });
  });
}

interface Extension {
  readonly code: number;
  readonly count: number;
  readonly ends: Uint32Array;
}

function widened({ steps }: Prefix, last: readonly number[], grown: Extension) {
  return { ...grown, steps: [...steps.slice(0, -1), [...last, grown.code]] };
}

/** Frequent items of the events, above one code, each with the events that hold it. */
function extensions({ histories, minCount }: Search, events: Uint32Array, above: number): Extension[] {
  const { starts, codes, owners } = histories;
  const byCode = new Map<number, Occurrences>();
  for (const event of events) {
    for (let i = starts[event] ?? 0; i < (starts[event + 1] ?? 0); i++) {
      const code = codes[i] ?? 0;
      if (code > above) note(byCode, code, event, owners[event] ?? 0);
    }
  }
  return [...byCode]
    .filter(([, { count }]) => count >= minCount)
    .sort(([a], [b]) => a - b)
    .map(([code, { count, ends }]) => ({ code, count, ends: Uint32Array.from(ends) }));
}

/** Where an item occurs: customers, the last of them, and events. */
interface Occurrences {
  count: number;
  owner: number;
  readonly ends: number[];
}

function note(byCode: Map<number, Occurrences>, code: number, event: number, owner: number): void {
  const known = byCode.get(code);
  if (known === undefined) {
    byCode.set(code, { count: 1, owner, ends: [event] });
    return;
  }
  if (known.owner !== owner) known.count++;
  known.owner = owner;
  known.ends.push(event);
}

/** Events that may be the next step: of the same customer, after an end of the prefix and within the gap. All events where there is no prefix yet. */
function reach({ histories, options }: Search, { steps, ends }: Prefix): Uint32Array {
  const { owners, times } = histories;
  if (steps.length === 0) return Uint32Array.from(owners.keys());
  const { maxGap = Number.POSITIVE_INFINITY } = options;
  const reached: number[] = [];
  let next = 0;
  for (const end of ends) {
    next = Math.max(next, end + 1);
    while (next < owners.length && owners[next] === owners[end] && (times[next] ?? 0) - (times[end] ?? 0) <= maxGap) reached.push(next++);
  }
  return Uint32Array.from(reached);
}

function sequenceOf({ histories, z }: Search, steps: readonly (readonly number[])[], count: number, before: number): FrequentSequence {
  return {
    steps: steps.map((step) => step.map((code) => histories.items[code] ?? '')),
    count,
    support: count / histories.customers,
    continuation: count / before,
    continuationInterval: wilsonInterval(count, before, z) ?? { low: 0, high: 1 },
  };
}
