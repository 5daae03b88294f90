/** How a result is drawn. */
export const chartNames = [
  'number',
  'line',
  'bar',
  'dot',
  'heat-table',
  'stacked-bar',
  'slope',
  'small-multiples',
  'scatter',
  'table',
  'comparison-table',
  'comments',
] as const;

export type ChartName = (typeof chartNames)[number];
