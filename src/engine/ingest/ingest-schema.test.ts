import { expect, it } from 'vitest';
import { ingestEntity, ingestSchema } from './ingest-schema.ts';

const event = { source: 'zendesk', id: '1', ticket_id: '7', at: 1_700_000_000_000, kind: 'created' };
const read = ingestSchema(ingestEntity('ticket_events'));

it('stores what is sent and nothing else, ids with their source before them', () => {
  expect(read({ ...event, requester_external_id: 'u1', assignee_id: '' })).toEqual({
    row: {
      source: 'zendesk',
      id: 'zendesk:1',
      ticket_id: 'zendesk:7',
      at: 1_700_000_000_000,
      kind: 'created',
      requester_external_id: 'zendesk:u1',
      assignee_id: '',
      version: 1_700_000_000_000,
      import_id: 'ingest',
    },
  });
});

it('leaves an id that has its source before it, and a version that was sent', () => {
  expect(read({ ...event, id: 'zendesk:1', version: 5 })).toMatchObject({ row: { id: 'zendesk:1', version: 5 } });
});

it('reads instants as ISO text too', () => {
  expect(read({ ...event, at: '2026-03-02T09:00:00+01:00' })).toMatchObject({ row: { at: Date.UTC(2026, 2, 2, 8) } });
});

it.each([
  [{ ...event, at: undefined }, 'at', /./],
  [{ ...event, at: Number.MAX_SAFE_INTEGER }, 'at', /a time from 1900 to 2298 is needed/],
  [{ ...event, at: '0001-01-01T00:00:00Z' }, 'at', /a time from 1900 to 2298 is needed/],
  [{ source: 'zendesk', id: '1', at: 0, kind: 'created' }, 'ticket_id', /must be sent/],
  [{ ...event, id: '' }, 'id', />=1 characters/],
  [{ ...event, actor_kind: 'robot' }, 'actor_kind', /./],
  [{ ...event, status: 'done' }, 'status', /expected one of "new"\|"open"/],
  [{ ...event, tags_added: ['a', 5] }, 'tags_added.1', /expected string/],
  [{ ...event, colour: 'red' }, 'colour', /there is no such column; there are id, source, version, ticket_id, at/],
  [{ ...event, import_id: 'mine' }, 'import_id', /there is no such column/],
  [JSON.parse('{"__proto__": {"id": "1"}}'), '__proto__', /there is no such column/],
  [null, '', /no JSON object/],
  [[event], '', /no JSON object/],
  ['text', '', /no JSON object/],
])('refuses %j and names the column', (value, column, reason) => {
  const answer = read(value);
  expect(answer).toMatchObject({ column });
  expect('reason' in answer && answer.reason).toMatch(reason);
});

it('keeps an invitation of a response with its source before it, and asks for no ticket', () => {
  const response = { source: 's', id: '1', kind: 'csat', answered_at: 5, invitation_id: '9' };
  expect(ingestSchema(ingestEntity('survey_responses'))(response)).toMatchObject({ row: { invitation_id: 's:9', version: 5 } });
});
