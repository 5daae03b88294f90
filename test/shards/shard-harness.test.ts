import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../src/core/entities/messages.ts';
import { ticketEvents } from '../../src/core/entities/ticket-events.ts';
import { type Sql, sql } from '../../src/core/sql/sql.ts';
import { table } from '../../src/engine/store/workspace.ts';
import { openShardHarness, type ShardHarness } from './shard-harness.ts';

const events = (version: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `t:${index}`,
    source: 't',
    version,
    import_id: 'i',
    ticket_id: `t:${index % 997}`,
    at: 1_700_000_000_000 + index * 60_000,
    sequence: index,
    kind: index % 3 === 0 ? 'message' : 'update',
    status: version === 1 ? 'open' : null,
  }));

const statements: Record<string, (database: string) => Sql> = {
  count: (database) => sql`SELECT count() AS n, sum(version) AS versions FROM ${table(database, ticketEvents)}`,
  'replaced rows': (database) => sql`SELECT status, count() AS n FROM ${table(database, ticketEvents)} GROUP BY status ORDER BY status`,
  'group by': (database) => sql`
SELECT toStartOfDay(at) AS day, kind, count() AS n, uniqExact(ticket_id) AS tickets, quantileExactInclusive(0.5)(sequence) AS middle
FROM ${table(database, ticketEvents)}
GROUP BY day, kind
ORDER BY day, kind`,
  'top with a limit': (database) => sql`
SELECT ticket_id, count() AS n
FROM ${table(database, ticketEvents)}
GROUP BY ticket_id
ORDER BY n DESC, ticket_id
LIMIT 7`,
  'join on another key': (database) => sql`
SELECT count() AS n, sum(events.sequence) AS total
FROM ${table(database, ticketEvents)} AS events
INNER JOIN ${table(database, messages)} AS messages ON messages.id = events.id`,
  'rows in a subquery': (database) => sql`
SELECT count() AS n
FROM ${table(database, ticketEvents)}
WHERE ticket_id IN (
  SELECT ticket_id
  FROM ${table(database, ticketEvents)}
  WHERE sequence > 2900
)`,
  'window over everything': (database) => sql`
SELECT max(gap) AS longest, count() AS n
FROM (
  SELECT at - lagInFrame(at, 1, at) OVER (PARTITION BY ticket_id ORDER BY at) AS gap
  FROM ${table(database, ticketEvents)}
)`,
};

describe('the shard harness', () => {
  let harness: ShardHarness;

  beforeAll(async () => {
    harness = await openShardHarness();
    await harness.store.insert(harness.database, ticketEvents, events(1, 3000));
    await harness.store.insert(harness.database, ticketEvents, events(2, 1500));
    await harness.store.insert(
      harness.database,
      messages,
      events(1, 500).map(({ kind, status, ...event }) => ({ ...event, text: `${kind} ${status}` })),
    );
  });

  afterAll(() => harness.close());

  it('lays the rows on every shard, each row on one', async () => {
    const answer = await harness.store.query<{ shard: number; n: number }>(
      sql`SELECT shardNum() AS shard, count() AS n FROM ${table(harness.sharded.three, ticketEvents)} GROUP BY shard ORDER BY shard`,
    );
    expect(answer.rows.map((row) => row.shard)).toEqual([1, 2, 3]);
    expect(answer.rows.reduce((sum, row) => sum + row.n, 0)).toBe(3000);
    expect(Math.min(...answer.rows.map((row) => row.n))).toBeGreaterThan(800);
  });

  it.each(Object.entries(statements))('gives the same answer without shards, on one and on three: %s', async (_, statement) => {
    const [whole, one, three] = await Promise.all(
      [harness.database, harness.sharded.one, harness.sharded.three].map(
        async (database) => (await harness.store.query(statement(database))).rows,
      ),
    );
    expect(whole?.length).toBeGreaterThan(0);
    expect(one).toEqual(whole);
    expect(three).toEqual(whole);
  });

  it('counts a replaced row once, with its newest version', async () => {
    const answer = await harness.store.query(statements['replaced rows']?.(harness.sharded.three) ?? sql``);
    expect(answer.rows).toEqual([
      { status: 'open', n: 1500 },
      { status: null, n: 1500 },
    ]);
  });
});
