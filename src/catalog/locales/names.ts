import type { z } from 'zod';
import type { namesEndpoints } from '../../core/model/endpoints/names-endpoints.ts';
import type { Locale } from '../../core/model/locale.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { Say } from '../charts/chart-context.ts';
import { intlTags } from '../charts/format-number.ts';
import { formatWeekday } from '../charts/format-time.ts';
import { joinParts } from './join-parts.ts';

/** The language of the reader and its words. */
export interface Reader {
  readonly locale: Locale;
  readonly say: Say;
}

/** What metrics and dimensions are called in the reader's language. */
export type Names = Readonly<z.output<(typeof namesEndpoints)['names']['output']>>;

/** A reader who knows the names of the catalog too. */
export interface NamingReader extends Reader {
  readonly names: Names;
}

/** Before the names are there. */
export const noNames: Names = { metrics: {}, dimensions: {}, choiceTitles: {}, choiceValues: {} };

/** What it means that a row has no value, where that is more than that it is not known. */
const wordsOfNone: Readonly<Record<string, 'value.unassigned' | 'value.noTag'>> = {
  agent: 'value.unassigned',
  handler: 'value.unassigned',
  first_responder: 'value.unassigned',
  team: 'value.unassigned',
  handler_team: 'value.unassigned',
  tag: 'value.noTag',
};

/** What a value of a dimension is called. Ids of agents and teams are looked up in `ids`; what has no name stays as it is. */
export function nameValue(dimension: string, value: string, reader: NamingReader, ids: Readonly<Record<string, string>> = {}): string {
  if (value === '') return reader.say(wordsOfNone[dimension] ?? 'value.notKnown');
  if (dimension === 'weekday') return formatWeekday(Number(value), reader.locale);
  if (dimension === 'hour') return `${value}:00`;
  if (dimension === 'language') return nameTag(value, 'language', reader.locale);
  if (dimension === 'country' && /^[A-Z]{2}$/.test(value)) return nameTag(value, 'region', reader.locale);
  return reader.names.dimensions[dimension]?.values[value] ?? ids[value] ?? value;
}

/** What a dimension is called. */
export function nameDimension(dimension: string, { names }: NamingReader): string {
  return names.dimensions[dimension]?.label ?? dimension;
}

/** What a metric is called: its label, its statistic and the choices that differ from the default. */
export function nameMetric(metric: ResolvedMetric, reader: NamingReader): string {
  const label = reader.names.metrics[metric.name]?.label ?? metric.name;
  const statistic = metric.statistic === null ? [] : [reader.say(`statistic.${metric.statistic}`)];
  return joinParts([label, ...statistic, ...chosen(metric, reader)]);
}

/** What an option or a parameter of a metric is called. */
export function nameChoice(choice: string, { names }: NamingReader): string {
  return names.choiceTitles[choice] ?? choice.replaceAll('_', ' ');
}

/** What a value of an option, or a variant, is called. */
export function nameOption(value: string, { names }: NamingReader): string {
  return names.choiceValues[value] ?? value.replaceAll('_', ' ');
}

function chosen(metric: ResolvedMetric, reader: NamingReader): string[] {
  const { options: declared = {}, parameters = {} } = reader.names.metrics[metric.name] ?? {};
  const options = Object.entries(metric.options).filter(([name, value]) => declared[name] !== undefined && declared[name]?.[0] !== value);
  const numbers = Object.entries(metric.parameters).filter(
    ([name, value]) => parameters[name] !== undefined && parameters[name]?.default !== value,
  );
  const variant = metric.variant === 'industry' ? [] : [metric.variant];
  return [
    ...[...options.map(([, value]) => value), ...variant].map((value) => nameOption(value, reader)),
    ...numbers.map(([name, value]) => `${nameChoice(name, reader)} ${value}`),
  ];
}

/** A language or a country by its tag, in the words of the reader's language; the tag itself when nobody knows it. */
function nameTag(tag: string, type: 'language' | 'region', locale: Locale): string {
  try {
    return new Intl.DisplayNames(intlTags[locale], { type }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
