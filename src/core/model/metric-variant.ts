import type { AggregateMetric, DistributionMetric, Metric, Variant } from './metric.ts';

/** The variant that a metric is itself. */
export const industry = 'industry';

/** The names of the variants of a metric; the first is the metric itself. */
export function variantsOf(metric: Metric): readonly string[] {
  return [industry, ...(metric.kind === 'composed' ? [] : Object.keys(metric.variants ?? {}))];
}

/** The metric as one of its variants says it. */
export function underVariant(metric: Metric, name: string): Metric {
  if (metric.kind === 'aggregate') return aggregateUnder(metric, metric.variants?.[name]);
  return metric.kind === 'distribution' ? withoutNulls({ ...metric, ...metric.variants?.[name] }) : metric;
}

function aggregateUnder(metric: AggregateMetric, variant: Variant | undefined): AggregateMetric {
  if (!variant) return metric;
  const base = variant.inputs ? { ...metric, pending: undefined } : metric;
  return withoutNulls({ ...base, ...variant });
}

/** A variant takes something away by saying null. */
function withoutNulls<M extends AggregateMetric | DistributionMetric>(metric: { readonly [K in keyof M]: M[K] | null | undefined }): M {
  return Object.fromEntries(Object.entries(metric).filter(([, value]) => value !== null && value !== undefined)) as unknown as M;
}
