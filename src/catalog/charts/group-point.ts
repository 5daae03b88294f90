import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric, Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import type { DrawnPoint } from './drawing.ts';
import { targetOf } from './point-target.ts';
import type { Series } from './series.ts';

/** What stands behind the figure of a group, and what is said of it. */
export function groupPoint(
  { group, others, name }: Series,
  { color, estimate }: { readonly color: string; readonly estimate: Estimate },
  metric: ResolvedMetric,
  result: Result,
  context: ChartContext,
): Pick<DrawnPoint, 'color' | 'target' | 'hover'> {
  return {
    color,
    target: targetOf(result, { group: [...group], others, bucket: null }, metric.key),
    hover: () => ({ title: name, lines: [{ name: context.metricName(metric), color, metric, estimate }] }),
  };
}
