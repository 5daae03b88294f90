import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type QueryInput, querySchema } from '../../core/model/query.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { ingestRows } from '../ingest/ingest-rows.ts';
import { answerQuery } from '../query/answer-query.ts';
import { type OpenWorkspace, openWorkspace } from './open-workspace.ts';
import { changeSetting } from './settings/change-setting.ts';
import { readSetting } from './settings/read-settings.ts';

const hourMs = 3_600_000;
/** Newfoundland goes from −3:30 to −2:30 on 8 March 2026, at 2:00 local. */
const [firstMs, lastMs] = [Date.UTC(2026, 1, 22), Date.UTC(2026, 2, 22)];

const drawn = fc.sample(fc.record({ at: fc.integer({ min: firstMs, max: lastMs - 1 }), hours: fc.integer({ min: 0, max: 90 }) }), {
  numRuns: 1200,
  seed: 8,
});
const localDay = (zone: string, ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();

/** Hours between two instants at which the local clock shows 9:00 to 17:00 on Monday to Friday, minute by minute. */
function businessMs(zone: string, fromMs: number, untilMs: number): number {
  let total = 0;
  for (let day = localDay(zone, fromMs); Temporal.PlainDate.compare(day, localDay(zone, untilMs)) <= 0; day = day.add({ days: 1 })) {
    const at = (hour: number) => day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
    if (day.dayOfWeek <= 5) total += Math.max(0, Math.min(untilMs, at(17)) - Math.max(fromMs, at(9)));
  }
  return total;
}

describe.each([
  ['Asia/Shanghai', 7],
  ['America/St_Johns', 1],
] as const)('a workspace in %s with weeks from day %i', (zone, weekStart) => {
  let directory = '';
  let workspace: OpenWorkspace;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-zones-'));
    const { configuration } = readConfiguration({ EARSHOT_DATA: join(directory, 'data') });
    workspace = await openWorkspace(configuration, { clock: () => Date.UTC(2026, 4, 1) });
    await changeSetting(workspace, 'calendar', { zone, weekStart });
    await workspace.prepare();
    const { value } = await readSetting(workspace, 'schedules');
    const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 }));
    await changeSetting(workspace, 'schedules', { schedules: value.schedules.map((one) => ({ ...one, shifts })) }, 'always');
    const rows = drawn.map(({ at, hours }, index) => ({
      id: String(index),
      source: 's',
      created_at: new Date(at).toISOString(),
      solved_at: new Date(at + hours * hourMs).toISOString(),
      status: 'solved',
      product: String(index % 40),
    }));
    await ingestRows(workspace.ingest, workspace.deriver, 'ticket_records', JSON.stringify(rows));
    await workspace.deriver.idle();
  });

  afterAll(async () => {
    await workspace.close();
    await rm(directory, { recursive: true, force: true });
  });

  const ask = async (query: QueryInput) =>
    answerQuery(workspace.ask, workspace.database, querySchema.parse({ period: 'all', ...query }), await workspace.calendar());
  const counts = async (query: QueryInput) =>
    (await ask(query)).rows.map(({ bucket, values }) => [bucket?.slice(0, 10), values.created?.value] as const);

  test('counts every ticket on its local day, and days sum to the total in UTC', async () => {
    const days = await counts({ metrics: ['created'], grain: 'day' });
    const expected = new Map<string, number>();
    for (const { at } of drawn) expected.set(String(localDay(zone, at)), (expected.get(String(localDay(zone, at))) ?? 0) + 1);
    expect(new Map(days.filter(([, count]) => count !== 0))).toEqual(expected);
    const utc = await ask({ metrics: ['created'], grain: 'day', zone: 'UTC' });
    expect(days.reduce((sum, [, count]) => sum + (count ?? 0), 0)).toBe(utc.totals.values.created?.value);
    expect(utc.totals.values.created?.value).toBe(drawn.length);
  });

  test('counts weeks from their first day, and the hours of a day with a changed clock', async () => {
    const weeks = await counts({ metrics: ['created'], grain: 'week' });
    expect(weeks.every(([day]) => Temporal.PlainDate.from(day ?? '').dayOfWeek === weekStart)).toBe(true);
    expect(weeks.reduce((sum, [, count]) => sum + (count ?? 0), 0)).toBe(drawn.length);
    const changed = await ask({ metrics: ['created'], grain: 'hour', period: { from: '2026-03-08', until: '2026-03-08' } });
    expect(changed.buckets).toHaveLength(zone === 'America/St_Johns' ? 23 : 24);
    const onDay = drawn.filter(({ at }) => String(localDay(zone, at)) === '2026-03-08').length;
    expect(changed.rows.reduce((sum, { values }) => sum + (values.created?.value ?? 0), 0)).toBe(onDay);
  });

  test('counts business time by the local clock', async () => {
    const { rows } = await ask({ metrics: ['full_resolution_mean(clock=business)'], by: ['product'] });
    expect(rows).toHaveLength(40);
    for (const { group, values } of rows) {
      const own = drawn.filter((_, index) => String(index % 40) === group[0]);
      const total = own.reduce((sum, { at, hours }) => sum + businessMs(zone, at, at + hours * hourMs), 0);
      expect(values['full_resolution_mean(clock=business)']?.value).toBeCloseTo(total / own.length, 0);
    }
  });
});
