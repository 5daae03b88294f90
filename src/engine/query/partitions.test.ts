import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tickets } from '../../core/entities/tickets.ts';
import { querySchema } from '../../core/model/query.ts';
import { render } from '../../core/sql/sql.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/workspace.ts';
import { type Ask, askStore } from './ask.ts';
import { emptyRow } from './example-row.ts';
import { runQuery } from './run-query.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-partitions-'));
const database = 'partitions';
const dayMs = 86_400_000;
const firstMs = Date.UTC(2025, 0, 1);
const days = 365;
const nowMs = firstMs + days * dayMs;
const calendar = { zone: 'UTC', weekStart: 1, nowMs, dataFromMs: firstMs, dataUntilMs: nowMs } as const;
let store: Store;

interface Ticket {
  readonly id: string;
  readonly createdMs: number;
  readonly solvedMs: number | null;
}

const monthOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 7)}-01`;

/** Each third was first known in another month than it was created in, and each fifth is never solved. */
const drafts = Array.from({ length: 240 }, (_, index) => {
  const createdMs = firstMs + Math.floor(index * 1.5 * dayMs);
  const solvedMs = index % 5 === 0 ? null : createdMs + ((index * 37) % 150) * (dayMs / 2) + 1;
  const month = monthOf(index % 3 === 0 ? createdMs + 20 * dayMs : createdMs);
  return { ticket: { id: `t:${index}`, createdMs, solvedMs } satisfies Ticket, month };
});

/** An earlier version of a ticket was solved at another time, and every second one was created earlier. */
function versionOf({ ticket: { id, createdMs, solvedMs }, month }: (typeof drafts)[number], revision: number): Record<string, unknown> {
  const created = revision === 1 && Number(id.slice(2)) % 2 === 0 ? createdMs - 40 * dayMs : createdMs;
  const solved = revision === 1 ? createdMs + 3 * dayMs : solvedMs;
  const spans = [{ from: created, until: solved }];
  const row = { id, revision, partition_month: month, created_at: created, updated_at: solved ?? created, last_solved_at: solved };
  return emptyRow(tickets, { ...row, unsolved_spans: spans });
}

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database, { entities: [tickets] });
  for (const revision of [1, 2]) {
    await store.insert(
      database,
      tickets,
      drafts.map((draft) => versionOf(draft, revision)),
    );
  }
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const dayOf = (day: number): string => new Date(firstMs + day * dayMs).toISOString().slice(0, 10);
const query = (first: number, last: number) =>
  querySchema.parse({ metrics: ['created', 'solved', 'backlog'], grain: 'day', period: { from: dayOf(first), until: dayOf(last) } });

function expected(fromMs: number): readonly (number | undefined)[] {
  const untilMs = fromMs + dayMs;
  const within = (ms: number | null): boolean => ms !== null && ms >= fromMs && ms < untilMs;
  const all = drafts.map(({ ticket }) => ticket);
  return [
    all.filter(({ createdMs }) => within(createdMs)).length,
    all.filter(({ solvedMs }) => within(solvedMs)).length,
    all.filter(({ createdMs, solvedMs }) => createdMs < untilMs && (solvedMs === null || solvedMs >= untilMs)).length,
  ];
}

describe('a question that reads only the months that can hold an answer', () => {
  test('finds every row of its period, wherever it lies and whatever it was before', async () => {
    const period = fc.tuple(fc.integer({ min: 0, max: days - 1 }), fc.integer({ min: 0, max: 40 }));
    await fc.assert(
      fc.asyncProperty(period, async ([first, length]) => {
        const last = Math.min(days - 1, first + length);
        const { rows } = await runQuery(askStore(store), database, query(first, last), calendar);
        const told = rows.map(({ values }) => ['created', 'solved', 'backlog'].map((key) => values[key]?.value));
        expect(told).toEqual(rows.map(({ bucket }) => expected(Date.parse(bucket ?? ''))));
      }),
      { numRuns: 12 },
    );
  });

  test('names the month of the period, and the one in which its tickets were first known', async () => {
    const texts: string[] = [];
    const ask: Ask = (statement) => {
      const { text, parameters } = render(statement);
      if (text.includes('IN {') && !text.includes('span_from')) texts.push(JSON.stringify(Object.values(parameters)));
      return askStore(store)(statement);
    };
    await runQuery(
      ask,
      database,
      querySchema.parse({ metrics: ['created'], period: { from: '2025-06-16', until: '2025-06-22' } }),
      calendar,
    );
    expect(texts.map((text) => text.match(/2025-\d\d-01/g))).toEqual([['2025-06-01', '2025-07-01']]);
  });
});
