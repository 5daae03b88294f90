import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Meta, openMeta } from '../../meta/open-meta.ts';
import { defaultCalendar, settingsKeeper } from './settings-keeper.ts';

describe('settingsKeeper', () => {
  let directory = '';
  let meta: Meta;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-settings-'));
    meta = await openMeta({ directory: join(directory, 'meta') }, { now: () => Date.UTC(2026, 2, 2) });
  });

  afterAll(async () => {
    await meta.close();
    await rm(directory, { recursive: true, force: true });
  });

  const folder = () => mkdtemp(join(directory, 'copy-'));

  function keeperIn(copyDirectory: string | null, hasMeta = true) {
    let opened = 0;
    const openCounted = async () => {
      opened += 1;
      return meta;
    };
    return { settings: settingsKeeper({ directory: copyDirectory, hasMeta: () => hasMeta, openMeta: openCounted }), opened: () => opened };
  }

  test('a new workspace has the defaults, without opening anything', async () => {
    const { settings, opened } = keeperIn(await folder(), false);
    const all = await settings.all();
    expect(all.calendar).toEqual({ version: 0, changedAt: null, value: defaultCalendar() });
    expect(all.goals.value.goals.sla_compliance).toBe(90);
    expect(await settings.history('goals')).toEqual([]);
    expect(opened()).toBe(0);
  });

  test('goes on counting as an older version of itself did', async () => {
    const copyDirectory = await folder();
    await writeFile(join(copyDirectory, 'calendar.json'), JSON.stringify({ zone: 'Asia/Tokyo', weekStart: 7 }));
    expect(await keeperIn(copyDirectory, false).settings.read('calendar')).toEqual({ zone: 'Asia/Tokyo', weekStart: 7 });
  });

  test('reads a change from its copy in the next process, without opening anything', async () => {
    const copyDirectory = await folder();
    const changed = await keeperIn(copyDirectory).settings.change('calendar', { zone: 'Asia/Kathmandu', weekStart: 7 });
    expect(changed).toMatchObject({ changedAt: Date.UTC(2026, 2, 2), value: { zone: 'Asia/Kathmandu' } });
    const { settings, opened } = keeperIn(copyDirectory);
    expect((await settings.all()).calendar).toEqual(changed);
    expect(opened()).toBe(0);
  });

  test('keeps every version, newest first, and none of a change that changes nothing', async () => {
    const { settings } = keeperIn(await folder());
    const words = ['top'];
    await settings.change('courtesy', { enabled: true, words });
    await settings.change('courtesy', { enabled: true, words });
    await settings.change('courtesy', { enabled: false, words });
    expect((await settings.history('courtesy')).map(({ version, value }) => [version, value.enabled])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test('finds the change again when the copy is lost or broken', async () => {
    const copyDirectory = await folder();
    await keeperIn(copyDirectory).settings.change('calendar', { zone: 'Europe/London', weekStart: 1 });
    const path = join(copyDirectory, 'settings.json');
    const copy = await readFile(path, 'utf8');
    for (const broken of ['{"calendar": 7', copy.replace('Europe/London', 'x').replace('"weekStart":1', '"weekStart":8')]) {
      await writeFile(path, broken);
      expect((await keeperIn(copyDirectory).settings.read('calendar')).zone).toBe('Europe/London');
    }
  });

  test('keeps no copy of what others change too', async () => {
    const [mine, theirs] = [keeperIn(null).settings, keeperIn(null).settings];
    await mine.read('goals');
    await theirs.change('goals', { goals: { sla_compliance: 95 } });
    expect((await mine.read('goals')).goals).toEqual({ sla_compliance: 95 });
  });

  test('takes over what stands in the settings, as after a restore', async () => {
    const { settings } = keeperIn(await folder(), false);
    await settings.read('calendar');
    await meta.settings.set('calendar', { zone: 'America/New_York', weekStart: 1 });
    await settings.adopt(meta);
    expect((await settings.read('calendar')).zone).toBe('America/New_York');
    expect((await settings.read('courtesy')).enabled).toBe(false);
  });
});
