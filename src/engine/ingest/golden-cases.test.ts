import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Estimate } from '../../core/model/estimate.ts';
import { type QueryInput, querySchema } from '../../core/model/query.ts';
import { sql } from '../../core/sql/sql.ts';
import { askStore } from '../query/ask.ts';
import { runQuery } from '../query/run-query.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase, dropDatabase, table } from '../store/workspace.ts';
import { fileCheckpoint } from './checkpoint.ts';
import { type Deriver, openDeriver } from './deriver.ts';
import { openIngestQueue } from './ingest-queue.ts';
import { ingestRows } from './ingest-rows.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-golden-'));
const database = 'golden';
let store: Store;
let deriver: Deriver;

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

beforeEach(async () => {
  await createDatabase(store, database);
  await createTables(store, database);
  const fail = (error: unknown): void => {
    throw error;
  };
  deriver = await openDeriver({
    workspace: { store, database },
    checkpoint: fileCheckpoint(join(directory, 'derived')),
    onDerived: () => undefined,
    onError: fail,
  });
});

afterEach(async () => {
  await deriver.idle();
  await dropDatabase(store, database);
});

async function send(entity: string, ...rows: readonly Record<string, unknown>[]): Promise<void> {
  const queue = openIngestQueue({ store, database });
  const answer = await ingestRows(queue, deriver, entity, rows.map((row) => JSON.stringify({ source: 'test', ...row })).join('\n'));
  expect(answer).toEqual({ accepted: rows.length, rejected: [] });
}

async function ask(metric: string, period: QueryInput['period'] = 'all'): Promise<Estimate> {
  await deriver.idle();
  const nowMs = Date.parse('2027-01-01T00:00:00Z');
  const query = querySchema.parse({ metrics: [metric], period });
  const result = await runQuery(askStore(store), database, query, { zone: 'UTC', weekStart: 1, nowMs, dataFromMs: 0, dataUntilMs: nowMs });
  return Object.values(result.totals.values)[0] as Estimate;
}

const minute = 60_000;
let serial = 0;
const event = (ticket: string, at: string, fields: Record<string, unknown>): Record<string, unknown> => ({
  id: `e${++serial}`,
  ticket_id: ticket,
  at,
  kind: 'update',
  ...fields,
});
const message = (ticket: string, at: string, actor: string, said = 'Where is my parcel?'): Record<string, unknown> => ({
  id: `m${++serial}`,
  ticket_id: ticket,
  at,
  actor_kind: actor,
  actor_id: actor,
  public: true,
  text: said,
});
const workday = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from_minute: 540, to_minute: 780 },
  { weekday, from_minute: 840, to_minute: 1080 },
]);

describe('the golden cases of the page of metrics, from sent rows to the answer of a query', () => {
  test('5: a bot answers at 0:01, hands over at 0:05, a person answers at 0:09: 4 minutes by a person, 1 by anyone', async () => {
    await send(
      'ticket_events',
      event('a', '2026-03-02T00:00:00Z', { kind: 'created', actor_kind: 'customer' }),
      event('a', '2026-03-02T00:05:00Z', { actor_kind: 'bot', assignee_id: 'ann' }),
    );
    await send(
      'messages',
      message('a', '2026-03-02T00:00:00Z', 'customer'),
      message('a', '2026-03-02T00:01:00Z', 'bot'),
      message('a', '2026-03-02T00:09:00Z', 'human'),
    );
    expect(await ask('first_response_median(clock=calendar)')).toMatchObject({
      value: 4 * minute,
      n: 1,
      provenance: { computed: 1, reported: 0 },
    });
    expect(await ask('first_response_median(clock=calendar,actor=any)')).toMatchObject({ value: minute, n: 1 });
  });

  test('6: solved, reopened three days later, answered in ten minutes: the first response stays, the last solve counts, one ticket', async () => {
    await send(
      'ticket_events',
      event('a', '2026-03-02T09:00:00Z', { kind: 'created', actor_kind: 'customer', status: 'new', assignee_id: 'ann' }),
      event('a', '2026-03-02T10:00:00Z', { actor_kind: 'human', status: 'solved' }),
      event('a', '2026-03-05T10:00:00Z', { actor_kind: 'customer', status: 'open' }),
      event('a', '2026-03-05T11:00:00Z', { actor_kind: 'human', status: 'solved' }),
    );
    await send(
      'messages',
      message('a', '2026-03-02T09:00:00Z', 'customer'),
      message('a', '2026-03-02T09:30:00Z', 'human'),
      message('a', '2026-03-05T10:00:00Z', 'customer', 'It broke again, what now?'),
      message('a', '2026-03-05T10:10:00Z', 'human'),
    );
    expect(await ask('first_response_median(clock=calendar)')).toMatchObject({ value: 30 * minute });
    expect(await ask('full_resolution_median')).toMatchObject({ value: 74 * 60 * minute, n: 1 });
    expect(await ask('created')).toMatchObject({ value: 1 });
    expect(await ask('reopen_rate')).toMatchObject({ value: 100, n: 1 });
    const { rows } = await store.query(
      sql`SELECT solves, cycles.response_calendar_ms AS responses FROM ${table(database, { name: 'tickets' })}`,
    );
    expect(rows).toEqual([{ solves: 2, responses: [30 * minute, 10 * minute] }]);
    expect(await ask('cycle_response_mean(clock=calendar)')).toMatchObject({ value: 20 * minute, n: 2 });
    expect(await ask('cycle_resolution_mean')).toMatchObject({ value: 60 * minute, n: 2 });
  });

  test('7: a schedule with lunch from 13 to 14; created 12:50, answered 14:10: 20 business minutes', async () => {
    await send('schedules', { id: 'office', zone: 'UTC', valid_from: '2020-01-01T00:00:00Z', is_default: true, hours: workday });
    await send('ticket_events', event('a', '2026-03-02T12:50:00Z', { kind: 'created', actor_kind: 'customer' }));
    await send('messages', message('a', '2026-03-02T12:50:00Z', 'customer'), message('a', '2026-03-02T14:10:00Z', 'human'));
    expect(await ask('first_response_median')).toMatchObject({ value: 20 * minute });
  });

  test('8: all days closed: no business value', async () => {
    await send('schedules', { id: 'closed', zone: 'UTC', valid_from: '2020-01-01T00:00:00Z', is_default: true, hours: [] });
    await send('ticket_events', event('a', '2026-03-02T12:50:00Z', { kind: 'created', actor_kind: 'customer' }));
    await send('messages', message('a', '2026-03-02T12:50:00Z', 'customer'), message('a', '2026-03-02T14:10:00Z', 'human'));
    expect(await ask('first_response_median')).toMatchObject({ value: null, n: 0 });
    expect(await ask('first_response_median(clock=calendar)')).toMatchObject({ value: 80 * minute });
  });

  test('10: the same day rolled up twice is identical, also when everything was derived anew in between', async () => {
    const hours = [9, 10, 11, 12].map((hour) => `2026-03-02T${String(hour).padStart(2, '0')}`);
    await send('ticket_events', ...hours.map((hour) => event(hour, `${hour}:00:00Z`, { kind: 'created', actor_kind: 'customer' })));
    await send('messages', ...hours.slice(1).map((hour, index) => message(hour, `${hour}:0${index + 1}:00Z`, 'human')));
    await send('ticket_events', ...hours.slice(2).map((hour) => event(hour, `${hour}:30:00Z`, { status: 'solved', actor_kind: 'human' })));
    const figures = [
      'created',
      'solved',
      'backlog',
      'first_response_mean(clock=calendar)',
      'full_resolution_median',
      'reply_time_p90(clock=calendar)',
    ];
    const rollUp = () => Promise.all(figures.map((figure) => ask(figure, { from: '2026-03-02', until: '2026-03-02' })));
    const once = await rollUp();
    expect(once.map(({ value }) => value)).toEqual([4, 2, 2, 2 * minute, 30 * minute, 2.8 * minute]);
    expect(await rollUp()).toEqual(once);
    await deriver.derive('again', sql`SELECT id AS ticket_id FROM ${table(database, { name: 'tickets' })}`);
    expect(await rollUp()).toEqual(once);
  });

  test('11: the schedule changes in the middle: each stretch counts by its own, 960.13 minutes; 1,560.13 by the calendar', async () => {
    const weekMinutes = (pairs: readonly number[]): Record<string, number>[] =>
      Array.from({ length: pairs.length / 2 }, (_, index) => {
        const [from = 0, to = 0] = pairs.slice(2 * index);
        return { weekday: Math.floor(from / 1440) || 7, from_minute: from % 1440, to_minute: to - Math.floor(from / 1440) * 1440 };
      });
    const a = [720, 1560, 2160, 3000, 3600, 4440, 5040, 5880, 6480, 7320, 7920, 8760, 9360, 10200].flatMap((value, index, all) =>
      index % 2 ? [] : splitAtMidnight(value, all[index + 1] ?? value),
    );
    const b = [2340, 2910, 3780, 4350, 5220, 5790, 6660, 7230, 8100, 8670];
    await send(
      'schedules',
      { id: 'a', zone: 'UTC', valid_from: '2020-01-01T00:00:00Z', hours: weekMinutes(a) },
      { id: 'b', zone: 'UTC', valid_from: '2020-01-01T00:00:00Z', hours: weekMinutes(b) },
    );
    await send(
      'ticket_events',
      event('t', '2020-09-29T17:01:38Z', { kind: 'created', actor_kind: 'customer', schedule_id: 'test:a' }),
      event('t', '2020-09-30T19:01:25Z', { schedule_id: 'test:b', actor_kind: 'system' }),
    );
    await send('messages', message('t', '2020-09-29T17:01:38Z', 'customer'), message('t', '2020-09-30T19:01:46Z', 'human'));
    expect((await ask('first_response_median(clock=calendar)')).value).toBeCloseTo(1560.13 * minute, -3);
    expect((await ask('first_response_median')).value).toBeCloseTo(960.13 * minute, -3);
  });

  test('12: a team without a ticket has no SLA figure, neither 0 nor 100', async () => {
    expect(await ask('sla_compliance')).toMatchObject({ value: null, n: 0 });
  });

  test('bots are measured: one resolved by the bot whose customer came back to a person, one handed over', async () => {
    const customer = { requester_email: 'mei@example.com', category: 'shipping' };
    await send(
      'ticket_events',
      event('a', '2026-03-02T09:00:00Z', { kind: 'created', actor_kind: 'customer', ...customer }),
      event('a', '2026-03-02T09:02:00Z', { status: 'solved', actor_kind: 'bot', actor_id: 'helper' }),
      event('b', '2026-03-03T09:00:00Z', { kind: 'created', actor_kind: 'customer', ...customer, category: 'returns' }),
      event('b', '2026-03-03T09:02:00Z', { assignee_id: 'ann', actor_kind: 'bot', actor_id: 'helper' }),
    );
    await send(
      'messages',
      message('a', '2026-03-02T09:00:00Z', 'customer'),
      message('a', '2026-03-02T09:01:00Z', 'bot'),
      message('b', '2026-03-03T09:00:00Z', 'customer'),
      message('b', '2026-03-03T09:01:00Z', 'bot'),
      message('b', '2026-03-03T09:10:00Z', 'human'),
    );
    expect(await ask('bot_handled_rate')).toMatchObject({ value: 100, n: 2 });
    expect(await ask('bot_resolution_rate')).toMatchObject({ value: 50, n: 2 });
    expect(await ask('bot_came_back_rate')).toMatchObject({ value: 100, n: 1 });
    expect(await ask('handoff_rate')).toMatchObject({ value: 50, n: 2 });
  });

  test('replies after hours and a pass to a higher tier are seen from the rows of schedules and teams', async () => {
    await send('schedules', { id: 'office', zone: 'UTC', valid_from: '2020-01-01T00:00:00Z', is_default: true, hours: workday });
    await send('teams', { id: 'first', name: 'First line', tier: 1 }, { id: 'experts', name: 'Experts', tier: 2 });
    await send(
      'ticket_events',
      event('a', '2026-03-02T09:00:00Z', { kind: 'created', actor_kind: 'customer', team_id: 'test:first' }),
      event('a', '2026-03-02T10:00:00Z', { team_id: 'test:experts', actor_kind: 'human' }),
      event('b', '2026-03-02T09:00:00Z', { kind: 'created', actor_kind: 'customer', team_id: 'test:experts' }),
    );
    await send('messages', message('a', '2026-03-02T09:00:00Z', 'customer'), message('a', '2026-03-02T20:00:00Z', 'human'));
    expect(await ask('replies_outside_hours')).toMatchObject({ value: 100, n: 1 });
    expect(await ask('escalation_rate')).toMatchObject({ value: 50, n: 2 });
  });

  test('rows sent twice and in any order give the same facts', async () => {
    const events = [
      event('a', '2026-03-02T09:00:00Z', { kind: 'created', actor_kind: 'customer' }),
      event('a', '2026-03-02T10:00:00Z', { actor_kind: 'human', status: 'solved' }),
    ];
    await send('ticket_events', ...events.toReversed());
    await deriver.idle();
    const once = await store.query(sql`SELECT * EXCEPT revision FROM ${table(database, { name: 'tickets' })}`);
    await send('ticket_events', ...events);
    await deriver.idle();
    expect((await store.query(sql`SELECT * EXCEPT revision FROM ${table(database, { name: 'tickets' })}`)).rows).toEqual(once.rows);
    expect(await ask('full_resolution_median')).toMatchObject({ value: 60 * minute, n: 1 });
  });

  test('a late event moves the creation of a ticket, which stays in the month of its first fold', async () => {
    await send('ticket_events', event('a', '2026-03-02T09:00:00Z', { kind: 'created', actor_kind: 'customer' }));
    await deriver.idle();
    await send('ticket_events', event('a', '2026-02-27T09:00:00Z', { kind: 'created', actor_kind: 'customer' }));
    expect(await ask('created')).toMatchObject({ value: 1 });
    expect(await ask('created', { from: '2026-02-01', until: '2026-02-28' })).toMatchObject({ value: 1 });
  });
});

/** Minutes since Sunday midnight, cut where a day ends. */
function splitAtMidnight(from: number, to: number): number[] {
  const midnight = (Math.floor(from / 1440) + 1) * 1440;
  return to <= midnight ? [from, to] : [from, midnight, midnight, to];
}
