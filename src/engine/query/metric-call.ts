import { metrics } from '../../catalog/metrics/index.ts';
import { unitOnClock } from '../../core/model/duration-unit.ts';
import type { Metric, Parameter, Statistic } from '../../core/model/metric.ts';
import { splitChoice, splitMetricSpelling } from '../../core/model/metric-spelling.ts';
import { industry, underVariant, variantsOf } from '../../core/model/metric-variant.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import { UserError } from '../../core/model/user-error.ts';
import { nearestNames } from '../../core/text/nearest-name.ts';
import { notKnown } from './not-known.ts';

/** A metric with every choice made. */
export interface MetricCall {
  /** As its variant makes it. */
  readonly metric: Metric;
  readonly resolved: ResolvedMetric;
  /** The parts of a composed metric, by name. */
  readonly parts: Readonly<Record<string, MetricCall>>;
}

/** The definitions of a house: metric → the call that its bare name stands for. */
export type HouseDefinitions = Readonly<Record<string, string>>;

interface Choices {
  readonly options: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, number>>;
  readonly variant: string;
}

type Words = ReadonlyMap<string, string>;

const byName = new Map(metrics.map((metric) => [metric.name, metric]));

/**
 * Resolves `full_resolution_median(clock=business)` and the like. A distribution without a statistic stands for all of its statistics.
 * What a call leaves open is as the house has defined it, or else the first option, the default number and the variant `industry`.
 * @throws UserError naming the unknown metric, option, parameter or variant and what is allowed.
 */
export function resolveMetric(text: string, definitions: HouseDefinitions = {}): readonly MetricCall[] {
  const { name, words } = parseCall(text);
  const { metric, statistics } = named(name);
  const house = houseChoices(metric, definitions);
  const choices = chosen(metric, words, house);
  const parts = partsOf(metric, choices, definitions);
  return statistics.map((statistic) => ({
    metric: underVariant(metric, choices.variant),
    resolved: describe(metric, statistic, choices, house, parts),
    parts,
  }));
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
  if (!metric || !statisticsOf(metric).includes(statistic)) throw notKnown('metric', name, metricNames(), '"earshot metrics"');
  return { metric, statistics: [statistic] };
}

function parseCall(text: string): { name: string; words: Words } {
  const split = splitMetricSpelling(text);
  if (!split) {
    throw new UserError('unknown_metric', `"${text}" is no metric; write a name such as created or fcr(window=14)`, 400, {
      key: 'refusal.unknownMetric',
      values: { word: text, near: nearestNames(text, metricNames(), 5).join(', ') },
    });
  }
  return { name: split.name, words: new Map(split.pairs.map(parsePair)) };
}

function parsePair(pair: string): readonly [string, string] {
  const [name, value] = splitChoice(pair);
  if (!name || !value) throw new UserError('bad_choice', `"${pair}" is no choice; write it as name=value`);
  return [name, value];
}

/** What a bare name stands for in this house. */
function houseChoices(metric: Metric, definitions: HouseDefinitions): Choices {
  const declared: Choices = {
    options: mapValues(metric.options ?? {}, (values) => values[0] ?? ''),
    parameters: mapValues(metric.parameters ?? {}, (parameter) => parameter.default),
    variant: industry,
  };
  const definition = definitions[metric.name];
  return definition === undefined ? declared : chosen(metric, parseCall(definition).words, declared);
}

function chosen(metric: Metric, words: Words, otherwise: Choices): Choices {
  const allowed = ['variant', ...Object.keys(metric.options ?? {}), ...Object.keys(metric.parameters ?? {})];
  for (const name of words.keys()) if (!allowed.includes(name)) throw notKnown(`option of ${metric.name}`, name, allowed);
  return {
    options: mapValues(
      metric.options ?? {},
      (values, name) => chosenOption(metric, name, values, words.get(name)) ?? otherwise.options[name] ?? '',
    ),
    parameters: mapValues(
      metric.parameters ?? {},
      (parameter, name) => chosenNumber(name, parameter, words.get(name)) ?? otherwise.parameters[name] ?? parameter.default,
    ),
    variant: chosenVariant(metric, words.get('variant')) ?? otherwise.variant,
  };
}

function partsOf(metric: Metric, choices: Choices, definitions: HouseDefinitions): Readonly<Record<string, MetricCall>> {
  if (metric.kind !== 'composed') return {};
  return mapValues(metric.of, (reference) => {
    const [part] = resolveMetric(typeof reference === 'function' ? reference(choices.options) : reference, definitions);
    if (!part) throw new TypeError(`${metric.name} has a part that is no metric`);
    return part;
  });
}

function describe(
  metric: Metric,
  statistic: Statistic | null,
  choices: Choices,
  house: Choices,
  parts: Readonly<Record<string, MetricCall>>,
): ResolvedMetric {
  const departures = [
    ...Object.entries(choices.options).filter(([name, value]) => house.options[name] !== value),
    ...Object.entries(choices.parameters).filter(([name, value]) => house.parameters[name] !== value),
    ...(choices.variant === house.variant ? [] : [['variant', choices.variant] as const]),
  ].map(([name, value]) => `${name}=${value}`);
  const name = statistic === null ? metric.name : `${metric.name}_${statistic}`;
  const { unit, better } = underVariant(metric, choices.variant);
  return {
    key: departures.length === 0 ? name : `${name}(${departures.join(',')})`,
    name: metric.name,
    statistic,
    ...choices,
    unit: unitOnClock(unit, choices.options),
    better,
    house: departures.length === 0,
    ...(metric.kind === 'composed' ? { parts: mapValues(parts, (part) => part.resolved.key) } : {}),
  };
}

function chosenOption(metric: Metric, name: string, values: readonly string[], word: string | undefined): string | undefined {
  if (word !== undefined && !values.includes(word)) throw notKnown(`value of ${metric.name}'s option ${name}`, word, values);
  return word;
}

function chosenNumber(name: string, parameter: Parameter, word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const value = Number(word);
  if (!(value >= parameter.min && value <= parameter.max)) {
    throw new UserError(
      'bad_parameter',
      `${name}=${word} is out of range; allowed are ${parameter.min} to ${parameter.max} ${parameter.unit}`,
      400,
      { key: 'refusal.bad_parameter', values: { name, word, min: parameter.min, max: parameter.max } },
    );
  }
  return value;
}

function chosenVariant(metric: Metric, word: string | undefined): string | undefined {
  const variants = variantsOf(metric);
  if (word !== undefined && !variants.includes(word)) throw notKnown(`variant of ${metric.name}`, word, variants);
  return word;
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T, name: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}
