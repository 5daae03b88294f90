import type { DrawnChart } from '../../core/model/chart.ts';
import type { Result } from '../../core/model/result.ts';
import { bar } from './bar.ts';
import type { ChartContext } from './chart-context.ts';
import { dot } from './dot.ts';
import type { Drawing } from './drawing.ts';
import { heatTable } from './heat-table.ts';
import { line } from './line.ts';
import { number } from './number.ts';
import { scatter } from './scatter.ts';
import { slope } from './slope.ts';
import { smallMultiples } from './small-multiples.ts';
import { stackedBar } from './stacked-bar.ts';

/** Every chart that is drawn; tables are no drawing, see `table.ts` and `comparison-table.ts`. */
export const charts: Readonly<Record<DrawnChart, (result: Result, context: ChartContext) => Drawing>> = {
  number,
  line,
  bar,
  dot,
  'heat-table': heatTable,
  'stacked-bar': stackedBar,
  slope,
  'small-multiples': smallMultiples,
  scatter,
};
