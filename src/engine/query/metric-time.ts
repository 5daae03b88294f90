import type { Time } from '../../core/model/dataset.ts';
import type { MetricCall } from './metric-call.ts';

/** The time that a metric is counted by; null for a composed one. */
export function timeOf(call: MetricCall): Time | null {
  const { metric } = call;
  if (metric.kind === 'composed') return null;
  const name = timeName(call);
  const time = metric.dataset.times[name];
  if (!time) throw new TypeError(`${metric.name} is counted by ${name}, which ${metric.dataset.name} does not have`);
  return time;
}

/** The name of that time on its dataset; empty for a composed metric. */
export function timeName(call: MetricCall): string {
  const { metric } = call;
  if (metric.kind === 'composed') return '';
  return (metric.timeOption && call.resolved.options[metric.timeOption]) || metric.time;
}

/** Whether a metric is counted by an event or over a span. */
export function isTimed(call: MetricCall, kind: Time['kind']): boolean {
  return timeOf(call)?.kind === kind;
}
