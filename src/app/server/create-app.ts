import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Endpoint } from '../../core/model/endpoint.ts';
import { type EndpointName, endpoints } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import { nearestName } from '../../core/text/nearest-name.ts';
import { mayCall } from './access.ts';
import { answerCall } from './answer-call.ts';
import { docsPage } from './docs-page.ts';
import { faultOf } from './fault.ts';
import { guardRequest } from './guard-request.ts';
import type { Services } from './handler.ts';
import { openApi } from './openapi.ts';

/** Where requests and faults are told. */
export interface Log {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface AppOptions {
  readonly services: Services;
  readonly log: Log;
  /** Names by which the server may be called. */
  readonly hosts: () => ReadonlySet<string>;
  /** Answers every path that is no call. */
  readonly page: (path: string) => Promise<Response>;
  /** True from the moment on that the server is asked to stop. */
  readonly stopping: () => boolean;
}

interface Variables {
  readonly requestId: string;
}

type App = Hono<{ Variables: Variables }>;

const headers = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The product over HTTP: every endpoint, the page, health, and the description of the calls. */
export function createApp(options: AppOptions): App {
  const app: App = new Hono();
  app.use(async (context, next) => {
    const startedAtMs = performance.now();
    context.set('requestId', randomUUID());
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    context.res.headers.set('x-request-id', context.get('requestId'));
    logRequest(context, options.log, startedAtMs);
  });
  app.use(async (context, next) => {
    guardRequest(context.req.raw, options.hosts());
    await next();
  });
  mountHealth(app, options);
  mountEndpoints(app, options);
  mountPages(app, options);
  app.onError((error, context) => refuse(context, error, options.log));
  return app;
}

function mountHealth(app: App, { services, stopping }: AppOptions): void {
  app.get('/healthz', (context) => context.json({ status: 'alive' }));
  app.get('/readyz', async (context) => {
    if (stopping()) throw new UserError('stopping', 'Earshot is stopping.', 503);
    await services.workspace.probe();
    return context.json({ status: 'ready' });
  });
}

function mountEndpoints(app: App, { services }: AppOptions): void {
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    app.on(endpoint.method, endpoint.path, (context) => {
      if (!mayCall(endpoint.access)) throw new UserError('forbidden', `This needs the right to ${endpoint.access}.`, 403);
      return answerCall(services, name, context.req.raw, context.req.param());
    });
  }
  app.all('/api/*', (context) => {
    const asked = `${context.req.method} ${context.req.path}`;
    const all = Object.values(endpoints).map((endpoint) => `${endpoint.method} ${endpoint.path}`);
    const near = nearestName(asked, all);
    throw new UserError('unknown_call', `There is no call ${asked}; ${near ? `did you mean ${near}? ` : ''}/docs lists them all.`, 404);
  });
}

function mountPages(app: App, { services, page }: AppOptions): void {
  app.get('/openapi.json', (context) => context.json(openApi(services.version)));
  app.get('/docs', (context) => context.html(docsPage(services.version)));
  app.get('*', (context) => page(context.req.path));
  app.all('*', (context) => {
    throw new UserError('unknown_call', `There is no call ${context.req.method} ${context.req.path}; /docs lists them all.`, 404);
  });
}

function refuse(context: Context<{ Variables: Variables }>, error: unknown, log: Log): Response {
  const fault = faultOf(error);
  if (fault.unexpected) log.error({ requestId: context.get('requestId'), err: error }, 'a request failed');
  if (fault.retryAfterSeconds !== undefined) context.header('retry-after', String(fault.retryAfterSeconds));
  return context.json(fault.body, fault.status as ContentfulStatusCode);
}

/** Files of the page are not told: they drown the rest. */
function logRequest(context: Context<{ Variables: Variables }>, log: Log, startedAtMs: number): void {
  if (!context.req.path.startsWith('/api/') && context.res.status < 400) return;
  log.info(
    {
      requestId: context.get('requestId'),
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      elapsedMs: Math.round(performance.now() - startedAtMs),
    },
    'request',
  );
}
