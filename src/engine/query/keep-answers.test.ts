import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bind, sql } from '../../core/sql/sql.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import type { Store } from '../store/store.ts';
import { watchWrites } from '../store/watch-writes.ts';
import { type Ask, askStore } from './ask.ts';
import { keepAnswers } from './keep-answers.ts';

describe('kept answers', () => {
  let directory = '';
  let store: Store;
  let revision: () => number;
  let asked = 0;
  const sum = sql`SELECT sum(value) AS sum FROM kept.numbers`;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-kept-'));
    ({ store, revision } = watchWrites(await openEmbeddedStore({ directory })));
    await store.command(sql`CREATE DATABASE kept`);
    await store.command(sql`CREATE TABLE kept.numbers (value Int64) ENGINE = MergeTree ORDER BY value`);
  });
  beforeEach(() => {
    asked = 0;
  });
  afterAll(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  const counting = (ask: Ask): Ask => {
    return (statement) => {
      asked += 1;
      return ask(statement);
    };
  };
  const keeper = (maxAgeMs: number | null = null) => keepAnswers(counting(askStore(store)), { revision, maxAgeMs });

  test('are given to whoever asks the same, later and at the same time', async () => {
    const ask = keeper();
    const answers = await Promise.all([ask(sum), ask(sum)]);
    expect([...answers, await ask(sum)].every((rows) => rows === answers[0])).toBe(true);
    expect(asked).toBe(1);
  });

  test('are asked anew once something was written', async () => {
    const ask = keeper();
    const [before] = await ask(sum);
    await store.command(sql`INSERT INTO kept.numbers VALUES (7)`);
    const [after] = await ask(sum);
    expect(Number(after?.sum)).toBe(Number(before?.sum) + 7);
  });

  test('are not kept when something was written while they were asked', async () => {
    const ask = keeper();
    const running = ask(sum);
    await store.command(sql`INSERT INTO kept.numbers VALUES (1)`);
    await running;
    const [after] = await ask(sum);
    expect(after).toEqual((await askStore(store)(sum))[0]);
    expect(asked).toBe(2);
  });

  test('tell values of different type and size apart, and statements of the same values', async () => {
    const ask = keeper();
    const value = (bound: ReturnType<typeof bind>) => ask(sql`SELECT toString(${bound}) AS text`);
    const texts = [await value(bind('Int64', 12n)), await value(bind('String', '12')), await value(bind('String', '12n'))];
    expect(texts.map(([row]) => row?.text)).toEqual(['12', '12', '12n']);
    expect(asked).toBe(3);
  });

  test('are no answer to a question that failed', async () => {
    const ask = keeper();
    await expect(ask(sql`SELECT value FROM kept.nothing`)).rejects.toThrow();
    await expect(ask(sql`SELECT value FROM kept.nothing`)).rejects.toThrow();
    expect(asked).toBe(2);
  });

  test('are forgotten after their time where others write', async () => {
    const ask = keeper(1);
    await ask(sum);
    const askAgain = async () => {
      await ask(sum);
      return asked;
    };
    await expect.poll(askAgain).toBeGreaterThan(1);
  });
});
