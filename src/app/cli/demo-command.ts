import type { DemoProgress } from '../../engine/demo/load-demo.ts';
import type { Command } from './command.ts';
import { wholeNumber } from './query-options.ts';
import { readyText } from './ready-text.ts';

const defaultTickets = '60000';
const tellEveryMs = 2_000;

export const demoCommand: Command = {
  name: 'demo',
  doc: 'Serves with a sample company in it, unless there is data already',
  usage: 'demo [--tickets N] [--seed N] [--live] [--port N]',
  positionals: [0, 0],
  formats: ['table', 'json'],
  options: {
    tickets: { type: 'string', doc: `how large the company is; ${Number(defaultTickets).toLocaleString('en')} when not given`, value: 'N' },
    live: { type: 'boolean', doc: 'lets the company go on by the minute after its last day' },
    seed: { type: 'string', doc: 'another company of the same kind', value: 'N' },
  },
  configures: ['PORT', 'HOST', 'EARSHOT_LOG'],
  run: async ({ arguments: given, configuration, configured, format, print, tell }) => {
    const sample = {
      tickets: wholeNumber('tickets', given.text('tickets') ?? defaultTickets),
      seed: wholeNumber('seed', given.text('seed') ?? '3'),
      onProgress: progressTeller(tell),
    };
    const { runServer } = await import('./run-server.ts');
    const { ensureSample } = await import('../../engine/workspace/ensure-sample.ts');
    const chosen = configured.some(({ name, origin }) => name === 'EARSHOT_LOG' && origin !== 'default');
    const live = configuration.live || given.flag('live');
    return runServer(
      { ...configuration, live, ...(chosen ? {} : { logLevel: 'warn' as const }) },
      {
        announce: (address) => print(readyText(address, format)),
        prepare: async ({ workspace }) => {
          const loaded = await ensureSample(workspace, sample);
          if (!loaded && given.text('tickets') !== undefined) tell('There is data already: the sample was not loaded.');
        },
      },
    );
  },
};

/** Tells how far the sample is, every two seconds. */
function progressTeller(tell: (text: string) => void): (progress: DemoProgress) => void {
  let toldAtMs = 0;
  let toldPhase = '';
  return ({ phase, tickets, ticketsDone }) => {
    const now = performance.now();
    if (phase === 'finished' || (phase === toldPhase && now - toldAtMs < tellEveryMs)) return;
    toldAtMs = now;
    toldPhase = phase;
    if (phase === 'deriving') tell('Working out the facts of the sample’s tickets …');
    else tell(`Writing the sample: ${ticketsDone.toLocaleString('en')} of ${tickets.toLocaleString('en')} tickets …`);
  };
}
