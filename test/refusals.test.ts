import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from '../src/catalog/locales/index.ts';
import { en as page } from '../src/catalog/locales/page/en.ts';
import { en } from '../src/catalog/locales/refusals/en.ts';

/** Said on a terminal alone: about starting, folders, backups and bodies that the page never sends. */
const ofTerminal = new Set([
  'backup_missing',
  'backup_on_server',
  'backup_target_filled',
  'backup_target_unusable',
  'backup_unreadable',
  'configuration',
  'data_directory_empty',
  'data_directory_is_file',
  'empty_body',
  'import_directory',
  'import_no_file',
  'import_not_a_file',
  'port_refused',
  'port_taken',
]);
const folders = [
  'app/server',
  'catalog',
  'core',
  ...['calendar', 'demo', 'findings', 'import', 'query', 'workspace'].map((folder) => `engine/${folder}`),
];
const source = folders
  .flatMap((folder) => readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' }).map((path) => join('src', folder, path)))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const said: Readonly<Record<string, string>> = { ...page, ...en };

test('every refusal that a page can show has a word', () => {
  const codes = [...source.matchAll(/new UserError\(\s*'([a-z_0-9]+)'/g)].map(([, code]) => code ?? '');
  const keys = [...source.matchAll(/key: '(refusal\.\w+)'/g)].map(([, key]) => key ?? '');
  const bare = codes.filter((code) => !ofTerminal.has(code) && !/^(unknown_metric|removed_event|no_data)$/.test(code));
  expect(codes.length).toBeGreaterThan(50);
  expect([...bare.map((code) => `refusal.${code}`), ...keys].filter((key) => said[key] === undefined)).toEqual([]);
});

test('no word stands in two areas, where the one loaded later would take the place of the other', async () => {
  const keys = (await Promise.all(Object.values(words).map(async (area) => Object.keys(await area.en())))).flat();
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
