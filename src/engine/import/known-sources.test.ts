import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { bind, sql } from '../../core/sql/sql.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
  await space.begin();
});
afterAll(() => space.close());

async function recordOf(id: string): Promise<unknown> {
  const [row] = await space.rows(sql`SELECT
  status, priority, channel, assignee_id, reopens,
  toString(created_at) AS created_at, toString(first_response_at) AS first_response_at, toString(closed_at) AS closed_at
FROM ${space.table('ticket_records')}
WHERE id = ${bind('String', id)}`);
  return row;
}

test('tickets of the API of Freshdesk are known by their columns, and their numbers by what they stand for', async () => {
  const ticket = (id: number, more: object) => ({
    fr_escalated: false,
    spam: false,
    group_id: 1,
    priority: 4,
    requester_id: 100 + id,
    responder_id: 7,
    source: 2,
    status: 2,
    subject: 'Broken',
    id,
    fr_due_by: '2026-09-01T16:00:00Z',
    created_at: '2026-09-01T08:00:00Z',
    updated_at: '2026-09-02T08:00:00Z',
    stats: { first_responded_at: null, resolved_at: null, closed_at: null },
    ...more,
  });
  const stats = { first_responded_at: '2026-09-01T09:00:00Z', resolved_at: '2026-09-01T10:00:00Z', closed_at: '2026-09-02T08:00:00Z' };
  const path = space.file('page-1.json', JSON.stringify([ticket(1, {}), ticket(2, { status: 5, source: 3, priority: 1, stats })]));
  expect((await space.run(path)).rowsAccepted).toBe(2);
  expect(await recordOf('freshdesk:1')).toMatchObject({ status: 'open', priority: 'urgent', channel: 'form', assignee_id: 'freshdesk:7' });
  expect(await recordOf('freshdesk:2')).toMatchObject({
    status: 'closed',
    priority: 'low',
    channel: 'phone',
    first_response_at: '2026-09-01 09:00:00.000',
    closed_at: '2026-09-02 08:00:00.000',
  });
});

test('conversations of the API of Intercom are known by their columns, with their ratings', async () => {
  const conversation = {
    type: 'conversation',
    id: '500',
    created_at: 1_756_713_600,
    updated_at: 1_756_723_600,
    waiting_since: null,
    snoozed_until: null,
    state: 'snoozed',
    admin_assignee_id: 55,
    team_assignee_id: '8',
    source: {
      type: 'conversation',
      delivered_as: 'customer_initiated',
      subject: '',
      body: 'hi',
      author: { id: 'u1', email: 'jo@example.com' },
    },
    conversation_rating: { rating: 4, remark: 'ok', created_at: 1_756_724_600 },
    statistics: { time_to_admin_reply: 300, first_admin_reply_at: 1_756_714_200, last_close_at: null, count_reopens: 1 },
  };
  const second = { ...conversation, id: '501', state: 'closed', statistics: { ...conversation.statistics, last_close_at: 1_756_720_800 } };
  const path = space.file('conversations.json', JSON.stringify({ type: 'conversation.list', conversations: [conversation, second] }));
  expect((await space.run(path)).rowsAccepted).toBe(2);
  expect(await recordOf('intercom:500')).toMatchObject({
    status: 'pending',
    channel: 'chat',
    reopens: 1,
    created_at: '2025-09-01 08:00:00.000',
    first_response_at: '2025-09-01 08:10:00.000',
    closed_at: null,
  });
  expect(await recordOf('intercom:501')).toMatchObject({ status: 'closed', closed_at: '2025-09-01 10:00:00.000' });
  expect(
    await space.rows(sql`SELECT score, scale_max, comment FROM ${space.table('survey_responses')} WHERE ticket_id = 'intercom:501'`),
  ).toEqual([{ score: 4, scale_max: 5, comment: 'ok' }]);
});
