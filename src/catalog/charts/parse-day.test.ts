import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locales } from '../../core/model/locale.ts';
import { formatDay } from './format-time.ts';
import { parseDay } from './parse-day.ts';

const locale = fc.constantFrom(...locales);
const day = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

test('a day as a page writes it is the same day, in every language', () => {
  fc.assert(fc.property(day, locale, (each, of) => parseDay(formatDay(each, of), of) === each));
});

test('a day in numbers is read from the year or from the day on', () => {
  fc.assert(
    fc.property(day, locale, (each, of) => {
      const [year, month, dayOfMonth] = each.split('-');
      expect(parseDay(each, of)).toBe(each);
      expect(parseDay(`${dayOfMonth}.${month}.${year}`, of)).toBe(each);
      expect(parseDay(`${year}/${Number(month)}/${Number(dayOfMonth)}`, of)).toBe(each);
    }),
  );
});

test('what is no day, or none yet, is none', () => {
  for (const text of ['', 'tomorrow', '26 Oct', '26 Oct 202', '2026-02-30', '31 Nov 2026', '2026-10', '1 2 3 2026', '26 Okt 2026']) {
    expect(parseDay(text, 'en'), text).toBeNull();
  }
  fc.assert(
    fc.property(fc.string(), locale, (text, of) => {
      const found = parseDay(text, of);
      return found === null || /^\d{4}-\d{2}-\d{2}$/.test(found);
    }),
  );
});

test('months are known by their full names, too', () => {
  expect(parseDay('26 October 2026', 'en')).toBe('2026-10-26');
  expect(parseDay('3 Мая 2026', 'ru')).toBe('2026-05-03');
  expect(parseDay('2026年10月3日', 'zh-Hans')).toBe('2026-10-03');
});
