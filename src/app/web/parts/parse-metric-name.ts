import { metrics } from '../../../catalog/metrics/index.ts';

/** The name of the metric behind a spelling such as `first_response_median(clock=calendar)`. */
export function parseMetricName(spelling: string): string {
  const bare = spelling.replace(/\(.*$/, '');
  const whole = metrics.find(({ name }) => name === bare);
  return whole?.name ?? bare.replace(/_(median|p90|mean)$/, '');
}
