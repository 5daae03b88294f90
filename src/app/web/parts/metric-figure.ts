import type { Names, NamingReader } from '../../../catalog/locales/names.ts';
import { readMetricSpelling, writeMetricSpelling } from '../../../core/model/metric-spelling.ts';

/** A metric that was chosen for a question, taken apart. */
export interface MetricFigure {
  /** Name in the catalog. */
  readonly name: string;
  /** Null stands for every statistic, or for a metric that has none. */
  readonly statistic: string | null;
  /** Options, parameters and the variant that were chosen; what is absent is as the house has it. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Takes a spelling apart: `first_response_p90(clock=calendar)`. */
export function readFigure(spelling: string, { metrics }: Names): MetricFigure {
  const { name, choices } = readMetricSpelling(spelling);
  const [, stem, statistic] = /^(.+)_(median|p90|mean)$/.exec(name) ?? [];
  if (name in metrics || stem === undefined || statistic === undefined) return { name, statistic: null, choices };
  return { name: stem, statistic, choices };
}

/** Puts a figure together as a question spells it. */
export function writeFigure({ name, statistic, choices }: MetricFigure): string {
  return writeMetricSpelling({ name: statistic === null ? name : `${name}_${statistic}`, choices });
}

/** The figure with which a metric enters a question: the median where it has statistics. */
export function firstFigure(name: string, { metrics }: Names): string {
  return writeFigure({ name, statistic: metrics[name]?.statistics[0] ?? null, choices: {} });
}

/** What a metric is called, without statistic and choices. */
export function labelOf(name: string, { names }: NamingReader): string {
  return names.metrics[name]?.label ?? name;
}

/** The first of the metrics that cannot be grouped by a dimension; undefined when all can. */
export function withoutDimension(figures: readonly MetricFigure[], dimension: string, { metrics, dimensions }: Names): string | undefined {
  const carriers = dimensions[dimension]?.datasets ?? [];
  return figures.find(({ name }) => metrics[name]?.datasets.some((dataset) => !carriers.includes(dataset)))?.name;
}
