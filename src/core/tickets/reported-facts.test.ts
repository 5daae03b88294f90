import { describe, expect, test } from 'vitest';
import { compileSchedule } from '../time/schedule.ts';
import type { TicketRecord } from './fold-context.ts';
import { foldStory, tellRecord, told } from './ticket-story.ts';

const hour = 3_600_000;
/** A Monday. */
const start = Date.parse('2026-06-01T09:00:00Z');

const blank = tellRecord(start);

const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from_minute: 540, to_minute: 1080 }));
const office = compileSchedule([{ zone: 'UTC', valid_from: 0, version: 1, hours, holidays: [] }], start - 100 * hour, start + 1000 * hour);
if (!office) throw new Error('the schedule opens');
const working = { clocks: new Map([['office', office]]), defaultScheduleId: 'office' };

describe('a ticket of which only a record is known', () => {
  const record: TicketRecord = {
    ...blank,
    version: start + 40 * hour,
    status: 'closed',
    subject: 'Lamp',
    priority: 'high',
    tags: ['a'],
    team_id: 'first',
    assignee_id: 'demo:anna',
    requester_email: 'a@x.org',
    first_response_at: start + 2 * hour,
    solved_at: start + 26 * hour,
    closed_at: start + 30 * hour,
    replies: 3,
    handoffs: 1,
  };

  test('has its figures as reported, in both clocks where instants are known', () => {
    const facts = foldStory([], { ...working, record });
    expect(facts).toMatchObject({
      id: 'demo:1',
      source: 'demo',
      created_at: start,
      updated_at: start + 40 * hour,
      subject: 'Lamp',
      status: 'closed',
      priority: 'high',
      tags: ['a'],
      team_id: 'first',
      assignee_id: 'demo:anna',
      handler_id: 'demo:anna',
      requester_email: 'a@x.org',
      response_provenance: 'reported',
      resolution_provenance: 'reported',
      first_response_at: start + 2 * hour,
      first_response_human_calendar_ms: 2 * hour,
      first_response_human_business_ms: 2 * hour,
      full_resolution_calendar_ms: 26 * hour,
      full_resolution_business_ms: 11 * hour,
      first_resolution_calendar_ms: 26 * hour,
      last_solved_at: start + 26 * hour,
      closed_at: start + 30 * hour,
      agent_replies: 3,
      touches: 3,
      handoffs: 1,
      agent_stations: 2,
      solves: 1,
      requester_wait_calendar_ms: null,
      unassigned_calendar_ms: null,
      status_spans: [],
      unsolved_spans: [{ from: start, until: start + 26 * hour }],
      counted: true,
      is_outbound: false,
    });
  });

  test('takes durations as reported before instants, and then by either clock, since the source does not say which', () => {
    const durations = { ...blank, status: 'solved', first_response_ms: 3 * hour, resolution_ms: 7 * hour };
    expect(foldStory([], { ...working, record: durations })).toMatchObject({
      first_response_human_calendar_ms: 3 * hour,
      first_response_human_business_ms: 3 * hour,
      first_response_at: start + 3 * hour,
      full_resolution_calendar_ms: 7 * hour,
      full_resolution_business_ms: 7 * hour,
      last_solved_at: start + 7 * hour,
    });
    expect(foldStory([], { ...working, record: { ...record, resolution_ms: 5 * hour } })).toMatchObject({
      full_resolution_calendar_ms: 5 * hour,
      full_resolution_business_ms: 11 * hour,
      last_solved_at: start + 26 * hour,
    });
  });

  test('has nothing where nothing is reported', () => {
    const facts = foldStory([], { record: blank });
    expect(facts).toMatchObject({
      response_provenance: '',
      resolution_provenance: '',
      first_response_human_calendar_ms: null,
      full_resolution_calendar_ms: null,
      status: '',
      unsolved_spans: [],
    });
  });

  test('solved without an instant is in no backlog', () => {
    expect(foldStory([], { record: { ...blank, status: 'solved' } })).toMatchObject({
      status: 'solved',
      unsolved_spans: [],
      last_solved_at: null,
      solves: 1,
    });
  });

  test('reopened knows only its last solve', () => {
    expect(foldStory([], { record: { ...record, reopens: 2 } })).toMatchObject({
      first_solved_at: null,
      first_resolution_calendar_ms: null,
      cycles: [],
      solves: 3,
      reopens: 2,
      reopens_raw: 2,
      last_solved_at: start + 26 * hour,
    });
    expect(foldStory([], { record: { ...record, status: 'open', closed_at: null } })).toMatchObject({
      status: 'open',
      last_solved_at: null,
      resolution_provenance: '',
    });
  });

  test('never has a negative duration', () => {
    const impossible = { ...blank, status: 'solved', first_response_at: start - hour, solved_at: start - 2 * hour };
    expect(foldStory([], { record: impossible })).toMatchObject({
      first_response_human_calendar_ms: null,
      full_resolution_calendar_ms: null,
      response_provenance: '',
      resolution_provenance: '',
    });
  });

  test.each([{ is_spam: true }, { is_test: true }, { is_deleted: true }, { merged_into: 'demo:2' }])('is not counted with %o', (flag) => {
    expect(foldStory([], { record: { ...record, ...flag } }).counted).toBe(false);
  });
});

describe('a ticket of which both are known', () => {
  const record: TicketRecord = {
    ...blank,
    status: 'solved',
    priority: 'high',
    category: 'billing',
    first_response_at: start + 9 * hour,
    solved_at: start + 9 * hour,
    reopens: 5,
    replies: 7,
    handoffs: 7,
  };

  test('is computed where the events tell', () => {
    const facts = foldStory(
      [
        [start + hour, { ...told.question, priority: 'low' }],
        [start + 2 * hour, { ...told.reply, assignee_id: 'demo:anna' }],
        [start + 3 * hour, told.solved],
      ],
      { record },
    );
    expect(facts).toMatchObject({
      created_at: start,
      response_provenance: 'computed',
      resolution_provenance: 'computed',
      first_response_human_calendar_ms: hour,
      full_resolution_calendar_ms: 3 * hour,
      reopens: 0,
      agent_replies: 1,
      handoffs: 0,
      priority: 'low',
      category: 'billing',
    });
  });

  test('takes from the record what they do not', () => {
    const messagesOnly = foldStory(
      [
        [start, told.question],
        [start + hour, told.reply],
      ],
      { record },
    );
    expect(messagesOnly).toMatchObject({
      response_provenance: 'computed',
      resolution_provenance: 'reported',
      first_response_human_calendar_ms: hour,
      full_resolution_calendar_ms: 9 * hour,
      status: 'solved',
    });
    const statusesOnly = foldStory(
      [
        [start, told.created],
        [start + 2 * hour, told.solved],
      ],
      { record },
    );
    expect(statusesOnly).toMatchObject({
      response_provenance: 'reported',
      resolution_provenance: 'computed',
      first_response_human_calendar_ms: 9 * hour,
      full_resolution_calendar_ms: 2 * hour,
      agent_replies: 7,
    });
  });

  test('is open where the events end open and no solve is reported', () => {
    const facts = foldStory(
      [
        [start, told.created],
        [start + hour, told.solved],
        [start + 2 * hour, told.opened],
      ],
      { record },
    );
    expect(facts).toMatchObject({ resolution_provenance: 'computed', last_solved_at: null, status: 'open' });
  });

  test('stays out of the counts only until an event restores it', () => {
    const deleted = { ...record, is_deleted: true };
    expect(foldStory([[start, told.created]], { record: deleted }).counted).toBe(false);
    expect(
      foldStory(
        [
          [start, told.created],
          [start + 1, { kind: 'delete' }],
          [start + 2, { kind: 'restore' }],
        ],
        { record: deleted },
      ).counted,
    ).toBe(true);
  });
});
