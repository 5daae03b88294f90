import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dateOf, epochDayOf } from './calendar-day.ts';
import { checkZone, instantOfLocal, offsetMsAt, offsetSpans, startOfDayMs } from './zone.ts';

const zones = [
  'UTC',
  'Europe/London',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Havana',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Tehran',
];
const anyInstant = fc.integer({ min: Date.parse('1985-01-01'), max: Date.parse('2035-01-01') });

describe.each(zones)('in %s', (zone) => {
  test('offset, local time and start of day are those of Temporal', () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        expect(offsetMsAt(zone, ms)).toBe(zoned.offsetNanoseconds / 1e6);
        expect(startOfDayMs(zone, epochDayOf(zoned.toPlainDate().toString()))).toBe(zoned.startOfDay().epochMilliseconds);
        const plain = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime();
        expect(instantOfLocal(zone, ms)).toBe(plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
      }),
      { numRuns: 60 },
    );
  });

  test('local times around every clock change are read as Temporal reads them', () => {
    for (const span of offsetSpans(zone, Date.parse('2008-01-01'), Date.parse('2027-01-01')).slice(1)) {
      for (let minutes = -180; minutes <= 180; minutes += 15) {
        const local = span.fromMs + span.offsetMs + minutes * 60_000;
        const plain = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
        expect(instantOfLocal(zone, local)).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
      }
      const day = Temporal.Instant.fromEpochMilliseconds(span.fromMs).toZonedDateTimeISO(zone).toPlainDate();
      expect(startOfDayMs(zone, epochDayOf(day.toString()))).toBe(day.toZonedDateTime(zone).epochMilliseconds);
    }
  });
});

describe('a zone', () => {
  test('is named in its usual spelling', () => {
    expect(checkZone('europe/london')).toBe('Europe/London');
  });

  test('that does not exist is named in the error', () => {
    expect(() => checkZone('Europe/Atlantis')).toThrow(
      'Unknown time zone "Europe/Atlantis": an IANA name such as Europe/London or UTC is needed.',
    );
    expect(() => offsetMsAt('nowhere', 0)).toThrow('"nowhere"');
  });

  test('skips a day at the date line: it starts and ends at the same instant', () => {
    expect(startOfDayMs('Pacific/Apia', epochDayOf('2011-12-30'))).toBe(startOfDayMs('Pacific/Apia', epochDayOf('2011-12-31')));
  });
});

describe('a day', () => {
  test('is written back as it was read, and refused when it does not exist', () => {
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => epochDayOf(dateOf(day)) === day));
    expect(() => epochDayOf('2026-02-29')).toThrow('Not a day: "2026-02-29"');
    expect(() => epochDayOf('2026-2-1')).toThrow('Not a day');
  });
});
