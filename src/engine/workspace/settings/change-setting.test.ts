import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { querySchema } from '../../../core/model/query.ts';
import type { Setting, SettingName } from '../../../core/model/settings/index.ts';
import { readConfiguration } from '../../configuration/read-configuration.ts';
import { ingestRows } from '../../ingest/ingest-rows.ts';
import { answerQuery } from '../../query/answer-query.ts';
import { type OpenWorkspace, openWorkspace } from '../open-workspace.ts';
import { readTicket } from '../read-ticket.ts';
import { changeSetting } from './change-setting.ts';
import { previewSetting } from './preview-setting.ts';
import { readSetting } from './read-settings.ts';

const hourMs = 3_600_000;
/** Wednesday. */
const changedAt = Date.UTC(2026, 5, 3, 12);

const created = { kind: 'created', actor_kind: 'customer', channel: 'email', status: 'new' };
const solved = { kind: 'update', actor_kind: 'human', status: 'solved' };
const said = { public: true, text: 'How do I return it?' };

describe('a changed setting', () => {
  let directory = '';
  let workspace: OpenWorkspace;
  let nowMs = changedAt;
  let sent = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-change-'));
    const { configuration } = readConfiguration({ EARSHOT_DATA: join(directory, 'data') });
    workspace = await openWorkspace(configuration, { clock: () => nowMs });
    await workspace.prepare();
    await changeSetting(workspace, 'calendar', { zone: 'UTC', weekStart: 1 });
  });

  afterAll(async () => {
    await workspace.close();
    await rm(directory, { recursive: true, force: true });
  });

  const bring = async (entity: string, rows: readonly object[]) => {
    const whole = rows.map((row) => JSON.stringify({ id: `r${++sent}`, source: 's', ...row }));
    const { rejected } = await ingestRows(workspace.ingest, workspace.deriver, entity, whole.join('\n'));
    expect(rejected).toEqual([]);
    await workspace.deriver.idle();
  };
  const tell = (ticket: string, ...events: readonly object[]) =>
    bring(
      'ticket_events',
      events.map((event) => ({ ticket_id: ticket, ...event })),
    );
  const facts = async (ticket: string) => (await readTicket(workspace, `s:${ticket}`)).facts;
  const worked = async (ticket: string) => Number((await facts(ticket)).full_resolution_business_ms) / hourMs;
  const change = async <N extends SettingName>(name: N, value: Setting<N>, since: 'now' | 'always' = 'now') => {
    const version = await changeSetting(workspace, name, value, since);
    await workspace.owed.idle();
    return version;
  };
  const value = async <N extends SettingName>(name: N) => (await readSetting(workspace, name)).value;
  const refuse = (name: SettingName, wrong: unknown) => expect(changeSetting(workspace, name, wrong)).rejects;

  test('of working hours leaves what was solved before as it was, and counts what is solved after by both', async () => {
    await tell('before', { ...created, at: '2026-06-02T09:00:00Z' }, { ...solved, at: '2026-06-02T18:00:00Z' });
    await tell('across', { ...created, at: '2026-06-03T09:00:00Z' });
    expect(await worked('before')).toBe(9);
    const { schedules } = await value('schedules');
    expect(schedules).toMatchObject([{ id: 'earshot:default', isDefault: true, zone: 'UTC' }]);
    const shorter = schedules.map((one) => ({ ...one, shifts: one.shifts.map((shift) => ({ ...shift, toMinute: 14 * 60 })) }));
    expect(await previewSetting(workspace, 'schedules', { schedules: shorter }, 'now')).toMatchObject({ rederives: true, tickets: 1 });
    await change('schedules', { schedules: shorter });
    nowMs += 24 * hourMs;
    await tell('across', { ...solved, at: '2026-06-04T10:00:00Z' });
    await tell('before', { kind: 'update', tags_added: ['late'], at: '2026-06-04T10:00:00Z' });
    expect(await worked('before')).toBe(9);
    expect(await worked('across')).toBe(5 + 1);
    expect((await value('schedules')).schedules[0]?.shifts[0]).toMatchObject({ fromMinute: 540, toMinute: 840 });
  });

  test('of a team moves it from now on, and a holiday and a removed schedule count from now on', async () => {
    await bring('teams', [{ id: 'night', name: 'Night' }]);
    const { schedules } = await value('schedules');
    const [usual] = schedules;
    if (!usual) throw new TypeError('no schedule');
    const nights = {
      ...usual,
      id: 'nights',
      name: 'Nights',
      isDefault: false,
      teams: ['s:night'],
      shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 60 })),
    };
    nowMs = Date.UTC(2026, 5, 8);
    await change('schedules', { schedules: [usual, { ...nights, holidays: [{ from: '2026-06-09', until: '2026-06-09', name: 'Rest' }] }] });
    const ofTeam = { ...created, team_id: 's:night' };
    await tell('t1', { ...ofTeam, at: '2026-06-05T09:00:00Z' }, { ...solved, at: '2026-06-10T12:00:00Z' });
    expect(await worked('t1')).toBe(5 + 1 + 1);
    nowMs = Date.UTC(2026, 5, 11);
    await change('schedules', { schedules: [usual] });
    await tell('t2', { ...ofTeam, at: '2026-06-10T00:30:00Z' }, { ...solved, at: '2026-06-11T10:00:00Z' });
    expect(await worked('t2')).toBe(0.5 + 1);
    expect(await worked('t1')).toBe(7);
    expect((await value('schedules')).schedules.map(({ id }) => id)).toEqual(['earshot:default']);
  });

  test('of working hours may hold as if it had always been so', async () => {
    const { schedules } = await value('schedules');
    await change(
      'schedules',
      { schedules: schedules.map((one) => ({ ...one, shifts: one.shifts.map((shift) => ({ ...shift, toMinute: 11 * 60 })) })) },
      'always',
    );
    expect(await worked('before')).toBe(2);
    expect(await worked('across')).toBe(2 + 1);
  });

  test('of targets judges only what is asked after it', async () => {
    const policyOf = (targetMs: number): Setting<'sla-policies'> => ({
      policies: [
        {
          id: 'all',
          name: 'All',
          channels: [],
          teams: [],
          categories: [],
          targets: [{ metric: 'resolution', priority: '', targetMs, clock: 'calendar' }],
        },
      ],
    });
    const resolution = async (ticket: string) => {
      const slas = (await facts(ticket)).slas as readonly Record<string, unknown>[];
      return slas.filter(({ metric }) => metric === 'resolution').map(({ outcome, target_ms }) => [outcome, Number(target_ms) / hourMs]);
    };
    expect((await value('sla-policies')).policies.map(({ id }) => id)).toContain('earshot:default-writing');
    expect(await resolution('before')).toEqual([['met', 24]]);
    nowMs = Date.UTC(2026, 5, 12);
    await tell('asked before', { ...created, at: '2026-06-11T23:00:00Z' });
    await change('sla-policies', policyOf(hourMs));
    nowMs = Date.UTC(2026, 5, 13);
    await tell('asked before', { kind: 'update', priority: 'high', at: '2026-06-12T06:00:00Z' }, { ...solved, at: '2026-06-12T07:00:00Z' });
    await tell('asked after', { ...created, at: '2026-06-12T01:00:00Z' }, { ...solved, at: '2026-06-12T03:00:00Z' });
    expect(await resolution('before')).toEqual([['met', 24]]);
    expect(await resolution('asked before')).toEqual([
      ['cancelled', 24],
      ['met', 16],
    ]);
    expect(await resolution('asked after')).toEqual([['breached', 1]]);
    nowMs = Date.UTC(2026, 5, 14);
    await change('sla-policies', { policies: [] });
    expect(await value('sla-policies')).toEqual({ policies: [] });
    await tell('asked after', { kind: 'update', tags_added: ['late'], at: '2026-06-14T10:00:00Z' });
    expect(await resolution('asked after')).toEqual([['breached', 1]]);
    await change('sla-policies', policyOf(3 * hourMs), 'always');
    expect(await resolution('asked after')).toEqual([['met', 3]]);
    expect(await resolution('before')).toEqual([['breached', 3]]);
  });

  test('makes bots of agents and of automatic senders', async () => {
    const message = { ...said, ticket_id: 'auto' };
    await bring('ticket_events', [{ ...created, ticket_id: 'auto', at: '2026-06-15T09:00:00Z', requester_email: 'No-Reply@shop.example' }]);
    await bring('messages', [
      { ...message, at: '2026-06-15T09:00:00Z', actor_kind: 'customer', requester_email: 'no-reply@shop.example' },
      { ...message, at: '2026-06-15T10:00:00Z', actor_kind: 'human', actor_id: 's:robot' },
    ]);
    expect(await facts('auto')).toMatchObject({ is_outbound: false, agent_replies: 1, bot_replies: 0, customer_messages: 1 });
    await refuse('automatic-senders', { agents: ['s:robt'], addresses: [] }).toThrow(
      '"s:robt" is no agent of this workspace; did you mean "s:robot"?',
    );
    await refuse('automatic-senders', { agents: [], addresses: ['*@*'] }).toThrow('stands for everybody');
    for (const address of ['no-reply', 'robot at example.com', '@example.com', 'two words@example.com'])
      await refuse('automatic-senders', { agents: [], addresses: [address] }).toThrow('is no e-mail address');
    const rule = { agents: ['s:robot'], addresses: ['no-reply@*'] };
    expect(await previewSetting(workspace, 'automatic-senders', rule, 'now')).toMatchObject({ rederives: true, tickets: 1 });
    await change('automatic-senders', rule);
    expect(await facts('auto')).toMatchObject({ is_outbound: true, agent_replies: 0, bot_replies: 1, customer_messages: 0 });
  });

  test('adds words of thanks, and takes the rule away', async () => {
    await tell('thanks', { ...created, at: '2026-06-15T09:00:00Z' });
    await bring('messages', [
      { ...said, ticket_id: 'thanks', at: '2026-06-15T09:00:00Z', actor_kind: 'customer' },
      { ...said, ticket_id: 'thanks', at: '2026-06-15T10:00:00Z', actor_kind: 'human', actor_id: 'ann' },
      { ...said, ticket_id: 'thanks', at: '2026-06-15T11:00:00Z', actor_kind: 'customer', text: 'Ta (very much)!' },
    ]);
    expect(await facts('thanks')).toMatchObject({ courtesy_messages: 0, customer_messages: 2 });
    await change('courtesy', { enabled: true, words: ['Ta (very much)'] });
    expect(await facts('thanks')).toMatchObject({ courtesy_messages: 1, customer_messages: 1 });
    expect(await previewSetting(workspace, 'courtesy', { enabled: false, words: [] }, 'now')).toMatchObject({ tickets: 1 });
    await change('courtesy', { enabled: false, words: [] });
    expect(await facts('thanks')).toMatchObject({ courtesy_messages: 0, customer_messages: 2 });
  });

  test('makes complaints of categories and tags, and leaves the mark of the source for when the rule goes', async () => {
    await tell('c1', { ...created, category: 'returns', at: '2026-06-15T09:00:00Z' });
    await tell('c2', { ...created, tags_added: ['angry'], at: '2026-06-15T09:00:00Z' });
    await tell('c3', { ...created, is_complaint: true, at: '2026-06-15T09:00:00Z' });
    const complaints = async () => (await Promise.all(['c1', 'c2', 'c3'].map(facts))).map(({ is_complaint }) => is_complaint);
    expect(await complaints()).toEqual([false, false, true]);
    nowMs = Date.UTC(2026, 5, 16);
    const both = await previewSetting(workspace, 'complaint-rule', { marked: true, categories: ['returns'], tags: ['angry'] }, 'now');
    expect(both).toMatchObject({ tickets: 2, metrics: [{ metric: 'complaints', before: 1, after: 3, n: 3 }] });
    const unmarked = await previewSetting(workspace, 'complaint-rule', { marked: false, categories: [], tags: [] }, 'now');
    expect(unmarked).toMatchObject({ tickets: 1, metrics: [{ before: 1, after: 0 }] });
    await change('complaint-rule', { marked: false, categories: ['returns'], tags: ['angry'] });
    expect(await complaints()).toEqual([true, true, false]);
    await refuse('complaint-rule', { marked: true, categories: ['return'], tags: [] }).toThrow('did you mean "returns"?');
    await change('complaint-rule', { marked: true, categories: [], tags: [] });
    expect(await complaints()).toEqual([false, false, true]);
  });

  test('merges categories and chooses definitions when they are asked for', async () => {
    const ask = async (metric: string) => {
      const query = querySchema.parse({ metrics: [metric], by: ['category'], period: 'all' });
      const { rows, metrics } = await answerQuery(workspace.ask, workspace.database, query, await workspace.calendar());
      return { groups: rows.map(({ group }) => group[0]), call: metrics[0] };
    };
    const merges = [{ into: 'Sent back', from: ['returns'] }];
    const values = { into: 'Sent back', count: 1, tickets: 1 };
    expect(await previewSetting(workspace, 'category-merge', { merges }, 'now')).toEqual({
      rederives: false,
      tickets: null,
      metrics: [],
      notes: [{ key: 'settings.note.merged', values }],
    });
    await change('category-merge', { merges });
    expect((await ask('created')).groups).toEqual(['', 'Sent back']);
    await change('category-merge', { merges: [] });
    expect((await ask('created')).groups).toEqual(['', 'returns']);
    const definitions = { full_resolution: 'full_resolution(clock=business)' };
    const { metrics } = await previewSetting(workspace, 'house-definitions', { definitions }, 'now');
    expect(metrics).toMatchObject([{ metric: 'full_resolution_median', n: 6 }]);
    expect(metrics[0]?.before).toBeGreaterThan(metrics[0]?.after ?? Number.POSITIVE_INFINITY);
    await change('house-definitions', { definitions });
    expect((await ask('full_resolution_median')).call).toMatchObject({ options: { clock: 'business' }, house: true });
    expect((await ask('full_resolution_median(clock=calendar)')).call).toMatchObject({ options: { clock: 'calendar' }, house: false });
  });

  test('of hours and targets is shown beforehand on tickets of the last 28 days, as if it had always been so', async () => {
    const { schedules } = await value('schedules');
    const allDay = schedules.map((one) => ({
      ...one,
      shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
    }));
    const preview = await previewSetting(workspace, 'schedules', { schedules: allDay }, 'now');
    const [resolution] = preview.metrics;
    expect(resolution).toMatchObject({ metric: 'full_resolution_median(clock=business)', n: 6 });
    expect(resolution?.after).toBeGreaterThan(resolution?.before ?? Number.POSITIVE_INFINITY);
    const [sampled] = preview.notes;
    expect(preview.notes).toEqual([
      { key: 'settings.note.sample', values: { sampled: sampled?.values.total, total: sampled?.values.total } },
      { key: 'settings.note.pastStays', values: {} },
    ]);
    const none = await previewSetting(workspace, 'sla-policies', { policies: [] }, 'always');
    expect(none.metrics).toMatchObject([{ metric: 'sla_compliance', after: null, n: 0 }]);
    expect(none.metrics[0]?.before).toBeGreaterThan(0);
    expect((await value('schedules')).schedules).toEqual(schedules);
  });

  test.each<[SettingName, unknown, string]>([
    ['calendar', { zone: 'Mars/Base', weekStart: 1 }, 'Unknown time zone "Mars/Base"'],
    ['calendar', { zone: 'UTC', weekStart: 8 }, '"weekStart" cannot be 8; at most 7 is allowed.'],
    ['category-merge', { merges: [{ into: 'x', from: ['nowhere'] }] }, '"nowhere" is no category of this workspace'],
    ['house-definitions', { definitions: { fcr: 'fcr(window=900)' } }, 'window=900 is out of range'],
    ['house-definitions', { definitions: { fcr: 'created' } }, 'The definition of fcr is the call created'],
    ['house-definitions', { definitions: { fcrr: 'fcr' } }, '"fcrr" is no metric, did you mean "fcr"?'],
    ['goals', { goals: { sla_compliance: 1000 } }, 'from 0 to 100'],
    ['goals', { goals: { first_response_median: -1 } }, '0 or more'],
    ['goals', { goals: { first_response: 1 } }, '"first_response" has several statistics'],
    ['goals', { goals: { first_respons_median: 1 } }, 'is no metric'],
    ['schedules', { schedules: [] }, 'No schedule is the default one'],
  ])('refuses of %s %j', async (name, wrong, sentence) => {
    await refuse(name, wrong).toThrow(sentence);
    await expect(previewSetting(workspace, name, wrong, 'now')).rejects.toThrow(sentence);
  });

  test('of links leads from a ticket to its source, and an address that does not is refused', async () => {
    await tell('a/b 1', { ...created, at: '2026-06-15T09:00:00Z' });
    const linked = async () => (await readTicket(workspace, 's:a/b 1')).link;
    expect(await linked()).toBeNull();
    const template = { source: 's', name: 'Zendesk', url: 'https://house.example/agent/{id}?tab=all' };
    await change('ticket-links', { templates: [{ ...template, source: 'other' }, template] });
    expect(await linked()).toEqual({ name: 'Zendesk', url: 'https://house.example/agent/a%2Fb%201?tab=all' });
    await refuse('ticket-links', { templates: [template, template] }).toThrow('The source "s" has two links');
    for (const url of ['http://house.example/{id}', 'https://house.example/1', 'https://{id}.example/', 'javascript:{id}'])
      await refuse('ticket-links', { templates: [{ ...template, url }] }).toThrow('must begin with https:// and hold {id}');
    await change('ticket-links', { templates: [] });
    expect(await linked()).toBeNull();
  });

  test('refuses an unknown set of holidays and an unknown team', async () => {
    const { schedules } = await value('schedules');
    const [usual] = schedules;
    await refuse('schedules', { schedules: [{ ...usual, holidaySet: 'GB-XXX' }] }).toThrow(
      '"GB-XXX" is no set of public holidays; allowed are GB, GB-ALD',
    );
    await refuse('schedules', { schedules: [{ ...usual, teams: ['s:nigt'] }] }).toThrow('did you mean "s:night"?');
  });
});
