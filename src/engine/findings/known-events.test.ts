import { expect, test } from 'vitest';
import { type CalendarMark, eventsNear, usualDays } from './known-events.ts';

const label = { dimension: 'tag', value: 'small-refund' };

function trial(first: number, last: number, scopeValue = label.value): CalendarMark {
  return { kind: 'policy', name: 'Trial', first, last, scopeDimension: 'tag', scopeValue };
}

test('the weeks before a day are usual, as far as there are facts', () => {
  expect(usualDays([], label, { day: 1000, weeks: 12, firstDay: 0 })).toEqual({ first: 916, last: 999 });
  expect(usualDays([], label, { day: 1000, weeks: 12, firstDay: 950 })).toEqual({ first: 950, last: 999 });
});

test('a trial in the same part is left out: the days after it when they are enough, else those before it', () => {
  expect(usualDays([trial(900, 960)], label, { day: 1000, weeks: 12, firstDay: 0 })).toEqual({ first: 961, last: 999 });
  expect(usualDays([trial(900, 985)], label, { day: 1000, weeks: 12, firstDay: 0 })).toEqual({ first: 816, last: 899 });
  expect(usualDays([trial(900, 985, 'other')], label, { day: 1000, weeks: 12, firstDay: 0 })).toEqual({ first: 916, last: 999 });
});

test('with nothing before the trial all days before are taken', () => {
  expect(usualDays([trial(900, 985)], label, { day: 1000, weeks: 12, firstDay: 890 })).toEqual({ first: 916, last: 999 });
});

test('an event that began within three days is named, a holiday only where the change is hardly longer', () => {
  const marks: readonly CalendarMark[] = [
    { ...trial(998, 998), name: 'Fee' },
    { ...trial(999, 1001), kind: 'holiday', name: 'New Year' },
    { ...trial(990, 990), name: 'Launch' },
  ];
  expect(eventsNear(marks, { first: 1000, last: 1003 })).toEqual(['Fee', 'New Year']);
  expect(eventsNear(marks, { first: 1000, last: 1020 })).toEqual(['Fee']);
  expect(eventsNear(marks, { first: 1002, last: 1002 })).toEqual([]);
});
