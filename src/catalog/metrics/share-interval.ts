import type { Interval } from '../../core/model/estimate.ts';
import { wilsonInterval } from '../../core/stats/wilson-interval.ts';

/** Wilson interval of one input in another, in percent. */
export function shareInterval(part: string, whole: string): (inputs: Readonly<Record<string, number>>) => Interval | null {
  return (inputs) => {
    const interval = wilsonInterval(inputs[part] ?? 0, inputs[whole] ?? 0);
    return interval && { low: 100 * interval.low, high: 100 * interval.high };
  };
}
