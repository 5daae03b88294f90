import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { UserError } from '../../core/model/user-error.ts';
import { createApp, type Log } from './create-app.ts';
import { loopbackHosts } from './guard-request.ts';
import type { Services } from './handler.ts';
import { staticFiles } from './static-files.ts';

export interface ServeOptions {
  readonly services: Services;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly log: Log;
}

/** A server that answers. */
export interface RunningServer {
  readonly port: number;
  readonly address: string;
  /** Takes no more requests and resolves when those that run are answered. */
  stop(): Promise<void>;
}

const closeEveryMs = 100;
const webDirectory = fileURLToPath(new URL('../../../dist/web', import.meta.url));

/**
 * Listens and answers.
 * @throws UserError when the port is taken
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  let hosts: ReadonlySet<string> = new Set();
  let stopping = false;
  const app = createApp({
    services: options.services,
    log: options.log,
    hosts: () => hosts,
    page: staticFiles(webDirectory),
    stopping: () => stopping,
  });
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const port = await listen(server, options);
  hosts = loopbackHosts(port);
  return {
    port,
    address: `http://${options.host}:${port}`,
    stop: async () => {
      stopping = true;
      await closeServer(server);
    },
  };
}

function listen(server: Server, { host, port }: ServeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new UserError(
      'port_taken',
      `Port ${port} is taken by another program: choose another with --port N or PORT=N, or 0 for any free one.`,
    );
  }
  if (error.code === 'EACCES') {
    return new UserError('port_refused', `Port ${port} may not be used by this user: choose one above 1023 with --port N or PORT=N.`);
  }
  return error;
}

/** Idle connections are closed at once, busy ones when they are answered: browsers would keep them open. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const closing = setInterval(() => server.closeIdleConnections(), closeEveryMs);
    server.close((error) => {
      clearInterval(closing);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
