import { backupCommand } from './backup-command.ts';
import { checkCommand } from './check-command.ts';
import type { Command } from './command.ts';
import { demoCommand } from './demo-command.ts';
import { importCommand } from './import-command.ts';
import { metricsCommand } from './metrics-command.ts';
import { queryCommand } from './query-command.ts';
import { restoreCommand } from './restore-command.ts';
import { rowsCommand } from './rows-command.ts';
import { serveCommand } from './serve-command.ts';

/** Every command, in the order in which people meet them. */
export const commands: readonly Command[] = [
  serveCommand,
  demoCommand,
  importCommand,
  queryCommand,
  rowsCommand,
  metricsCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
];
