import type { Names } from '../../../catalog/locales/names.ts';

/** The name of the metric behind a spelling such as `first_response_median(clock=calendar)`. */
export function parseMetricName(spelling: string, { metrics }: Names): string {
  const bare = spelling.replace(/\(.*$/, '');
  return bare in metrics ? bare : bare.replace(/_(median|p90|mean)$/, '');
}
