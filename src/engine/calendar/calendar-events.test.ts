import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../core/model/settings/default-settings.ts';
import { dateOf, epochDayOf } from '../../core/time/calendar-day.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { ingestRows } from '../ingest/ingest-rows.ts';
import { type OpenWorkspace, openWorkspace } from '../workspace/open-workspace.ts';
import { changeSetting } from '../workspace/settings/change-setting.ts';
import { addCalendarEvent, changeCalendarEvent, removeCalendarEvent } from './change-calendar-events.ts';
import { eventProfile } from './event-profile.ts';
import { readCalendarEvents } from './read-calendar-events.ts';

/** Monday; the five weeks before it are in the facts. */
const launchDay = '2026-06-01';
const launch = { from: launchDay, until: '2026-06-02', kind: 'launch', name: 'Lamp 2026' } as const;

/** Two tickets on weekdays, one on others; five more of one category on each of the two days of the launch. */
function ticketRows(): string[] {
  const first = epochDayOf(launchDay) - 29;
  const days = Array.from({ length: 33 }, (_, index) => first + index);
  return days.flatMap((day) => {
    const usual = [1, 2, 3, 4, 5].includes(((day + 3) % 7) + 1) ? ['shipping', 'returns'] : ['shipping'];
    const extra = day === epochDayOf('2026-06-01') || day === epochDayOf('2026-06-02') ? Array<string>(5).fill('lamp') : [];
    return [...usual, ...extra].map((category, index) =>
      JSON.stringify({
        id: `${day}-${index}`,
        source: 's',
        created_at: `${dateOf(day)}T10:00:00Z`,
        status: 'open',
        category,
        product: category,
      }),
    );
  });
}

describe('the event calendar', () => {
  let directory = '';
  let workspace: OpenWorkspace;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-calendar-'));
    const { configuration } = readConfiguration({ EARSHOT_DATA: join(directory, 'data') });
    workspace = await openWorkspace(configuration, { clock: () => Date.UTC(2026, 5, 5) });
    await changeSetting(workspace, 'calendar', { zone: 'UTC', weekStart: 1 });
    await ingestRows(workspace.ingest, workspace.deriver, 'ticket_records', ticketRows().join('\n'));
    await workspace.deriver.idle();
  });

  afterAll(async () => {
    await workspace.close();
    await rm(directory, { recursive: true, force: true });
  });

  const listed = async () => (await readCalendarEvents(workspace, { from: '2026-05-01', until: '2026-12-31' })).map(({ name }) => name);

  test('takes an event, changes it, takes it off and puts it back', async () => {
    const { id } = await addCalendarEvent(workspace, { from: '2026-06-10', kind: 'outage', name: 'Mail down' });
    expect((await readCalendarEvents(workspace, { from: '2026-06-10', until: '2026-06-10' }))[0]).toEqual({
      id,
      kind: 'outage',
      name: 'Mail down',
      from: '2026-06-10',
      until: '2026-06-10',
      note: '',
      scope: null,
      series: 'mail down',
      derived: false,
      names: {},
    });
    const scope = { dimension: 'channel', value: 'email' };
    expect(await changeCalendarEvent(workspace, { id, until: '2026-06-11', scope })).toMatchObject({
      name: 'Mail down',
      until: '2026-06-11',
      scope,
    });
    expect(await changeCalendarEvent(workspace, { id, scope: null })).toMatchObject({ until: '2026-06-11', scope: null });
    await removeCalendarEvent(workspace, id);
    expect(await listed()).toEqual([]);
    await expect(changeCalendarEvent(workspace, { id, name: 'x' })).rejects.toThrow('was taken off the calendar; put it back first');
    await changeCalendarEvent(workspace, { id, removed: false });
    expect(await listed()).toEqual(['Mail down']);
    await removeCalendarEvent(workspace, id);
  });

  test('repeats an event from another: its name, kind, scope, note and length', async () => {
    const scope = { dimension: 'product', value: 'lamp' };
    const first = await addCalendarEvent(workspace, {
      from: '2025-11-24',
      until: '2025-11-30',
      kind: 'campaign',
      name: 'Black Friday 2025',
      scope,
      note: 'half off',
    });
    const next = await addCalendarEvent(workspace, { from: '2026-11-23', name: 'Black Friday 2026', template: first.id });
    expect(next).toMatchObject({ until: '2026-11-29', kind: 'campaign', scope, note: 'half off', series: first.series });
    expect((await eventProfile(workspace, next.id)).earlier.map(({ id }) => id)).toEqual([first.id]);
  });

  test.each([
    [{ from: '2026-06-10', name: 'x' }, 'An event needs a name and a kind'],
    [{ ...launch, until: '2026-05-31' }, 'The event ends on 2026-05-31, before it begins on 2026-06-01.'],
    [{ ...launch, until: '2030-05-31' }, 'at most 1000 are allowed'],
    [{ ...launch, from: '1926-06-01' }, 'An event lies between 1970-01-01 and 2199-12-31'],
    [{ ...launch, scope: { dimension: 'chanel', value: 'email' } }, '"chanel" is no dimension, did you mean "channel"?'],
    [{ from: '2026-06-10', template: 'nowhere' }, 'There is no event "nowhere"'],
  ])('refuses %j', async (input, sentence) => {
    await expect(addCalendarEvent(workspace, input)).rejects.toThrow(sentence);
  });

  test('refuses to list a period that ends before it begins', async () => {
    const backwards = readCalendarEvents(workspace, { from: '2026-06-10', until: '2026-06-01' });
    await expect(backwards).rejects.toThrow('The period ends on 2026-06-01, before it begins on 2026-06-10.');
  });

  test('tells what an event brought, against the same weekdays of the four weeks before it', async () => {
    const { id } = await addCalendarEvent(workspace, launch);
    const profile = await eventProfile(workspace, id);
    expect(profile).toMatchObject({ days: 2, complete: true, created: 14, usual: 4, extra: { value: 10 } });
    expect(profile.byDay).toEqual([
      { day: '2026-06-01', created: 7, usual: 2 },
      { day: '2026-06-02', created: 7, usual: 2 },
    ]);
    expect(profile.categories[0]).toEqual({ category: 'lamp', created: 10, extra: 10, share: 1 });
    expect(profile.categories.slice(1).map(({ extra }) => extra)).toEqual([0, 0]);
    expect(profile.extra?.low).toBeCloseTo(10 - 1.96 * Math.sqrt(14 + 1));
    expect(profile.agentHours).toBeNull();
    const { id: weekend } = await addCalendarEvent(workspace, { ...launch, from: '2026-05-30', until: '2026-05-31', name: 'Fair' });
    expect((await eventProfile(workspace, weekend)).extra).toBeNull();
  });

  test('counts only what the event is limited to, and of one that runs the days that are over', async () => {
    const { id } = await addCalendarEvent(workspace, {
      ...launch,
      until: '2026-06-30',
      name: 'Lamp only',
      scope: { dimension: 'product', value: 'shipping' },
    });
    const profile = await eventProfile(workspace, id);
    expect(profile).toMatchObject({ days: 30, complete: false, created: 4, usual: 4, extra: { value: 0 } });
    expect(profile.byDay).toHaveLength(4);
    expect(profile.categories).toEqual([{ category: 'shipping', created: 4, extra: 0, share: null }]);
  });

  test('takes names by language from a source, which go when the event is renamed here', async () => {
    const names = [
      { language: 'en', name: 'Republic Day' },
      { language: 'zh-Hans', name: '共和国日' },
    ];
    const sent = {
      id: 'r',
      source: 's',
      version: 1,
      kind: 'holiday',
      name: 'День Республики',
      names,
      from: '2026-09-25',
      until: '2026-09-25',
    };
    await ingestRows(workspace.ingest, workspace.deriver, 'calendar_events', JSON.stringify(sent));
    const read = async () => (await readCalendarEvents(workspace, { from: '2026-09-25', until: '2026-09-25' }))[0];
    expect(await read()).toMatchObject({ name: 'День Республики', names: { en: 'Republic Day', 'zh-Hans': '共和国日' } });
    const id = (await read())?.id ?? '';
    await changeCalendarEvent(workspace, { id, note: 'closed' });
    expect((await read())?.names).toEqual({ en: 'Republic Day', 'zh-Hans': '共和国日' });
    await changeCalendarEvent(workspace, { id, name: 'Day off' });
    expect(await read()).toMatchObject({ name: 'Day off', names: {} });
    await removeCalendarEvent(workspace, id);
  });

  test('shows holidays of working schedules, named in several languages, once, and changes them only there', async () => {
    const team = {
      ...defaultSchedule('Asia/Shanghai'),
      id: 'asia',
      name: 'Asia',
      isDefault: false,
      holidays: [{ from: '2026-10-12', until: '2026-10-12', name: 'Moving' }],
    };
    await ingestRows(workspace.ingest, workspace.deriver, 'teams', JSON.stringify({ id: 'asia', source: 's', name: 'Asia' }));
    await changeSetting(workspace, 'schedules', {
      schedules: [
        { ...defaultSchedule('Europe/Berlin'), holidaySet: 'DE-BY' },
        { ...team, teams: ['s:asia'] },
      ],
    });
    await addCalendarEvent(workspace, { from: '2026-10-03', kind: 'holiday', name: 'Tag der Deutschen Einheit' });
    const autumn = await readCalendarEvents(workspace, { from: '2026-10-01', until: '2026-11-01' });
    expect(autumn.map(({ from, name, derived }) => [from, name, derived])).toEqual([
      ['2026-10-03', 'Tag der Deutschen Einheit', false],
      ['2026-10-12', 'Moving', true],
      ['2026-11-01', 'Allerheiligen', true],
    ]);
    expect(autumn[1]?.scope).toEqual({ dimension: 'team', value: 's:asia' });
    expect(autumn[2]).toMatchObject({ scope: null, series: 'allerheiligen', names: { en: "All Saints' Day" } });
    const derived = autumn[2]?.id ?? '';
    await expect(removeCalendarEvent(workspace, derived)).rejects.toThrow('This holiday comes from a working schedule');
    expect((await eventProfile(workspace, derived)).event.name).toBe('Allerheiligen');
  });
});
