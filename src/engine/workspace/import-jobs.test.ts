import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { endCutShort } from '../import/end-cut-short.ts';
import { readImportState, writeImportState } from '../import/import-state.ts';
import { type ImportJobs, importJobs } from './import-jobs.ts';
import { type OpenWorkspace, openWorkspace } from './open-workspace.ts';
import { rejectsCsv } from './rejects-csv.ts';
import { savedMappings } from './saved-mappings.ts';
import { openUploads, type Uploads } from './uploads.ts';

let directory: string;
let workspace: OpenWorkspace;
let uploads: Uploads;
let jobs: ImportJobs;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'earshot-jobs-'));
  const { configuration } = readConfiguration({ EARSHOT_DATA: join(directory, 'data') });
  workspace = await openWorkspace(configuration, { clock: () => Date.UTC(2026, 3, 1) });
  uploads = await openUploads(join(directory, 'uploads'), () => Date.UTC(2026, 3, 1));
  jobs = importJobs(workspace, uploads);
});
afterAll(async () => {
  await jobs.close();
  await workspace.close();
  await rm(directory, { recursive: true, force: true });
});

async function bring(name: string, content: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content);
  return uploads.lend(path, name);
}

async function finished(upload: string, more: object = {}) {
  let state = await jobs.start({ upload, ...more });
  while (state.state === 'running') {
    await wait(20);
    state = await jobs.get(state.id);
  }
  return state;
}

test('a file with the columns of a saved mapping is read by it, in any order, until it is removed', async () => {
  const saved = savedMappings(workspace);
  const first = await bring('march.csv', 'Nr;Wann;Lage\n1;2026-03-01;rot\n');
  expect(await saved.list()).toEqual([]);
  const mapping = {
    version: 1,
    target: 'tickets',
    source: 'board',
    separator: ';',
    columns: [
      { from: 'Nr', to: 'source_id' },
      { from: 'Wann', to: 'created_at', format: 'text' },
      { from: 'Lage', to: 'status', values: { rot: 'open' } },
    ],
  };
  const preview = await jobs.preview({ upload: first, mapping });
  await saved.save(
    'Board',
    preview.mapping,
    preview.sourceColumns.map(({ name }) => name),
  );
  const second = await jobs.preview({ upload: await bring('april.csv', 'Lage;Nr;Wann\nrot;2;2026-04-01\n') });
  expect(second).toMatchObject({ savedMapping: 'Board', mapping: { source: 'board' }, rows: [{ id: 'board:2', status: 'open' }] });
  expect(second.remarks[0]).toEqual({ key: 'saved_mapping', values: { name: 'Board' }, text: 'Read by the saved mapping Board.' });
  expect(await jobs.preview({ upload: first, mappingName: 'Board' })).toMatchObject({ rows: [{ id: 'board:1', status: 'open' }] });
  await expect(jobs.preview({ upload: first, mappingName: 'Bord' })).rejects.toThrow('Board');
  await expect(saved.save('Bad', { version: 1 }, [])).rejects.toThrow('The mapping cannot be used');
  const scored = (scale: object) => ({ ...mapping, columns: [{ from: 'Lage', to: 'csat_score', scale }] });
  const refused = (scale: object) => expect(saved.save('Bad', scored(scale), [])).rejects;
  await refused({ min: 5, max: 1 }).toThrow('"columns[0].scale.max" cannot be 1; more than "min" is needed.');
  await refused({ min: 1, max: 5, step: 0 }).toThrow('"columns[0].scale.step" cannot be 0; more than 0 is needed.');
  await saved.remove('Board');
  expect((await jobs.preview({ upload: await bring('may.csv', 'Lage;Nr;Wann\nrot;2;2026-04-01\n') })).savedMapping).toBeNull();
});

test('all rows that could not be used are a file in which no formula runs', async () => {
  const rows = Array.from({ length: 900 }, (_, index) => `${index},=cmd|' /C calc'!A0,open`).join('\n');
  const good = Array.from({ length: 990 }, (_, index) => `${index},2026-01-01,open`).join('\n');
  const state = await finished(await bring('bad.csv', `id,created_at,status\n${good}\n${rows}\n`));
  expect(state).toMatchObject({ state: 'finished', rowsAccepted: 990, rejectedBy: { unreadable: 900 } });
  const lines = (await text(rejectsCsv(workspace, state.id))).split('\r\n');
  expect(lines).toHaveLength(902);
  expect(lines[0]).toBe('member,line,reason,column,value,raw');
  expect(lines[1]).toBe(`,992,unreadable,created_at,'=cmd|' /C calc'!A0,"0,=cmd|' /C calc'!A0,open"`);
});

test('an import whose process died is said to be cut short, with what to do, and the sample’s and silent ones of other processes are left', async () => {
  const { id } = await finished(await bring('cut.csv', 'id,created_at,status\n1,2026-03-01,open\n'));
  const state = await readImportState(workspace, id);
  const now = workspace.clock();
  if (state === null) throw new Error('there is no such import');
  await writeImportState(workspace, { ...state, state: 'running' }, now);
  await writeImportState(workspace, { ...state, id: 'sample', state: 'running', sample: true }, now);
  expect(await endCutShort({ workspace, now: now + 59_999, silentMs: 60_000 })).toEqual([]);
  expect(await endCutShort({ workspace, now: now + 60_000, silentMs: 60_000 })).toEqual(['cut.csv']);
  expect(await jobs.get(id)).toMatchObject({ state: 'failed', code: 'import_cut_short' });
  await writeImportState(workspace, { ...state, state: 'running' }, now + 60_001);
  expect(await endCutShort({ workspace, now, silentMs: null })).toEqual(['cut.csv']);
  expect((await jobs.list()).filter(({ state: each }) => each === 'running').map(({ id: each }) => each)).toEqual(['sample']);
  expect(await finished(await bring('cut.csv', 'id,created_at,status\n1,2026-03-01,open\n'))).toMatchObject({ id, state: 'finished' });
});
