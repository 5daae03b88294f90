import type { Locale } from '../../core/model/locale.ts';
import { intlTags } from './format-number.ts';

/** A day as somebody types it (`2026-10-26`, `26 Oct 2026`, `26.10.2026`, `2026年10月26日`) as a local day; null when it is none, or not yet. */
export function parseDay(text: string, locale: Locale): string | null {
  const numbers = text.match(/\d+/g) ?? [];
  const named = numbers.length === 2 ? monthNamed(text, locale) : null;
  const [first = '', second = '', third = ''] = named === null ? numbers : [numbers[0], named, numbers[1]];
  if (numbers.length > 3) return null;
  return first.length === 4 ? dayOf(first, second, third) : dayOf(third, second, first);
}

function dayOf(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== written ? null : written;
}

/** The number of the month that the text names, in full or by its first three letters. */
function monthNamed(text: string, locale: Locale): string | null {
  const said = text.toLocaleLowerCase(locale);
  const format = new Intl.DateTimeFormat(intlTags[locale], { day: 'numeric', month: 'long', timeZone: 'UTC' });
  for (let month = 0; month < 12; month += 1) {
    const name = format.formatToParts(new Date(Date.UTC(2026, month, 1))).find(({ type }) => type === 'month')?.value ?? '';
    if (said.includes(name.toLocaleLowerCase(locale).slice(0, 3))) return String(month + 1);
  }
  return null;
}
