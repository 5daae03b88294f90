import type { Locale } from '../../core/model/locale.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { Say } from '../charts/chart-context.ts';
import { intlTags } from '../charts/format-number.ts';
import { formatWeekday } from '../charts/format-time.ts';
import { dimensions } from '../dimensions/index.ts';
import { metrics } from '../metrics/index.ts';
import { valueTexts } from './values.ts';

/** The language of the reader and its words. */
export interface Reader {
  readonly locale: Locale;
  readonly say: Say;
}

const people = new Set(['agent', 'handler']);

/** What a value of a dimension is called. Ids of agents and teams are looked up in `names`; what has no name stays as it is. */
export function nameValue(dimension: string, value: string, reader: Reader, names: Readonly<Record<string, string>> = {}): string {
  if (value === '') return reader.say(people.has(dimension) ? 'value.unassigned' : 'value.notKnown');
  if (dimension === 'weekday') return formatWeekday(Number(value), reader.locale);
  if (dimension === 'hour') return `${value}:00`;
  if (dimension === 'language') return nameTag(value, 'language', reader.locale);
  if (dimension === 'country' && /^[A-Z]{2}$/.test(value)) return nameTag(value, 'region', reader.locale);
  const list = dimensions.find(({ name }) => name === dimension)?.values;
  return valueTexts[list ?? '']?.[value]?.[reader.locale] ?? names[value] ?? value;
}

/** What a dimension is called. */
export function nameDimension(dimension: string, locale: Locale): string {
  return dimensions.find(({ name }) => name === dimension)?.text[locale] ?? dimension;
}

/** What a metric is called: its label, its statistic and the choices that differ from the default. */
export function nameMetric(metric: ResolvedMetric, reader: Reader): string {
  const declared = metrics.find(({ name }) => name === metric.name);
  const label = declared?.text[reader.locale].label ?? metric.name;
  const statistic = metric.statistic === null ? [] : [reader.say(`statistic.${metric.statistic}`)];
  return [label, ...statistic, ...chosen(metric, reader)].join(' · ');
}

/** What a value of an option is called. */
export function nameOption(value: string, reader: Reader): string {
  return optionWords.has(value)
    ? reader.say(`optionValue.${value as OptionWord}`)
    : (valueTexts.slaMetric?.[value]?.[reader.locale] ?? value);
}

type OptionWord = 'business' | 'calendar' | 'human' | 'bot' | 'any' | 'industry' | 'article';
const optionWords: ReadonlySet<string> = new Set<OptionWord>(['business', 'calendar', 'human', 'bot', 'any', 'industry', 'article']);

function chosen(metric: ResolvedMetric, reader: Reader): string[] {
  const defaults = metrics.find(({ name }) => name === metric.name)?.options ?? {};
  const options = Object.entries(metric.options).filter(([name, value]) => defaults[name]?.[0] !== value);
  const variant = metric.variant === 'article' ? ['article'] : [];
  return [...options.map(([, value]) => value), ...variant].map((value) => nameOption(value, reader));
}

/** A language or a country by its tag, in the words of the reader's language; the tag itself when nobody knows it. */
function nameTag(tag: string, type: 'language' | 'region', locale: Locale): string {
  try {
    return new Intl.DisplayNames(intlTags[locale], { type }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
