import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Meta, openMeta } from '../meta/open-meta.ts';
import { changeView, listViews, removeView, saveView, viewHistory } from './saved-views.ts';

describe('saved views', () => {
  let directory = '';
  let meta: Meta;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-views-'));
    meta = await openMeta({ directory });
  });

  afterAll(async () => {
    await meta.close();
    await rm(directory, { recursive: true, force: true });
  });

  test('are listed by name on the page that they belong to, survive a dump, and keep every version', async () => {
    const search = { metrics: ['created'], by: ['channel'] };
    const second = await saveView(meta, { page: 'explore', name: 'Zeta', search });
    const first = await saveView(meta, { page: 'explore', name: 'Alpha', search: {} });
    await saveView(meta, { page: 'tickets', name: 'Alpha', search: {} });
    expect((await listViews(meta, { page: 'explore' })).map(({ name }) => name)).toEqual(['Alpha', 'Zeta']);

    const renamed = await changeView(meta, { id: second.id, name: 'Beta' });
    expect(renamed).toMatchObject({ id: second.id, name: 'Beta', search, version: 2 });
    await changeView(meta, { id: second.id, search: { metrics: ['solved'] } });
    await meta.load(await meta.dump());
    expect(await listViews(meta, { page: 'explore' })).toMatchObject([
      first,
      { name: 'Beta', search: { metrics: ['solved'] }, version: 3 },
    ]);

    expect(await removeView(meta, { id: second.id })).toEqual({ removed: true });
    expect(await listViews(meta, { page: 'explore' })).toEqual([first]);
    expect((await viewHistory(meta, { id: second.id })).map(({ version, name }) => [version, name])).toEqual([
      [4, null],
      [3, 'Beta'],
      [2, 'Beta'],
      [1, 'Zeta'],
    ]);
  });

  test('are refused with a sentence where the name is taken, the address too long or the view gone', async () => {
    const { id } = await saveView(meta, { page: 'explore', name: 'Taken', search: {} });
    const other = await saveView(meta, { page: 'explore', name: 'Free', search: {} });
    await expect(saveView(meta, { page: 'explore', name: 'Taken', search: {} })).rejects.toThrow('There is a view "Taken" already');
    await expect(changeView(meta, { id: other.id, name: 'Taken' })).rejects.toThrow('There is a view "Taken" already');
    await expect(changeView(meta, { id, name: 'Taken', search: { filters: ['x'.repeat(20_000)] } })).rejects.toThrow('at most 16000');
    await removeView(meta, { id });
    await expect(removeView(meta, { id })).rejects.toThrow('There is no view');
    await expect(changeView(meta, { id, name: 'Back' })).rejects.toThrow('There is no view');
    await expect(viewHistory(meta, { id: 'never' })).rejects.toThrow('There is no view "never"');
  });
});
