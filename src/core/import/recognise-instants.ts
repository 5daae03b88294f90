import type { InstantFormat } from './mapping.ts';
import { monthWords } from './month-words.ts';

const yearFirst = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}($|[T ,])/;
const yearLast = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})($|[T ,])/;
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const spelled = new RegExp(`^(?:[a-z]{3,9},? )?(?:\\d{1,2} )?(?:${month})\\.?,? .*\\d{4}|^\\d{1,2}[ -](?:${month})[ -]\\d{4}`, 'i');
const named = /^(?:\p{L}+\.?,?\s+)?\d{1,2}\.?[\s/-]*(?:de\s+)?(\p{L}+)\.?[\s/-]*(?:de\s+)?(?:\d{4}|\d{2})(?!\d)/u;
const eastern = /^\d{4}\s*年|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s*(上午|下午)/;

const numeric: readonly (readonly [format: InstantFormat, pattern: RegExp])[] = [
  ['unix_s', /^\d{9,10}(\.\d+)?$/],
  ['unix_ms', /^1\d{12}$/],
  ['unix_us', /^1\d{15}$/],
];
const excel = /^[2-5]\d{4}([.,]\d+)?$/;

const share = 0.9;

/** A column that is called a time may hold many values that are none: they become rejects. */
const shareWhereNamed = 0.5;

function most(values: readonly string[], test: (value: string) => boolean, least = share): boolean {
  return values.length > 0 && values.filter(test).length >= least * values.length;
}

/** A date or time in ISO 8601, d/m/Y or English words. */
function isInstantText(value: string): boolean {
  return yearFirst.test(value) || yearLast.test(value) || spelled.test(value);
}

/** A date with the name of its month in one of the languages. */
function isNamedMonth(value: string): boolean {
  const word = named.exec(value.toLowerCase())?.[1];
  return word !== undefined && monthWords.has(word);
}

const written: readonly (readonly [format: InstantFormat, test: (value: string) => boolean])[] = [
  ['eastern', (value) => eastern.test(value)],
  ['text', isInstantText],
  ['named', isNamedMonth],
];

/** How instants are written in these values; null when they are none. Excel's serial days are taken only where the name says time. */
export function recogniseInstants(values: readonly string[], namedAsTime: boolean): InstantFormat | null {
  const inWords = written.find(([, test]) => most(values, test, namedAsTime ? shareWhereNamed : share));
  if (inWords) return inWords[0];
  if (!namedAsTime) return null;
  const found = numeric.find(([, pattern]) => most(values, (value) => pattern.test(value), shareWhereNamed));
  if (found) return found[0];
  return most(values, (value) => excel.test(value)) ? 'excel' : null;
}

/** Formats of which a value may name no zone. */
export function isWritten(format: InstantFormat | undefined): boolean {
  return written.some(([known]) => known === format);
}

/** Which comes first in 5/3/2016, decided over all values; null when no value decides it. */
export function recogniseDateOrder(values: readonly string[]): 'dmy' | 'mdy' | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const value of values) {
    const parts = yearLast.exec(value);
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst++;
    if (Number(parts[3]) > 12) monthFirst++;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst > monthFirst ? 'dmy' : 'mdy';
}

/** Whether every value that could be d/m/Y or m/d/Y has points between its parts, as nobody writes who puts the month first. */
export function hasPointedDates(values: readonly string[]): boolean {
  const dates = values.filter((value) => yearLast.test(value));
  return dates.length > 0 && dates.every((value) => yearLast.exec(value)?.[2] === '.');
}

/** True when some value is written d/m/Y or m/d/Y. */
export function hasNumericDates(values: readonly string[]): boolean {
  return values.some((value) => yearLast.test(value));
}

/** True when some value names no zone and is not a number. */
export function hasZonelessTimes(values: readonly string[]): boolean {
  return values.some((value) => written.some(([, test]) => test(value)) && !/([zZ]|[+-]\d{2}:?\d{2}|GMT|UTC)( \d{4})?$/.test(value));
}

const closer = 3;
const leastDates = 10;

/** The order in which dates that can be read in both ways lie several times closer together; null where neither does, or they are few. */
export function closerDateOrder(values: readonly string[]): 'dmy' | 'mdy' | null {
  const parts = values.flatMap((value) => {
    const [, first, , second, year] = yearLast.exec(value) ?? [];
    return first === undefined ? [] : [[Number(first), Number(second), Number(year)] as const];
  });
  if (parts.length < leastDates) return null;
  const dayFirst = spreadOf(parts.map(([day, month, year]) => Date.UTC(year, month - 1, day)));
  const monthFirst = spreadOf(parts.map(([month, day, year]) => Date.UTC(year, month - 1, day)));
  if (dayFirst > closer * monthFirst) return 'mdy';
  return monthFirst > closer * dayFirst ? 'dmy' : null;
}

/** From the smallest to the largest; of as many numbers as there are. */
function spreadOf(numbers: readonly number[]): number {
  const [smallest, largest] = numbers.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [Infinity, -Infinity]);
  return largest - smallest;
}
