import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Meta, type MetaPlace, openMeta } from './open-meta.ts';

const clockAt = 1_750_000_000_123;

/** What both databases promise. `place` gives an empty one. */
export function metaContract(place: () => Promise<MetaPlace>): void {
  let meta: Meta;
  let where: MetaPlace;

  beforeAll(async () => {
    where = await place();
    meta = await openMeta(where, { now: () => clockAt });
  });
  afterAll(() => meta.close());

  describe('settings', () => {
    test('are null before they are set', async () => {
      expect(await meta.settings.get('zone')).toBeNull();
      expect(await meta.settings.history('zone')).toEqual([]);
    });

    test('keep every version, and an equal value makes none', async () => {
      await meta.settings.set('week', 'monday');
      await meta.settings.set('week', 'monday');
      const current = await meta.settings.set('week', 'sunday');
      expect(current).toEqual({ name: 'week', version: 2, value: 'sunday', changedAt: clockAt });
      expect((await meta.settings.history('week')).map(({ version, value }) => [version, value])).toEqual([
        [2, 'sunday'],
        [1, 'monday'],
      ]);
    });

    test('are gone after removal but for their history', async () => {
      await meta.settings.set('gone', 1);
      expect(await meta.settings.remove('gone')).toBe(true);
      expect(await meta.settings.remove('gone')).toBe(false);
      expect(await meta.settings.get('gone')).toBeNull();
      expect((await meta.settings.list()).map(({ name }) => name)).not.toContain('gone');
      expect((await meta.settings.history('gone')).map(({ value }) => value)).toEqual([null, 1]);
      expect((await meta.settings.set('gone', 2)).version).toBe(3);
    });

    test('give back any JSON as it was', async () => {
      const value = fc.oneof(fc.jsonValue(), fc.constantFrom('123', 'null', 'true', '', "'; DROP", '\u0000', '日本 🦻', 2 ** 53, 0));
      const runs = fc.asyncProperty(value, async (json) => {
        const given = JSON.parse(JSON.stringify(json));
        await meta.settings.set('any', given);
        expect((await meta.settings.get('any'))?.value ?? null).toEqual(given);
      });
      await fc.assert(runs, { numRuns: 40 });
    });

    test('changed at the same time take turns', async () => {
      await Promise.all([1, 2, 3, 4, 5].map((value) => meta.settings.set('race', value)));
      expect((await meta.settings.history('race')).map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
    });
  });

  test('mappings are apart from settings of the same name', async () => {
    await meta.mappings.set('servicenow', { target: 'tickets', columns: { zeta: 'a', alpha: 'b' } });
    expect(await meta.settings.get('servicenow')).toBeNull();
    const [mapping] = await meta.mappings.list();
    expect(JSON.stringify(mapping?.value)).toBe('{"target":"tickets","columns":{"zeta":"a","alpha":"b"}}');
  });

  describe('workspaces', () => {
    test('are registered, listed and taken off', async () => {
      const entry = await meta.workspaces.create('Acme', 'acme');
      expect(entry).toEqual({ name: 'Acme', database: 'acme', createdAt: clockAt });
      expect(await meta.workspaces.get('Acme')).toEqual(entry);
      expect(await meta.workspaces.list()).toEqual([entry]);
      expect(await meta.workspaces.remove('Acme')).toBe(true);
      expect(await meta.workspaces.remove('Acme')).toBe(false);
      expect(await meta.workspaces.get('Acme')).toBeNull();
    });

    test('refuse a name or a database that is taken, in one sentence', async () => {
      await meta.workspaces.create('One', 'one');
      await expect(meta.workspaces.create('One', 'other')).rejects.toThrow(
        'There is a workspace "One" in database "one" already; take another name.',
      );
      await expect(meta.workspaces.create('Two', 'one')).rejects.toThrow('There is a workspace "One"');
    });

    test.each(['', 'Big', '1st', 'a-b', `a${'b'.repeat(63)}`])('refuse the database name "%s"', async (database) => {
      await expect(meta.workspaces.create('Bad', database)).rejects.toThrow('cannot name a database');
    });
  });

  test('a dump brings everything back, and equal tables give equal dumps', async () => {
    await meta.settings.set('kept', { deep: ['😀', null, 1.5] });
    const dump = await meta.dump();
    expect(await meta.dump()).toBe(dump);
    await meta.settings.set('kept', 'changed');
    await meta.settings.set('new', 1);
    await meta.load(dump);
    expect((await meta.settings.get('kept'))?.value).toEqual({ deep: ['😀', null, 1.5] });
    expect(await meta.settings.get('new')).toBeNull();
    expect(await meta.dump()).toBe(dump);
  });

  test('a dump that is cut, changed, foreign or newer is refused and changes nothing', async () => {
    const dump = await meta.dump();
    const newer = dump.replace(/"schema":\d+/, '"schema":999');
    for (const bad of [dump.slice(0, -20), dump.replace('kept', 'kepd'), '', 'PK', '{}\n{}']) {
      await expect(meta.load(bad)).rejects.toThrow('This is not a whole dump of the settings');
    }
    await expect(meta.load(newer)).rejects.toThrow(/^The settings are from a newer Earshot \(schema 999; this one knows \d+\)/);
    expect(await meta.dump()).toBe(dump);
  });

  test('everything is there after closing and opening again', async () => {
    const before = await meta.dump();
    await meta.close();
    meta = await openMeta(where, { now: () => clockAt });
    expect(await meta.dump()).toBe(before);
  });
}
