import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { surveyInvitations, surveyResponses } from '../../core/entities/surveys.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { querySchema } from '../../core/model/query.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/workspace.ts';
import { askStore } from './ask.ts';
import { emptyRow } from './example-row.ts';
import { runQuery } from './run-query.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-survey-channels-'));
const database = 'surveys';
const sent = {
  survey: 'after service',
  kind: 'csat',
  channel: 'email',
  sent_at: '2026-03-03T09:00:00Z',
  delivered_at: '2026-03-03T09:00:05Z',
};
let store: Store;

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database);
  const about = { a: 'chat', b: 'form' };
  await store.insert(
    database,
    tickets,
    Object.entries(about).map(([id, channel]) => emptyRow(tickets, { id, channel, created_at: '2026-03-02T09:00:00Z' })),
  );
  await store.insert(
    database,
    surveyInvitations,
    Object.keys(about).map((ticket) => emptyRow(surveyInvitations, { ...sent, id: `i-${ticket}`, ticket_id: ticket })),
  );
  const given = { survey: sent.survey, kind: 'csat', channel: 'email', score: 5, scale_min: 1, scale_max: 5, direction: 'up' };
  const asked = { invitation_id: 'i-a', ticket_id: 'a', ticket_channel: 'chat', invited_at: sent.sent_at };
  await store.insert(database, surveyResponses, [
    emptyRow(surveyResponses, { ...given, ...asked, id: 'r', answered_at: '2026-03-04T09:00:00Z' }),
  ]);
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

test('surveys and answers of a channel are those about its tickets, however they were sent', async () => {
  const nowMs = Date.parse('2027-01-01T00:00:00Z');
  const rateBy = async (dimension: string) => {
    const query = querySchema.parse({ metrics: ['response_rate'], by: [dimension], period: 'all' });
    const { rows } = await runQuery(askStore(store), database, query, {
      zone: 'UTC',
      weekStart: 1,
      nowMs,
      dataFromMs: 0,
      dataUntilMs: nowMs,
    });
    return Object.fromEntries(
      rows.map(({ group: [value = ''], values }) => [value, [values.response_rate?.value, values.response_rate?.n]]),
    );
  };
  expect(await rateBy('channel')).toEqual({ chat: [100, 1], form: [0, 1] });
  expect(await rateBy('survey_channel')).toEqual({ email: [50, 2] });
});
