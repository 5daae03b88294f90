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
  'rising-words',
] as const;

export type ChartName = (typeof chartNames)[number];

/** Those that are drawn; the others are tables and lists. */
export type DrawnChart = Exclude<ChartName, 'table' | 'comparison-table' | 'comments' | 'rising-words'>;
