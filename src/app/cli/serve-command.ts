import type { Command } from './command.ts';
import { readyText } from './ready-text.ts';

export const serveCommand: Command = {
  name: 'serve',
  doc: 'Serves the page and the API until it is stopped',
  usage: 'serve [--port N]',
  positionals: [0, 0],
  formats: ['table', 'json'],
  options: {},
  configures: ['PORT', 'HOST', 'EARSHOT_LOG'],
  run: async ({ configuration, format, print }) => {
    const { runServer } = await import('./run-server.ts');
    return runServer(configuration, { announce: (address) => print(readyText(address, format)) });
  },
};
