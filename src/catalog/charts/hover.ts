import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatCount } from './format-number.ts';
import { formatInterval } from './format-value.ts';

/** What is said of a point: where it stands, and exact values of all that stands there. */
export interface Hover {
  readonly title: string;
  readonly lines: readonly HoverLine[];
}

/** One line of a hover. */
export interface HoverLine {
  readonly name: string;
  readonly color: string;
  readonly metric: ResolvedMetric;
  readonly estimate: Estimate;
}

/** What the value of a line rests on, as `78.1% – 84.0% · n 74`; empty for a count, which is what it is. */
export function hoverBasis({ metric, estimate }: HoverLine, { locale, say }: Pick<ChartContext, 'locale' | 'say'>): string {
  if (metric.unit === 'count') return '';
  const n = say('chart.n', { n: formatCount(estimate.n, locale) });
  return [formatInterval(estimate, metric.unit, locale), n].filter((part) => part !== null).join(' · ');
}
