import { resolve } from 'node:path';
import { rowsCsv } from '../../engine/query/result-csv.ts';
import { readServerFile } from '../../engine/workspace/server-file.ts';
import type { Command, CommandContext } from './command.ts';
import { textTable } from './text-table.ts';

const columns = ['name', 'value', 'from', 'what'];

export const checkCommand: Command = {
  name: 'check',
  doc: 'Prints the configuration with its origin and tries whether everything answers',
  usage: 'check [--data DIR]',
  positionals: [0, 0],
  options: {},
  configures: ['PORT', 'HOST', 'EARSHOT_LOG'],
  run: async (context) => {
    const settings = context.configured.map(({ name, value, origin, doc }) => ({ name, value: value ?? '', from: origin, what: doc }));
    const facts = await tryOut(context);
    if (context.format === 'json') context.print(JSON.stringify({ configuration: settings, workspace: facts }, null, 2));
    else if (context.format === 'csv') context.print(rowsCsv(columns, settings));
    else {
      const cells = settings.map((row) => [row.name, row.value, row.from, row.what]);
      const found = Object.entries(facts).map(([name, value]) => `${name}: ${value ?? '–'}`);
      context.print(
        `${textTable(
          columns.map((title) => ({ title })),
          cells,
        )}\n\n${found.join('\n')}`,
      );
    }
    return 0;
  },
};

async function tryOut({ configuration, connect }: CommandContext): Promise<Record<string, string | number | boolean | null>> {
  const directory = resolve(configuration.dataDirectory);
  const server = readServerFile(directory);
  const workspace = await (await connect()).call('workspace', {});
  return { directory, server: server ? `process ${server.pid}, port ${server.port}` : 'none', ...workspace };
}
