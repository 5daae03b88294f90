import { isDuration } from '../../core/model/duration-unit.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { Explanation, Finding, Segment } from '../../core/model/finding.ts';
import type { Locale } from '../../core/model/locale.ts';
import type { Unit } from '../../core/model/metric.ts';
import { formatPercent, formatPercentagePoints, formatPoints, intlTags } from '../charts/format-number.ts';
import { formatValue, valueWriter } from '../charts/format-value.ts';
import { joinSentences } from '../locales/join-sentences.ts';
import { listNames } from '../locales/list-names.ts';
import { type NamingReader, nameDimension, nameValue } from '../locales/names.ts';
import { adviceTexts } from './advice.ts';
import { findingWords } from './finding-words.ts';

/** Names of the ids of agents and teams, as the calls give them. */
type Ids = Readonly<Record<string, string>>;

/**
 * What changed, since when, how much and because of what, in one sentence: "Shipping tickets up 85% since 26 October: carrier Northway, region Scotland and North
 * (91%)." Where nothing stands out it says so, but for what follows an event of the calendar.
 * @param now day or instant whose year goes without saying
 */
export function findingSentence(finding: Finding, reader: NamingReader, ids: Ids = {}, now = finding.until): string {
  const words = findingWords[reader.locale];
  const clause = words.since(
    changeClause(subjectOf(finding, reader, ids), finding, reader.locale),
    sayDay(finding.since, now, reader.locale),
  );
  if (finding.drivers.length > 0) return words.stop(because(clause, finding.drivers, reader, ids));
  if (finding.event !== null) return words.stop(clause);
  return joinSentences([words.stop(clause), finding.segment.length > 0 ? words.nothingNarrower : words.noneStandsOut], reader.locale);
}

/** The figures that moved with it, and, where an improvement is none, what speaks against it; null when nothing did. */
export function consequenceSentence(finding: Finding, reader: NamingReader, ids: Ids = {}): string | null {
  const { locale } = reader;
  const words = findingWords[locale];
  const speaksAgainst = (one: Consequence): boolean => isFalseImprovement(finding) && isWorse(one);
  const list = (ones: readonly Consequence[]): string => ones.map((one) => sayConsequence(one, reader, ids)).join(words.separator);
  const against = finding.consequences.filter(speaksAgainst);
  const others = finding.consequences.filter((one) => !speaksAgainst(one));
  const sentences = [...(against.length > 0 ? [words.but(list(against))] : []), ...(others.length > 0 ? [words.withIt(list(others))] : [])];
  return sentences.length === 0 ? null : joinSentences(sentences, locale);
}

type Consequence = Finding['consequences'][number];

function sayConsequence({ label, unit, segment, before, after }: Consequence, reader: NamingReader, ids: Ids): string {
  const { locale } = reader;
  const name = label[locale] ?? '';
  const figure = segment.length === 0 ? name : findingWords[locale].inPart(name, saySegments(segment, reader, ids));
  return `${figure} ${sayValue(before.value, unit, locale)} → ${sayValue(after.value, unit, locale)}`;
}

function isWorse({ better, before, after }: Consequence): boolean {
  return better !== 'neither' && (better === 'up') === (after.value ?? 0) < (before.value ?? 0);
}

/** What the texts behind a change speak of; null where there is nothing to say. */
export function keywordSentence({ keywords }: Pick<Finding, 'keywords'>, locale: Locale): string | null {
  const words = findingWords[locale];
  return keywords.length === 0 ? null : words.keywords(keywords.map(({ word }) => words.quote(word)).join(words.separator));
}

/** The events of the calendar that began with a change; null when there are none. */
export function eventSentence({ events }: Pick<Finding, 'events'>, locale: Locale): string | null {
  const words = findingWords[locale];
  return events.length === 0 ? null : words.events(events.join(words.separator));
}

/** On which day the level of an explained figure changed; null where no single day stands out. */
export function changeDaySentence({ changedOn, period }: Pick<Explanation, 'changedOn' | 'period'>, locale: Locale): string | null {
  if (changedOn === null) return null;
  const words = findingWords[locale];
  const { day, from, until } = changedOn;
  const say = (one: string): string => sayDay(one, period.until, locale);
  return from === until ? words.changedOn(say(day)) : words.changedBetween(say(day), say(from), say(until));
}

/** What to do, a sentence each. */
export function adviceSentences({ advice }: Pick<Finding, 'advice'>, locale: Locale): readonly string[] {
  return advice.flatMap((key) => adviceTexts[key]?.[locale] ?? []);
}

/** Why a figure changed between two stretches, in one sentence. @param label name of the metric in the language of the reader */
export function explanationSentence(explanation: Explanation, label: string, reader: NamingReader, ids: Ids = {}): string {
  const words = findingWords[reader.locale];
  const clause = changeClause(label, { ...explanation, observed: explanation.after, expected: explanation.before }, reader.locale);
  if (explanation.drivers.length === 0) return joinSentences([words.stop(clause), words.noneStandsOut], reader.locale);
  return words.stop(because(clause, explanation.drivers, reader, ids));
}

/**
 * What is to be known beside a finding, a sentence each: a bot that closes more and solves less, for how many weeks teams have had more to do than they can bear, and
 * between which days it began where that is not sure.
 */
export function remarkSentences(finding: Finding, reader: NamingReader, ids: Ids = {}): readonly string[] {
  const loads = finding.loads.map(({ team, weeks }) => loadSentence(nameValue('team', team, reader, ids), weeks, reader.locale));
  const words = findingWords[reader.locale];
  const bot = hasHastyBot(finding) ? [words.hastyBot(sayValue(finding.observed.value, finding.unit, reader.locale))] : [];
  const [first, last] = [finding.began.from, finding.began.until].map((day) => sayDay(day, finding.until, reader.locale));
  const onset = isVague(finding.began) ? [words.beganBetween(first ?? '', last ?? '')] : [];
  return [...bot, ...loads, ...onset];
}

/** More than a week lies between the days on which it may have begun. */
function isVague({ from, until }: Finding['began']): boolean {
  return Date.parse(until) - Date.parse(from) > 7 * 86_400_000;
}

/** More customers came back from the bot, though it handled or closed more. */
function hasHastyBot({ metric, observed, expected, consequences }: Finding): boolean {
  const closedMore = consequences.some(
    (one) => /^bot_(handled|resolution)_rate/.test(one.metric) && (one.after.value ?? 0) > (one.before.value ?? 0),
  );
  return metric.startsWith('bot_came_back_rate') && (observed.value ?? 0) > (expected.value ?? 0) && closedMore;
}

/** How many weeks in a row a team has had more to do than it can bear. */
export function loadSentence(team: string, weeks: number, locale: Locale): string {
  return findingWords[locale].aboveLoad(team, weeks);
}

function because(clause: string, drivers: Finding['drivers'], reader: NamingReader, ids: Ids): string {
  const { locale } = reader;
  const words = findingWords[locale];
  const list = drivers.map(({ segment }) => sayDriver(segment, reader, ids)).join(words.separator);
  const share = Math.min(1, drivers.at(-1)?.share ?? 0);
  return words.because(clause, list, formatPercent(Math.round(100 * share), locale));
}

function subjectOf({ metric, label, segment }: Finding, reader: NamingReader, ids: Ids): string {
  const words = findingWords[reader.locale];
  const [own] = segment;
  const figure = metric === 'created' ? words.tickets : (label[reader.locale] ?? metric);
  if (!own) return figure;
  if (metric === 'created' && own.dimension === 'category') return words.ticketsOf(sayValues(own, reader, ids));
  return words.inPart(figure, sayDriver(own, reader, ids));
}

type Changed = Pick<Finding, 'unit' | 'observed' | 'expected'>;

function changeClause(subject: string, { unit, observed, expected }: Changed, locale: Locale): string {
  const words = findingWords[locale];
  const [before, after] = [expected.value, observed.value];
  const up = (after ?? 0) >= (before ?? 0);
  const amount = changeAmount(unit as Unit, expected, observed, locale);
  const say = isDuration(unit) ? (up ? words.longer : words.shorter) : up ? words.up : words.down;
  const clause = say(subject, amount);
  return unit === 'count' || before === null
    ? clause
    : words.fromTo(clause, sayValue(before, unit, locale, after), sayValue(after, unit, locale, before));
}

/** The size of a change: percentage points, points, or percent of what it was. */
function changeAmount(unit: Unit, before: Estimate, after: Estimate, locale: Locale): string {
  const difference = Math.abs((after.value ?? 0) - (before.value ?? 0));
  if (unit === 'percent') return formatPercentagePoints(rounded(difference), locale);
  if (unit === 'points') return formatPoints(rounded(difference), locale);
  if ((before.value ?? 0) === 0) return formatValue(difference, unit, locale);
  return formatPercent(Math.round((100 * difference) / Math.abs(before.value ?? 1)), locale);
}

function rounded(value: number): number {
  return value >= 10 ? Math.round(value) : Math.round(10 * value) / 10;
}

function sayValue(value: number | null, unit: string, locale: Locale, beside: number | null = null): string {
  return valueWriter([value, beside], unit as Unit, locale)(value === null || unit !== 'count' ? value : Math.round(value));
}

function sayDriver(segment: Segment, reader: NamingReader, ids: Ids): string {
  return findingWords[reader.locale].driver(nameDimension(segment.dimension, reader), sayValues(segment, reader, ids));
}

function saySegments(segments: readonly Segment[], reader: NamingReader, ids: Ids): string {
  return segments.map((segment) => sayDriver(segment, reader, ids)).join(findingWords[reader.locale].separator);
}

function sayValues({ dimension, values }: Segment, reader: NamingReader, ids: Ids): string {
  return listNames(
    values.map((value) => nameValue(dimension, value, reader, ids)),
    reader.locale,
  );
}

/** A day, with its year where that is not the year of `now`. */
function sayDay(day: string, now: string, locale: Locale): string {
  const year = day.slice(0, 4) === now.slice(0, 4) ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(intlTags[locale], { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Better by itself and yet no good news. */
function isFalseImprovement({ good, better, observed, expected }: Finding): boolean {
  if (good !== false || better === 'neither') return false;
  return (better === 'up') === (observed.value ?? 0) > (expected.value ?? 0);
}
