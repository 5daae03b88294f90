import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedValues } from '../../catalog/dimensions/closed-values.ts';
import { dimensions } from '../../catalog/dimensions/index.ts';
import { metrics } from '../../catalog/metrics/index.ts';
import type { Endpoint } from '../../core/model/endpoint.ts';
import { endpoints } from '../../core/model/endpoints/index.ts';
import { operators } from '../../core/model/operator.ts';
import { grains } from '../../core/time/grain.ts';
import { readConfiguration } from '../../engine/configuration/read-configuration.ts';
import { createApp } from './create-app.ts';
import { type OpenServices, openServices } from './open-services.ts';
import { takesJson } from './openapi.ts';

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', "'", '\\', '\0', '{p0:String}', '🙂', '\ud800', '..', '-1', 'NaN', '__proto__'),
);
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 20, arbitrary: usual }, { weight: 1, arbitrary: odd });
const metric = mostly(
  fc.constantFrom(
    ...metrics.map(({ name }) => name),
    'full_resolution_p90(clock=business)',
    'first_response(actor=any)',
    'nps(variant=article)',
  ),
  fc.oneof(fc.constantFrom('fcr(window=1e9)', 'csat(=)', 'created()'), word),
);
const carriedByTickets = dimensions.filter(({ sql }) => 'tickets' in sql).map(({ name }) => name);
const dimension = mostly(
  fc.oneof(
    fc.constantFrom(...carriedByTickets),
    fc.constantFrom(...carriedByTickets),
    fc.constantFrom(...dimensions.map(({ name }) => name)),
  ),
  word,
);
const day = mostly(
  fc.constantFrom('2026-03-02', '2026-03-08', '2026-03-29T01:30', '2026-03-29T01:30:00Z', '2026-12-31'),
  fc.constantFrom('2026-02-29', '0000-01-01', '9999-12-31', 'yesterday'),
);
const period = fc.oneof(
  mostly(fc.constantFrom('all', 'today', 'last 3 days', 'this year'), fc.constantFrom('last 99999 days', '')),
  mostly(
    fc.tuple(day, day).map((days) => {
      const [from, until] = days.toSorted();
      return { from, until };
    }),
    fc.record({ from: day, until: day }),
  ),
);
const closedOf = (name: string): readonly string[] | null => {
  const known = dimensions.find((each) => each.name === name);
  return known === undefined ? null : closedValues(known);
};
/** Mostly values that a closed list has, since every other is refused. */
const filter = dimension.chain((name) => {
  const closed = closedOf(name);
  return fc.record({
    dimension: fc.constant(name),
    operator: mostly<string>(fc.constantFrom(...operators), fc.constant('like')),
    values: fc.array(closed === null ? word : mostly<string>(fc.constantFrom(...closed), word), { minLength: 1, maxLength: 3 }),
  });
});
const query = fc.record(
  {
    metrics: fc.array(metric, { minLength: 1, maxLength: 3 }),
    by: fc.array(dimension, { maxLength: 2 }),
    grain: mostly<string>(fc.constantFrom(...grains), fc.constant('minute')),
    period: mostly<unknown>(period, word),
    compare: mostly(fc.constantFrom('none', 'previous', 'year'), fc.constant('never')),
    zone: mostly(
      fc.constantFrom('UTC', 'Europe/London', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'),
      fc.constantFrom('Mars/Base', '+05:00', ''),
    ),
    weekStart: mostly(fc.integer({ min: 1, max: 7 }), fc.constantFrom(-1, 8)),
    filters: fc.array(filter, { maxLength: 2 }),
    top: mostly(fc.integer({ min: 1, max: 5 }), fc.constant(0)),
  },
  { requiredKeys: ['metrics'] },
);
const events = [
  { id: 'e1', ticket_id: '1', at: '2026-03-02T09:00:00Z', kind: 'created', channel: 'email', tags_added: ["it's"] },
  { id: 'e2', ticket_id: '1', at: '2026-03-29T01:30:00Z', kind: 'update', actor_kind: 'human', status: 'solved' },
].map((event) => ({ source: 'test', ...event }));

describe('whatever is asked', () => {
  let directory = '';
  let services: OpenServices;
  const errors: unknown[] = [];
  let counted = 0;

  const send = async (method: string, path: string, body?: string) => {
    const app = createApp({
      services,
      log: { info: () => undefined, error: (fields) => errors.push({ method, path, body, ...fields }) },
      hosts: () => new Set(['localhost']),
      page: async () => new Response('page'),
      stopping: () => false,
    });
    const init = body === undefined ? { method } : { method, body, headers: { 'content-type': 'application/json' } };
    const response = await app.request(`http://localhost${path}`, init);
    return { status: response.status, text: await response.text() };
  };

  /** A code and one sentence, and where it has them what it says in the reader's language. */
  const expectRefusal = (refused: { error: { sentence?: unknown } }) => {
    const { sentence, ...error } = refused.error;
    expect(Object.keys(refused)).toEqual(['error']);
    expect(error).toEqual({ code: expect.stringMatching(/^[a-z_]+/), message: expect.stringMatching(/^[^\n]+$/) });
    if (sentence !== undefined) expect(sentence).toEqual({ key: expect.stringMatching(/^\S+$/), values: expect.any(Object) });
  };

  const answered = async (method: string, path: string, body?: string) => {
    const { status, text } = await send(method, path, body);
    expect(errors).toEqual([]);
    expect(status, text).toBeLessThan(500);
    if (status === 200) counted += 1;
    if (status >= 400) expectRefusal(JSON.parse(text));
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-fuzz-'));
    services = await openServices(readConfiguration({ EARSHOT_DATA: join(directory, 'data') }).configuration);
    await send('POST', '/api/ingest/ticket_events', JSON.stringify(events));
    await services.workspace.deriver.idle();
  });

  afterAll(async () => {
    await services.close();
    await rm(directory, { recursive: true, force: true });
  });

  test('a query is answered or refused in one sentence', async () => {
    await fc.assert(
      fc.asyncProperty(query, (body) => answered('POST', '/api/query', JSON.stringify(body))),
      { numRuns: 150 },
    );
    expect(counted).toBeGreaterThan(20);
  });

  test('rows and exports are answered or refused in one sentence', async () => {
    const request = fc.record(
      { query, metric, group: fc.dictionary(dimension, word, { maxKeys: 2 }), bucket: word },
      { requiredKeys: ['query', 'metric'] },
    );
    await fc.assert(
      fc.asyncProperty(request, async (body) => {
        await answered('POST', '/api/rows', JSON.stringify({ ...body, metric: body.query.metrics[0] }));
        await answered('POST', '/api/rows', JSON.stringify(body));
      }),
      { numRuns: 60 },
    );
  });

  test('a path and its parameters are answered or refused in one sentence', async () => {
    const reading = (Object.values(endpoints) as Endpoint[]).filter(({ method }) => method === 'GET');
    const parameters = fc.dictionary(fc.constantFrom('limit', 'search', 'from', 'until', 'x'), word, { maxKeys: 2 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...reading), word, parameters, (endpoint, value, asked) => {
        const path = endpoint.path.replaceAll(/:\w+/g, encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '') || 'channel'));
        return answered('GET', `${path}?${new URLSearchParams(asked)}`);
      }),
      { numRuns: 150 },
    );
  });

  test('any JSON is answered or refused by every call that takes some', async () => {
    const taking = (Object.values(endpoints) as Endpoint[]).filter(takesJson).filter(({ path }) => path !== '/api/backups');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...taking), fc.jsonValue({ maxDepth: 3 }), ({ method, path }, value) =>
        answered(method, path, JSON.stringify(value)),
      ),
      { numRuns: 150 },
    );
  });

  test('any rows are taken or rejected one by one', async () => {
    const row = fc.record(
      {
        id: word,
        ticket_id: word,
        source: fc.constantFrom('fuzz', ''),
        at: fc.oneof(day, fc.integer()),
        kind: word,
        status: word,
        tags_added: fc.jsonValue({ maxDepth: 1 }),
      },
      { requiredKeys: [] },
    );
    const entity = fc.oneof(fc.constantFrom('ticket_events', 'messages', 'ticket_records', 'schedules', 'inbox', '__proto__'));
    await fc.assert(
      fc.asyncProperty(entity, fc.array(row, { maxLength: 3 }), (name, rows) =>
        answered('POST', `/api/ingest/${name}`, JSON.stringify(rows)),
      ),
      { numRuns: 80 },
    );
    await services.workspace.deriver.idle();
  });
});
