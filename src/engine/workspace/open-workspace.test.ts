import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { querySchema } from '../../core/model/query.ts';
import { sql } from '../../core/sql/sql.ts';
import { epochDayAt, startOfDayMs } from '../../core/time/zone.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { ingestRows } from '../ingest/ingest-rows.ts';
import { answerQuery } from '../query/answer-query.ts';
import { table } from '../store/workspace.ts';
import { ensureSample, removeSample } from './ensure-sample.ts';
import { type OpenWorkspace, openWorkspace } from './open-workspace.ts';
import { readImports } from './read-imports.ts';
import { changeSetting } from './settings/change-setting.ts';

const clockMs = Date.UTC(2027, 5, 1);
const sample = { tickets: 300, seed: 3 };

const solvedInTheMorningOfShanghai = [
  { id: 's1', ticket_id: 's', source: 'own', at: '2027-05-04T01:30:00Z', kind: 'created' },
  { id: 's2', ticket_id: 's', source: 'own', at: '2027-05-04T02:30:00Z', kind: 'update', actor_kind: 'human', status: 'solved' },
];

describe('a workspace', () => {
  let directory = '';
  let workspace: OpenWorkspace;
  const open = () => openWorkspace(readConfiguration({ EARSHOT_DATA: join(directory, 'data') }).configuration, { clock: () => clockMs });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-workspace-'));
    workspace = await open();
  });

  afterAll(async () => {
    await workspace.close();
    await rm(directory, { recursive: true, force: true });
  });

  test('is empty at first, counts by the clock, and its probe succeeds', async () => {
    expect(await workspace.calendar()).toMatchObject({ nowMs: clockMs, dataFromMs: null, dataUntilMs: null });
    await expect(workspace.probe()).resolves.toBeUndefined();
  });

  test('gets a sample once, in which time stands still at its end', async () => {
    expect(await ensureSample(workspace, sample)).toBe(true);
    expect(await ensureSample(workspace, sample)).toBe(false);
    const [calendar, range] = [await workspace.calendar(), await workspace.range()];
    expect(range).toMatchObject({ sample: true, onlySample: true });
    expect(range.tickets).toBeGreaterThan(200);
    expect(calendar.nowMs).toBe(startOfDayMs(calendar.zone, epochDayAt(calendar.zone, range.untilMs ?? 0) + 1));
    expect(new Date(range.untilMs ?? 0).toISOString().slice(0, 7)).toBe('2026-10');
    expect(JSON.parse(await readFile(join(workspace.directories.path, 'truths.json'), 'utf8'))).not.toHaveLength(0);
  });

  test('answers from rows of its own by the clock, as soon as they are derived', async () => {
    const heard: string[] = [];
    const stop = workspace.written.listen(({ entities }) => heard.push(...entities));
    const event = { id: 'e', ticket_id: 't', source: 'own', at: '2027-05-03T09:00:00Z', kind: 'created' };
    await ingestRows(workspace.ingest, workspace.deriver, 'ticket_events', JSON.stringify(event));
    await workspace.deriver.idle();
    stop();
    expect(heard).toContain('tickets');
    const calendar = await workspace.calendar();
    expect(calendar).toMatchObject({ nowMs: clockMs, dataUntilMs: Date.UTC(2027, 4, 3, 9) });
    const query = querySchema.parse({ metrics: ['created'], period: 'last month' });
    const result = await answerQuery(workspace.ask, workspace.database, query, calendar);
    expect(result.totals.values.created?.value).toBe(1);
  });

  test('keeps its own rows when the sample is removed, gets working hours of its own, and never the sample again', async () => {
    expect(await removeSample(workspace)).toBe(1);
    expect(await workspace.range()).toMatchObject({ tickets: 1, sample: false });
    expect(
      (await workspace.store.query<{ id: string }>(sql`SELECT id FROM ${table(workspace.database, { name: 'schedules' })}`)).rows,
    ).toEqual([{ id: 'earshot:default' }]);
    expect(await ensureSample(workspace, sample)).toBe(false);
    expect((await readImports(workspace)).map(({ state }) => state)).toEqual(['undone']);
  });

  test('moves its default schedule with its zone, and counts working time anew', async () => {
    await ingestRows(
      workspace.ingest,
      workspace.deriver,
      'ticket_events',
      solvedInTheMorningOfShanghai.map((event) => JSON.stringify(event)).join('\n'),
    );
    await workspace.deriver.idle();
    const worked = async () => {
      const query = querySchema.parse({ metrics: ['full_resolution_median(clock=business)'], period: 'all' });
      const { totals } = await answerQuery(workspace.ask, workspace.database, query, await workspace.calendar());
      return totals.values['full_resolution_median(clock=business)']?.value;
    };
    await changeSetting(workspace, 'calendar', { zone: 'Asia/Shanghai', weekStart: 1 });
    await workspace.owed.idle();
    expect(await worked()).toBe(3_600_000);
    await changeSetting(workspace, 'calendar', { zone: 'America/New_York', weekStart: 1 });
    await workspace.owed.idle();
    expect(await worked()).toBe(0);
  });

  test('notes at its end that nothing is left to do, and takes the note away while it is open', async () => {
    const note = join(workspace.directories.path, 'settled');
    expect(existsSync(note)).toBe(false);
    await workspace.close();
    expect(existsSync(note)).toBe(true);
    workspace = await open();
    expect(existsSync(note)).toBe(false);
    expect((await workspace.range()).tickets).toBe(2);
  });
});
