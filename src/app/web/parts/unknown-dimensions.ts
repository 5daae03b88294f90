import type { Names } from '../../../catalog/locales/names.ts';
import type { Filter } from '../../../core/model/query.ts';
import { parseMetricName } from './parse-metric-name.ts';

/** The dimensions of filters that some of the metrics know nothing of, each once. */
export function unknownDimensions(
  metrics: readonly string[],
  filters: readonly Pick<Filter, 'dimension'>[],
  names: Names,
): readonly string[] {
  const datasets = [...new Set(metrics.flatMap((metric) => names.metrics[parseMetricName(metric, names)]?.datasets ?? []))];
  const unknown = filters.filter(({ dimension }) => {
    const carriers = names.dimensions[dimension]?.datasets;
    return carriers !== undefined && datasets.some((dataset) => !carriers.includes(dataset));
  });
  return [...new Set(unknown.map(({ dimension }) => dimension))];
}
