import { resolve } from 'node:path';
import { UserError } from '../../core/model/user-error.ts';
import { readServerFile } from '../../engine/workspace/server-file.ts';
import type { Command } from './command.ts';

export const restoreCommand: Command = {
  name: 'restore',
  doc: 'Restores a backup into a data directory that holds nothing yet',
  usage: 'restore FOLDER [--data DIR]',
  positionals: [1, 1],
  formats: ['table', 'json'],
  options: {},
  run: async ({ arguments: given, configuration, format, print }) => {
    const server = readServerFile(resolve(configuration.dataDirectory));
    if (server)
      throw new UserError(
        'server_runs',
        `A server (process ${server.pid}) holds ${configuration.dataDirectory}; stop it first, or name another folder.`,
      );
    const { restoreBackup } = await import('../../engine/workspace/back-up.ts');
    const done = await restoreBackup(configuration, resolve(given.positionals[0] ?? ''));
    const takenAt = new Date(done.takenAt).toISOString();
    print(format === 'json' ? JSON.stringify({ ...done, takenAt }, null, 2) : `Restored the backup of ${takenAt}.`);
    return 0;
  },
};
