import type { InstantFormat } from './mapping.ts';

const yearFirst = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}($|[T ,])/;
const yearLast = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})($|[T ,])/;
const spelled =
  /^(?:[a-z]{3,9},? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? .*\d{4}|^\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{4}/i;

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

/** A date or time in words, ISO 8601 or d/m/Y. */
function isInstantText(value: string): boolean {
  return yearFirst.test(value) || yearLast.test(value) || spelled.test(value);
}

/** How instants are written in these values; null when they are none. Excel's serial days are taken only where the name says time. */
export function recogniseInstants(values: readonly string[], namedAsTime: boolean): InstantFormat | null {
  if (most(values, isInstantText, namedAsTime ? shareWhereNamed : share)) return 'text';
  if (!namedAsTime) return null;
  const found = numeric.find(([, pattern]) => most(values, (value) => pattern.test(value)));
  if (found) return found[0];
  return most(values, (value) => excel.test(value)) ? 'excel' : null;
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

/** True when some value is written d/m/Y or m/d/Y. */
export function hasNumericDates(values: readonly string[]): boolean {
  return values.some((value) => yearLast.test(value));
}

/** True when some value names no zone and is not a number. */
export function hasZonelessTimes(values: readonly string[]): boolean {
  return values.some((value) => isInstantText(value) && !/([zZ]|[+-]\d{2}:?\d{2}|GMT|UTC)( \d{4})?$/.test(value));
}
