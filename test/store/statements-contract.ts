import { expect, it } from 'vitest';
import { bind, sql } from '../../src/core/sql/sql.ts';
import { table } from '../../src/engine/store/workspace.ts';
import { type Contract, database, plain, things } from './contract-table.ts';

/** Statements are bounded, only read when they ask, never mix, and never wait for each other without need. */
export function statementsContract(contract: Contract): void {
  it('lets the row with the larger version win, in whatever order they come', async () => {
    await contract.insert([{ id: 'r', ...plain, version: 2, name: 'second' }]);
    await contract.insert([{ id: 'r', ...plain, version: 1, name: 'first' }]);
    expect((await contract.rowsOf('r')).map((row) => (row as { name: string }).name)).toEqual(['second']);
    await contract.insert([{ id: 'r', ...plain, version: 3, name: 'third' }]);
    expect((await contract.rowsOf('r')).map((row) => (row as { name: string }).name)).toEqual(['third']);
  });

  it('lets a question only read', async () => {
    expect(await contract.failureOf(contract.store.query(sql`INSERT INTO ${table(database, things)} (id) SELECT 'x'`))).toBe('readonly');
    expect(await contract.failureOf(contract.store.query(sql`DROP TABLE ${table(database, things)}`))).not.toBe('none');
    expect(await contract.rowsOf('x')).toEqual([]);
  });

  it('stops a question that takes too long or too much, and answers the next one', async () => {
    expect(
      await contract.failureOf(contract.store.query(sql`SELECT sum(cityHash64(number)) FROM numbers(100000000000)`, { maxSeconds: 1 })),
    ).toBe('timeout');
    const greedy = sql`SELECT count() FROM (SELECT number, count() FROM numbers(50000000) GROUP BY number)`;
    expect(await contract.failureOf(contract.store.query(greedy, { maxMemoryBytes: 50_000_000 }))).toBe('memory');
    expect((await contract.store.query(sql`SELECT 1 AS one`)).rows).toEqual([{ one: 1 }]);
  });

  it('never hands rows of a question that failed to the next one', async () => {
    const half = sql`SELECT number AS n, throwIf(number = 200000) AS x FROM numbers(300000)`;
    for (let round = 0; round < 8; round++) {
      expect(await contract.failureOf(contract.store.query(half))).toBe('refused');
      expect((await contract.store.query(sql`SELECT ${bind('Int64', round)} AS n`)).rows).toEqual([{ n: round }]);
    }
  });

  it('answers a small question while a big one runs', async () => {
    let bigIsDone = false;
    const big = contract.store.query(sql`SELECT sum(cityHash64(number)) AS n FROM numbers(${bind('UInt64', 600_000_000)})`).then(() => {
      bigIsDone = true;
    });
    for (let count = 0; count < 5; count++) await contract.store.query(sql`SELECT ${bind('Int64', count)} AS n`);
    await contract.insert([{ id: 'beside', ...plain }]);
    expect(bigIsDone).toBe(false);
    await big;
  });

  it('answers many questions at once, each with its own values', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        contract.store.query<{ n: number; t: string }>(sql`SELECT ${bind('Int64', index)} AS n, ${bind('String', `t${index}`)} AS t`),
      ),
    );
    expect(answers.map((answer) => answer.rows[0])).toEqual(Array.from({ length: 60 }, (_, index) => ({ n: index, t: `t${index}` })));
  });

  it('streams many rows in blocks without holding them, and stops when the reader stops', async () => {
    const before = process.memoryUsage().rss;
    let rows = 0;
    let peak = before;
    for await (const block of contract.store.stream<{ n: number; t: string }>(
      sql`SELECT number AS n, toString(number) AS t FROM numbers(${bind('UInt64', 500_000)})`,
    )) {
      expect(block[0]?.t).toBe(String(block[0]?.n));
      rows += block.length;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    expect(rows).toBe(500_000);
    expect(peak - before).toBeLessThan(600_000_000);
    let seen = 0;
    for await (const block of contract.store.stream(sql`SELECT number AS n FROM numbers(1000000000000)`)) {
      seen += block.length;
      if (seen > 100_000) break;
    }
    expect((await contract.store.query(sql`SELECT 1 AS one`)).rows).toEqual([{ one: 1 }]);
  });

  it('tells a stream that fails half way from one that ended', async () => {
    const read = async () => {
      for await (const _ of contract.store.stream(sql`SELECT number AS n, throwIf(number = 400000) AS x FROM numbers(500000)`));
    };
    await expect(read()).rejects.toThrow();
  });
}
