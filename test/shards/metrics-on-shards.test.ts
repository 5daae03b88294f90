import { afterAll, beforeAll, expect, test } from 'vitest';
import { metrics } from '../../src/catalog/metrics/index.ts';
import { contacts } from '../../src/core/entities/contacts.ts';
import { surveyInvitations, surveyResponses } from '../../src/core/entities/surveys.ts';
import { tickets } from '../../src/core/entities/tickets.ts';
import { type QueryInput, querySchema } from '../../src/core/model/query.ts';
import { askStore } from '../../src/engine/query/answer.ts';
import { emptyRow } from '../../src/engine/query/example-row.ts';
import { runQuery } from '../../src/engine/query/run-query.ts';
import { openShardHarness, type ShardHarness } from './shard-harness.ts';

const nowMs = Date.parse('2026-04-01T00:00:00Z');
const fromMs = Date.parse('2026-02-01T00:00:00Z');
const calendar = { zone: 'Europe/London', weekStart: 1, nowMs, dataFromMs: fromMs, dataUntilMs: nowMs } as const;
const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
let harness: ShardHarness;

const ticketRows = Array.from({ length: 400 }, (_, index) => {
  const createdMs = fromMs + index * 3.3 * 3_600_000;
  const solvedMs = index % 6 === 0 ? null : createdMs + (1 + (index % 9)) * 3_600_000;
  const duration = solvedMs === null ? null : solvedMs - createdMs;
  const customer = BigInt(1 + ((index * 7919) % 90));
  return emptyRow(tickets, {
    id: `t:${index}`,
    revision: 1,
    partition_month: '2026-02-01',
    home_customer_key: customer,
    customer_key: customer,
    created_at: createdMs,
    channel: pick(['email', 'chat', 'form'], index),
    category: pick(['shipping', 'returns'], Math.floor(index / 3)),
    team_id: pick(['a', 'b', 'c', 'd'], index),
    tags: pick([['vip'], ['vip', 'late'], []], index),
    first_response_human_business_ms: index % 4 ? 60_000 * (index % 37) : null,
    first_response_human_calendar_ms: index % 4 ? 90_000 * (index % 37) : null,
    response_provenance: index % 4 ? 'computed' : '',
    first_solved_at: solvedMs,
    last_solved_at: solvedMs,
    full_resolution_calendar_ms: duration,
    resolution_provenance: solvedMs === null ? '' : pick(['computed', 'reported'], index),
    reopens: index % 13 === 0 ? 1 : 0,
    touches: 1 + (index % 2),
    slas: [
      {
        metric: 'resolution',
        outcome: pick(['met', 'breached', 'active'], index),
        priority: 'high',
        activated_at: createdMs,
        due_at: createdMs + 7_200_000,
        ended_at: solvedMs,
        provenance: 'computed',
      },
    ],
    unsolved_spans: [{ from: createdMs, until: solvedMs }],
  });
});
const answerRows = Array.from({ length: 300 }, (_, index) =>
  emptyRow(surveyResponses, {
    id: `r:${index}`,
    kind: pick(['csat', 'csat', 'nps'], index),
    scale_min: index % 3 === 2 ? 0 : 1,
    scale_max: index % 3 === 2 ? 10 : 5,
    score: index % 3 === 2 ? index % 11 : 1 + (index % 5),
    direction: 'up',
    invitation_id: `i:${index}`,
    invited_at: fromMs + index * 4 * 3_600_000,
    answered_at: fromMs + index * 4 * 3_600_000,
    ticket_channel: pick(['email', 'chat'], index),
    category: pick(['shipping', 'returns'], index),
  }),
);
const invitationRows = Array.from({ length: 700 }, (_, index) =>
  emptyRow(surveyInvitations, {
    id: `i:${index}`,
    sent_at: fromMs + index * 7_200_000,
    delivered_at: index % 10 ? fromMs + index * 3_600_000 : null,
    channel: pick(['email', 'chat'], index),
    category: pick(['shipping', 'returns'], index),
  }),
);

beforeAll(async () => {
  harness = await openShardHarness([tickets, contacts, surveyResponses, surveyInvitations]);
  await harness.store.insert(
    harness.database,
    tickets,
    ticketRows.map((row) => ({ ...row, channel: 'chat', revision: 0 })),
  );
  await harness.store.insert(harness.database, tickets, ticketRows);
  await harness.store.insert(harness.database, surveyResponses, answerRows);
  await harness.store.insert(harness.database, surveyInvitations, invitationRows);
});

afterAll(() => harness.close());

const questions: readonly Omit<QueryInput, 'metrics'>[] = [
  { period: 'all' },
  { period: 'last month', compare: 'previous', grain: 'week', by: ['channel'] },
  { period: 'all', by: ['category', 'weekday'], filters: [{ dimension: 'channel', operator: 'any of', values: ['email', 'form'] }] },
  { period: 'all', by: ['category'], top: 1, grain: 'day' },
];

test.each(metrics.map((metric) => metric.name))('%s is the same on one table, on one shard and on three', async (metric) => {
  for (const question of questions) {
    const query = querySchema.parse({ metrics: [metric], ...question });
    const [whole, one, three] = await Promise.all(
      [harness.database, harness.sharded.one, harness.sharded.three].map((database) =>
        runQuery(askStore(harness.store), database, query, calendar),
      ),
    );
    expect(one).toEqual(whole);
    expect(three).toEqual(whole);
    expect(Object.values(whole?.totals.values ?? {}).some((estimate) => estimate.n > 0)).toBe(true);
  }
});
