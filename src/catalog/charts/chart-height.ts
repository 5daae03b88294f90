import type { DrawnChart } from '../../core/model/chart.ts';
import type { Result } from '../../core/model/result.ts';
import { bottomAxisPx } from './axis-marks.ts';
import type { ChartContext } from './chart-context.ts';
import { groupMarginPx, groupsHeightPx, mostGroups, shownGroups } from './group-axis.ts';
import { heatTableHeightPx } from './heat-table.ts';
import { lineHeightPx } from './line.ts';
import { prepareSeries } from './series.ts';
import { smallMultiplesHeightPx } from './small-multiples.ts';

const heights = { number: 40, slope: 252, scatter: 360 } as const;

/** How tall the plot of a result stands, in pixels. Charts of many groups grow with them. */
export function chartHeightPx(chart: DrawnChart, result: Result, context: ChartContext): number {
  switch (chart) {
    case 'small-multiples':
      return smallMultiplesHeightPx(result, context);
    case 'bar':
      return groupsHeightPx(shownGroups(prepareSeries(result, context)).length, 2 * groupMarginPx);
    case 'dot':
      return groupsHeightPx(shownGroups(prepareSeries(result, context)).length, groupMarginPx + bottomAxisPx);
    case 'stacked-bar':
      return groupsHeightPx(Math.min(mostGroups, new Set(result.rows.map((row) => row.group[0])).size), 2 * groupMarginPx);
    case 'heat-table':
      return heatTableHeightPx(result);
    case 'line':
      return lineHeightPx(result);
    default:
      return heights[chart];
  }
}
