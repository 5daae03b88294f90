import { anyUnitWord, unitWords } from '../../core/import/duration-units.ts';
import { flagWords } from '../../core/import/flag-words.ts';
import {
  type ColumnMapping,
  type CountedUnit,
  countedUnits,
  type DurationUnit,
  type InstantFormat,
  type Mapping,
  type Scale,
  usualScale,
} from '../../core/import/mapping.ts';
import { monthWords } from '../../core/import/month-words.ts';
import { questionsOf } from '../../core/import/survey-questions.ts';
import { type Field, wordsOf } from '../../core/import/target.ts';
import { remarkedWord, valueWords } from '../../core/import/value-words.ts';
import { bind, integer, join, type Sql, sql } from '../../core/sql/sql.ts';

/** How one column's text is read. */
export type Reading = Pick<ColumnMapping, 'format' | 'unit' | 'scale' | 'scales' | 'separator' | 'values'>;

/** An expression of the field's type over the text of one cell, in which '' is "nothing is known". What cannot be read is null, or '' for words. */
export function typedValue(field: Field, text: Sql, reading: Reading, mapping: Mapping): Sql {
  return readers[field.kind](text, { field, reading, mapping });
}

interface Context {
  readonly field: Field;
  readonly reading: Reading;
  readonly mapping: Mapping;
}

const readers: Readonly<Record<Field['kind'], (text: Sql, context: Context) => Sql>> = {
  id: (text, { mapping }) => sql`if(${text} = '', '', concat(${bind('String', `${mapping.source}:`)}, trimBoth(${text})))`,
  email: (text) => sql`if(position(${text}, '@') > 1, lower(trimBoth(${text})), '')`,
  phone: (text) => phone(text),
  text: (text) => text,
  label: (text) => sql`trimBoth(${text})`,
  closed: (text, context) => closedWord(text, context),
  instant: (text, { reading, mapping }) => withinCalendar(instants[reading.format ?? 'text'](text, mapping)),
  duration: (text, { reading, mapping }) => duration(text, reading.unit ?? 'min', mapping),
  number: (text, { reading, mapping }) => withinScale(decimal(inNumbers(text, reading), mapping), reading),
  integer: (text, { mapping }) => sql`toInt64OrNull(toString(round(${decimal(text, mapping)})))`,
  flag: (text) => flag(text),
  labels: (text, { reading }) => labels(text, reading.separator ?? ','),
};

function phone(text: Sql): Sql {
  const digits = sql`replaceRegexpOne(replaceRegexpAll(${text}, '[^0-9]', ''), '^00', '')`;
  return sql`if(${digits} = '', '', concat('+', ${digits}))`;
}

/** What the mapping says, then our own words, then what sources are known to say; of a word that is not known, the same without its number and remark. */
function closedWord(text: Sql, { field, reading }: Context): Sql {
  const known = new Map(field.closedSet ? valueWords(field.closedSet) : []);
  for (const word of wordsOf(field)) known.set(word, word);
  for (const [theirs, ours] of Object.entries(reading.values ?? {})) known.set(theirs.trim().toLowerCase(), ours);
  const [theirs, ours] = [bind('Array(String)', [...known.keys()]), bind('Array(String)', [...known.values()])];
  const word = sql`lowerUTF8(trimBoth(${text}))`;
  const bare = sql`extract(${word}, ${bind('String', remarkedWord)})`;
  return sql`transform(${word}, ${theirs}, ${ours}, transform(${bare}, ${theirs}, ${ours}, ''))`;
}

function flag(text: Sql): Sql {
  const word = sql`lowerUTF8(trimBoth(${text}))`;
  return sql`multiIf(has(${bind('Array(String)', [...flagWords.yes])}, ${word}), true, has(${bind('Array(String)', [...flagWords.no])}, ${word}), false, NULL)`;
}

function labels(text: Sql, separator: string): Sql {
  return sql`arrayFilter(label -> label != '', arrayMap(label -> trimBoth(label), splitByString(${bind('String', separator)}, ${text})))`;
}

/** Thousands are grouped by a space, or by whichever of comma and point is not the decimal sign. */
function decimal(text: Sql, mapping: Mapping): Sql {
  const comma = mapping.decimal === ',';
  const grouping = bind('String', comma ? "[\\s.%\\x{a0}\\x{202f}'’]" : "[\\s,%\\x{a0}\\x{202f}'’]");
  const bare = sql`replaceRegexpAll(${text}, ${grouping}, '')`;
  const number = comma
    ? sql`toFloat64OrNull(replaceOne(${bare}, ',', '.'))`
    : sql`coalesce(toFloat64OrNull(${text}), toFloat64OrNull(${bare}))`;
  return sql`if(isFinite(${number}), ${number}, NULL)`;
}

/** Words that the mapping gives a number. */
function inNumbers(text: Sql, { values }: Reading): Sql {
  if (!values) return text;
  const theirs = Object.keys(values).map((word) => word.trim().toLowerCase());
  return sql`transform(lowerUTF8(trimBoth(${text})), ${bind('Array(String)', theirs)}, ${bind('Array(String)', Object.values(values))}, ${text})`;
}

function withinScale(value: Sql, reading: Reading): Sql {
  if (!reading.scale && !reading.scales) return value;
  const [min, max] = [ofScale(reading, 'min'), ofScale(reading, 'max')];
  return sql`if(${value} BETWEEN ${min} AND ${max}, ${value}, NULL)`;
}

/** The columns of the scale that a score was given on: that of its question where a row answers several. */
export function scaleValues(mapping: Mapping, field: 'score' | 'csat_score'): Record<string, Sql> {
  const first = mapping.columns.find((column) => column.to === field) ?? {};
  const part = (name: keyof Scale) => {
    const cases = questionsOf(mapping).map((column) => sql`question = ${bind('String', column.from)}, ${ofScale(column, name)}`);
    return cases.length === 0 ? ofScale(first, name) : sql`multiIf(${join(cases)}, ${ofScale(first, name)})`;
  };
  return { scale_min: part('min'), scale_max: part('max'), scale_step: part('step'), direction: part('direction') };
}

/** A part of a scale: of that of the row's kind of survey where the mapping has several. */
function ofScale({ scale, scales = {} }: Pick<Reading, 'scale' | 'scales'>, part: keyof Scale): Sql {
  const type = part === 'direction' ? 'String' : 'Float64';
  const others = bind(type, (scale ?? usualScale)[part]);
  const cases = Object.entries(scales).map(([kind, own]) => sql`kind = ${bind('String', kind)}, ${bind(type, own[part])}`);
  return cases.length === 0 ? others : sql`multiIf(${join(cases)}, ${others})`;
}

const unitMs: Readonly<Record<CountedUnit, number>> = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

function duration(text: Sql, unit: DurationUnit, mapping: Mapping): Sql {
  if (unit === 'words') return milliseconds(spelledDuration(text));
  if (unit !== 'clock') return milliseconds(sql`${decimal(text, mapping)} * ${integer(unitMs[unit])}`);
  const part = (index: number) => sql`toFloat64OrZero(splitByChar(':', ${text})[${integer(index)}])`;
  const elapsed = sql`${part(1)} * 3600000 + ${part(2)} * 60000 + ${part(3)} * 1000`;
  return milliseconds(sql`if(match(${text}, '^\\s*\\d+:\\d{2}(:\\d{2}(\\.\\d+)?)?\\s*$'), ${elapsed}, NULL)`);
}

/** The sum of the parts that name a unit; null without any, or with anything else but signs between them. */
function spelledDuration(text: Sql): Sql {
  const word = sql`lowerUTF8(${text})`;
  const numbers = '([0-9]+(?:[.,][0-9]+)?)\\s*';
  const parts = countedUnits.map((unit) => ({ unit, pattern: `${numbers}(?:${unitWords(unit).join('|')})(?:\\PL|$)` }));
  const sums = parts.map(
    ({ unit, pattern }) =>
      sql`toFloat64OrZero(replaceOne(extract(${word}, ${bind('String', pattern)}), ',', '.')) * ${integer(unitMs[unit])}`,
  );
  const every = `^\\s*(?:${numbers}${anyUnitWord}(?:[\\s,.;]|and|und|et|y|и)*)+$`;
  return sql`if(match(${word}, ${bind('String', every)}), ${join(sums, sql` + `)}, NULL)`;
}

function milliseconds(value: Sql): Sql {
  return sql`if(abs(${value}) < 9e15, toInt64(round(${value})), NULL)`;
}

const instants: Readonly<Record<InstantFormat, (text: Sql, mapping: Mapping) => Sql>> = {
  text: instantText,
  named: namedDay,
  eastern: easternDay,
  unix_s: (text) => epoch(text, 1_000),
  unix_ms: (text) => epoch(text, 1),
  unix_us: (text) => epoch(text, 0.001),
  excel: excelDay,
};

/** An instant that a day of the calendar can hold; the others cannot be asked for, and 0001 and 9999 are how systems write that nothing is known. */
function withinCalendar(instant: Sql): Sql {
  return sql`arrayMap(
    at -> if(at >= toDateTime64('1900-01-01 00:00:00', 3, 'UTC') AND at < toDateTime64('2299-01-01 00:00:00', 3, 'UTC'), at, NULL),
    [${instant}]
  )[1]`;
}

/** The parser also takes bare numbers, month 13 by swapping it with the day, and hour 25 as the next day: those are no instants. */
function instantText(text: Sql, mapping: Mapping): Sql {
  const monthFirst = mapping.dateOrder === 'mdy';
  const parsed = monthFirst
    ? sql`parseDateTime64BestEffortUSOrNull(${text}, 3, ${bind('String', mapping.zone)})`
    : sql`parseDateTime64BestEffortOrNull(${text}, 3, ${bind('String', mapping.zone)})`;
  const month = monthFirst ? sql`'^\\s*(1[3-9]|[2-9][0-9])[/.-]'` : sql`'^\\s*[0-9]{1,2}[/.-](1[3-9]|[2-9][0-9])[/.-]'`;
  const refused = sql`match(${text}, ${month}) OR match(${text}, '^\\s*(0000|[0-9]*\\s*$)|[ T](2[4-9]|[3-9][0-9]):')`;
  return sql`if(${refused}, NULL, toTimeZone(${parsed}, 'UTC'))`;
}

/** Day, month by its name in some language, year, and the clock if there is one. */
function namedDay(text: Sql, mapping: Mapping): Sql {
  const pattern =
    '^\\s*(?:\\pL+\\.?,?\\s+)?(\\d{1,2})\\.?[\\s/-]*(?:de\\s+)?(\\pL+)\\.?[\\s/-]*(?:de\\s+)?(\\d{4}|\\d{2})(?:[^\\d]+(?:(\\d{1,2})[:h](\\d{2})(?::(\\d{2}))?)?\\s*([ap]m)?.*)?$';
  const parts = sql`extractGroups(lowerUTF8(${text}), ${bind('String', pattern)})`;
  const hour = sql`toUInt8OrZero(part[4])`;
  const months = bind('Array(String)', [...monthWords.keys()]);
  const numbers = bind('Array(String)', [...monthWords.values()].map(String));
  return sql`arrayMap(part -> ${dayOfParts(
    {
      year: sql`if(length(part[3]) = 2, concat('20', part[3]), part[3])`,
      month: sql`transform(part[2], ${months}, ${numbers}, '')`,
      day: sql`part[1]`,
    },
    { hour: sql`if(part[7] = '', ${hour}, ${hour} % 12 + if(part[7] = 'pm', 12, 0))`, minute: sql`part[5]`, second: sql`part[6]` },
    mapping,
  )}, [${parts}])[1]`;
}

/** Year, month and day as Chinese writes them, with or without the half of the day. */
function easternDay(text: Sql, mapping: Mapping): Sql {
  const pattern =
    '^\\s*(\\d{4})\\s*[年/.-]\\s*(\\d{1,2})\\s*[月/.-]\\s*(\\d{1,2})\\s*[日号號]?\\s*(上午|下午|中午|晚上|凌晨|早上)?\\s*(?:(\\d{1,2})\\s*[:：时時点點](?:(\\d{1,2})[分:：]?)?(?:(\\d{1,2})秒?)?)?';
  const hour = sql`toUInt8OrZero(part[5])`;
  const clock = sql`multiIf(
    part[4] IN ('下午', '晚上') AND ${hour} < 12, ${hour} + 12,
    part[4] = '中午' AND ${hour} < 11, ${hour} + 12,
    part[4] IN ('上午', '凌晨', '早上') AND ${hour} = 12, 0,
    ${hour}
  )`;
  return sql`arrayMap(part -> ${dayOfParts(
    { year: sql`part[1]`, month: sql`part[2]`, day: sql`part[3]` },
    { hour: clock, minute: sql`part[6]`, second: sql`part[7]` },
    mapping,
  )}, [extractGroups(${text}, ${bind('String', pattern)})])[1]`;
}

/** The instant of parts that were read as texts; null when they are no day and time. */
function dayOfParts(
  { year, month, day }: { readonly year: Sql; readonly month: Sql; readonly day: Sql },
  { hour, minute, second }: { readonly hour: Sql; readonly minute: Sql; readonly second: Sql },
  mapping: Mapping,
): Sql {
  const two = (part: Sql) => sql`leftPad(toString(${part}), 2, '0')`;
  const written = sql`concat(${year}, '-', ${two(month)}, '-', ${two(day)}, ' ', ${two(hour)}, ':', ${two(minute)}, ':', ${two(second)})`;
  const parsed = sql`toTimeZone(parseDateTime64BestEffortOrNull(${written}, 3, ${bind('String', mapping.zone)}), 'UTC')`;
  const isDay = sql`toUInt8OrZero(${month}) BETWEEN 1 AND 12 AND toUInt8OrZero(${day}) BETWEEN 1 AND 31 AND ${hour} < 24`;
  return sql`if(${isDay}, ${parsed}, NULL)`;
}

function epoch(text: Sql, unit: number): Sql {
  const ms = sql`toFloat64OrNull(${text}) * ${bind('Float64', unit)}`;
  return sql`if(${ms} BETWEEN 1 AND 9e12, fromUnixTimestamp64Milli(toInt64(round(${ms})), 'UTC'), NULL)`;
}

/** Days since 30 December 1899, on the clock of the mapping's zone. */
function excelDay(text: Sql, mapping: Mapping): Sql {
  const days = sql`toFloat64OrNull(replaceOne(${text}, ',', '.'))`;
  const clock = sql`formatDateTime(fromUnixTimestamp64Milli(toInt64(round((${days} - 25569) * 86400000)), 'UTC'), '%F %T')`;
  return sql`if(${days} BETWEEN 1 AND 100000, toTimeZone(parseDateTime64BestEffortOrNull(${clock}, 3, ${bind('String', mapping.zone)}), 'UTC'), NULL)`;
}
