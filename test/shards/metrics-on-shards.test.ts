import { afterAll, beforeAll, expect, test } from 'vitest';
import { metrics } from '../../src/catalog/metrics/index.ts';
import { contacts } from '../../src/core/entities/contacts.ts';
import { agents } from '../../src/core/entities/people.ts';
import { qualityReviews } from '../../src/core/entities/quality-reviews.ts';
import { surveyInvitations, surveyResponses } from '../../src/core/entities/surveys.ts';
import { tickets } from '../../src/core/entities/tickets.ts';
import { variantsOf } from '../../src/core/model/metric-variant.ts';
import { type QueryInput, querySchema } from '../../src/core/model/query.ts';
import { askStore } from '../../src/engine/query/ask.ts';
import { emptyRow } from '../../src/engine/query/example-row.ts';
import { runQuery } from '../../src/engine/query/run-query.ts';
import { describeMetrics } from '../../src/engine/workspace/describe-metrics.ts';
import { openShardHarness, type ShardHarness } from './shard-harness.ts';

const nowMs = Date.parse('2026-04-01T00:00:00Z');
const fromMs = Date.parse('2026-02-01T00:00:00Z');
const calendar = { zone: 'Europe/London', weekStart: 1, nowMs, dataFromMs: fromMs, dataUntilMs: nowMs } as const;
const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
let harness: ShardHarness;

/** What was done on the ticket: who had it, who replied, in which statuses it was. */
function workOn(index: number, createdMs: number, solvedMs: number | null): Record<string, unknown> {
  const duration = solvedMs === null ? null : solvedMs - createdMs;
  return {
    updated_at: (solvedMs ?? createdMs) + 36 * 3_600_000,
    closed_at: solvedMs,
    first_resolution_calendar_ms: duration,
    requester_wait_calendar_ms: duration,
    agent_wait_calendar_ms: duration === null ? null : index * 1_000,
    on_hold_calendar_ms: duration === null ? null : index * 500,
    unassigned_calendar_ms: duration === null ? null : index * 700,
    first_assigned_at: createdMs + 60_000,
    last_assigned_at: createdMs + 120_000,
    assignee_id: pick(['anna', 'ben', 'cleo'], index),
    agent_stations: 1 + (index % 2),
    team_stations: 1,
    handoffs: index % 2,
    escalations: index % 11 === 0 ? 1 : 0,
    agent_replies: index % 4 ? 1 : 0,
    customer_messages: 1,
    bot_replies: index % 3 === 2 ? 1 : 0,
    last_bot_reply_at: index % 3 === 2 ? createdMs + 60_000 : null,
    first_person_reply_at: index % 4 ? createdMs + 3_600_000 : null,
    ...listsOf(index, createdMs, solvedMs),
  };
}

function listsOf(index: number, createdMs: number, solvedMs: number | null): Record<string, unknown> {
  return {
    replies: [
      {
        asked_at: createdMs,
        answered_at: createdMs + 90_000 * (index % 37),
        answered_by: 'anna',
        calendar_ms: 90_000 * (index % 37),
        business_ms: 60_000,
      },
      { asked_at: createdMs + 3_600_000 },
    ],
    outside_replies: index % 5 ? [] : [{ at: createdMs + 90_000 * (index % 37) }],
    cycles: [
      {
        started_at: createdMs,
        solved_at: solvedMs,
        solved_by: 'anna',
        response_business_ms: 60_000 * index,
        resolution_calendar_ms: solvedMs === null ? null : solvedMs - createdMs,
      },
    ],
    status_spans: [
      { status: 'open', from: createdMs, until: createdMs + 1_800_000 },
      { status: 'pending', from: createdMs + 1_800_000, until: solvedMs },
      { status: 'solved', from: solvedMs ?? createdMs },
    ],
    assignments: [
      { agent_id: 'anna', team_id: 'a', from: createdMs, until: createdMs + 600_000, first_reply_calendar_ms: 300_000 + index },
      { agent_id: 'ben', team_id: 'b', from: createdMs + 600_000 },
    ],
  };
}

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
    full_resolution_business_ms: duration === null ? null : duration / 4,
    resolution_provenance: solvedMs === null ? '' : pick(['computed', 'reported'], index),
    reopens: index % 13 === 0 ? 1 : 0,
    is_complaint: index % 7 === 0,
    touches: 1 + (index % 2),
    ...workOn(index, createdMs, solvedMs),
    slas: [
      {
        metric: 'resolution',
        outcome: pick(['met', 'breached', 'active'], index),
        priority: 'high',
        activated_at: createdMs,
        due_at: index > 390 ? nowMs + 3_600_000 : createdMs + 7_200_000,
        ended_at: solvedMs,
        provenance: 'computed',
      },
    ],
    unsolved_spans: [{ from: createdMs, until: solvedMs }],
  });
});
const agentRows = ['anna', 'ben', 'cleo', 'bot'].map((id, index) =>
  emptyRow(agents, { id, kind: id === 'bot' ? 'bot' : 'human', team_id: 'a', joined_at: fromMs + (index - 2) * 86_400_000 }),
);
const surveyKinds = [
  { kind: 'csat', scale_min: 1, scale_max: 5 },
  { kind: 'nps', scale_min: 0, scale_max: 10 },
  { kind: 'ces', scale_min: 1, scale_max: 7 },
  { kind: 'csat', scale_min: 1, scale_max: 10 },
  { kind: 'ces', scale_min: 1, scale_max: 5 },
  { kind: 'fcr', scale_min: 0, scale_max: 5 },
  { kind: 'nps', scale_min: 1, scale_max: 10 },
];
const answerRows = Array.from({ length: 300 }, (_, index) =>
  emptyRow(surveyResponses, {
    id: `r:${index}`,
    ...pick(surveyKinds, index),
    score: 1 + (index % 5),
    direction: pick(['up', 'up', 'down'], Math.floor(index / 7)),
    invitation_id: `i:${index}`,
    ticket_id: index % 7 ? `t:${index}` : '',
    invited_at: fromMs + index * 4 * 3_600_000,
    answered_at: fromMs + index * 4 * 3_600_000,
    ticket_channel: pick(['email', 'chat'], index),
    category: pick(['shipping', 'returns'], index),
  }),
);
const invitationRows = Array.from({ length: 700 }, (_, index) =>
  emptyRow(surveyInvitations, {
    id: `i:${index}`,
    ticket_id: index % 7 ? `t:${index}` : '',
    sent_at: fromMs + index * 7_200_000,
    delivered_at: index % 10 ? fromMs + index * 3_600_000 : null,
    opened_at: index % 3 ? fromMs + index * 3_700_000 : null,
    started_at: index % 6 ? null : fromMs + index * 3_800_000,
    channel: pick(['email', 'chat'], index),
    category: pick(['shipping', 'returns'], index),
  }),
);

const reviewRows = Array.from({ length: 200 }, (_, index) =>
  emptyRow(qualityReviews, {
    id: `q:${index}`,
    at: fromMs + index * 7 * 3_600_000,
    criterion: pick(['tone', 'solution'], index),
    score: index % 6,
    scale_max: 5,
    weight: index % 3,
    agent_id: pick(['anna', 'ben', 'cleo'], index),
    team_id: pick(['a', 'b'], index),
    channel: pick(['email', 'chat'], Math.floor(index / 2)),
    category: pick(['shipping', 'returns'], Math.floor(index / 4)),
  }),
);

beforeAll(async () => {
  harness = await openShardHarness([tickets, contacts, agents, surveyResponses, surveyInvitations, qualityReviews]);
  await harness.store.insert(
    harness.database,
    tickets,
    ticketRows.map((row) => ({ ...row, channel: 'chat', revision: 0 })),
  );
  await harness.store.insert(harness.database, tickets, ticketRows);
  await harness.store.insert(harness.database, agents, agentRows);
  await harness.store.insert(harness.database, surveyResponses, answerRows);
  await harness.store.insert(harness.database, surveyInvitations, invitationRows);
  await harness.store.insert(harness.database, qualityReviews, reviewRows);
});

afterAll(() => harness.close());

const questions: readonly Omit<QueryInput, 'metrics'>[] = [
  { period: 'last month', compare: 'previous', grain: 'week', by: ['channel'] },
  { period: 'all', by: ['category', 'weekday'], filters: [{ dimension: 'channel', operator: 'any of', values: ['email', 'form'] }] },
  { period: 'all', by: ['category'], top: 1, grain: 'day' },
];

const carried = new Map(describeMetrics('whole', calendar, 'en').map(({ name, dimensions }) => [name, dimensions]));

/** The question without the dimensions that the metric does not carry. */
function carriedBy(metric: string, { by = [], filters = [], top, ...question }: (typeof questions)[number]): (typeof questions)[number] {
  const known = carried.get(metric) ?? [];
  const kept = by.filter((dimension) => known.includes(dimension));
  const asked = { ...question, by: kept, filters: filters.filter(({ dimension }) => known.includes(dimension)) };
  return top !== undefined && kept.length > 0 ? { ...asked, top } : asked;
}

async function expectAlike(metric: string, question: (typeof questions)[number]): Promise<void> {
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

test.each(metrics.map((metric) => metric.name))('%s is the same on one table, on one shard and on three', async (metric) => {
  for (const question of questions) await expectAlike(metric, carriedBy(metric, question));
});

const variants = metrics.flatMap((metric) =>
  variantsOf(metric)
    .slice(1)
    .map((variant) => `${metric.name}(variant=${variant})`),
);

test.each(variants)('%s is the same on one table, on one shard and on three', async (call) => {
  await expectAlike(call, { period: 'all', grain: 'month', by: ['category'] });
});

test.each(['backlog', 'backlog_age'])('%s by age is the same on one table, on one shard and on three', async (metric) => {
  await expectAlike(metric, { period: 'all', grain: 'month', by: ['age'] });
});

test('answers are grouped by who handled their ticket, also where the tickets lie on other shards', async () => {
  const query = querySchema.parse({
    metrics: ['csat'],
    period: 'all',
    by: ['handled_by'],
    filters: [{ dimension: 'handled_by', operator: 'is not empty' }],
  });
  const answers = await Promise.all(
    [harness.database, harness.sharded.one, harness.sharded.three].map((database) =>
      runQuery(askStore(harness.store), database, query, calendar),
    ),
  );
  const groups = answers.map(({ rows }) => rows.map(({ group, values }) => [group[0], values.csat?.n]));
  expect(groups[0]?.map(([group]) => group).toSorted()).toEqual(['bot', 'both', 'person']);
  expect(groups[1]).toEqual(groups[0]);
  expect(groups[2]).toEqual(groups[0]);
});
