import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfiguration } from '../../configuration/read-configuration.ts';
import { type OpenWorkspace, openWorkspace } from '../open-workspace.ts';
import { changeSetting } from './change-setting.ts';
import { previewSetting } from './preview-setting.ts';
import { readSetting } from './read-settings.ts';

let directory = '';
let workspace: OpenWorkspace;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'earshot-overtaken-'));
  workspace = await openWorkspace(readConfiguration({ EARSHOT_DATA: join(directory, 'data') }).configuration);
  await workspace.prepare();
});

afterAll(async () => {
  await workspace.close();
  await rm(directory, { recursive: true, force: true });
});

test('a change that another has overtaken is refused, so that nothing is lost', async () => {
  const { version } = await changeSetting(workspace, 'goals', { goals: { csat: 80 } });
  await changeSetting(workspace, 'goals', { goals: { csat: 85 } }, 'now', version);
  const late = changeSetting(workspace, 'goals', { goals: { csat: 70 } }, 'now', version);
  await expect(late).rejects.toMatchObject({ code: 'setting_overtaken', status: 409, sentence: { key: 'fault.overtaken' } });
  expect((await readSetting(workspace, 'goals')).value).toEqual({ goals: { csat: 85 } });
});

test('what a house definition would do is told in the unit of each of the two', async () => {
  const { metrics } = await previewSetting(workspace, 'house-definitions', { definitions: { csat: 'csat(variant=article)' } }, 'now');
  expect(metrics.map(({ metric, units }) => [metric, units])).toEqual([['csat', { before: 'percent', after: 'score' }]]);
});
