import { datasets } from '../../catalog/datasets/index.ts';
import { dimensions } from '../../catalog/dimensions/index.ts';
import { choiceTitles, choiceValues } from '../../catalog/locales/choice-texts.ts';
import { valueTexts } from '../../catalog/locales/values.ts';
import { metrics } from '../../catalog/metrics/index.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import type { Locale, Texts } from '../../core/model/locale.ts';
import type { Metric } from '../../core/model/metric.ts';
import { variantsOf } from '../../core/model/metric-variant.ts';
import { resolveMetric } from '../../engine/query/metric-call.ts';
import { carries } from '../../engine/query/question.ts';
import type { Handlers } from './handler.ts';

type Names = Output<'names'>;

/** What tells the page how things are called. */
export const namesHandlers: Pick<Handlers, 'names'> = {
  names: async ({ workspace }, { locale }) => ({
    metrics: Object.fromEntries(metrics.map((metric) => [metric.name, metricName(metric, locale)])),
    dimensions: Object.fromEntries(
      [...dimensions, ...((await workspace.calendar()).fields ?? [])].map((dimension) => [
        dimension.name,
        dimensionName(dimension, locale),
      ]),
    ),
    choiceTitles: inLocale(choiceTitles, locale),
    choiceValues: inLocale(choiceValues, locale),
  }),
};

function metricName(metric: Metric, locale: Locale): Names['metrics'][string] {
  return {
    label: metric.text[locale].label,
    definition: metric.text[locale].definition,
    unit: metric.unit,
    better: metric.better,
    statistics: metric.kind === 'distribution' ? [...metric.statistics] : [],
    options: Object.fromEntries(Object.entries(metric.options ?? {}).map(([name, values]) => [name, [...values]])),
    parameters: { ...metric.parameters },
    variants: [...variantsOf(metric).slice(1)],
    counterweight: metric.counterweight ?? null,
    smallN: metric.smallN ?? null,
    dataset: metric.kind === 'composed' ? null : metric.dataset.name,
    datasets: [...new Set(datasetsOf(metric))],
  };
}

function datasetsOf(metric: Metric): readonly string[] {
  if (metric.kind !== 'composed') return [metric.dataset.name];
  const usual = Object.fromEntries(Object.entries(metric.options ?? {}).map(([name, values]) => [name, values[0] ?? '']));
  return Object.values(metric.of)
    .map((part) => referenceOf(part, usual))
    .flatMap((part) => resolveMetric(part).flatMap((call) => datasetsOf(call.metric)));
}

type Options = Readonly<Record<string, string>>;

function referenceOf(part: string | ((options: Options) => string), options: Options): string {
  return typeof part === 'string' ? part : part(options);
}

function dimensionName(dimension: Dimension, locale: Locale): Names['dimensions'][string] {
  return {
    label: dimension.text[locale],
    datasets: datasets.filter((dataset) => carries(dimension, dataset)).map(({ name }) => name),
    many: dimension.many === true,
    values: inLocale(valueTexts[dimension.values ?? ''] ?? {}, locale),
  };
}

function inLocale(texts: Readonly<Record<string, Texts>>, locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[locale]]));
}
