import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOfData } from '../../catalog/demo/demo-company.ts';
import { dayMs, hourMs } from '../../catalog/demo/span-of-data.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { table } from '../store/workspace.ts';
import { ensureSample, removeSample } from './ensure-sample.ts';
import { openLiveSample } from './live-sample.ts';
import { type OpenWorkspace, openWorkspace } from './open-workspace.ts';

const beganAt = Date.UTC(2027, 5, 1, 10);
let nowMs = beganAt;
let directory = '';
let workspace: OpenWorkspace;
const open = () => openWorkspace(readConfiguration({ EARSHOT_DATA: join(directory, 'data') }).configuration, { clock: () => nowMs });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'earshot-live-'));
  workspace = await open();
  await ensureSample(workspace, { tickets: 1000, seed: 3 });
});

afterAll(async () => {
  await workspace.close();
  await rm(directory, { recursive: true, force: true });
});

async function createdSince(instant: number): Promise<number> {
  const { rows } = await workspace.store.query<{ count: number }>(sql`SELECT count() AS count
FROM ${table(workspace.database, { name: 'tickets' })}
WHERE toUnixTimestamp64Milli(created_at) >= ${bind('Int64', instant)}`);
  return Number(rows[0]?.count);
}

test('time goes on at the end of the sample, with tickets that have facts and a customer', async () => {
  const standing = await workspace.calendar();
  const live = await openLiveSample(workspace);
  expect((await workspace.calendar()).nowMs).toBe(standing.nowMs);
  nowMs = beganAt + 12 * dayMs;
  expect(await live?.catchUp()).toBeGreaterThan(50);
  expect(await live?.catchUp()).toBe(0);
  expect(await createdSince(endOfData)).toBeGreaterThan(5);
  expect((await workspace.calendar()).nowMs).toBe(endOfData + 12 * dayMs);
  expect((await workspace.range()).onlySample).toBe(true);
  const { rows } = await workspace.store.query<{ answers: number; known: number }>(sql`SELECT
  count() AS answers,
  countIf(customer_key = cityHash64('external', requester_external_id)) AS known
FROM ${table(workspace.database, { name: 'survey_invitations' })}
WHERE toUnixTimestamp64Milli(sent_at) >= ${bind('Int64', endOfData)}`);
  expect(Number(rows[0]?.answers)).toBeGreaterThan(0);
  expect(rows[0]?.known).toBe(rows[0]?.answers);
  await live?.stop();
});

test('once stopped it stands still, and the next process brings what was missed, each row once', async () => {
  expect((await workspace.calendar()).nowMs).toBeLessThan(endOfData + 13 * dayMs);
  const before = await createdSince(endOfData);
  await workspace.close();
  nowMs = beganAt + 20 * dayMs + hourMs;
  workspace = await open();
  const live = await openLiveSample(workspace);
  expect(await live?.catchUp()).toBeGreaterThan(20);
  expect((await workspace.calendar()).nowMs).toBe(endOfData + 20 * dayMs + hourMs);
  expect(await createdSince(endOfData + 12 * dayMs)).toBe((await createdSince(endOfData)) - before);
  await live?.stop();
});

test('with the sample removed nothing goes on', async () => {
  const live = await openLiveSample(workspace);
  await removeSample(workspace);
  nowMs += dayMs;
  expect(await live?.catchUp()).toBe(0);
  expect(await createdSince(0)).toBe(0);
  expect(await openLiveSample(workspace)).toBeNull();
});
