import type { Command } from './command.ts';
import { metricsCommand } from './metrics-command.ts';
import { queryCommand } from './query-command.ts';
import { rowsCommand } from './rows-command.ts';
import { serveCommand } from './serve-command.ts';

/** Every command, in the order in which people meet them. */
export const commands: readonly Command[] = [serveCommand, queryCommand, rowsCommand, metricsCommand];
