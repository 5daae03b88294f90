import { describe, expect, test } from 'vitest';
import { compileSchedule, type ScheduleVersion } from '../time/schedule.ts';
import type { WorkingClock } from '../time/working-time.ts';
import { foldTicket } from './fold-ticket.ts';
import { foldStory, tellStory, told } from './ticket-story.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.parse('2026-06-01T00:00:00Z');

function clock(hours: ScheduleVersion['hours'], holidays: ScheduleVersion['holidays'] = []): WorkingClock {
  const compiled = compileSchedule(
    [{ zone: 'UTC', valid_from: 0, version: 1, hours, holidays }],
    Date.parse('2020-01-01'),
    Date.parse('2028-01-01'),
  );
  if (!compiled) throw new Error('the schedule never opens');
  return compiled;
}

const weekdays = [1, 2, 3, 4, 5];
const withLunch = clock(
  weekdays.flatMap((weekday) => [
    { weekday, from_minute: 540, to_minute: 780 },
    { weekday, from_minute: 840, to_minute: 1080 },
  ]),
);

/** Minutes of a week, Sunday 00:00 first, as hours of a schedule. */
function weekMinutes(ranges: readonly (readonly [number, number])[]): ScheduleVersion['hours'] {
  return ranges.flatMap(([from, to]) => {
    const parts = [];
    for (let at = from; at < to; ) {
      const midnight = (Math.floor(at / 1440) + 1) * 1440;
      const weekday = ((Math.floor(at / 1440) + 6) % 7) + 1;
      parts.push({ weekday, from_minute: at % 1440, to_minute: Math.min(to, midnight) - midnight + 1440 });
      at = midnight;
    }
    return parts;
  });
}

describe('golden cases', () => {
  test('5: a bot answers at 0:01, hands off at 0:05, a person answers at 0:09', () => {
    const facts = foldStory([
      [start, told.created],
      [start, told.question],
      [start + minute, told.botReply],
      [start + 5 * minute, { actor_kind: 'bot', actor_id: 'demo:bot', assignee_id: 'demo:anna' }],
      [start + 9 * minute, told.reply],
    ]);
    expect(facts.first_response_human_calendar_ms).toBe(4 * minute);
    expect(facts.first_response_any_calendar_ms).toBe(minute);
    expect(facts.first_response_bot_calendar_ms).toBe(minute);
    expect(facts.handoff_at).toBe(start + 5 * minute);
    expect(facts.replies).toEqual([
      { asked_at: start, answered_at: start + 9 * minute, answered_by: 'demo:anna', calendar_ms: 4 * minute, business_ms: null },
    ]);
  });

  test('6: solved, reopened three days later, answered in ten minutes', () => {
    const reopened = start + 2 * hour + 3 * day;
    const facts = foldStory([
      [start, told.created],
      [start, told.question],
      [start + hour, told.reply],
      [start + 2 * hour, told.solved],
      [reopened, { ...told.question, status: 'open' }],
      [reopened + 10 * minute, told.reply],
      [reopened + 20 * minute, told.solved],
    ]);
    expect(facts.first_response_human_calendar_ms).toBe(hour);
    expect(facts.cycles.map((cycle) => cycle.response_calendar_ms)).toEqual([hour, 10 * minute]);
    expect(facts.first_resolution_calendar_ms).toBe(2 * hour);
    expect(facts.full_resolution_calendar_ms).toBe(reopened + 20 * minute - start);
    expect(facts.last_solved_at).toBe(reopened + 20 * minute);
    expect([facts.solves, facts.reopens, facts.reopens_raw]).toEqual([2, 1, 1]);
    expect(facts.replies.map((reply) => reply.calendar_ms)).toEqual([hour, 10 * minute]);
    expect(facts.unsolved_spans).toEqual([
      { from: start, until: start + 2 * hour },
      { from: reopened, until: reopened + 20 * minute },
    ]);
  });

  test('7: lunch from 13 to 14, created 12:50, answered 14:10: 20 business minutes', () => {
    const facts = foldStory(
      [
        ['2026-06-01T12:50:00Z', told.created],
        ['2026-06-01T12:50:00Z', told.question],
        ['2026-06-01T14:10:00Z', told.reply],
      ],
      { clocks: new Map([['office', withLunch]]), defaultScheduleId: 'office' },
    );
    expect(facts.first_response_human_business_ms).toBe(20 * minute);
    expect(facts.first_response_human_calendar_ms).toBe(80 * minute);
  });

  test('8: with every day closed business time is null', () => {
    expect(compileSchedule([{ zone: 'UTC', valid_from: 0, version: 1, hours: [], holidays: [] }], 0, 1)).toBeNull();
    const facts = foldStory(
      [
        [start, told.created],
        [start + hour, told.reply],
        [start + hour, told.solved],
      ],
      { defaultScheduleId: 'closed' },
    );
    expect(facts.first_response_human_business_ms).toBeNull();
    expect(facts.full_resolution_business_ms).toBeNull();
    expect(facts.requester_wait_business_ms).toBeNull();
    expect(facts.full_resolution_calendar_ms).toBe(hour);
  });

  describe('11: the ticket of the published decision log changes its schedule before the reply', () => {
    const a = weekMinutes([
      [720, 1560],
      [2160, 3000],
      [3600, 4440],
      [5040, 5880],
      [6480, 7320],
      [7920, 8760],
      [9360, 10_200],
    ]);
    const b = weekMinutes([
      [2340, 2910],
      [3780, 4350],
      [5220, 5790],
      [6660, 7230],
      [8100, 8670],
    ]);
    const context = {
      clocks: new Map([
        ['a', clock(a)],
        ['b', clock(b)],
      ]),
      defaultScheduleId: 'a',
    };
    const lines = [
      ['2020-09-29T17:01:38Z', told.created],
      ['2020-09-29T17:01:38Z', told.question],
      ['2020-09-30T19:01:25Z', { schedule_id: 'b' }],
      ['2020-09-30T19:01:46Z', told.reply],
    ] as const;
    const minutes = (ms: number | null) => Math.round(((ms ?? Number.NaN) / minute) * 100) / 100;

    test('960.13 business minutes by segments, 1,560.13 of the calendar', () => {
      const facts = foldStory(lines, context);
      expect(minutes(facts.first_response_human_business_ms)).toBe(960.13);
      expect(minutes(facts.first_response_human_calendar_ms)).toBe(1560.13);
    });

    test('690.13 by the last schedule alone', () => {
      expect(minutes(foldStory(lines, { ...context, businessTime: 'last schedule' }).first_response_human_business_ms)).toBe(690.13);
    });

    test('the same when the team brings the schedule', () => {
      const byTeam = [lines[0], lines[1], ['2020-09-30T19:01:25Z', { team_id: 'second' }], lines[3]] as const;
      expect(minutes(foldStory(byTeam, { ...context, teamSchedules: new Map([['second', 'b']]) }).first_response_human_business_ms)).toBe(
        960.13,
      );
    });
  });
});

describe('what a ticket is', () => {
  test('merged away it leaves the counts but keeps its time', () => {
    const facts = foldStory([
      [start, told.created],
      [start, told.question],
      [start + hour, told.reply],
      [start + 2 * hour, { kind: 'merge', merged_into: 'demo:2' }],
      [start + 2 * hour, told.closed],
    ]);
    expect(facts.counted).toBe(false);
    expect(facts.merged_into).toBe('demo:2');
    expect(facts.first_response_human_calendar_ms).toBe(hour);
    expect(facts.full_resolution_calendar_ms).toBe(2 * hour);
    expect(facts.unsolved_spans).toEqual([{ from: start, until: start + 2 * hour }]);
  });

  test('deleted and restored it was out of the backlog in between', () => {
    const facts = foldStory([
      [start, told.created],
      [start + hour, { kind: 'delete' }],
      [start + 3 * hour, { kind: 'restore' }],
      [start + 4 * hour, told.solved],
    ]);
    expect(facts.counted).toBe(true);
    expect(facts.unsolved_spans).toEqual([
      { from: start, until: start + hour },
      { from: start + 3 * hour, until: start + 4 * hour },
    ]);
    expect(facts.requester_wait_calendar_ms).toBe(2 * hour);
  });

  test.each([
    ['spam', { kind: 'spam' }],
    ['a test', { is_test: true }],
    ['deleted', { kind: 'delete' }],
  ])('is not counted when it is %s', (_, fields) => {
    expect(
      foldStory([
        [start, told.created],
        [start + hour, fields],
      ]).counted,
    ).toBe(false);
  });

  test('keeps the first channel, the last category, and its tags in order', () => {
    const facts = foldStory([
      [start, { ...told.created, channel: 'email', category: 'billing', tags_added: ['a', 'b'], subject: 'Lamp' }],
      [start + 1, { channel: 'chat', category: 'returns', tags_added: ['c', 'b'], tags_removed: ['a'] }],
      [start + 2, { category: '' }],
      [start + 3, { category: 'shipping' }],
    ]);
    expect(facts).toMatchObject({ channel: 'email', category: 'shipping', tags: ['b', 'c'], subject: 'Lamp', updated_at: start + 3 });
  });

  test('never mixes the traces of two customers', () => {
    const facts = foldStory([
      [start, { ...told.created, requester_external_id: 'demo:7', requester_email: 'a@x.org' }],
      [start + 1, { requester_phone: '+4420' }],
      [start + 2, { ...told.question, requester_email: 'copied@x.org' }],
      [start + 3, { requester_external_id: 'demo:8' }],
    ]);
    expect([facts.requester_external_id, facts.requester_email, facts.requester_phone]).toEqual(['demo:8', '', '']);
  });

  test('must have an event or a record', () => {
    expect(() => foldStory([])).toThrow('neither is given');
  });

  test('takes each event once, in its newest version', () => {
    const [created, solved] = tellStory([
      [start, told.created],
      [start + hour, told.solved],
    ]);
    if (!created || !solved) throw new Error('two events were told');
    const moved = { ...solved, at: start + 2 * hour, version: 2 };
    const context = { clocks: new Map(), defaultScheduleId: null, teamSchedules: new Map(), policies: [], now: 0 };
    for (const events of [
      [created, solved, moved],
      [moved, created, solved, created],
      [solved, moved, created],
    ]) {
      expect(foldTicket(events, context)).toMatchObject({ solves: 1, last_solved_at: start + 2 * hour });
    }
  });
});
