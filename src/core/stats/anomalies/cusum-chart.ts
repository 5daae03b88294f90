import { type Column, cannotAnswer } from '../column.ts';
import { type ControlBaseline, controlBaseline } from './control-baseline.ts';
import type { Direction } from './direction.ts';

export interface CusumOptions {
  /** What a value may be off without being counted, in standard deviations: half the shift to be seen. 0.5 by default. */
  readonly slack?: number;
  /** Sum at which an alarm is given, in standard deviations; 4.77 by default, which with 0.5 gives a false alarm in about 370 values (NIST's table). */
  readonly limit?: number;
}

/** An alarm with the place from which the sum has grown, near which the shift began. */
export interface CusumAlarm {
  readonly index: number;
  readonly direction: Direction;
  readonly since: number;
}

/** Sums of what a process was off, to either side, in its own units. */
export interface CusumChart {
  readonly baseline: ControlBaseline;
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** In units of the process. */
  readonly limit: number;
  /** The first value of each alarm; the sums are not set back. */
  readonly alarms: readonly CusumAlarm[];
}

/**
 * Has a process shifted by a little, and since when? The tabular cumulative sum of Page 1954 (Montgomery, Introduction to Statistical Quality Control, chapter 9).
 * It takes values as independent and without a season.
 * @param baseline mean and standard deviation of the quiet process, or how many of the first values to learn them from
 * @throws UserError for values that are not finite, no spread, and options that cannot be
 */
export function cusumChart(values: Column, baseline: ControlBaseline | number, options: CusumOptions = {}): CusumChart {
  const { slack = 0.5, limit = 4.77 } = options;
  if (!(slack >= 0) || !(limit > 0)) throw cannotAnswer(`the slack is from 0 and the limit above 0, not ${slack} and ${limit}`);
  const known = controlBaseline(values, baseline);
  const bound = limit * known.standardDeviation;
  const upper = oneSide(values, (value) => value - known.mean - slack * known.standardDeviation, bound);
  const lower = oneSide(values, (value) => known.mean - value - slack * known.standardDeviation, bound);
  const alarms = [
    ...upper.alarms.map((alarm) => ({ ...alarm, direction: 'above' as const })),
    ...lower.alarms.map((alarm) => ({ ...alarm, direction: 'below' as const })),
  ].sort((a, b) => a.index - b.index);
  return { baseline: known, above: upper.sums, below: lower.sums, limit: bound, alarms };
}

function oneSide(values: Column, excess: (value: number) => number, bound: number) {
  const sums = new Float64Array(values.length);
  const alarms: { index: number; since: number }[] = [];
  let [sum, since] = [0, 0];
  for (let i = 0; i < sums.length; i++) {
    if (sum === 0) since = i;
    const before = sum;
    sum = Math.max(0, sum + excess(values[i] ?? 0));
    sums[i] = sum;
    if (sum > bound && before <= bound) alarms.push({ index: i, since });
  }
  return { sums, alarms };
}
