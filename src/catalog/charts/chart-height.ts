import type { ChartName, DrawnChart } from '../../core/model/chart.ts';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { shownGroups } from './group-axis.ts';
import { prepareSeries } from './series.ts';
import { smallMultiplesHeightPx } from './small-multiples.ts';

const heights: Readonly<Record<Exclude<DrawnChart, 'small-multiples'>, number>> = {
  number: 40,
  line: 150,
  bar: 220,
  dot: 220,
  'heat-table': 230,
  'stacked-bar': 220,
  slope: 252,
  scatter: 360,
};

const linesOfGroupsPx = 280;
const groupPx = 28;

/** How tall a chart of a result stands, in pixels. Charts of many groups grow with them. */
export function chartHeightPx(chart: DrawnChart, result: Result, context: ChartContext): number {
  if (chart === 'small-multiples') return smallMultiplesHeightPx(result, context);
  if (chart === 'line' && result.dimensions.length > 0) return linesOfGroupsPx;
  if (chart === 'bar' || chart === 'dot' || chart === 'stacked-bar')
    return Math.max(heights[chart], groupsOf(chart, result, context) * groupPx + 44);
  return heights[chart];
}

function groupsOf(chart: ChartName, result: Result, context: ChartContext): number {
  return chart === 'stacked-bar'
    ? new Set(result.rows.map((row) => row.group[0])).size
    : shownGroups(prepareSeries(result, context)).length;
}
