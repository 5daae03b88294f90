import { readFile } from 'node:fs/promises';
import type { Output } from '../../core/model/endpoints/index.ts';
import { type SettingName, settingNames } from '../../core/model/settings/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import { notKnown } from '../../engine/query/not-known.ts';
import { rowsCsv } from '../../engine/query/result-csv.ts';
import type { Command, CommandContext } from './command.ts';
import type { Connection } from './connection.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

type Since = 'now' | 'always';

export const settingsCommand: Command = {
  name: 'settings',
  doc: 'Shows, previews and changes what the house has decided',
  usage: 'settings [NAME] [--set FILE | --preview FILE] [--since now|always] [--history]',
  positionals: [0, 1],
  options: {
    set: { type: 'string', doc: 'makes the JSON document in a file the setting', value: 'FILE' },
    preview: { type: 'string', doc: 'shows what that would do', value: 'FILE' },
    since: { type: 'string', doc: 'from when hours and targets hold', value: 'WHEN', allowed: ['now', 'always'] },
    history: { type: 'boolean', doc: 'every version, newest first' },
  },
  run: async (context) => {
    const [name] = context.arguments.positionals;
    const connection = await context.connect();
    if (name === undefined) await list(context, connection);
    else await one(context, connection, settingNamed(name));
    return 0;
  },
};

function settingNamed(name: string): SettingName {
  const found = settingNames.find((candidate) => candidate === name);
  if (!found) throw notKnown('setting', name, settingNames);
  return found;
}

async function list({ arguments: given, format, print }: CommandContext, connection: Connection): Promise<void> {
  for (const option of ['set', 'preview', 'since'])
    if (given.text(option) !== undefined) throw new UsageError(`--${option} is for one setting: earshot settings NAME --${option} …`);
  const { settings } = await connection.call('settings', {});
  if (format === 'json') return print(JSON.stringify(settings, null, 2));
  const rows = Object.entries(settings).map(([name, { version, changedAt, value }]) => ({
    name,
    version,
    changed: changedAt ?? (version === 0 ? 'never' : ''),
    value: JSON.stringify(value),
  }));
  const columns = ['name', 'version', 'changed', 'value'] as const;
  if (format === 'csv') return print(rowsCsv(columns, rows));
  print(
    textTable(
      columns.map((title) => ({ title })),
      rows.map((row) => columns.map((column) => String(row[column]))),
    ),
  );
}

async function one({ arguments: given, format, print }: CommandContext, connection: Connection, name: SettingName): Promise<void> {
  const [set, preview] = [given.text('set'), given.text('preview')];
  const since = (given.text('since') ?? 'now') as Since;
  if (set !== undefined && preview !== undefined) throw new UsageError('--set and --preview cannot be asked for at once.');
  if (given.flag('history')) return print(JSON.stringify(await connection.call('settingHistory', { name }), null, 2));
  if (preview !== undefined) {
    const effect = await connection.call('previewSetting', { name, value: await readDocument(preview), since });
    return print(format === 'json' ? JSON.stringify(effect, null, 2) : effectText(effect));
  }
  const value = set === undefined ? null : await readDocument(set);
  const version =
    value === null
      ? (await connection.call('settings', {})).settings[name]
      : await connection.call('changeSetting', { name, value, since });
  print(JSON.stringify(format === 'json' ? version : version?.value, null, 2));
}

async function readDocument(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError('no_file', `There is no file ${path}, or this user may not read it.`);
  });
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document as Record<string, unknown>;
  } catch {
    throw new UserError('bad_json', `${path} is no JSON; "earshot settings NAME" prints a document to start from.`);
  }
  throw new UserError('bad_json', `${path} holds no JSON object; "earshot settings NAME" prints a document to start from.`);
}

function effectText({ rederives, tickets, metrics }: Output<'previewSetting'>): string {
  const lines = [
    tickets === null
      ? 'Touches no ticket by itself.'
      : `Touches ${tickets} tickets${rederives ? ', which are derived anew in the background' : ''}.`,
    metrics.length === 0 ? 'No figure of the last 28 days is known to change.' : '',
  ].filter((line) => line !== '');
  if (metrics.length === 0) return lines.join('\n');
  const columns = [{ title: 'metric' }, { title: 'before', right: true }, { title: 'after', right: true }, { title: 'n', right: true }];
  const rows = metrics.map(({ metric, before, after, n }) => [
    metric,
    before === null ? '–' : String(before),
    after === null ? '–' : String(after),
    String(n),
  ]);
  return `${lines.join('\n')}\n\n${textTable(columns, rows)}`;
}
