import type { Metric } from '../../../core/model/metric.ts';
import { writeMetricSpelling } from '../../../core/model/metric-spelling.ts';
import { variantsOf } from '../../../core/model/metric-variant.ts';

/** How many calls a question takes. */
const mostCalls = 16;

/** Every way to count a metric by one choice, as calls: the one of the house first. What is that one by another name is answered once. */
export function metricWays(metric: Metric): readonly string[] {
  const stem = metric.kind === 'distribution' ? `${metric.name}_${metric.statistics[0] ?? 'median'}` : metric.name;
  const variants = variantsOf(metric).map((value) => ['variant', value] as const);
  const options = Object.entries(metric.options ?? {}).flatMap(([name, values]) => values.map((value) => [name, value] as const));
  const numbers = Object.entries(metric.parameters ?? {}).flatMap(([name, { min, max }]) =>
    [min, max].map((value) => [name, String(value)] as const),
  );
  const statistics = metric.kind === 'distribution' ? metric.statistics.slice(1).map((statistic) => `${metric.name}_${statistic}`) : [];
  const departures = [...variants, ...options, ...numbers].map(([choice, value]) =>
    writeMetricSpelling({ name: stem, choices: { [choice]: value } }),
  );
  return [stem, ...statistics, ...departures].slice(0, mostCalls);
}
