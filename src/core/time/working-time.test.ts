import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { compileSchedule, type ScheduleVersion } from './schedule.ts';
import { addWorking, type WorkingClock, workingAt, workingMs, workingTimeRows } from './working-time.ts';

const minute = 60_000;
const cellMs = 5 * minute;

function version(
  zone: string,
  hours: readonly [weekdays: string, from: string, to: string][],
  more: Partial<ScheduleVersion> = {},
): ScheduleVersion {
  return {
    zone,
    version: 1,
    valid_from: 0,
    holidays: [],
    ...more,
    hours: hours.flatMap(([weekdays, from, to]) =>
      [...weekdays].map((day) => ({ weekday: Number(day), from_minute: minutesOf(from), to_minute: minutesOf(to) })),
    ),
  };
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

function compiled(history: ScheduleVersion[], from = '2026-01-01T00:00Z', until = '2027-01-01T00:00Z'): WorkingClock {
  const clock = compileSchedule(history, at(from), at(until));
  if (!clock) throw new Error('the schedule never opens');
  return clock;
}

/** Open five-minute cells, each asked from Temporal: the local clock of the version in force, one cell after another. */
function openCells(history: ScheduleVersion[], fromMs: number, untilMs: number): boolean[] {
  const cells: boolean[] = [];
  for (let ms = fromMs; ms < untilMs; ms += cellMs) {
    const inForce = history.filter((one) => one.valid_from <= ms).at(-1) ?? history[0];
    const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(inForce?.zone ?? 'UTC');
    const date = local.toPlainDate().toString();
    const minuteOfDay = local.hour * 60 + local.minute;
    const holiday = inForce?.holidays.some((one) => one.from <= date && date <= one.until);
    const shift = inForce?.hours.some(
      (one) => one.weekday === local.dayOfWeek && one.from_minute <= minuteOfDay && minuteOfDay < one.to_minute,
    );
    cells.push(!holiday && shift === true);
  }
  return cells;
}

function walk(cells: boolean[], originMs: number, startMs: number, endMs: number): number {
  let sum = 0;
  for (let i = Math.floor((startMs - originMs) / cellMs); i < cells.length && originMs + i * cellMs < endMs; i++) {
    if (cells[i]) sum += Math.min(endMs, originMs + (i + 1) * cellMs) - Math.max(startMs, originMs + i * cellMs);
  }
  return sum;
}

const officeHours: [string, string, string][] = [['12345', '09:00', '18:00']];
const split: [string, string, string][] = [
  ['12345', '09:00', '13:00'],
  ['12345', '14:00', '18:30'],
  ['6', '10:00', '12:05'],
];
const nights: [string, string, string][] = [
  ['1234567', '22:00', '24:00'],
  ['1234567', '00:00', '06:00'],
  ['7', '01:30', '02:45'],
];

const cases: { name: string; from: string; until: string; history: ScheduleVersion[] }[] = [
  {
    name: 'London over the spring change',
    from: '2026-03-20T00:00Z',
    until: '2026-04-03T00:00Z',
    history: [version('Europe/London', split)],
  },
  {
    name: 'London nights over the autumn change',
    from: '2026-10-18T00:00Z',
    until: '2026-11-01T00:00Z',
    history: [version('Europe/London', nights)],
  },
  {
    name: 'St. Johns nights over the autumn change',
    from: '2026-10-26T00:00Z',
    until: '2026-11-09T00:00Z',
    history: [version('America/St_Johns', nights)],
  },
  {
    name: 'Lord Howe over its half-hour change in autumn',
    from: '2026-03-29T00:00Z',
    until: '2026-04-12T00:00Z',
    history: [version('Australia/Lord_Howe', nights)],
  },
  {
    name: 'Lord Howe over its half-hour change in spring',
    from: '2026-09-27T00:00Z',
    until: '2026-10-11T00:00Z',
    history: [version('Australia/Lord_Howe', nights)],
  },
  {
    name: 'Kathmandu at +5:45 with holidays',
    from: '2026-05-01T00:00Z',
    until: '2026-05-15T00:00Z',
    history: [version('Asia/Kathmandu', split, { holidays: [{ from: '2026-05-05', until: '2026-05-06', name: 'two days' }] })],
  },
  {
    name: 'Apia, which skipped 30 December 2011',
    from: '2011-12-24T00:00Z',
    until: '2012-01-07T00:00Z',
    history: [version('Pacific/Apia', split, { holidays: [{ from: '2012-01-01', until: '2012-01-02', name: 'New Year' }] })],
  },
  {
    name: 'a holiday on the day of the clock change',
    from: '2026-10-18T00:00Z',
    until: '2026-11-01T00:00Z',
    history: [version('Europe/London', nights, { holidays: [{ from: '2026-10-25', until: '2026-10-25', name: 'one day' }] })],
  },
  {
    name: 'hours and zone that change in the middle of a shift',
    from: '2026-06-01T00:00Z',
    until: '2026-06-15T00:00Z',
    history: [
      version('Europe/London', officeHours),
      version('America/St_Johns', split, { valid_from: at('2026-06-04T10:20Z') }),
      version('Asia/Shanghai', nights, { valid_from: at('2026-06-09T00:00Z') }),
    ],
  },
  { name: 'Midway at −11', from: '2026-02-01T00:00Z', until: '2026-02-15T00:00Z', history: [version('Pacific/Midway', split)] },
  { name: 'Kiritimati at +14', from: '2026-02-01T00:00Z', until: '2026-02-15T00:00Z', history: [version('Pacific/Kiritimati', nights)] },
];

describe('working time equals a walk over the local clock', () => {
  test.each(cases)('$name', ({ from, until, history }) => {
    const [fromMs, untilMs] = [at(from), at(until)];
    const cells = openCells(history, fromMs, untilMs);
    const clock = compiled(history, from, until);
    const instant = fc.integer({ min: fromMs, max: untilMs });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        return workingMs(clock, start, end) === walk(cells, fromMs, start, end);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a working clock', () => {
  const london = compiled([version('Europe/London', split)]);

  test('counts 20 minutes from 12:50 to 14:10 with lunch from 13 to 14', () => {
    const clock = compiled([version('UTC', split)]);
    expect(workingMs(clock, at('2026-06-01T12:50Z'), at('2026-06-01T14:10Z'))).toBe(20 * minute);
  });

  test('does not exist when every day is closed or nothing is known', () => {
    expect(compileSchedule([version('UTC', [])], 0, 1)).toBeNull();
    expect(compileSchedule([], 0, 1)).toBeNull();
    expect(compileSchedule([version('UTC', [['1', '09:00', '09:00']])], 0, 1)).toBeNull();
  });

  test('knows nothing outside what was compiled', () => {
    expect(workingMs(london, at('2025-12-31T00:00Z'), at('2026-01-02T00:00Z'))).toBeNull();
    expect(addWorking(london, at('2026-12-31T17:00Z'), 80 * 60 * minute)).toBeNull();
    expect(workingAt(london, Number.NaN)).toBeNaN();
  });

  test('gives nothing for an empty or backward interval', () => {
    expect(workingMs(london, at('2026-06-01T10:00Z'), at('2026-06-01T10:00Z'))).toBe(0);
    expect(workingMs(london, at('2026-06-01T11:00Z'), at('2026-06-01T10:00Z'))).toBe(0);
  });

  test('keeps a holiday closed through its last millisecond and opens at once after it', () => {
    const clock = compiled([
      version('UTC', [['1234567', '00:00', '24:00']], { holidays: [{ from: '2026-06-01', until: '2026-06-02', name: 'two days' }] }),
    ]);
    expect(workingMs(clock, at('2026-06-01T00:00Z'), at('2026-06-03T00:00Z'))).toBe(0);
    expect(workingMs(clock, at('2026-06-02T23:59:59.999Z'), at('2026-06-03T00:00:00.002Z'))).toBe(2);
    expect(workingMs(clock, at('2026-05-31T23:59:59.998Z'), at('2026-06-01T01:00Z'))).toBe(2);
  });

  test('joins shifts that overlap or touch', () => {
    const clock = compiled([
      version('UTC', [
        ['1', '09:00', '12:00'],
        ['1', '11:00', '13:00'],
        ['1', '13:00', '14:00'],
      ]),
    ]);
    expect(workingMs(clock, at('2026-06-01T00:00Z'), at('2026-06-02T00:00Z'))).toBe(5 * 60 * minute);
  });

  test('leaves the past alone when the hours change', () => {
    const before = compiled([version('UTC', officeHours)]);
    const after = compiled([version('UTC', officeHours), version('UTC', nights, { valid_from: at('2026-07-01T00:00Z') })]);
    const past = [at('2026-06-01T00:00Z'), at('2026-07-01T00:00Z')] as const;
    expect(workingMs(after, ...past)).toBe(workingMs(before, ...past));
  });

  test('takes the newer of two versions from the same instant', () => {
    const clock = compiled([version('UTC', nights, { version: 2 }), version('UTC', officeHours, { version: 1 })]);
    expect(workingMs(clock, at('2026-06-01T09:00Z'), at('2026-06-01T18:00Z'))).toBe(0);
  });

  test('finds when a target is due, and the way back', () => {
    expect(addWorking(london, at('2026-06-05T17:00Z'), 60 * minute)).toBe(at('2026-06-06T09:30Z'));
    expect(addWorking(london, at('2026-06-05T18:00Z'), 0)).toBe(at('2026-06-05T18:00Z'));
    const start = fc.integer({ min: at('2026-01-02T00:00Z'), max: at('2026-11-01T00:00Z') });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 200 * 60 * minute }), (startMs, durationMs) => {
        const due = addWorking(london, startMs, durationMs);
        return due !== null && workingMs(london, startMs, due) === durationMs && workingMs(london, startMs, due - 1) === durationMs - 1;
      }),
      { numRuns: 2000 },
    );
  });

  test('writes rows that hold the same numbers', () => {
    const rows = workingTimeRows('s', london);
    const viaRows = (ms: number) => {
      const row = rows.find((one) => one.from <= ms && ms < one.until);
      return row ? row.cumulative_ms + row.rate * (ms - row.from) : null;
    };
    expect(rows[0]?.from).toBe(at('2026-01-01T00:00Z'));
    expect(rows.at(-1)?.until).toBe(at('2027-01-01T00:00Z'));
    rows.slice(1).forEach((row, i) => {
      expect(row.from).toBe(rows[i]?.until);
    });
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-01-01T00:00Z') - 1 }),
        (ms) => viaRows(ms) === workingAt(london, ms),
      ),
    );
  });

  test('names a zone that does not exist', () => {
    expect(() => compiled([version('Mars/Olympus', officeHours)])).toThrow('Unknown time zone "Mars/Olympus"');
  });
});
