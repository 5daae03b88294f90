import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { surveyResponses } from '../../core/entities/surveys.ts';
import { emptyRow } from '../query/example-row.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/workspace.ts';
import { readTicketAnswers } from './read-ticket-answers.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-ticket-answers-'));
const database = 'answers';
let store: Store;

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database);
  const given = { survey: 'after service', kind: 'csat', ticket_id: 'a', scale_min: 1, scale_max: 5, direction: 'up' };
  const rows = [
    { ...given, id: 'late', score: 2, comment: 'Too slow.', answered_at: '2026-03-05T09:00:00Z' },
    { ...given, id: 'early', kind: 'nps', score: 0, scale_min: 0, scale_max: 10, answered_at: '2026-03-04T09:00:00Z' },
    { ...given, id: 'dismissed', dismissed: true, answered_at: '2026-03-04T10:00:00Z' },
    { ...given, id: 'other', ticket_id: 'b', score: 5, answered_at: '2026-03-04T11:00:00Z' },
  ];
  await store.insert(
    database,
    surveyResponses,
    rows.map((row) => emptyRow(surveyResponses, row)),
  );
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

test('the answers about a ticket stand in order of time, each on its own scale, and what was dismissed is none', async () => {
  const asked = { survey: 'after service', question: '' };
  expect(await readTicketAnswers({ store, database }, 'a')).toEqual([
    { answer: 'early', at: '2026-03-04T09:00:00.000Z', ...asked, kind: 'nps', score: 0, scaleMin: 0, scaleMax: 10, comment: '' },
    { answer: 'late', at: '2026-03-05T09:00:00.000Z', ...asked, kind: 'csat', score: 2, scaleMin: 1, scaleMax: 5, comment: 'Too slow.' },
  ]);
});
