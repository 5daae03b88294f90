import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Meta, openMeta } from '../meta/open-meta.ts';
import { calendarSettings, defaultCalendarSettings } from './calendar-settings.ts';

describe('calendarSettings', () => {
  let directory = '';
  let meta: Meta;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-settings-'));
    meta = await openMeta({ directory: join(directory, 'meta') });
  });

  afterAll(async () => {
    await meta.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function keeper(hasMeta = true) {
    const copyDirectory = await mkdtemp(join(directory, 'copy-'));
    let opened = 0;
    const openCounted = async () => {
      opened += 1;
      return meta;
    };
    const settings = calendarSettings({ directory: copyDirectory, hasMeta: () => hasMeta, openMeta: openCounted });
    return { settings, copyDirectory, opened: () => opened };
  }

  test('a new workspace counts by this machine, without opening anything', async () => {
    const { settings, opened } = await keeper(false);
    expect(await settings.read()).toEqual(defaultCalendarSettings());
    expect(opened()).toBe(0);
  });

  test('reads a change from its copy, without opening anything', async () => {
    const { settings, opened } = await keeper();
    expect(await settings.change({ zone: 'Asia/Kathmandu', weekStart: 7 })).toEqual({ zone: 'Asia/Kathmandu', weekStart: 7 });
    const before = opened();
    expect(await settings.read()).toEqual({ zone: 'Asia/Kathmandu', weekStart: 7 });
    expect(opened()).toBe(before);
  });

  test('finds the change again when the copy is lost or broken', async () => {
    const { settings, copyDirectory } = await keeper();
    await settings.change({ zone: 'Europe/London' });
    await writeFile(join(copyDirectory, 'calendar.json'), '{"zone": 7');
    expect((await settings.read()).zone).toBe('Europe/London');
  });

  test('refuses a zone that is none and keeps the one before', async () => {
    const { settings } = await keeper();
    await settings.change({ zone: 'Europe/London' });
    await expect(settings.change({ zone: '+05:00' })).rejects.toThrow(/^Unknown time zone "\+05:00"/);
    expect((await settings.read()).zone).toBe('Europe/London');
  });

  test('takes over what stands in the settings, as after a restore', async () => {
    const { settings } = await keeper(false);
    await settings.read();
    await meta.settings.set('calendar', { zone: 'America/New_York', weekStart: 1 });
    await settings.adopt(meta);
    expect((await settings.read()).zone).toBe('America/New_York');
  });
});
