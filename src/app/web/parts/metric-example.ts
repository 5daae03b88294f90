import { metrics } from '../../../catalog/metrics/index.ts';
import type { Example, Metric, Unit } from '../../../core/model/metric.ts';
import { readMetricSpelling } from '../../../core/model/metric-spelling.ts';
import { underVariant } from '../../../core/model/metric-variant.ts';

/** A metric of the catalog; undefined when there is none of that name. */
export function metricNamed(name: string): Metric | undefined {
  return metrics.find((metric) => metric.name === name);
}

/** The unit of a metric as a call asks for it: `csat(variant=article)` is a score and no percentage. */
export function unitOfCall(call: string): Unit | undefined {
  const { name, choices } = readMetricSpelling(call);
  const metric = metricNamed(name) ?? metricNamed(name.replace(/_(median|p90|mean)$/, ''));
  return metric === undefined ? undefined : underVariant(metric, choices.variant ?? '').unit;
}

/** Columns of the rows of an example, in order of appearance, without those that all have alike and without a list, which is no cell. */
export function exampleColumns({ rows }: Example): readonly string[] {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const plain = columns.filter((column) => !rows.some((row) => isList(row[column])));
  const telling = plain.filter((column) => column === 'id' || new Set(rows.map((row) => JSON.stringify(row[column]))).size > 1);
  return telling.length > 1 ? telling : plain;
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === 'object');
}
