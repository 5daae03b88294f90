import type { Command } from './command.ts';
import { runServer } from './run-server.ts';

export const serveCommand: Command = {
  name: 'serve',
  doc: 'Serves the page and the API until it is stopped',
  usage: 'serve [--port N]',
  positionals: [0, 0],
  options: {},
  configures: ['PORT', 'HOST', 'EARSHOT_LOG'],
  run: ({ configuration, print }) => runServer(configuration, { print }),
};
