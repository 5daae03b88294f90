import type { ChartName } from '../../core/model/chart.ts';
import type { Unit } from '../../core/model/metric.ts';

/** What an answer looks like before it is drawn. */
export interface AnswerShape {
  /** Units of its metrics, in order. */
  readonly units: readonly Unit[];
  readonly dimensions: number;
  readonly overTime: boolean;
}

/** Why a chart cannot draw an answer. */
export type Misfit =
  | 'needs two figures'
  | 'needs time'
  | 'takes no time'
  | 'needs a group'
  | 'takes no group'
  | 'needs two groups'
  | 'needs amounts';

/** Charts that a reader may choose, the most telling first. */
export const chosenCharts = ['number', 'line', 'heat-table', 'bar', 'dot', 'scatter', 'table'] as const satisfies readonly ChartName[];

export type ChosenChart = (typeof chosenCharts)[number];

const misfits: Readonly<Record<ChosenChart, (shape: AnswerShape) => Misfit | null>> = {
  number: ({ dimensions }) => (dimensions > 0 ? 'takes no group' : null),
  line: ({ overTime }) => (overTime ? null : 'needs time'),
  bar: (shape) => (shape.units.includes('count') ? grouped(shape) : 'needs amounts'),
  dot: (shape) => grouped(shape),
  'heat-table': ({ overTime, dimensions }) => (overTime ? 'takes no time' : dimensions < 2 ? 'needs two groups' : null),
  scatter: (shape) => (shape.units.length !== 2 ? 'needs two figures' : shape.overTime === shape.dimensions > 0 ? pairedBy(shape) : null),
  table: () => null,
};

/** Why a chart cannot draw an answer; null when it can. */
export function chartMisfit(chart: ChosenChart, shape: AnswerShape): Misfit | null {
  return misfits[chart](shape);
}

/** The chart that is asked for where it fits, else the first one that does. A line tells more of time than a number. */
export function fittingChart(wanted: ChartName | undefined, shape: AnswerShape): ChosenChart {
  const fitting = chosenCharts.filter((chart) => chartMisfit(chart, shape) === null);
  const [first = 'table'] = shape.overTime ? fitting.filter((chart) => chart !== 'number') : fitting;
  return fitting.find((chart) => chart === wanted) ?? first;
}

/** The chart of one panel of an answer: among bars, estimates are dots with their intervals. */
export function panelChart(chosen: ChosenChart, units: readonly Unit[]): ChosenChart {
  return chosen === 'bar' && units.some((unit) => unit !== 'count') ? 'dot' : chosen;
}

function grouped({ overTime, dimensions }: AnswerShape): Misfit | null {
  if (overTime) return 'takes no time';
  return dimensions === 0 ? 'needs a group' : null;
}

/** A point stands for a group or for a bucket, not for both. */
function pairedBy({ overTime }: AnswerShape): Misfit {
  return overTime ? 'takes no group' : 'needs a group';
}
