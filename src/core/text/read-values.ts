/** Values that a person typed or pasted, or the first word that is none. */
export type ReadValues = { readonly kind: 'values'; readonly values: readonly number[] } | { readonly kind: 'bad'; readonly word: string };

/** The sign between whole and fraction: a point in English and Chinese, a comma in Russian. */
export type DecimalSign = '.' | ',';

const hourMs = 3_600_000;
const durations: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|day|days|天|日|д|дн|день|дня|дней)\.?$/i, 24 * hourMs],
  [/^(?:h|hr|hrs|hour|hours|小时|小時|时|時|ч|час|часа|часов)\.?$/i, hourMs],
  [/^(?:m|min|mins|minute|minutes|分|分钟|分鐘|м|мин)\.?$/i, 60_000],
  [/^(?:s|sec|secs|second|seconds|秒|с|сек)\.?$/i, 1000],
];

/** A number of 0 or more as people write it: `1,234.5`, in Russian `1 234,5`. Null when it is none. */
export function readAmount(text: string, decimal: DecimalSign): number | null {
  const joined = text.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  const plain = decimal === ',' ? joined.replace(',', '.') : joined.replace(/,(?=\d{3}(?!\d))/g, '');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A duration in ms: `2 h 14 min`, `2:14` (hours and minutes), `0:02:14`, or a bare number of minutes. Null when it is none. */
export function readDuration(text: string, decimal: DecimalSign): number | null {
  const trimmed = text.trim();
  const clock = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/.exec(trimmed);
  if (clock !== null) return Number(clock[1]) * hourMs + Number(clock[2]) * 60_000 + Number(clock[3] ?? 0) * 1000;
  const bare = readAmount(trimmed, decimal);
  if (bare !== null) return bare * 60_000;
  const parts = [...trimmed.matchAll(/\s*([\d.,]+)\s*([^\d\s.,]+\.?)/gy)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== trimmed) return null;
  return sumOf(parts.map(([, amount = '', unit = '']) => part(readAmount(amount, decimal), unit)));
}

/** Values apart by lines or semicolons, and numbers also by spaces, or by commas where a comma is no decimal sign. */
export function readValues(text: string, read: 'amount' | 'duration', decimal: DecimalSign): ReadValues {
  const apart = read === 'duration' ? /[\n;]+/ : decimal === ',' ? /[\s;]+|,(?=\s)/ : /[\s;,]+/;
  const words = text.split(apart).flatMap((word) => (word.trim() === '' ? [] : word.trim()));
  const values: number[] = [];
  for (const word of words) {
    const value = read === 'duration' ? readDuration(word, decimal) : readAmount(word, decimal);
    if (value === null) return { kind: 'bad', word };
    values.push(value);
  }
  return { kind: 'values', values };
}

function part(amount: number | null, unit: string): number | null {
  const ms = durations.find(([pattern]) => pattern.test(unit))?.[1];
  return amount === null || ms === undefined ? null : amount * ms;
}

function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0 as number | null);
}
