import type { ChosenChart } from '../../../catalog/charts/fitting-charts.ts';
import { isDuration } from '../../../core/model/duration-unit.ts';
import type { ResolvedMetric, Result } from '../../../core/model/result.ts';

/**
 * One answer as the drawings that it takes: no drawing has two axes, so lines are parted by unit (durations by either clock are one), and whatever has groups by metric.
 * Numbers and tables take all at once.
 */
export function answerPanels(result: Result, chart: ChosenChart): readonly Result[] {
  if (chart === 'number' || chart === 'table' || chart === 'scatter') return [result];
  const parted =
    result.dimensions.length > 0
      ? (metric: ResolvedMetric) => metric.key
      : (metric: ResolvedMetric) => (isDuration(metric.unit) ? 'durationMs' : metric.unit);
  const keys = [...new Set(result.metrics.map(parted))];
  return keys.map((key) => ({ ...result, metrics: result.metrics.filter((metric) => parted(metric) === key) }));
}
