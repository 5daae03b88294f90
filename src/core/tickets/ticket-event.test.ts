import { expect, test } from 'vitest';
import { foldTicket } from './fold-ticket.ts';
import { eventOfMessage, type MessageRow } from './ticket-event.ts';

const message: MessageRow = {
  id: 'demo:m1',
  source: 'demo',
  version: 5,
  ticket_id: 'demo:1',
  at: 1000,
  sequence: 2,
  actor_kind: 'customer',
  actor_id: '',
  actor_role: '',
  requester_external_id: '',
  requester_email: 'a@x.org',
  requester_phone: '',
  public: true,
  channel: 'chat',
  language: 'de',
  text: 'Vielen Dank!',
};

test('a message is an event that touches only what it tells', () => {
  expect(eventOfMessage(message)).toMatchObject({
    id: 'demo:m1',
    kind: 'message',
    at: 1000,
    sequence: 2,
    version: 5,
    channel: 'chat',
    language: 'de',
    courtesy: true,
    status: null,
    tags_added: [],
    requester_email: 'a@x.org',
  });
  expect(eventOfMessage({ ...message, actor_kind: 'human', channel: '' })).toMatchObject({
    courtesy: false,
    channel: null,
    language: null,
  });
  expect(eventOfMessage({ ...message, text: '' }, true).courtesy).toBe(true);
});

test('a conversation of messages alone has responses but no status', () => {
  const events = [
    eventOfMessage({ ...message, text: 'It does not work' }),
    eventOfMessage({ ...message, id: 'demo:m2', at: 61_000, actor_kind: 'human', actor_id: 'demo:anna' }),
  ];
  const facts = foldTicket(events, { clocks: new Map(), defaultScheduleId: null, teamSchedules: new Map(), policies: [], now: 0 });
  expect(facts).toMatchObject({
    created_at: 1000,
    first_response_human_calendar_ms: 60_000,
    channel: 'chat',
    language: 'de',
    requester_email: 'a@x.org',
  });
  expect(facts).toMatchObject({ status: '', unsolved_spans: [], response_provenance: 'computed', resolution_provenance: '' });
});
