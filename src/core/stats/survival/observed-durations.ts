import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';

/** Cases followed until something happened or until the observation ended, one element a case. */
export interface ObservedDurations {
  /** From 0, of one unit. */
  readonly durations: Column;
  /** 1 when the duration ended with the event, 0 when it was still running when last seen (censored). */
  readonly events: Column;
  /** How many cases each element stands for, from 0; 1 where left out. */
  readonly weights?: Column;
}

/** Checks durations. @throws UserError for nothing, values that are not finite, durations or weights below 0, and events other than 0 and 1 */
export function checkDurations({ durations, events, weights }: ObservedDurations): void {
  checkColumn(durations, 'durations');
  checkColumn(events, 'events');
  checkSameLength(durations, events, ['durations', 'events']);
  for (let i = 0; i < durations.length; i++) {
    if ((durations[i] ?? 0) < 0) throw cannotAnswer(`"durations" has ${durations[i]} at position ${i}; a duration is from 0`);
    if (events[i] !== 0 && events[i] !== 1)
      throw cannotAnswer(`"events" has ${events[i]} at position ${i}; it is 1 for an event and 0 for a case still running`);
  }
  if (weights !== undefined) checkWeights(durations, weights);
}

function checkWeights(durations: Column, weights: Column): void {
  checkColumn(weights, 'weights');
  checkSameLength(durations, weights, ['durations', 'weights']);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    if (weight < 0) throw cannotAnswer(`"weights" has ${weight} at position ${i}; a weight is from 0`);
    total += weight;
  }
  if (total === 0) throw cannotAnswer('"weights" are all 0, so no case is left');
}

/** What happened at each time at which an event happened, in order of time. */
export interface RiskTable {
  readonly times: Float64Array;
  /** Cases whose duration is no shorter. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  /** Cases and events of all. */
  readonly n: number;
  readonly totalEvents: number;
}

/** Counts of cases at risk and events by time. Ties: who is censored at a time is at risk at it. */
export function riskTable({ durations, events, weights }: ObservedDurations): RiskTable {
  const counts = new Map<number, { ended: number; events: number }>();
  let [n, totalEvents] = [0, 0];
  for (let i = 0; i < durations.length; i++) {
    const weight = weights?.[i] ?? 1;
    const happened = events[i] === 1 ? weight : 0;
    const time = durations[i] ?? 0;
    const count = counts.get(time);
    if (count === undefined) counts.set(time, { ended: weight, events: happened });
    else {
      count.ended += weight;
      count.events += happened;
    }
    n += weight;
    totalEvents += happened;
  }
  return { ...rowsOf(counts), n, totalEvents };
}

/** Counted from the longest down, so that small weights are not lost beside large ones. */
function rowsOf(counts: ReadonlyMap<number, { readonly ended: number; readonly events: number }>) {
  const ascending = Float64Array.from(counts.keys()).sort();
  const size = ascending.length;
  const [times, atRisk, events] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [from, left] = [size, 0];
  for (let k = size - 1; k >= 0; k--) {
    const time = ascending[k] ?? 0;
    const count = counts.get(time);
    if (count === undefined) continue;
    left += count.ended;
    if (count.events === 0) continue;
    times[--from] = time;
    atRisk[from] = left;
    events[from] = count.events;
  }
  return { times: times.slice(from), atRisk: atRisk.slice(from), events: events.slice(from) };
}
