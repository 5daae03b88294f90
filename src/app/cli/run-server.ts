import { resolve } from 'node:path';
import { pino } from 'pino';
import { UserError } from '../../core/model/user-error.ts';
import type { Configuration } from '../../engine/configuration/read-configuration.ts';
import { readServerFile, removeServerFile, writeServerFile } from '../../engine/workspace/server-file.ts';
import type { Services } from '../server/handler.ts';
import { type OpenServices, openServices } from '../server/open-services.ts';
import { type RunningServer, serve } from '../server/serve.ts';

export interface RunOptions {
  /** Told once everything is ready. */
  readonly announce: (address: string) => void;
  /** Runs after the directory is open and before the address is told. */
  readonly prepare?: ((services: Services) => Promise<void>) | undefined;
}

const sweepEveryMs = 3_600_000;

/** Serves until SIGTERM or SIGINT: then takes no more requests, answers those that run, closes the stores and resolves to 0. */
export async function runServer(configuration: Configuration, options: RunOptions): Promise<number> {
  refuseSecond(configuration);
  const stopped = stopSignal();
  const log = pino({ level: configuration.logLevel }, pino.destination({ dest: 2, sync: false }));
  const services = await openServices(configuration, { recoversBeside: true, onNotice: (sentence) => log.warn(sentence) });
  const sweep = setInterval(
    () => services.uploads.sweep().catch((error) => log.error({ err: error }, 'old uploads stay')),
    sweepEveryMs,
  ).unref();
  try {
    const server = await serve({ services, host: configuration.host, port: configuration.port, log });
    await noteServer(services, server);
    await Promise.race([readied(services, server, options), stopped]);
    await stopped;
    await server.stop();
    return 0;
  } finally {
    clearInterval(sweep);
    await close(services);
  }
}

/** A stop does not wait for the preparation: what it leaves undone is done at the next start. */
async function readied(services: Services, { address }: RunningServer, { announce, prepare }: RunOptions): Promise<void> {
  await prepare?.(services);
  announce(address);
}

function refuseSecond({ dataDirectory }: Configuration): void {
  const server = readServerFile(resolve(dataDirectory));
  if (!server) return;
  throw new UserError(
    'server_runs',
    `Earshot serves ${dataDirectory} already: http://127.0.0.1:${server.port} (process ${server.pid}).`,
    409,
  );
}

async function noteServer({ workspace }: OpenServices, { port }: RunningServer): Promise<void> {
  await writeServerFile(workspace.directories.path, port);
}

async function close(services: OpenServices): Promise<void> {
  await services.close();
  removeServerFile(services.workspace.directories.path);
}

/** Resolves at the first signal to stop. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}
