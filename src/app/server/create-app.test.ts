import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EndpointName, endpoints, type Output } from '../../core/model/endpoints/index.ts';
import { readConfiguration } from '../../engine/configuration/read-configuration.ts';
import { createApp } from './create-app.ts';
import { type OpenServices, openServices } from './open-services.ts';

const origin = 'http://127.0.0.1:4000';
const events = [
  { id: 'e1', ticket_id: '1', at: '2026-03-02T09:00:00Z', kind: 'created', priority: 'high', channel: 'email', subject: 'Lamp is dark' },
  {
    id: 'e2',
    ticket_id: '1',
    at: '2026-03-02T10:00:00Z',
    kind: 'update',
    actor_kind: 'human',
    actor_id: 'ann',
    status: 'solved',
    tags_added: ['lamp'],
  },
  { id: 'e3', ticket_id: '2', at: '2026-03-03T09:00:00Z', kind: 'created', priority: 'low', channel: 'chat', subject: '=HYPERLINK("x")' },
].map((event) => ({ source: 'test', ...event }));
const messages = [
  { id: 'm1', ticket_id: '1', at: '2026-03-02T09:00:01Z', actor_kind: 'customer', public: true, text: 'It does not light up' },
  { id: 'm2', ticket_id: '1', at: '2026-03-02T09:30:00Z', actor_kind: 'human', actor_id: 'test:ann', public: true, text: 'Sorry to hear' },
].map((message) => ({ source: 'test', ...message }));

describe('the server', () => {
  let directory = '';
  let services: OpenServices;
  let stopping = false;
  const errors: object[] = [];

  const send = (path: string, init: RequestInit = {}) =>
    createApp({
      services,
      log: { info: () => undefined, error: (fields) => errors.push(fields) },
      hosts: () => new Set(['127.0.0.1:4000']),
      page: async () => new Response('the page'),
      stopping: () => stopping,
    }).request(origin + path, init);

  const post = (path: string, body: unknown, type = 'application/json') =>
    send(path, { method: 'POST', headers: { 'content-type': type }, body: typeof body === 'string' ? body : JSON.stringify(body) });

  async function answer<N extends EndpointName>(name: N, response: Response): Promise<Output<N>> {
    const body = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(200);
    return endpoints[name].output.parse(body) as Output<N>;
  }

  const refusal = async (response: Response) => {
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    return { status: response.status, ...error };
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-server-'));
    services = await openServices(readConfiguration({ EARSHOT_DATA: join(directory, 'data') }).configuration);
    await post('/api/ingest/agents', { id: 'ann', source: 'test', name: 'Ann', kind: 'human' });
    await answer(
      'ingest',
      await post('/api/ingest/ticket_events', events.map((event) => JSON.stringify(event)).join('\n'), 'application/x-ndjson'),
    );
    await answer('ingest', await post('/api/ingest/messages', messages));
    await services.workspace.deriver.idle();
  });

  afterAll(async () => {
    await services.close();
    await rm(directory, { recursive: true, force: true });
  });

  test('answers a query over what was ingested', async () => {
    const result = await answer(
      'query',
      await post('/api/query', { metrics: ['created', 'full_resolution_median'], by: ['priority'], period: 'all' }),
    );
    expect(result.totals.values.created?.value).toBe(2);
    expect(result.rows.map((row) => [row.group[0], row.values.created?.value])).toEqual([
      ['high', 1],
      ['low', 1],
    ]);
    expect(result.totals.values.full_resolution_median).toMatchObject({ value: 3_600_000, n: 1, provenance: { computed: 1, reported: 0 } });
  });

  test('drills to the rows behind a number, with instants as ISO text', async () => {
    const query = { metrics: ['created'], period: 'all' };
    const result = await answer('rows', await post('/api/rows', { query, metric: 'created', group: { priority: 'high' } }));
    expect(result.count).toBe(1);
    expect(result.rows[0]).toMatchObject({ id: 'test:1', created_at: '2026-03-02T09:00:00.000Z' });
  });

  test('exports what is shown as a file', async () => {
    const response = await post('/api/export', { query: { metrics: ['created'], by: ['priority'], period: 'all' }, format: 'csv' });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="earshot.csv"');
    expect(await response.text()).toContain('high,1,');
  });

  test('shows one ticket with its thread in order of time', async () => {
    const ticket = await answer('ticket', await send('/api/tickets/test:1'));
    expect(ticket.facts).toMatchObject({ id: 'test:1', priority: 'high', created_at: '2026-03-02T09:00:00.000Z' });
    expect(ticket.thread.map(({ kind, actor, text, changes }) => [kind, actor, text, changes])).toEqual([
      ['created', '', '', { priority: 'high', channel: 'email', subject: 'Lamp is dark' }],
      ['message', '', 'It does not light up', {}],
      ['message', 'Ann', 'Sorry to hear', {}],
      ['update', 'ann', '', { status: 'solved', tags_added: 'lamp' }],
    ]);
  });

  test('describes metrics in four languages, each with its statement', async () => {
    const metrics = await answer('metrics', await send('/api/metrics'));
    for (const metric of metrics) {
      expect(Object.keys(metric.label)).toEqual(['en', 'zh-Hans', 'zh-Hant', 'ru']);
      expect(metric.sql).toContain('SELECT');
    }
    const csat = metrics.find((metric) => metric.name === 'csat');
    expect(csat?.reference).toContain('article 004');
    const chinese = await answer('metrics', await send('/api/metrics?locale=zh-Hans'));
    expect(chinese.find((metric) => metric.name === 'csat')?.reference).toContain('文章 004');
    expect(csat?.formula.en).toBe('100 × satisfied answers ÷ answers');
    expect(csat?.dimensions).toContain('agent');
    expect(csat?.dimensions).not.toContain('sla_target');
  });

  test('lists values of a dimension by how often they come, found by name', async () => {
    const values = await answer('dimensionValues', await send('/api/dimensions/channel/values'));
    expect(values.map(({ value, count }) => [value, count])).toEqual([
      ['chat', 1],
      ['email', 1],
    ]);
    expect(await answer('dimensionValues', await send('/api/dimensions/tag/values?search=LA'))).toEqual([
      { value: 'lamp', name: 'lamp', count: 1 },
    ]);
    await answer('ingest', await post('/api/ingest/teams', { id: 'new', source: 'test', name: 'New' }));
    const unused = { value: 'test:new', name: 'New', count: 0 };
    expect(await answer('dimensionValues', await send('/api/dimensions/team/values'))).not.toContainEqual(unused);
    expect(await answer('dimensionValues', await send('/api/dimensions/team/values?asReported=true'))).toContainEqual(unused);
  });

  test('finds calendar events that touch a period', async () => {
    const event = { id: 'c1', source: 'test', kind: 'launch', name: 'New lamp', from: '2026-03-02', until: '2026-03-04' };
    await answer('ingest', await post('/api/ingest/calendar_events', event));
    expect(await answer('calendarEvents', await send('/api/calendar-events?from=2026-03-04&until=2026-03-31'))).toHaveLength(1);
    expect(await answer('calendarEvents', await send('/api/calendar-events?from=2026-03-05'))).toHaveLength(0);
  });

  test('counts by the settings of the workspace as soon as they change', async () => {
    const change = (value: unknown) =>
      send('/api/settings/calendar', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ value }),
      });
    expect(await refusal(await change({ zone: 'Europe/Lundon', weekStart: 7 }))).toMatchObject({ status: 400, code: 'unknown_zone' });
    expect(await answer('changeSetting', await change({ zone: 'Asia/Shanghai', weekStart: 7 }))).toMatchObject({
      version: 1,
      value: { zone: 'Asia/Shanghai', weekStart: 7 },
    });
    expect((await answer('settings', await send('/api/settings'))).settings.calendar).toMatchObject({ version: 1 });
    expect(await answer('workspace', await send('/api/workspace'))).toMatchObject({
      zone: 'Asia/Shanghai',
      weekStart: 7,
      tickets: 2,
      sample: false,
    });
    expect((await answer('query', await post('/api/query', { metrics: ['created'] }))).zone).toBe('Asia/Shanghai');
  });

  test('takes a file from upload to undo', async () => {
    const file = 'Ticket ID,Created,Status,Priority\n7,2026-04-01 09:00,Closed,High\n8,2026-04-02 09:00,Open,Low\n9,never,Open,Low\n';
    const { upload } = await answer('upload', await post('/api/uploads?fileName=tickets.csv', file, 'application/octet-stream'));
    const preview = await answer('previewImport', await post('/api/imports/preview', { upload }));
    expect(preview).toMatchObject({ fileName: 'tickets.csv', mapping: { target: 'tickets' } });
    const started = await answer('startImport', await post('/api/imports', { upload, mapping: preview.mapping }));
    const done = await until(async () => {
      const state = await answer('import', await send(`/api/imports/${started.id}`));
      return state.state === 'running' ? null : state;
    });
    expect(done).toMatchObject({ state: 'finished', tickets: 2, rowsAccepted: 2, rowsRejected: 1 });
    expect(await answer('rejects', await send(`/api/imports/${started.id}/rejects`))).toMatchObject([{ line: 4, value: 'never' }]);
    expect((await answer('workspace', await send('/api/workspace'))).tickets).toBe(4);
    await until(async () => ((await readdir(services.workspace.directories.tmp)).some((name) => name.startsWith(upload)) ? null : true));
    expect(await refusal(await post('/api/imports', { upload }))).toMatchObject({ status: 404, code: 'unknown_upload' });
    expect((await answer('undoImport', await send(`/api/imports/${started.id}`, { method: 'DELETE' }))).state).toBe('undone');
    expect((await answer('workspace', await send('/api/workspace'))).tickets).toBe(2);
  });

  test('stops an import that runs, and takes back what it wrote', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `x${index},2026-04-01 09:00,Closed,High`);
    const file = `Ticket ID,Created,Status,Priority\n${rows.join('\n')}\n`;
    const { upload } = await answer('upload', await post('/api/uploads?fileName=many.csv', file, 'application/octet-stream'));
    const started = await answer('startImport', await post('/api/imports', { upload }));
    expect(started.state).toBe('running');
    expect((await answer('undoImport', await send(`/api/imports/${started.id}`, { method: 'DELETE' }))).state).toBe('undone');
    expect((await answer('workspace', await send('/api/workspace'))).tickets).toBe(2);
  });

  test.each([
    [{ metrics: ['createdd'] }, 'unknown_metric', /"createdd" is no metric, did you mean "created"\?/],
    [{ metrics: ['created'], by: ['priorty'] }, 'unknown_dimension', /did you mean "priority"\?/],
    [{ metrics: ['full_resolution(clock=lunar)'] }, /unknown_value/, /allowed are /],
    [{ metrics: ['created(clok=business)'] }, /unknown_option/, /is no option of created/],
    [{ metrics: ['created'], zone: 'Mars/Base' }, /zone|period/, /Unknown time zone "Mars\/Base"/],
    [{ metrics: ['created'], period: { from: '2026-05-01', until: '2026-04-01' } }, 'bad_period', /ends .* before it starts/],
    [{ metrics: ['created'], period: 'last fortnight' }, 'bad_period', /allowed are today/],
    [
      { metrics: ['created'], filters: [{ dimension: 'channel', operator: 'is', values: ['x'] }] },
      'bad_input',
      /allowed are any of, none of/,
    ],
    [{ metrics: ['csat'], by: ['sla_target'] }, 'dimension_not_carried', /carry no sla_target/],
    [{ metrics: ['repeat_contact_rate'], include: ['spam'] }, 'include_not_carried', /without including spam/],
  ])('refuses %j with one sentence', async (query, code, sentence) => {
    const said = await refusal(await post('/api/query', query));
    expect(said.status).toBe(400);
    expect(said.code).toMatch(code);
    expect(said.message).toMatch(sentence);
    expect(said.message).not.toContain('\n');
  });

  test('refuses the character U+0000 in addresses and bodies, and takes the words for it', async () => {
    const said = { status: 400, code: 'bad_input', message: expect.stringContaining('U+0000') };
    expect(await refusal(await send('/api/views/%00/history'))).toEqual(said);
    expect(await refusal(await post('/api/views', { page: 'explore', name: 'a\0b', search: {} }))).toEqual(said);
    expect((await post('/api/views', { page: 'explore', name: 'a\\u0000b', search: {} })).status).toBe(200);
  });

  test('refuses foreign hosts, foreign pages and simple content types', async () => {
    expect(await refusal(await send('/api/workspace', { headers: { host: 'evil.example' } }))).toMatchObject({
      status: 403,
      code: 'foreign_host',
    });
    const foreign = { method: 'POST', headers: { origin: 'http://evil.example', 'content-type': 'application/json' }, body: '{}' };
    expect(await refusal(await send('/api/query', foreign))).toMatchObject({ status: 403, code: 'foreign_origin' });
    expect(await refusal(await post('/api/query', '{}', 'text/plain'))).toMatchObject({ status: 415, code: 'content_type' });
  });

  test.each([
    ['{', 'bad_json', 400],
    ['[]', 'bad_input', 400],
    [`{"metrics":["${'x'.repeat(2_000_001)}"]}`, 'too_large', 413],
  ])('refuses a body that is no question', async (body, code, status) => {
    expect(await refusal(await post('/api/query', body))).toMatchObject({ status, code });
  });

  test('names the call that was meant', async () => {
    expect(await refusal(await send('/api/metricz'))).toMatchObject({
      status: 404,
      message: expect.stringContaining('did you mean GET /api/metrics?'),
    });
    expect(await refusal(await send('/anything', { method: 'POST' }))).toMatchObject({ status: 404 });
  });

  test('is alive, and ready until it is asked to stop', async () => {
    expect((await send('/healthz')).status).toBe(200);
    expect((await send('/readyz')).status).toBe(200);
    stopping = true;
    expect(await refusal(await send('/readyz'))).toMatchObject({ status: 503, code: 'stopping' });
    stopping = false;
  });

  test('sends every answer with a policy that runs nothing from elsewhere, and an id', async () => {
    for (const path of ['/', '/healthz', '/docs', '/api/nothing']) {
      const { headers } = await send(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(errors).toEqual([]);
  });

  test('backs facts and settings up into a folder', async () => {
    const made = await answer('backup', await post('/api/backups', { name: 'first' }));
    expect(await readdir(made.path)).toEqual(expect.arrayContaining(['backup.json', 'facts', 'settings.dump']));
    expect(await refusal(await post('/api/backups', { name: '../first' }))).toMatchObject({ status: 400 });
    expect(await refusal(await post('/api/backups', { name: 'first' }))).toMatchObject({ status: 409 });
  });
});

async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about within half a minute');
}
