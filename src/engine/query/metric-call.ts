import { metrics } from '../../catalog/metrics/index.ts';
import type { Metric, Statistic, Unit } from '../../core/model/metric.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import { UserError } from '../../core/model/user-error.ts';
import { notKnown } from './not-known.ts';

/** A metric with every choice made. */
export interface MetricCall {
  readonly metric: Metric;
  readonly resolved: ResolvedMetric;
}

const byName = new Map(metrics.map((metric) => [metric.name, metric]));
const industry = 'industry';

/**
 * Resolves `full_resolution_median(clock=business)` and the like. A distribution without a statistic stands for all of its statistics.
 * @throws UserError naming the unknown metric, option, parameter or variant and what is allowed.
 */
export function resolveMetric(text: string): readonly MetricCall[] {
  const match = /^\s*([A-Za-z0-9_]+)\s*(?:\(([^()]*)\))?\s*$/.exec(text);
  if (!match) throw new UserError('unknown_metric', `"${text}" is no metric; write a name such as created or fcr(window=14)`);
  const { metric, statistics } = named(match[1] ?? '');
  const choices = readChoices(match[2] ?? '');
  return statistics.map((statistic) => call(metric, statistic, choices));
}

/** Every spelling without parentheses that `resolveMetric` takes. */
function metricNames(): readonly string[] {
  return metrics.flatMap((metric) => [metric.name, ...statisticsOf(metric).map((statistic) => `${metric.name}_${statistic}`)]);
}

function statisticsOf(metric: Metric): readonly Statistic[] {
  return metric.kind === 'distribution' ? metric.statistics : [];
}

function named(name: string): { metric: Metric; statistics: readonly (Statistic | null)[] } {
  const whole = byName.get(name);
  if (whole) return { metric: whole, statistics: whole.kind === 'distribution' ? whole.statistics : [null] };
  const split = /^(.+)_(median|p90|mean)$/.exec(name);
  const metric = split && byName.get(split[1] ?? '');
  const statistic = split?.[2] as Statistic;
  if (!metric || !statisticsOf(metric).includes(statistic)) throw notKnown('metric', name, metricNames());
  return { metric, statistics: [statistic] };
}

function readChoices(text: string): ReadonlyMap<string, string> {
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const [name, value] = pair.split('=').map((part) => part.trim());
      if (!name || !value) throw new UserError('bad_choice', `"${pair}" is no choice; write it as name=value`);
      return [name, value];
    }),
  );
}

function call(metric: Metric, statistic: Statistic | null, choices: ReadonlyMap<string, string>): MetricCall {
  const declaredOptions = metric.options ?? {};
  const declaredParameters = metric.parameters ?? {};
  const allowed = ['variant', ...Object.keys(declaredOptions), ...Object.keys(declaredParameters)];
  for (const name of choices.keys()) if (!allowed.includes(name)) throw notKnown(`option of ${metric.name}`, name, allowed);
  const options = mapValues(declaredOptions, (values, name) => chosenOption(metric, name, values, choices.get(name)));
  const parameters = mapValues(declaredParameters, (parameter, name) => chosenNumber(name, parameter, choices.get(name)));
  const variant = chosenVariant(metric, choices.get('variant'));
  return { metric, resolved: describe(metric, statistic, options, parameters, variant) };
}

function describe(
  metric: Metric,
  statistic: Statistic | null,
  options: Record<string, string>,
  parameters: Record<string, number>,
  variant: string,
): ResolvedMetric {
  const departures = [
    ...Object.entries(options).filter(([name, value]) => metric.options?.[name]?.[0] !== value),
    ...Object.entries(parameters).filter(([name, value]) => metric.parameters?.[name]?.default !== value),
    ...(variant === industry ? [] : [['variant', variant] as const]),
  ].map(([name, value]) => `${name}=${value}`);
  const name = statistic === null ? metric.name : `${metric.name}_${statistic}`;
  const key = departures.length === 0 ? name : `${name}(${departures.join(',')})`;
  return { key, name: metric.name, statistic, options, parameters, variant, unit: unitOf(metric, variant), better: metric.better };
}

function unitOf(metric: Metric, variant: string): Unit {
  return (metric.kind === 'aggregate' ? metric.variants?.[variant]?.unit : undefined) ?? metric.unit;
}

function chosenOption(metric: Metric, name: string, values: readonly string[], chosen: string | undefined): string {
  if (chosen === undefined) return values[0] ?? '';
  if (!values.includes(chosen)) throw notKnown(`value of ${metric.name}'s option ${name}`, chosen, values);
  return chosen;
}

function chosenNumber(
  name: string,
  parameter: { default: number; min: number; max: number; unit: string },
  chosen: string | undefined,
): number {
  if (chosen === undefined) return parameter.default;
  const value = Number(chosen);
  if (!(value >= parameter.min && value <= parameter.max)) {
    throw new UserError(
      'bad_parameter',
      `${name}=${chosen} is out of range; allowed are ${parameter.min} to ${parameter.max} ${parameter.unit}`,
    );
  }
  return value;
}

function chosenVariant(metric: Metric, chosen: string | undefined): string {
  const variants = [industry, ...Object.keys((metric.kind === 'aggregate' ? metric.variants : undefined) ?? {})];
  if (chosen === undefined) return industry;
  if (!variants.includes(chosen)) throw notKnown(`variant of ${metric.name}`, chosen, variants);
  return chosen;
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T, name: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}
