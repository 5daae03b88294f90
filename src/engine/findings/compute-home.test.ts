import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../core/model/endpoints/index.ts';
import { epochDayOf } from '../../core/time/calendar-day.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { ensureSample } from '../workspace/ensure-sample.ts';
import { type OpenWorkspace, openWorkspace } from '../workspace/open-workspace.ts';
import { changeSetting } from '../workspace/settings/change-setting.ts';
import { askDays } from './ask-days.ts';
import { compareAgents } from './compare-agents.ts';
import { explain } from './explain.ts';
import { changeState } from './finding-states.ts';
import { type HomeKeeper, homeKeeper } from './home-keeper.ts';
import { readMarks } from './known-events.ts';
import { readGaps } from './read-gaps.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-findings-'));
let workspace: OpenWorkspace;
let keeper: HomeKeeper;
let home: Output<'home'>;

beforeAll(async () => {
  workspace = await openWorkspace(readConfiguration({ EARSHOT_DATA: directory }).configuration);
  await ensureSample(workspace, { tickets: 20_000, seed: 3 });
  keeper = homeKeeper(workspace);
  home = await keeper.home({ wait: 'yes' });
}, 300_000);

afterAll(async () => {
  await keeper.close();
  await workspace.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('the morning after the last day of the sample', () => {
  test('tells of the last full day, with the usual beside each figure and the worst comments', () => {
    expect(home.day).toBe('2026-10-31');
    expect(home.figures.map(({ metric }) => metric)).toContain('created');
    for (const { usual } of home.figures) expect(usual.value).not.toBeNull();
    expect(home.figures.flatMap(({ metric, settled }) => (settled ? [] : [metric]))).toEqual(['first_response_median']);
    expect(home.comments.every(({ text, score, scaleMin, scaleMax }) => text !== '' && score < (scaleMin + scaleMax) / 2)).toBe(true);
  });

  test('says first that shipping tickets are up because of one carrier in two regions', () => {
    const [first] = home.findings;
    expect(first?.metric).toBe('created');
    expect(Math.abs(Date.parse(first?.since ?? '') - Date.parse('2026-10-26'))).toBeLessThanOrEqual(3 * 86_400_000);
    const named = [...(first?.segment ?? []), ...(first?.drivers ?? []).map((driver) => driver.segment)].flatMap(({ values }) => values);
    expect(named).toEqual(expect.arrayContaining(['shipping', 'Northway', 'Scotland', 'North']));
  });

  test('says then that mails to one provider do not arrive, and nothing else that is worse', () => {
    const [, second, ...more] = [...home.findings, ...home.open];
    expect(second?.metric).toBe('delivery_rate');
    expect(Math.abs(Date.parse(second?.since ?? '') - Date.parse('2026-10-05'))).toBeLessThanOrEqual(3 * 86_400_000);
    expect(second?.segment).toEqual([{ dimension: 'provider', values: ['Brightmail'] }]);
    expect(more).toEqual([]);
  });

  test('refuses a day before or after all data, and says which days there are', async () => {
    const days = { from: '2024-11-01', until: '2026-10-31' };
    for (const day of ['2020-01-01', '2024-10-31'])
      await expect(keeper.home({ day })).rejects.toMatchObject({ code: 'no_data', sentence: { values: { day, ...days } } });
    expect((await keeper.home({ day: days.from })).day).toBe(days.from);
  });

  test('hides what was acknowledged and shows what a snooze has let go', async () => {
    const [first] = home.findings;
    const id = first?.id ?? '';
    const change = { id, until: null, to: null };
    await changeState(await workspace.meta(), { ...change, kind: 'acknowledged', comment: 'We know' }, 0);
    const hidden = await keeper.home({});
    expect(hidden.findings.map((finding) => finding.id)).not.toContain(id);
    expect(hidden.hidden[0]?.state.comments[0]?.text).toBe('We know');
    await changeState(await workspace.meta(), { ...change, kind: 'snoozed', until: '2026-11-01' }, 0);
    expect((await keeper.home({})).findings[0]?.id).toBe(id);
    await expect(changeState(await workspace.meta(), { ...change, kind: 'snoozed' }, 0)).rejects.toThrow('needs "until"');
  });

  test('is out of date once a setting is changed, until it is worked out anew', async () => {
    await changeSetting(workspace, 'goals', { goals: { csat: 80 } });
    expect((await keeper.home({})).stale).toBe(true);
    const anew = await keeper.home({ wait: 'yes' });
    expect(anew.stale).toBe(false);
    expect(anew.figures.find(({ metric }) => metric === 'csat')?.goal).toBe(80);
  });

  test('refuses a day that is not over', async () => {
    await expect(keeper.home({ day: '2026-12-24' })).rejects.toThrow('the last full day is 2026-10-31');
  });
});

describe('a silence', () => {
  const gapsOf = async (first: string, last: string) => {
    const source = await keeper.source(last);
    return readGaps(source, await readMarks(source), { first: epochDayOf(first), last: epochDayOf(last) });
  };

  test('is seen by the running numbers that never came, however few they are, and is no closed and no busy day', async () => {
    const gaps = await gapsOf('2025-11-20', '2026-01-05');
    expect(gaps.map(({ source, kind }) => [source, kind])).toEqual([['demo-form', 'feed']]);
    const [{ from, until, missingPercent } = { from: '', until: '', missingPercent: 0 }] = gaps;
    expect(from > '2025-12-09T08' && from < '2025-12-10' && until > '2025-12-09T20' && until < '2025-12-10T12').toBe(true);
    expect(missingPercent).toBeGreaterThan(50);
  });
});

test('answers are asked by the labels of their tickets', async () => {
  const source = await keeper.source();
  const days = { first: source.day - 90, last: source.day };
  const labelled = { dimension: 'tag', operator: 'any of' as const, values: ['small-refund'] };
  const [grouped] = await askDays(source, { metrics: ['csat'], days, by: ['tag'] });
  const [filtered] = await askDays(source, { metrics: ['csat'], days, filters: [labelled] });
  const group = grouped?.answer.cells.get({ bucket: null, group: ['small-refund'] });
  expect(group?.n).toBeGreaterThan(20);
  expect(group).toEqual(filtered?.answer.total);
});

describe('an explanation', () => {
  test('names the product behind a launch, and that none stands out where there is no cause', async () => {
    const source = await keeper.source();
    const week = { from: '2025-09-16', until: '2025-09-22' };
    const launch = await explain(source, { metric: 'created', period: week, filters: [] });
    expect(launch.drivers[0]?.segment).toEqual({ dimension: 'product', values: ['Halo'] });
    const [driver] = launch.drivers;
    expect(driver?.share).toBeGreaterThan(0.8);
    expect(driver?.shareInterval?.low).toBeGreaterThan(0.6);
    expect(driver?.shareInterval?.low).toBeLessThan(driver?.share ?? 0);
    expect(driver?.shareInterval?.high).toBeGreaterThan(driver?.share ?? 1);
    expect(launch.events).toContain('Halo launch');
    const quiet = { from: '2025-05-05', until: '2025-05-18' };
    const nothing = await explain(source, { metric: 'created', period: quiet, filters: [] });
    expect(nothing.drivers).toEqual([]);
    await expect(explain(source, { metric: 'first_response', period: week, filters: [] })).rejects.toThrow('several figures');
  });

  test('says on which day the level changed, and nothing of days on which it did not', async () => {
    const source = await keeper.source();
    const asked = { metric: 'delivery_rate', filters: [{ dimension: 'provider', operator: 'any of' as const, values: ['Brightmail'] }] };
    const bounced = await explain(source, { ...asked, period: { from: '2026-10-01', until: '2026-10-31' } });
    expect(bounced.changedOn).toMatchObject({ day: '2026-10-05', from: '2026-10-05', until: '2026-10-05' });
    expect((await explain(source, { ...asked, period: { from: '2026-08-01', until: '2026-08-31' } })).changedOn).toBeNull();
  });
});

describe('agents', () => {
  test('are compared with the same kinds of tickets, and nobody is flagged by few results', async () => {
    const period = { from: '2024-11-02', until: '2026-10-31' };
    const comparison = await compareAgents(await keeper.source(), { metric: 'csat', period });
    expect(comparison.kinds).toContain('category');
    expect(comparison.agents.length).toBeGreaterThan(10);
    expect(comparison.agents.filter(({ n, flag }) => n < 30 && flag !== null)).toEqual([]);
  });
});
