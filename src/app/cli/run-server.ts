import { resolve } from 'node:path';
import { type Logger, pino } from 'pino';
import { UserError } from '../../core/model/user-error.ts';
import type { Configuration } from '../../engine/configuration/read-configuration.ts';
import { keepLive, openLiveSample } from '../../engine/workspace/live-sample.ts';
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
  services.findings.keepReady();
  const sweep = setInterval(
    () => services.uploads.sweep().catch((error) => log.error({ err: error }, 'old uploads stay')),
    sweepEveryMs,
  ).unref();
  let live: { stop(): Promise<void> } | null = null;
  try {
    const server = await serve({ services, host: configuration.host, port: configuration.port, log });
    await noteServer(services, server);
    const ready = readied(services, server, options).then(async () => {
      if (configuration.live) live = await goLive(services, log);
    });
    await Promise.race([ready, stopped]);
    await stopped;
    await server.stop();
    return 0;
  } finally {
    clearInterval(sweep);
    await stopLive(live);
    await close(services);
  }
}

/** A stop does not wait for the preparation: what it leaves undone is done at the next start. */
async function readied(services: Services, { address }: RunningServer, { announce, prepare }: RunOptions): Promise<void> {
  await prepare?.(services);
  announce(address);
}

async function goLive({ workspace }: Services, log: Logger): Promise<{ stop(): Promise<void> } | null> {
  const sample = await openLiveSample(workspace);
  return sample && keepLive(sample, (error) => log.error({ err: error }, 'the sample does not go on'));
}

async function stopLive(live: { stop(): Promise<void> } | null): Promise<void> {
  await live?.stop();
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
