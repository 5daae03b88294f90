import { backupCommand } from './backup-command.ts';
import { checkCommand } from './check-command.ts';
import type { Command } from './command.ts';
import { demoCommand } from './demo-command.ts';
import { eventsCommand } from './events-command.ts';
import { explainCommand } from './explain-command.ts';
import { homeCommand } from './home-command.ts';
import { importCommand } from './import-command.ts';
import { metricsCommand } from './metrics-command.ts';
import { queryCommand } from './query-command.ts';
import { restoreCommand } from './restore-command.ts';
import { rowsCommand } from './rows-command.ts';
import { serveCommand } from './serve-command.ts';
import { settingsCommand } from './settings-command.ts';

/** Every command, in the order in which people meet them. */
export const commands: readonly Command[] = [
  serveCommand,
  demoCommand,
  importCommand,
  homeCommand,
  explainCommand,
  queryCommand,
  rowsCommand,
  metricsCommand,
  settingsCommand,
  eventsCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
];
