/** How a result is drawn. */
export const chartNames = ['number', 'line', 'bar', 'dot', 'heat-table', 'table'] as const;

export type ChartName = (typeof chartNames)[number];
